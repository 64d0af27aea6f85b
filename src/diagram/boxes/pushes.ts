import type { Frame } from './frames.ts';
import { firstFrom } from '../geometry/sorted.ts';

/** How the walls of the rows push what stands right of them. */
export interface Pushes {
  /** By how many columns a place is pushed; below zero where a wall falls short. */
  readonly at: (row: number, column: number) => number;
  /** Where what straight rows have in one column stands on this row. */
  readonly columnsOf: (row: number, straight: number) => readonly number[];
}

const FARTHEST = 24;

/**
 * A text that is too long pushes its wall out, and with it all that follows on the row: the lines there go on above and below
 * as many columns to the left.
 *
 *     ├───┐
 *     │    │   │
 *     │◄──┘
 */
export function pushesOf(frames: readonly Frame[]): Pushes {
  const rows: { readonly column: number; readonly off: number }[][] = [];
  for (const { top, left, right, walls } of frames)
    walls.forEach((wall, k) => {
      const row = (rows[top + 1 + k] ??= []);
      if (wall.left !== null) row.push({ column: wall.left, off: wall.left - left });
      if (wall.right !== null) row.push({ column: wall.right, off: wall.right - right });
    });
  const isPushed = rows.map((row) => row.some(({ off }) => off !== 0));
  for (const row of rows) row?.sort((a, b) => a.column - b.column);
  return { at, columnsOf };

  function at(row: number, column: number): number {
    if (isPushed[row] !== true) return 0;
    const walls = rows[row] ?? [];
    return walls[firstFrom(walls, (wall) => wall.column >= column) - 1]?.off ?? 0;
  }

  function columnsOf(row: number, straight: number): readonly number[] {
    const walls = rows[row];
    if (isPushed[row] !== true || !walls) return [straight];
    const columns: number[] = [];
    // between two walls all is pushed as the first of them is
    const last = straight + FARTHEST;
    for (let k = firstFrom(walls, ({ column }) => column >= straight - FARTHEST) - 1; k < walls.length; k++) {
      const { column, off } = walls[k] ?? { column: -Infinity, off: 0 };
      if (column >= last) break;
      const place = straight + off;
      if (Math.abs(off) <= FARTHEST && column < place && place <= (walls[k + 1]?.column ?? Infinity))
        columns.push(place);
    }
    return columns;
  }
}
