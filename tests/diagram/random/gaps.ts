import type { Canvas, Ends } from './canvas.ts';
import type { PlacedBand, PlacedBox } from './layout.ts';
import type { Look } from './plan.ts';
import { tailLength, type Gap } from './sizes.ts';

/** A connection as the truth states it. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly head: 'forward' | 'both' | 'none';
  readonly label: string | null;
}

/** Draws the lines between neighbours of a band. Returns what they mean; a gap without a common row stays empty. */
export function drawGaps(canvas: Canvas, { band, boxes }: PlacedBand, look: Look): Link[] {
  return band.gaps.flatMap((gap, index) => {
    const [left, right] = [boxes[index], boxes[index + 1]];
    return left && right ? drawGap(canvas, look === 'ascii' ? withPlainWalls(gap) : gap, left, right) : [];
  });
}

/** Nobody writes `>` for a wall of `|`: it would read as a word. */
function withPlainWalls(gap: Gap): Gap {
  return gap.plan.ports === 'head-in-border' ? { ...gap, plan: { ...gap.plan, ports: 'touch' } } : gap;
}

function drawGap(canvas: Canvas, gap: Gap, left: PlacedBox, right: PlacedBox): Link[] {
  const rows = left.sideRows.filter((row) => right.sideRows.includes(row));
  const [first, last] = [rows[0], rows.at(-1)];
  if (gap.plan.line === 'none' || first === undefined || last === undefined) return [];
  const parts = { left: left.rightPart, right: right.leftPart };
  const [label = null, second = null] = gap.labels;
  if (gap.plan.line !== 'pair') {
    const row = rows[gap.plan.row % rows.length] ?? first;
    return [
      drawSideLine(
        canvas,
        gap,
        { row, from: left.rect.right, to: right.rect.left },
        gap.plan.line,
        gap.plan.label,
        label,
        parts,
      ),
    ];
  }
  // the second line of a pair keeps clear of the first one and of the words between them
  if (last - first < 2) return [];
  return [
    drawSideLine(
      canvas,
      gap,
      { row: first, from: left.rect.right, to: right.rect.left },
      'right',
      label === null ? 'none' : 'above',
      label,
      parts,
    ),
    drawSideLine(
      canvas,
      gap,
      { row: last, from: left.rect.right, to: right.rect.left },
      'left',
      second === null ? 'none' : 'below',
      second,
      parts,
    ),
  ];
}

interface Run {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

function drawSideLine(
  canvas: Canvas,
  gap: Gap,
  { row, from, to }: Run,
  line: 'right' | 'left' | 'both' | 'plain',
  place: Gap['plan']['label'],
  label: string | null,
  parts: { readonly left: string; readonly right: string },
): Link {
  const ports = line === 'plain' && gap.plan.ports !== 'tee' ? 'touch' : gap.plan.ports;
  const inset = ports === 'blank' ? 2 : 0;
  const ends: Ends = { from: ports !== 'touch', to: ports !== 'touch' };
  const heads = { left: line === 'left' || line === 'both', right: line === 'right' || line === 'both' };
  canvas.line(
    { row, column: from + inset },
    { row, column: to - inset },
    { from: ends.from && !(heads.left && ports === 'tee'), to: ends.to && !(heads.right && ports === 'tee') },
  );
  const step = ports === 'head-in-border' ? 0 : Math.max(1, inset);
  if (heads.right) canvas.head({ row, column: to - step }, 'right');
  if (heads.left) canvas.head({ row, column: from + step }, 'left');
  if (label !== null) writeLabel(canvas, { row, from, to }, place, label);
  const [tail, target] = line === 'left' ? [parts.right, parts.left] : [parts.left, parts.right];
  return { from: tail, to: target, head: line === 'both' ? 'both' : line === 'plain' ? 'none' : 'forward', label };
}

function writeLabel(canvas: Canvas, { row, from, to }: Run, place: Gap['plan']['label'], label: string): void {
  const words = place === 'on' ? ` ${label} ` : label;
  const column = from + 1 + Math.floor((to - from - 1 - words.length) / 2);
  canvas.write({ row: row + { none: 0, above: -1, on: 0, below: 1 }[place], column }, words);
}

/** A line from the last box of a band to words that stand free. */
export function drawTail(canvas: Canvas, { band, boxes }: PlacedBand): Link[] {
  const last = boxes.at(-1);
  const row = last?.sideRows[0];
  if (band.tail === null || last === undefined || row === undefined) return [];
  const start = last.rect.right;
  canvas.line({ row, column: start }, { row, column: start + tailLength - 2 }, { from: false, to: true });
  canvas.head({ row, column: start + tailLength - 2 }, 'right');
  canvas.write({ row, column: start + tailLength }, band.tail);
  return [{ from: last.rightPart, to: band.tail, head: 'forward', label: null }];
}
