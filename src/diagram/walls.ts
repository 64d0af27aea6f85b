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
}

const FARTHEST = 4;
const SKIP_WALL = 0;
const SKIP_BAR = 1;
const PAIR = 2;
const SKIPPED_LEFT = 7;
const SKIPPED_RIGHT = 5;

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
): ReadonlyMap<Owner, { readonly left: number | null; readonly right: number | null }> {
  const walls = [...expected].sort((a, b) => a.order - b.order || (a.side === 'right' ? -1 : 1));
  const reach = FARTHEST + wide;
  const result = new Map<Owner, { left: number | null; right: number | null }>();
  for (const wall of walls) result.set(wall.owner, { left: null, right: null });

  for (const cluster of clusters(walls, bars, reach)) {
    const pairs =
      cluster.walls.length * cluster.bars.length > 20_000
        ? nearest(cluster.walls, cluster.bars, reach)
        : align(cluster.walls, cluster.bars, reach);
    for (const [wall, bar] of pairs) {
      const found = result.get(wall.owner);
      if (found) found[wall.side] = bar;
    }
  }
  return result;
}

type Pairs<Owner> = (readonly [ExpectedWall<Owner>, number])[];

/** Pieces of the row that are too far apart to matter to each other. */
function clusters<Owner>(walls: readonly ExpectedWall<Owner>[], bars: readonly number[], reach: number) {
  const pieces: { walls: ExpectedWall<Owner>[]; bars: number[] }[] = [];
  let wall = 0;
  let bar = 0;
  let edge = -Infinity;
  let piece: { walls: ExpectedWall<Owner>[]; bars: number[] } | null = null;
  while (wall < walls.length || bar < bars.length) {
    const nextWall = walls[wall];
    const nextBar = bars[bar];
    const column = Math.min(nextWall ? Math.min(nextWall.column, nextWall.last) : Infinity, nextBar ?? Infinity);
    if (!piece || column - edge > reach) pieces.push((piece = { walls: [], bars: [] }));
    if (nextWall && (nextBar === undefined || Math.min(nextWall.column, nextWall.last) <= nextBar)) {
      piece.walls.push(nextWall);
      edge = Math.max(edge, nextWall.column, nextWall.last);
      wall++;
    } else if (nextBar !== undefined) {
      piece.bars.push(nextBar);
      edge = Math.max(edge, nextBar);
      bar++;
    }
  }
  return pieces.filter(({ walls: some, bars: others }) => some.length > 0 && others.length > 0);
}

/**
 * What it costs that a wall stands at a bar. `shift` is how far the wall matched before stands off: a text that pushed
 * one wall pushed all that follow, so going on as far off is cheaper than the distance itself.
 */
function costOf<Owner>(wall: ExpectedWall<Owner>, bar: number, reach: number, shift: number): number {
  const off = Math.abs(bar - wall.column);
  const moved = Math.abs(bar - wall.last);
  if (Math.min(off, moved) > reach || off > reach + 2) return Infinity;
  // a wall is pushed out more often than it falls short, and a bar inside may be a line
  const short = wall.unseen && bar < Math.min(wall.column, wall.last) ? 1.3 : 1;
  const pushed = 0.4 + Math.abs(bar - wall.column - shift);
  return Math.min(Math.min(off, moved + 0.25) * short, shift > 0 ? pushed : Infinity);
}

/** The cheapest sharing of a few walls and bars: rows of a table, a wall more each, with the shift that the last pair had. */
function align<Owner>(walls: readonly ExpectedWall<Owner>[], bars: readonly number[], reach: number): Pairs<Owner> {
  const width = bars.length + 1;
  const cost = new Float64Array((walls.length + 1) * width);
  const shift = new Int32Array((walls.length + 1) * width);
  const kind = new Uint8Array((walls.length + 1) * width);
  for (let wall = 1; wall <= walls.length; wall++)
    for (let bar = 0; bar <= bars.length; bar++) {
      const at = wall * width + bar;
      const step = bestStep(wall, bar);
      cost[at] = step.cost;
      shift[at] = step.shift;
      kind[at] = step.kind;
    }

  const pairs: Pairs<Owner> = [];
  let wall = walls.length;
  let bar = bars.length;
  while (wall > 0) {
    const step = kind[wall * width + bar] ?? SKIP_WALL;
    const owner = walls[wall - 1];
    const column = bars[bar - 1];
    if (step === PAIR && owner && column !== undefined) pairs.push([owner, column]);
    if (step !== SKIP_BAR) wall--;
    if (step !== SKIP_WALL) bar--;
  }
  return pairs;

  function bestStep(
    wall: number,
    bar: number,
  ): { readonly kind: number; readonly cost: number; readonly shift: number } {
    const expected = walls[wall - 1];
    const column = bars[bar - 1];
    const above = (wall - 1) * width + bar;
    const skip = expected?.side === 'left' ? SKIPPED_LEFT : SKIPPED_RIGHT;
    let best = { kind: SKIP_WALL, cost: (cost[above] ?? Infinity) + skip, shift: shift[above] ?? 0 };
    if (column === undefined || !expected) return best;
    const before = wall * width + bar - 1;
    if ((cost[before] ?? Infinity) < best.cost)
      best = { kind: SKIP_BAR, cost: cost[before] ?? Infinity, shift: shift[before] ?? 0 };
    const both = above - 1;
    const pair = (cost[both] ?? Infinity) + costOf(expected, column, reach, shift[both] ?? 0);
    return pair <= best.cost ? { kind: PAIR, cost: pair, shift: column - expected.column } : best;
  }
}

/** For rows with thousands of walls: each takes the nearest bar after the one taken last. */
function nearest<Owner>(walls: readonly ExpectedWall<Owner>[], bars: readonly number[], reach: number): Pairs<Owner> {
  const pairs: Pairs<Owner> = [];
  let from = 0;
  for (const wall of walls) {
    while (from < bars.length && (bars[from] ?? 0) < wall.column - reach) from++;
    let best = -1;
    for (let k = from; k < bars.length && (bars[k] ?? 0) <= wall.column + reach; k++)
      if (best < 0 || costOf(wall, bars[k] ?? 0, reach, 0) < costOf(wall, bars[best] ?? 0, reach, 0)) best = k;
    const bar = bars[best];
    if (bar === undefined) continue;
    pairs.push([wall, bar]);
    from = best + 1;
  }
  return pairs;
}
