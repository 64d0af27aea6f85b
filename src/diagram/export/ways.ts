import type { Diagram, Edge, EdgeId } from '../model.ts';
import type { Spot } from '../render/path.ts';
import type { Route, Vertex } from '../render/routes.ts';

/**
 * The way of each edge through its net, from its tail to its head, without points on straight runs. Edges of a fork share
 * its trunk:
 *
 *     A ──┬──► B      A→B: one run
 *         └──► C      A→C: three corners' worth of the same net
 *
 * An edge whose net does not lead from one of its boxes to the other has none.
 */
export function waysOf({ edges }: Diagram, routes: readonly Route[]): ReadonlyMap<EdgeId, readonly Spot[]> {
  const webs = new Map(routes.map((route) => [route.net.id, { route, neighbours: neighboursOf(route) }]));
  return new Map(
    edges.flatMap((edge) => {
      const web = webs.get(edge.net);
      const way = web && wayOf(edge, web.route, web.neighbours);
      return way ? [[edge.id, straightened(way)] as const] : [];
    }),
  );
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

function neighboursOf({ links }: Route): Neighbours {
  const pairs = links.flatMap(
    ({ a, b }) =>
      [
        [a, b],
        [b, a],
      ] as const,
  );
  return new Map([...Map.groupBy(pairs, ([from]) => from)].map(([from, all]) => [from, all.map(([, to]) => to)]));
}

/** Searches from all tails at once: the first head that is reached has the fewest corners. */
function wayOf({ from, to, head }: Edge, { vertices }: Route, neighbours: Neighbours): readonly Spot[] | null {
  const isTail = ({ end }: Vertex): boolean => end?.attached === from && (head !== 'forward' || end.head !== 'arrow');
  const isHead = ({ end }: Vertex): boolean => end?.attached === to && (head !== 'forward' || end.head === 'arrow');
  const starts = [...vertices].filter(([, vertex]) => isTail(vertex)).map(([key]) => key);
  // A loop comes back to its box at another place.
  const tails = from === to ? starts.slice(0, 1) : starts;
  const before = new Map<string, string | null>(tails.map((key) => [key, null]));
  const waiting = [...tails];
  // The list grows while it is walked.
  for (const key of waiting) {
    const vertex = vertices.get(key);
    if (vertex && isHead(vertex) && before.get(key) !== null) return traced(key, before, vertices);
    for (const next of neighbours.get(key) ?? []) {
      if (before.has(next)) continue;
      before.set(next, key);
      waiting.push(next);
    }
  }
  return null;
}

function traced(
  last: string,
  before: ReadonlyMap<string, string | null>,
  vertices: ReadonlyMap<string, Vertex>,
): readonly Spot[] {
  const spots: Spot[] = [];
  for (let key: string | null = last; key !== null; key = before.get(key) ?? null) {
    const spot = vertices.get(key)?.spot;
    if (spot) spots.push(spot);
  }
  return spots.reverse();
}

/** Leaves out points at which nothing turns. */
function straightened(way: readonly Spot[]): readonly Spot[] {
  return way.filter((spot, index) => {
    const [before, after] = [way[index - 1], way[index + 1]];
    if (!before || !after) return true;
    const level = before.y === spot.y && spot.y === after.y;
    const upright = before.x === spot.x && spot.x === after.x;
    return !level && !upright;
  });
}
