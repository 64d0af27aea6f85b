import { ARM, DIRECTIONS, DOWN, isUpright, LEFT, RIGHT, UP } from '../ink/glyphs.ts';
import type { LineCell } from './lines.ts';
import type { Direction } from '../model.ts';
import { waysOf } from './ways.ts';

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
      (ink.arms & ALL) === ALL && !ink.marker && ink.head === null && arms.up && arms.right && arms.down && arms.left,
  );
  if (candidates.length === 0) return new Set();
  const four = new Uint8Array(cells.length);
  for (const { index } of candidates) four[index] = 1;
  const turns = turnsOf(cells, four);
  const leads = waysOf(cells, four);
  const crossings = new Set<number>();
  for (const cell of candidates) {
    if ((turns(cell, 'left') & turns(cell, 'right')) !== 0 || (turns(cell, 'up') & turns(cell, 'down')) !== 0) continue;
    if (DIRECTIONS.every((direction) => leads(cell, direction))) crossings.add(cell.index);
  }
  return crossings;
}

/** Says that a run was followed before; the bits of the sides come on top. */
const KNOWN = 16;

/** The sides to which the straight run from a cell turns where it ends, as bits; none where it ends otherwise. */
function turnsOf(cells: readonly LineCell[], four: Uint8Array): (cell: LineCell, direction: Direction) => number {
  const known: Readonly<Record<Direction, Uint8Array>> = {
    up: new Uint8Array(cells.length),
    right: new Uint8Array(cells.length),
    down: new Uint8Array(cells.length),
    left: new Uint8Array(cells.length),
  };
  return (cell, direction) => {
    const before = known[direction];
    let found = before[cell.index] ?? 0;
    for (let at = cell; found === 0;) {
      const next = nextTo(at, direction);
      if (!next) found = KNOWN;
      else {
        found = before[next.index] || turnsAt(next, direction);
        at = next;
      }
    }
    // what was walked over ends where this run does
    for (let at: LineCell | undefined = cell; at && before[at.index] === 0; at = nextTo(at, direction)) {
      if (at !== cell && turnsAt(at, direction) !== 0) break;
      before[at.index] = found;
    }
    return found & ALL;
  };

  function nextTo({ arms }: LineCell, direction: Direction): LineCell | undefined {
    const arm = arms[direction];
    return arm?.kind === 'cell' ? cells[arm.to] : undefined;
  }

  /** 0 where the run goes straight on. */
  function turnsAt({ index, arms }: LineCell, direction: Direction): number {
    if (four[index] === 1) return 0;
    const [one, other]: readonly Direction[] = isUpright(direction) ? ['right', 'left'] : ['up', 'down'];
    const sides = (one && arms[one] ? ARM[one] : 0) | (other && arms[other] ? ARM[other] : 0);
    return sides === 0 ? 0 : KNOWN | sides;
  }
}
