import { cheapestPairs, type RowInk } from './wall-pairs.ts';

/** A wall that an open frame should have on the next row. */
export interface ExpectedWall<Owner> {
  readonly owner: Owner;
  readonly side: 'left' | 'right';
  /** Where the corner stands, and where the wall stood last. */
  readonly column: number;
  readonly last: number;
  /** Its place among the walls of the row; an outer wall comes after those inside. */
  readonly order: number;
  /** No row has shown it yet. */
  readonly unseen?: boolean;
  /** Words run over its column: the bar right behind them. */
  readonly behindWords?: number | null;
}

const FARTHEST = 4;
/** How much farther than the wall before it one of the outer right walls may be, and how many of these there are. */
const FARTHEST_OUTER = 12;
const OUTER_WALLS = 2;

/**
 * Shares the bars of one row out among the walls that are expected on it. Order is kept, so that a text that pushed one
 * wall pushes the walls to the right of it too:
 *
 *     expected  │         │   │        │
 *     found     │ Pod α    │   │ Pod β  │
 *
 * The cheapest sharing wins: a column off costs one, a wall without a bar more than the farthest shift; a bar without a
 * wall (a line, an inner wall) costs nothing. `wide` is the number of wide graphemes on the row: each may have moved what follows by one.
 */
export function matchWalls<Owner>(
  expected: readonly ExpectedWall<Owner>[],
  bars: readonly number[],
  wide: number,
  ink: RowInk,
): ReadonlyMap<Owner, { readonly left: number | null; readonly right: number | null }> {
  const walls = [...expected].sort((a, b) => a.order - b.order || (a.side === 'right' ? -1 : 1));
  const reach = FARTHEST + wide;
  // what words have pushed far takes all along that follows
  const farthest = walls.reduce((most, { column, behindWords }) => Math.max(most, (behindWords ?? column) - column), 0);
  const sight = Math.max(reach, farthest);
  const result = new Map<Owner, { left: number | null; right: number | null }>();
  for (const wall of walls) result.set(wall.owner, { left: null, right: null });

  const pairs = drifts(walls, bars, reach)
    ? walls.map((wall, k) => [wall, bars[k] ?? wall.column] as const)
    : cheapestPairs(walls, bars, reach, ink, sight);
  for (const [wall, bar] of pairs) {
    const found = result.get(wall.owner);
    if (found) found[wall.side] = bar;
  }
  return result;
}

/**
 * Every box of the row has pushed the next one further, so that the last stands out of reach: as many bars as walls, each
 * about as far off as the one before it. Right walls may have been pushed by long words, into the gap before the next box too.
 *
 *     +------+    +------+    +------+
 *     |  alpha  |    |  beta   |    |  gamma  |
 *
 * So do walls that short words have drawn in, two of them at least.
 */
function drifts<Owner>(walls: readonly ExpectedWall<Owner>[], bars: readonly number[], reach: number): boolean {
  if (walls.length !== bars.length) return false;
  const shifts = walls.map(({ column }, k) => (bars[k] ?? 0) - column);
  // with a bar where the outermost wall should be, none has moved farther than others
  const outermost = walls.reduce((most, { column }) => Math.max(most, column), 0);
  const outer = bars.includes(outermost) ? 0 : OUTER_WALLS;
  const within = ({ side, behindWords }: ExpectedWall<Owner>, k: number) => {
    const [shift = 0, before = 0] = [shifts[k], shifts[k - 1]];
    const isOuter = side === 'right' && k >= walls.length - outer;
    if (Math.abs(shift - before) <= (isOuter ? FARTHEST_OUTER : reach)) return true;
    return side === 'left' ? shift >= 0 && shift < before : behindWords === bars[k];
  };
  const isFar = (shift: number, k: number) => shift > FARTHEST || Math.max(shift, shifts[k - 1] ?? 0) < -1;
  return shifts.some(isFar) && walls.every(within);
}
