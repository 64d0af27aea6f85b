import type { Element } from 'hast';
import type { BoxId, Group } from '../model.ts';
import type { Block } from './block.ts';
import type { BoxSetting } from './boxes.ts';
import { hasCells } from './cells.ts';
import type { Layout } from './layout.ts';
import { lineTo, moveTo, pathData, type Steps } from './path.ts';
import { panel } from './shapes.ts';
import { s } from './tree.ts';
import { drawBlock, icon } from './writing.ts';

/** A quiet panel with its icon and title at the upper left, dividers as thin lines. */
export function drawGroup(group: Group, { layout, kind }: BoxSetting): readonly Element[] {
  const frame = layout.frame(group.id);
  const block = layout.plan.blocks.get(group.id)?.[0];
  const children = layout.plan.diagram.boxes.filter(({ parent }) => parent === group.id);
  const firstChild = Math.min(...children.map(({ rect }) => rect.top));
  const heads = group.text.filter(({ row }) => row <= firstChild);
  const inPlace = group.text.filter(({ row }) => row > firstChild);
  const dividers = group.dividers.flatMap((row): Steps => [
    moveTo(frame.left, layout.y(row)),
    lineTo(frame.right, layout.y(row)),
  ]);
  const titled = block !== undefined && heads.length > 0;
  const top = frame.top + 8;
  const lines = titled ? block.lines.slice(0, heads.length) : [];
  return [
    s('path', { className: isOnSheet(group.parent, layout) ? 'd-panel d-even' : 'd-panel', d: panel(frame) }),
    ...(dividers.length > 0 ? [s('path', { className: 'd-line', d: pathData(dividers) })] : []),
    ...(titled
      ? [
          icon(kind, frame.left + 20, top + Math.min(block.head || 20, 38) / 2),
          ...drawBlock({ ...block, lines: lines.map(asGroupTitle) }, frame.left + 38, top),
        ]
      : []),
    ...inPlace.map(({ text, row, column, role }) =>
      s(
        'text',
        {
          className: role === 'title' ? 'd-grouptitle' : 'd-item',
          x: Math.max(layout.x(column), frame.left + 11),
          y: layout.y(row) + 5,
        },
        text,
      ),
    ),
  ];
}

function asGroupTitle(line: Block['lines'][number]): Block['lines'][number] {
  return {
    ...line,
    runs: line.runs.map((run) => (run.className === 'd-title' ? { ...run, className: 'd-grouptitle' } : run)),
  };
}

/** Panels alternate: whether what stands in this box stands on the ground of a sheet. */
export function isOnSheet(id: BoxId | null, layout: Layout): boolean {
  const { boxes } = layout.plan.diagram;
  let sheet = false;
  for (let box = boxes.find((each) => each.id === id); box; box = boxes.find((each) => each.id === box?.parent)) {
    if (box.kind === 'group' && !hasCells(box, layout) && box.shape !== 'cell') sheet = !sheet;
  }
  return sheet;
}
