import type { Opening } from './frames.ts';
import { areBlank } from '../geometry/cells.ts';
import { HORIZONTAL, VERTICAL } from '../ink/glyphs.ts';
import type { Linework } from './linework.ts';

/**
 * Whether a box has no lower edge: both its walls stood straight below the corners, with nothing but words between, and end
 * above this row. Lines may leave it there; words or heads below the walls are what the two legs of a fork lead to.
 *
 *     +--------+
 *     | Orders |---->
 */
export function endsOpen({ ink }: Linework, { left, right, missing, walls }: Opening, row: number): boolean {
  if (missing.length > 0) return false;
  const from = row - walls.length;
  const isDrawn = (at: number, arms: number) =>
    ink.cells[at]?.slice(left + 1, right).some((cell) => cell && (cell.arms & arms) !== 0) ?? false;
  const endsOver = (at: number) => (wall: number) => !areBlank(ink.grid, at, wall - 1, wall + 2);
  return (
    ![left, right].some(endsOver(row)) &&
    ![left, right].every(endsOver(row + 1)) &&
    !isDrawn(row, HORIZONTAL) &&
    !isDrawn(row + 1, HORIZONTAL) &&
    walls.every((wall, k) => wall.left === left && wall.right === right && !isDrawn(from + k, HORIZONTAL | VERTICAL)) &&
    walls.some((_, k) => !areBlank(ink.grid, from + k, left + 1, right))
  );
}
