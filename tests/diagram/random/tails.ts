import type { PlacedBand, PlacedBox } from './layout.ts';
import type { Link } from './links.ts';
import { joined, type LineEnd, type Scene } from './scene.ts';
import { loopLength, tailLength } from './sizes.ts';

const touching: LineEnd = { meets: 'touch', head: 'none' };
const pointing: LineEnd = { meets: 'touch', head: 'before' };

/** Draws what leaves the last box of a band to the right; nothing where that box has no room for it. */
export function drawTail(scene: Scene, { band, boxes }: PlacedBand): Link[] {
  const last = boxes.at(-1);
  if (band.tail === null || last === undefined) return [];
  return band.tail.kind === 'words' ? drawWords(scene, last, band.tail.words) : drawLoop(scene, last, band.tail.label);
}

/** A line to words that stand free. */
function drawWords(scene: Scene, { rect, rightPart, sideRows: [row] }: PlacedBox, words: string): Link[] {
  if (row === undefined) return [];
  const start = { row, column: rect.right };
  const end = { row, column: start.column + tailLength - 1 };
  scene.lines.push({ from: start, to: end, start: touching, end: pointing });
  scene.tails.push({ start, end, words, at: { row, column: end.column + 1 } });
  return [{ from: rightPart, to: words, head: 'forward', label: null }];
}

/**
 * A line that comes back to the box that it leaves.
 *
 *     │ Worker ├───┐
 *     │        │   │ retries
 *     │        │◄──┘
 */
function drawLoop(scene: Scene, { rect, rightPart, sideRows }: PlacedBox, label: string | null): Link[] {
  const [top, bottom] = [sideRows[0], sideRows.at(-1)];
  if (top === undefined || bottom === undefined || bottom - top < 2) return [];
  const column = rect.right + loopLength - 1;
  const [upper, lower] = [
    { row: top, column },
    { row: bottom, column },
  ];
  scene.lines.push(
    { from: { row: top, column: rect.right }, to: upper, start: joined, end: joined },
    { from: upper, to: lower, start: joined, end: joined },
    { from: lower, to: { row: bottom, column: rect.right }, start: joined, end: pointing },
  );
  if (label !== null)
    scene.labels.push({
      from: upper,
      to: lower,
      place: 'beside',
      rows: [label],
      at: { row: Math.floor((top + bottom) / 2), column: column + 2 },
    });
  return [{ from: rightPart, to: rightPart, head: 'forward', label }];
}
