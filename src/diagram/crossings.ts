import { DIRECTIONS, DOWN, LEFT, OPPOSITE, RIGHT, UP } from './glyphs.ts';
import type { LineCell } from './lines.ts';
import type { Direction } from './model.ts';

const ALL = UP | RIGHT | DOWN | LEFT;

/**
 * Cells where two lines cross without meeting. A `┼` joins where both arms of one axis end in turns to the same side
 * (the rail of a fork or a merge), or where crossing would leave an end without a box or a head:
 *
 *     ┌───┼───┐  joins        └───┼───┐  crosses, if all four ways lead to something
 */
export function findCrossings(cells: readonly LineCell[]): ReadonlySet<number> {
  const candidates = cells.filter(
    ({ ink, arms }) =>
      (ink.arms & ALL) === ALL && !ink.marker && ink.head === null && DIRECTIONS.every((direction) => arms[direction]),
  );
  const four = new Set(candidates.map(({ index }) => index));
  const crossings = new Set<number>();
  for (const cell of candidates) {
    if (sameTurn(cell, 'left', 'right') || sameTurn(cell, 'up', 'down')) continue;
    if (DIRECTIONS.every((direction) => leadsSomewhere(cell, direction))) crossings.add(cell.index);
  }
  return crossings;

  function next(cell: LineCell, direction: Direction): LineCell | undefined {
    const arm = cell.arms[direction];
    return arm?.kind === 'cell' ? cells[arm.to] : undefined;
  }

  function sameTurn(cell: LineCell, one: Direction, other: Direction): boolean {
    const first = turnsOf(cell, one);
    const second = turnsOf(cell, other);
    return first.some((side) => second.includes(side));
  }

  /** The sides to which the straight run from a cell turns where it ends; none where it ends otherwise. */
  function turnsOf(cell: LineCell, direction: Direction): Direction[] {
    let at = next(cell, direction);
    while (at) {
      const sides = DIRECTIONS.filter((side) => side !== direction && side !== OPPOSITE[direction] && at?.arms[side]);
      if (sides.length > 0 && !four.has(at.index)) return sides;
      at = next(at, direction);
    }
    return [];
  }

  /** Some way from here, straight through other crossings, ends at a box, at words or in a head. */
  function leadsSomewhere(from: LineCell, direction: Direction): boolean {
    const seen = new Set<string>();
    const queue: { cell: LineCell; entered: Direction }[] = [];
    const visit = (cell: LineCell, side: Direction): boolean => {
      const arm = cell.arms[side];
      if (!arm) return false;
      if (arm.kind !== 'cell') return arm.kind === 'part' || arm.kind === 'words' || arm.head;
      const to = cells[arm.to];
      const key = to ? `${String(to.index)}${four.has(to.index) ? side : ''}` : '';
      if (to && to.index !== from.index && !seen.has(key)) {
        seen.add(key);
        queue.push({ cell: to, entered: side });
      }
      return false;
    };
    if (visit(from, direction)) return true;
    for (let at = queue.pop(); at; at = queue.pop()) {
      const { cell, entered } = at;
      const sides = four.has(cell.index) ? [entered] : DIRECTIONS.filter((side) => side !== OPPOSITE[entered]);
      for (const side of sides) if (visit(cell, side)) return true;
    }
    return false;
  }
}
