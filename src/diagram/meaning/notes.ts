import type { Frame } from '../boxes/frames.ts';
import { DOWN, HORIZONTAL, VERTICAL } from '../ink/glyphs.ts';
import type { Ink, InkCell } from '../model.ts';

const startsProse = /^\s*(?:[-*•]\s|\d{1,2}[.)]\s|#)|\p{L}.*:\s*$/u;
const soft = /[-=~.·<>→←⇒⇐↔▶►◀◄:]/u;

/**
 * The last row of the drawing; all below is prose. A drawing goes on as long as there are frames or line-work (arrows in
 * prose do not count where there are frames), and a few rows more: words at the end of a line or a label right below it.
 */
export function lastDrawnRow(ink: Ink, frames: readonly Frame[]): number {
  const { cells, height } = ink.grid;
  const lowest = frames.reduce((row, frame) => Math.max(row, frame.bottom), -1);
  let last = lowest;
  for (let row = height - 1; row > last; row--) {
    const drawn =
      ink.cells[row]?.some(
        (cell) => cell !== null && (frames.length === 0 || !soft.test(cell.glyph) || isJoint(cell)),
      ) ?? false;
    if (drawn) last = row;
  }
  if (last < 0) return height - 1;
  let row = last + 1;
  const pointed = pointedAt(ink, last);
  const hangs = hangsBelow(ink, last);
  if (pointed < Infinity || hangs || (last > lowest && isStepUnderLine(ink, last))) row++;
  const wordsAt = Math.min(startOfWords(ink, last), pointed - 1);
  const reach = hangs || wordsAt < Infinity ? MANY_ROWS : 3;
  while (
    row < height &&
    row - last <= reach &&
    (cells[row]?.length ?? 0) > 0 &&
    (!startsProse.test(cells[row]?.join('') ?? '') || indentOf(cells[row]) > wordsAt)
  )
    row++;
  const goesOn = row < height && row - last > reach && (cells[row]?.length ?? 0) > 0;
  if (goesOn) return last;
  // a head that points down may have its words one blank row below
  const pointsDown = ink.cells[last]?.some((cell) => cell?.head === 'down') ?? false;
  if (row === last + 1 && pointsDown && (cells[row]?.length ?? 1) === 0 && (cells[row + 1]?.length ?? 0) > 0)
    return row + 1;
  return row - 1;
}

/** A sign of a line that other lines meet: the `:` of `:---- GET --->:`. */
function isJoint({ arms }: InkCell): boolean {
  return (arms & HORIZONTAL) !== 0 && (arms & VERTICAL) !== 0;
}

/** Rows of words that may hang from the lines of the last row. */
const MANY_ROWS = 8;

/** Several lines end on this row, each right above words. */
function hangsBelow(ink: Ink, row: number): boolean {
  const below = ink.grid.cells[row + 1] ?? [];
  const drawn = (ink.cells[row] ?? []).flatMap((cell, column) =>
    cell && ((cell.arms & DOWN) !== 0 || cell.head === 'down') ? [column] : [],
  );
  return (
    drawn.length > 1 &&
    drawn.every((column) => [column, column - 1, column + 1].some((near) => (below[near] ?? ' ') !== ' '))
  );
}

/** Below this row stands one row of words with a number, all of it under a level line: the label of a step. */
function isStepUnderLine({ grid, cells }: Ink, row: number): boolean {
  const below = grid.cells[row + 1] ?? [];
  const indent = indentOf(below);
  if (!/\d/u.test(below[indent] ?? '') || below.at(-1) === ':' || (grid.cells[row + 2]?.length ?? 0) > 0) return false;
  return below.every((_, column) => column < indent || ((cells[row]?.[column]?.arms ?? 0) & HORIZONTAL) !== 0);
}

/** The column of the last words on a row that ends in words after a line; items below them that are set deeper are theirs. */
function startOfWords(ink: Ink, row: number): number {
  const line = ink.cells[row] ?? [];
  const cells = ink.grid.cells[row] ?? [];
  const lastInk = line.findLastIndex((cell) => cell !== null);
  const start = cells.findIndex((cell, column) => column > lastInk && cell !== ' ');
  return lastInk < 0 || start < 0 || start - lastInk > 3 ? Infinity : start;
}

function indentOf(cells: readonly string[] | undefined): number {
  return cells?.findIndex((cell) => cell !== ' ') ?? 0;
}

/** The column of the words right below the only head of a row; with those they stay, whatever they look like. */
function pointedAt(ink: Ink, row: number): number {
  const heads = (ink.cells[row] ?? []).flatMap((cell, column) => (cell?.head === 'down' ? [column] : []));
  const [head, another] = heads;
  const below = ink.grid.cells[row + 1] ?? [];
  if (head === undefined || another !== undefined) return Infinity;
  if ([head, head - 1, head + 1].every((near) => (below[near] ?? ' ') === ' ')) return Infinity;
  return indentOf(below);
}
