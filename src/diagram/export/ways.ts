import type { BoxId, Diagram, Edge, EdgeId } from '../model.ts';
import type { Spot } from '../render/svg/path.ts';
import { piecesAt } from '../render/picture/pieces.ts';
import { spotAt, type Route } from '../render/picture/routes.ts';

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
  const webs = new Map(routes.map((route) => [route.net.id, searcherOf(route)]));
  return new Map(
    edges.flatMap((edge) => {
      const way = webs.get(edge.net)?.(edge);
      return way ? [[edge.id, way] as const] : [];
    }),
  );
}

/** What was found on the way from the tails at a box. */
interface Search {
  /** Where each knot was reached from; at a tail itself, where it was not reached -1. */
  readonly before: Int32Array;
  /** The corner before it, or the tail: from there a straight run leads to it. */
  readonly corner: Int32Array;
  /** The first knot that was reached of those at which each box is entered. */
  readonly entered: ReadonlyMap<BoxId, number>;
}

/** Finds the way of each edge through a net. Edges that leave one box after another share a search. */
function searcherOf(route: Route): (edge: Edge) => readonly Spot[] | null {
  const at = piecesAt(route.links, route.knots.length);
  let known: { readonly key: string; readonly search: Search } | null = null;
  return ({ from, to, head }) => {
    // A loop comes back to its box at another place.
    const loop = from === to;
    const key = `${from} ${String(head === 'forward')} ${String(loop)}`;
    if (known?.key !== key) known = { key, search: searchFrom(from, head === 'forward', loop) };
    const last = known.search.entered.get(to);
    return last === undefined ? null : traced(last, known.search, route);
  };

  /** Searches from all tails at once: the first head that is reached has the fewest corners. */
  function searchFrom(box: BoxId, forward: boolean, loop: boolean): Search {
    const { knots, links } = route;
    const before = new Int32Array(knots.length).fill(-1);
    const corner = new Int32Array(knots.length);
    const entered = new Map<BoxId, number>();
    const waiting: number[] = [];
    for (const knot of knots) {
      if (knot?.end?.attached !== box || (forward && knot.end.head === 'arrow') || (loop && waiting.length > 0))
        continue;
      before[knot.number] = knot.number;
      waiting.push(knot.number);
    }
    // The list grows while it is walked.
    for (const number of waiting) {
      const end = knots[number]?.end;
      if (end && end.attached !== null && (!forward || end.head === 'arrow') && before[number] !== number)
        if (!entered.has(end.attached)) entered.set(end.attached, number);
      for (let k = at.from(number); k < at.from(number + 1); k++) {
        const { a, b } = links[at.piece(k)] ?? { a: number, b: number };
        const next = a === number ? b : a;
        if (before[next] !== -1) continue;
        before[next] = number;
        corner[next] = goesOn(before[number] ?? number, number, next) ? (corner[number] ?? number) : number;
        waiting.push(next);
      }
    }
    return { before, corner, entered };
  }

  /** Whether nothing turns at a knot on the way from one to another. */
  function goesOn(from: number, at: number, to: number): boolean {
    const { xs, ys } = route;
    if (from === at) return false;
    return (xs[from] === xs[at] && xs[at] === xs[to]) || (ys[from] === ys[at] && ys[at] === ys[to]);
  }
}

function traced(last: number, { before, corner }: Search, route: Route): readonly Spot[] {
  const spots = [spotAt(route, last)];
  for (let knot = last; before[knot] !== knot;) {
    knot = corner[knot] ?? knot;
    spots.push(spotAt(route, knot));
  }
  return spots.reverse();
}
