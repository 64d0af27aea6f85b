import type { Frame } from './frames.ts';
import type { Ink } from './model.ts';

const startsProse = /^\s*(?:[-*•]\s|\d{1,2}[.)]\s|#)|:\s*$/u;
const soft = /[-=~.·<>→←⇒⇐↔▶►◀◄:]/u;

/**
 * The last row of the drawing; all below is prose. A drawing goes on as long as there are frames or line-work (arrows in
 * prose do not count where there are frames), and a few rows more: words at the end of a line or a label right below it.
 */
export function lastDrawnRow(ink: Ink, frames: readonly Frame[]): number {
  const { cells, height } = ink.grid;
  let last = frames.reduce((row, frame) => Math.max(row, frame.bottom), -1);
  for (let row = height - 1; row > last; row--) {
    const drawn =
      ink.cells[row]?.some((cell) => cell !== null && (frames.length === 0 || !soft.test(cell.glyph))) ?? false;
    if (drawn) last = row;
  }
  if (last < 0) return height - 1;
  let row = last + 1;
  while (
    row < height &&
    row - last <= 3 &&
    (cells[row]?.length ?? 0) > 0 &&
    !startsProse.test(cells[row]?.join('') ?? '')
  )
    row++;
  const goesOn = row < height && row - last > 3 && (cells[row]?.length ?? 0) > 0;
  if (goesOn) return last + 1 < height && (cells[last + 1]?.length ?? 0) > 0 ? last : row - 1;
  // a head that points down may have its words one blank row below
  const pointsDown = ink.cells[last]?.some((cell) => cell?.head === 'down') ?? false;
  if (row === last + 1 && pointsDown && (cells[row]?.length ?? 1) === 0 && (cells[row + 1]?.length ?? 0) > 0)
    return row + 1;
  return row - 1;
}
