import type { Element } from 'hast';
import type { Kind } from '../../model.ts';
import type { Block } from '../picture/block.ts';
import { icons } from './icons.ts';
import type { Run } from '../picture/list.ts';
import { textStyles } from '../picture/metrics.ts';
import { lineTo, moveTo, pathData } from './path.ts';
import { decimal, s } from './tree.ts';

const iconSize = 18;
const narrowIcon = 16;
/** Baseline below the centre of a line, in parts of the size. */
const baseline = 0.345;

/** The icon of a kind, centred on a place; a little smaller where the spine is narrow. */
export function icon(kind: Kind, x: number, y: number, narrow = false): Element {
  const size = narrow ? narrowIcon : iconSize;
  const at = (value: number): string => decimal(value - size / 2);
  const scale = narrow ? ` scale(${decimal(size / iconSize)})` : '';
  return s('path', { className: 'd-icon', transform: `translate(${at(x)} ${at(y)})${scale}`, d: icons[kind] });
}

/** The lines of a block from `top` down, flush at `x`. */
export function drawBlock(block: Block, x: number, top: number): readonly Element[] {
  const drawn: Element[] = [];
  let y = top;
  for (const { runs, bullets, height, gap, step } of block.lines) {
    if (step) drawn.push(...drawStep(x + 7, y + 1, y + gap));
    const centre = y + gap + height / 2;
    for (const bullet of bullets)
      drawn.push(
        s('path', {
          className: 'd-bullet',
          d: pathData([moveTo(x + bullet, Math.round(centre) + 0.5), lineTo(x + bullet + 5, Math.round(centre) + 0.5)]),
        }),
      );
    for (const { text, x: indent, className, style } of runs)
      drawn.push(s('text', { className, x: x + indent, y: centre + style.size * baseline }, text));
    y += gap + height;
  }
  return drawn;
}

/** The arrow from one step to the next. */
function drawStep(x: number, top: number, bottom: number): readonly Element[] {
  const at = Math.round(x) + 0.5;
  return [
    s('path', { className: 'd-wire', d: pathData([moveTo(at, top), lineTo(at, bottom - 5.5)]) }),
    s('path', {
      className: 'd-head',
      d: pathData(
        [moveTo(at, bottom), lineTo(at - 3.5, bottom - 8), lineTo(at, bottom - 6), lineTo(at + 3.5, bottom - 8)],
        true,
      ),
    }),
  ];
}

interface Setting {
  readonly align: 'start' | 'middle' | 'end';
  /** Takes the place of the lines' own class. */
  readonly className: string | null;
}

/** A block with its middle at `y` and its lines on `x`. */
export function drawAligned(block: Block, x: number, y: number, setting: Setting): readonly Element[] {
  let top = y - block.height / 2;
  return block.lines.flatMap(({ runs, height, gap }) => {
    const centre = top + gap + height / 2;
    top += gap + height;
    return drawLine(runs, x, centre, setting);
  });
}

/** The runs of one line as one text, its middle at `y`. */
export function drawLine(
  runs: readonly Run[],
  x: number,
  y: number,
  { align, className }: Setting,
): readonly Element[] {
  const [run] = runs;
  if (!run) return [];
  const size = className === null ? run.style.size : textStyles.item.size;
  const own = className ?? run.className;
  return [
    s(
      'text',
      {
        className: align === 'middle' ? `${own} d-mid` : own,
        x,
        y: y + size * baseline,
        textAnchor: align === 'end' ? 'end' : undefined,
      },
      runs.map(({ text }) => text).join(' '),
    ),
  ];
}
