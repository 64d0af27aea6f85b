import type { Frame } from '../boxes/frames.ts';
import { isBlank, textOf } from '../geometry/cells.ts';
import { largest } from '../geometry/extent.ts';
import { DOWN, HORIZONTAL, VERTICAL } from '../ink/glyphs.ts';
import type { Ink, InkCell } from '../model.ts';

const item = /^\s*(?:[-*•]\s|\d{1,2}[.)]\s|#)/u;
const soft = /[-=~.·<>→←⇒⇐↔▶►◀◄:]/u;

/**
 * The last row of the drawing; all below is prose. A drawing goes on as long as there are frames or line-work (arrows in
 * prose do not count where there are frames), and a few rows more: words at the end of a line or a label right below it.
 */
export function lastDrawnRow(ink: Ink, frames: readonly Frame[]): number {
  const { cells } = ink.grid;
  const lowest = largest(frames.map(({ bottom }) => bottom));
  const isDrawn = (cell: InkCell | null): boolean =>
    cell !== null && (frames.length === 0 || !soft.test(cell.glyph) || isJoint(cell));
  const last = Math.max(
    lowest,
    ink.cells.findLastIndex((line) => line.some(isDrawn)),
  );
  if (last < 0) return last;
  let row = last + 1;
  const hangs = hangsBelow(ink, last);
  if (hangs || (last > lowest && isUnderLine(ink, last))) row++;
  const wordsAt = hangs ? indentOf(cells[last + 1]) - 1 : startOfWords(ink, last);
  const reach = wordsAt < Infinity ? MANY_ROWS : 3;
  while (
    row - last <= reach &&
    (cells[row]?.length ?? 0) > 0 &&
    (!startsProse(textOf(ink.grid, row)) || indentOf(cells[row]) > wordsAt)
  )
    row++;
  const goesOn = row - last > reach && (cells[row]?.length ?? 0) > 0;
  if (goesOn) return last;
  // a head that points down may have its words one blank row below
  return row === last + 1 && ink.cells[last]?.some((cell) => cell?.head === 'down') ? row + 1 : row - 1;
}

/** An item of a list or a heading. */
function startsProse(line: string): boolean {
  return line.endsWith(':') || item.test(line);
}

/** A sign of a line that other lines meet: the `:` of `:---- GET --->:`. */
function isJoint({ arms }: InkCell): boolean {
  return (arms & HORIZONTAL) !== 0 && (arms & VERTICAL) !== 0;
}

/** Rows of words that may hang from the lines of the last row. */
const MANY_ROWS = 8;

/** Lines end on this row, each right above words: with those they stay, whatever they look like. */
function hangsBelow(ink: Ink, row: number): boolean {
  const drawn = (ink.cells[row] ?? []).flatMap((cell, column) =>
    cell && ((cell.arms & DOWN) !== 0 || cell.head === 'down') ? [column] : [],
  );
  return (
    drawn.length > 0 &&
    drawn.every((column) => [column, column - 1, column + 1].some((near) => !isBlank(ink.grid, row + 1, near)))
  );
}

/** Below this row stands one row of words, all of it under a level line: the label of a step. */
function isUnderLine({ grid, cells }: Ink, row: number): boolean {
  const below = grid.cells[row + 1] ?? [];
  if (below.at(-1) === ':' || (grid.cells[row + 2]?.length ?? 0) > 0) return false;
  return below.every((cell, column) => cell === ' ' || ((cells[row]?.[column]?.arms ?? 0) & HORIZONTAL) !== 0);
}

/** The column of the words on a row that ends in words after a line; items below them that are set deeper are theirs. */
function startOfWords(ink: Ink, row: number): number {
  const lastInk = (ink.cells[row] ?? []).findLastIndex((cell) => cell !== null);
  const start = (ink.grid.cells[row] ?? []).findIndex((cell, column) => column > lastInk && cell !== ' ');
  return start < 0 ? Infinity : start;
}

function indentOf(cells: readonly string[] | undefined): number {
  return cells?.findIndex((cell) => cell !== ' ') ?? 0;
}
