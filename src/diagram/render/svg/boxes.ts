import type { Element } from 'hast';
import type { Box, Kind } from '../../model.ts';
import { drawCell, drawTable, drawTitledCells } from './cells.ts';
import { drawGroup } from './group.ts';
import { wordsRoom, type Layout } from '../picture/layout.ts';
import { drawNode } from './node.ts';
import type { Spot } from './path.ts';
import { looks } from '../picture/shapes.ts';
import type { GroupTitle } from '../picture/titles.ts';
import { drawLine } from './writing.ts';

/** A box to be drawn, with what is around it. */
export interface BoxSetting {
  readonly layout: Layout;
  readonly kind: Kind;
  /** Of a group: the writing at its head. */
  readonly title: GroupTitle | null;
  /** Where lines arrive at it. */
  readonly ports: readonly Spot[];
}

/**
 * The class of a box: its kind's tint, whether it is a node or a group, and how the author drew its border. Cells are lines in
 * the box that they are parts of, and have its tint.
 */
export function boxClass(box: Box, kind: Kind, { plan }: Layout): string {
  const asNode = box.kind === 'node' || plan.family.hasCells(box.id);
  const border = borderClass(box, plan);
  const drawnAs = (box.shape === 'cell' && box.parent !== null && plan.kinds.get(box.parent)) || kind;
  return `${asNode ? 'd-node' : 'd-group'} d-${looks[drawnAs].tint}${border}`;
}

/** A dashed border stays dashed; a heavy or double one says something only beside lighter ones. */
function borderClass({ shape, style }: Box, plan: Layout['plan']): string {
  if (shape === 'words' || shape === 'cell') return '';
  if (style === 'dashed') return ' d-broken';
  return plan.mixed && (style === 'heavy' || style === 'double') ? ' d-heavy' : '';
}

/** Everything that is drawn for a box itself, back to front; what it holds is drawn after it. */
export function drawBox(box: Box, setting: BoxSetting): readonly Element[] {
  if (box.shape === 'words') return drawWords(box, setting);
  if (box.shape === 'cell') return drawCell(box, setting);
  if (box.kind === 'group')
    return setting.layout.plan.family.hasCells(box.id) ? drawTitledCells(box, setting) : drawGroup(box, setting);
  return box.shape === 'table' ? drawTable(box, setting) : drawNode(box, setting);
}

/** Words without a border: on their place, at the side where their line is; between their lines where these take more rows. */
function drawWords(box: Box, { layout }: BoxSetting): readonly Element[] {
  const { left, right, top, bottom } = layout.frame(box.id);
  const block = layout.plan.blocks.get(box.id)?.[0];
  const [first, last] = [block?.lines[0], block?.lines.at(-1)];
  if (!block || !first || !last) return [];
  const lower = Math.round((top + bottom - layout.y(first.row) - layout.y(last.row)) / 2);
  const align = layout.plan.bare.get(box.id)?.align ?? 'middle';
  const x = { start: left + wordsRoom, middle: (left + right) / 2, end: right - wordsRoom }[align];
  return block.lines.flatMap(({ runs, row }) => drawLine(runs, x, layout.y(row) + lower, { align, className: null }));
}
