import type { Point } from '../model.ts';

/** A cell as a key of maps and sets. */
export type CellKey = number;

/** More than any drawing has rows or columns. */
const LONGEST = 2 ** 26;

export function keyOf({ row, column }: Point): CellKey {
  return keyAt(row, column);
}

/** Cells in the order of these keys stand row by row; with columns for rows, column by column. */
export function keyAt(row: number, column: number): CellKey {
  return row * LONGEST + column;
}
