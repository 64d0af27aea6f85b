import type { Point } from '../model.ts';

/** A cell as a key of maps and sets. */
export type CellKey = number;

/** No row of a text is as long as this. */
const LONGEST_ROW = 2 ** 30;

export function keyOf({ row, column }: Point): CellKey {
  return row * LONGEST_ROW + column;
}
