import { VERTICAL } from '../ink/glyphs.ts';
import type { Ink } from '../model.ts';

/** Whether a piece of writing that begins at a cell stands in a column of remarks. */
export type RemarkColumns = (row: number, column: number) => boolean;

/** The last piece of a row that two blanks part, right of other things. */
interface Piece {
  readonly row: number;
  readonly column: number;
  /** Blanks before it. */
  readonly gap: number;
  readonly hasArrow: boolean;
}

/** Rows from one remark to the next. */
const FARTHEST = 3;

/**
 * Finds the columns in which remarks were set: the last pieces of two rows or more begin at one column, though what stands
 * left of them ends at several. No line is drawn in them or hangs from them; arrows are part of a sentence.
 *
 *     crop()       box of what is not zero
 *       ↓
 *     resize()     linear → (128, 128)
 *              ^^^ of another width than above
 */
export function findRemarkColumns(ink: Ink): RemarkColumns {
  const open = new Map<number, Piece[]>();
  const found = new Set<Piece>();
  const starts: (number | undefined)[] = [];
  ink.grid.cells.forEach((_, row) => {
    const piece = pieceOf(ink, row);
    if (!piece) return;
    const column = open.get(piece.column);
    if (column && row - (column.at(-1)?.row ?? 0) <= FARTHEST) column.push(piece);
    else {
      settle(column);
      open.set(piece.column, [piece]);
    }
  });
  for (const column of open.values()) settle(column);
  for (const { row, column } of found) starts[row] = column;
  return (row, column) => starts[row] === column;

  function settle(column: readonly Piece[] = []): void {
    const gaps = new Set(column.map(({ gap }) => gap));
    const arrows = column.filter(({ hasArrow }) => hasArrow).length;
    if (gaps.size > 1 && arrows * 2 < column.length) for (const piece of column) found.add(piece);
  }
}

function pieceOf({ grid, cells }: Ink, row: number): Piece | null {
  const line = grid.cells[row] ?? [];
  let column = line.length - 1;
  while (column > 1 && !(line[column - 1] === ' ' && line[column - 2] === ' ')) column--;
  let gap = 0;
  while (line[column - gap - 1] === ' ') gap++;
  if (column <= 1 || gap === column) return null;
  const drawn = cells[row]?.slice(column) ?? [];
  if (drawn.some((cell) => cell && (cell.arms !== 0 || cell.head === 'up' || cell.head === 'down'))) return null;
  const hangs = [row - 1, row + 1].some((near) =>
    cells[near]?.slice(column).some((cell) => cell && ((cell.arms & VERTICAL) !== 0 || cell.head !== null)),
  );
  return hangs ? null : { row, column, gap, hasArrow: drawn.some((cell) => cell !== null) };
}
