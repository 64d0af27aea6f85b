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

function costOf<Owner>(wall: ExpectedWall<Owner>, bar: number, reach: number): number {
  const off = Math.abs(bar - wall.column);
  const moved = Math.abs(bar - wall.last);
  if (Math.min(off, moved) > reach || off > reach + 2) return Infinity;
  // a wall is pushed out more often than it falls short, and a bar inside may be a line
  const short = wall.unseen && bar < Math.min(wall.column, wall.last) ? 1.3 : 1;
  return Math.min(off, moved + 0.25) * short;
}

function align<Owner>(walls: readonly ExpectedWall<Owner>[], bars: readonly number[], reach: number): Pairs<Owner> {
  const width = bars.length + 1;
  const cost = new Float64Array((walls.length + 1) * width);
  const at = (wall: number, bar: number) => cost[wall * width + bar] ?? Infinity;
  const skip = (wall: number) => (walls[wall - 1]?.side === 'left' ? SKIPPED_LEFT : SKIPPED_RIGHT);
  for (let wall = 1; wall <= walls.length; wall++)
    for (let bar = 0; bar <= bars.length; bar++) cost[wall * width + bar] = bestStep(wall, bar).cost;

  const pairs: Pairs<Owner> = [];
  let wall = walls.length;
  let bar = bars.length;
  while (wall > 0) {
    const step = bestStep(wall, bar);
    const owner = walls[wall - 1];
    const column = bars[bar - 1];
    if (step.kind === 'pair' && owner && column !== undefined) pairs.push([owner, column]);
    if (step.kind !== 'bar') wall--;
    if (step.kind !== 'wall') bar--;
  }
  return pairs;

  function bestStep(wall: number, bar: number): { readonly kind: 'pair' | 'wall' | 'bar'; readonly cost: number } {
    const expected = walls[wall - 1];
    const column = bars[bar - 1];
    let best: { kind: 'pair' | 'wall' | 'bar'; cost: number } = { kind: 'wall', cost: at(wall - 1, bar) + skip(wall) };
    if (column === undefined || !expected) return best;
    if (at(wall, bar - 1) < best.cost) best = { kind: 'bar', cost: at(wall, bar - 1) };
    const pair = at(wall - 1, bar - 1) + costOf(expected, column, reach);
    if (pair <= best.cost) best = { kind: 'pair', cost: pair };
    return best;
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
      if (best < 0 || costOf(wall, bars[k] ?? 0, reach) < costOf(wall, bars[best] ?? 0, reach)) best = k;
    const bar = bars[best];
    if (bar === undefined) continue;
    pairs.push([wall, bar]);
    from = best + 1;
  }
  return pairs;
}
