import { DIRECTIONS, DOWN, LEFT, OPPOSITE, RIGHT, UP } from './glyphs.ts';
import type { LineCell } from './lines.ts';
import type { Direction } from './model.ts';
import { waysOf } from './ways.ts';

const ALL = UP | RIGHT | DOWN | LEFT;
const NONE: readonly Direction[] = [];

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
  const turns = turnsOf(cells, four);
  const leads = waysOf(cells, four);
  const crossings = new Set<number>();
  for (const cell of candidates) {
    if (sameTurn(cell, 'left', 'right') || sameTurn(cell, 'up', 'down')) continue;
    if (DIRECTIONS.every((direction) => leads(cell, direction))) crossings.add(cell.index);
  }
  return crossings;

  function sameTurn(cell: LineCell, one: Direction, other: Direction): boolean {
    const second = turns(cell, other);
    return turns(cell, one).some((side) => second.includes(side));
  }
}

/** The sides to which the straight run from a cell turns where it ends; none where it ends otherwise. */
function turnsOf(
  cells: readonly LineCell[],
  four: ReadonlySet<number>,
): (cell: LineCell, direction: Direction) => readonly Direction[] {
  const known = Object.fromEntries(
    DIRECTIONS.map((direction) => [direction, new Map<LineCell, readonly Direction[]>()]),
  ) as Record<Direction, Map<LineCell, readonly Direction[]>>;
  return (cell, direction) => {
    const run: LineCell[] = [];
    let found = known[direction].get(cell);
    for (let at = cell; !found;) {
      run.push(at);
      const arm = at.arms[direction];
      const next = arm?.kind === 'cell' ? cells[arm.to] : undefined;
      found = next ? (known[direction].get(next) ?? turnsAt(next, direction)) : NONE;
      if (next) at = next;
    }
    for (const each of run) known[direction].set(each, found);
    return found;
  };

  /** `undefined` where the run goes straight on. */
  function turnsAt(cell: LineCell, direction: Direction): readonly Direction[] | undefined {
    const sides = DIRECTIONS.filter((side) => side !== direction && side !== OPPOSITE[direction] && cell.arms[side]);
    return sides.length > 0 && !four.has(cell.index) ? sides : undefined;
  }
}
