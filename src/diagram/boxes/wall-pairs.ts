import { firstFrom } from '../geometry/sorted.ts';
import type { ExpectedWall } from './walls.ts';

/** Walls and the columns of the bars that they stand at. */
export type Pairs<Owner> = (readonly [ExpectedWall<Owner>, number])[];

const SKIP_WALL = 0;
const SKIP_BAR = 1;
const PAIR = 2;
const SKIPPED_LEFT = 7;
const SKIPPED_RIGHT = 5;
/** A line stands in the place of the wall: `| | Web |---->| API | |`. */
const SKIPPED_CROSSED = 4;
const BEHIND_WORDS = 2.5;
/** A wall out of reach may still cost this much where it is about as far off as the one before. */
const ALONG = 4;

/** What else a row shows of its walls. */
export interface RowInk {
  /** What a bar may be instead of a wall: it hangs from a bar or a turn right above it, or it is a head. */
  readonly unlikely: ReadonlyMap<number, 'hanging' | 'head'>;
  /** A line runs over the column, in the place of a wall. */
  readonly isCrossed: (column: number) => boolean;
}

/** What that costs; `isBelow`: the wall stood right above it. */
const doubts = {
  none: () => 0,
  hanging: (isBelow: boolean) => (isBelow ? 0 : 0.9),
  head: () => 0.6,
} as const satisfies Record<string, (isBelow: boolean) => number>;

/** Steps that looking for the cheapest sharing may take in any case, and for each wall; and bars that are compared otherwise. */
const STEPS = 20_000;
const STEPS_EACH = 40;
const SIGHT = 64;

/** Shares bars out among walls at the least cost, in order. Where that would take too long each wall takes the nearest bar. */
export function cheapestPairs<Owner>(
  walls: readonly ExpectedWall<Owner>[],
  bars: readonly number[],
  reach: number,
  ink: RowInk,
  sight: number,
): Pairs<Owner> {
  const bands = bandsOf(walls, bars, sight + 2);
  const tooLong = bands.size > Math.max(STEPS, STEPS_EACH * walls.length);
  return tooLong ? nearest(walls, bars, reach) : align(walls, bars, bands, reach, ink);
}

/**
 * What it costs that a wall stands at a bar. `shift` is how far the wall matched before stands off: a text that pushed
 * one wall, or drew it in, did so with all that follow: going on as far off is cheaper than the distance itself.
 */
function costOf<Owner>(wall: ExpectedWall<Owner>, bar: number, reach: number, shift: number): number {
  const off = Math.abs(bar - wall.column);
  const moved = Math.abs(bar - wall.last);
  const pushed = shift !== 0 ? 0.2 + Math.abs(bar - wall.column - shift) : Infinity;
  if (bar === wall.behindWords) return Math.min(BEHIND_WORDS, off, pushed);
  if (Math.min(off, moved) > reach || off > reach + 2) return pushed < ALONG ? pushed : Infinity;
  // a wall is pushed out more often than it falls short, and a bar inside may be a line
  const short = wall.unseen && bar < Math.min(wall.column, wall.last) ? 1.3 : 1;
  const straight = Math.min(off, moved + 0.25) * short;
  return shift !== 0 ? Math.min(straight + 0.3, pushed) : straight;
}

/**
 * For the first `wall` walls the numbers of bars that a step is worth computing for: from `first[wall]` to `last[wall]`, and
 * one more for all numbers above. `start[wall]` is their place in one array of `size`. Both ends never fall from wall to wall.
 */
interface Bands {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly start: Int32Array;
  readonly size: number;
}

function bandsOf<Owner>(walls: readonly ExpectedWall<Owner>[], bars: readonly number[], sight: number): Bands {
  const first = new Int32Array(walls.length + 1);
  const last = new Int32Array(walls.length + 1).fill(-1);
  const start = new Int32Array(walls.length + 2);
  walls.forEach(({ column }, k) => {
    first[k + 1] = firstFrom(bars, (bar) => bar >= column - sight);
    last[k + 1] = Math.max(
      last[k] ?? -1,
      firstFrom(bars, (bar) => bar > column + sight),
    );
  });
  for (let k = walls.length - 1; k > 0; k--) first[k] = Math.min(first[k] ?? 0, first[k + 1] ?? 0);
  for (let k = 0; k <= walls.length; k++) start[k + 1] = (start[k] ?? 0) + (last[k] ?? 0) - (first[k] ?? 0) + 2;
  return { first, last, start, size: start[walls.length + 1] ?? 0 };
}

