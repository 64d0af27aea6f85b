import { HORIZONTAL, VERTICAL, isUpright, slantOf } from '../ink/glyphs.ts';
import { isBlank } from './cells.ts';
import type { Linework } from '../boxes/linework.ts';
import type { InkCell } from '../model.ts';

/** The ink of a cell. */
export function cellAt(linework: Linework, row: number, column: number): InkCell | null {
  return linework.ink.cells[row]?.[column] ?? null;
}

/** An ASCII corner or joint. */
export function isPlus(linework: Linework, row: number, column: number): boolean {
  return cellAt(linework, row, column)?.glyph === '+';
}

/** A bar that goes on straight above and below. */
export function isWall(linework: Linework, row: number, column: number): boolean {
  return (uprightArms(linework, row, column) & VERTICAL) === VERTICAL;
}

/** The arms of a cell; a diagonal and a head that points up or down have none that a wall could be. */
function uprightArms(linework: Linework, row: number, column: number): number {
  const cell = cellAt(linework, row, column);
  return cell && slantOf(cell) === 0 && !isUpright(cell.head) ? cell.arms : 0;
}

/** A bar at most `reach` columns aside. With `inward` corners do not count, nor joints with this arm: they are those of another frame. */
export function hasBarNear(linework: Linework, row: number, column: number, reach: number, inward = 0): boolean {
  for (let off = -reach; off <= reach; off++) {
    const arms = uprightArms(linework, row, column + off);
    const other = inward !== 0 && (arms & VERTICAL) !== VERTICAL ? HORIZONTAL : inward;
    if ((arms & VERTICAL) !== 0 && (arms & other) === 0) return true;
  }
  return false;
}

/** Nothing stands in the cell that a rail would go on to. */
export function deadEnd(linework: Linework, row: number, column: number, step: 1 | -1): boolean {
  return !cellAt(linework, row, column + step) && isBlank(linework.ink.grid, row, column + step);
}