/**
 * The cheapest sharing: a row of a table for each wall, a column for each bar, with the shift that the last pair had. Left of
 * its band a wall can only be skipped, and right of it nothing changes any more.
 */
function align<Owner>(
  walls: readonly ExpectedWall<Owner>[],
  bars: readonly number[],
  { first, last, start, size }: Bands,
  reach: number,
  { unlikely, isCrossed }: RowInk,
): Pairs<Owner> {
  const cost = new Float64Array(size);
  const shift = new Int32Array(size);
  const kind = new Uint8Array(size);
  const placeOf = (wall: number, bar: number) =>
    (start[wall] ?? 0) + Math.min(bar, (last[wall] ?? 0) + 1) - (first[wall] ?? 0);
  const settle = (at: number, how: number, costs: number, shifted: number): void => {
    kind[at] = how;
    cost[at] = costs;
    shift[at] = shifted;
  };
  walls.forEach((expected, k) => {
    const { column, side } = expected;
    const [skip, outside] = side === 'left' ? [SKIPPED_LEFT, -1] : [SKIPPED_RIGHT, 1];
    const [from, to] = [first[k + 1] ?? 0, last[k + 1] ?? 0];
    for (let bar = from; bar <= to + 1; bar++) {
      const at = placeOf(k + 1, bar);
      const above = placeOf(k, bar);
      const shifted = shift[above] ?? 0;
      const moved = column + shifted;
      const crossed = isCrossed(moved) || isCrossed(moved + outside);
      settle(at, SKIP_WALL, (cost[above] ?? 0) + (crossed ? SKIPPED_CROSSED : skip), shifted);
      if (bar === from) continue;
      if ((cost[at - 1] ?? 0) < (cost[at] ?? 0)) settle(at, SKIP_BAR, cost[at - 1] ?? 0, shift[at - 1] ?? 0);
      const found = bars[bar - 1];
      if (bar > to || found === undefined) continue;
      const both = placeOf(k, bar - 1);
      const doubt = doubts[unlikely.get(found) ?? 'none'](found === expected.last);
      const pair = (cost[both] ?? 0) + doubt + costOf(expected, found, reach, shift[both] ?? 0);
      if (pair <= (cost[at] ?? 0)) settle(at, PAIR, pair, found - column);
    }
  });

  const pairs: Pairs<Owner> = [];
  let wall = walls.length;
  let bar = bars.length;
  while (wall > 0) {
    const step = kind[placeOf(wall, bar)] ?? SKIP_WALL;
    const owner = walls[wall - 1];
    const column = bars[bar - 1];
    if (step === PAIR && owner && column !== undefined) pairs.push([owner, column]);
    if (step !== SKIP_BAR) wall--;
    if (step !== SKIP_WALL) bar--;
  }
  return pairs;
}

/** Each wall takes the nearest bar after the one taken last. */
function nearest<Owner>(walls: readonly ExpectedWall<Owner>[], bars: readonly number[], reach: number): Pairs<Owner> {
  const pairs: Pairs<Owner> = [];
  let from = 0;
  for (const wall of walls) {
    while (from < bars.length && (bars[from] ?? 0) < wall.column - reach) from++;
    let best = -1;
    for (let k = from; k < from + SIGHT && (bars[k] ?? Infinity) <= wall.column + reach; k++)
      if (best < 0 || costOf(wall, bars[k] ?? 0, reach, 0) < costOf(wall, bars[best] ?? 0, reach, 0)) best = k;
    const bar = bars[best];
    if (bar === undefined) continue;
    pairs.push([wall, bar]);
    from = best + 1;
  }
  return pairs;
}
