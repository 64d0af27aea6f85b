import type { End, Net } from '../../model.ts';
import { piecesAt, type Piece } from './pieces.ts';

/** Which way things flow along a piece; `both` in a bus. */
export type Flow = 'to-b' | 'to-a' | 'both';

/**
 * Which way things flow along each piece: from the tails to the heads; without heads away from the end that is alone on its
 * side. `ends` has for each knot the end that stands there.
 */
export function flowsOf(net: Net, ends: readonly (End | null)[], pieces: readonly Piece[]): readonly Flow[] {
  const heads = net.ends.some(({ head }) => head === 'arrow');
  const tails = net.ends.some(({ head }) => head !== 'arrow');
  const sameWay = Map.groupBy(net.ends, ({ direction }) => direction);
  const root = net.ends.find(({ direction }) => sameWay.get(direction)?.length === 1) ?? net.ends[0];
  const count = (counts: (end: End) => boolean) => ends.map((end) => (end && counts(end) ? 1 : 0));
  const sources = count((end) => (heads ? !tails || end.head !== 'arrow' : end === root));
  const targets = count((end) => (heads ? end.head === 'arrow' : end !== root));
  return alongBridges(pieces, sources, targets);
}

/**
 * A piece without which the net falls apart leads from the side with sources to that with targets; pieces in a ring lead both
 * ways. One walk over the net; the counts at each knot come to hold those of all that was reached by way of it.
 */
function alongBridges(pieces: readonly Piece[], sources: number[], targets: number[]): readonly Flow[] {
  const knots = sources.length;
  const at = piecesAt(pieces, knots);
  const flows = pieces.map((): Flow => 'both');
  // when each knot was reached, by which piece, and the earliest one that it and what follows it lead back to
  const visit = new Array<number>(knots).fill(-1);
  const by = new Array<number>(knots).fill(-1);
  const low = new Array<number>(knots).fill(0);
  const order: number[] = [];
  const across = (piece: number, knot: number): number => {
    const { a, b } = pieces[piece] ?? { a: knot, b: knot };
    return a === knot ? b : a;
  };
  for (let root = 0; root < knots; root++) {
    if (visit[root] !== -1) continue;
    const first = order.length;
    walkFrom(root);
    // Backwards: what hangs below a place is known before the place itself.
    for (let k = order.length - 1; k >= first; k--) gather(order[k] ?? 0);
    for (let k = first; k < order.length; k++) settle(order[k] ?? 0, root);
  }
  return flows;

  /** Every knot that hangs together with a root, depth first. */
  function walkFrom(root: number): void {
    const open = [root];
    const reachedBy = [-1];
    for (let knot = open.pop(); knot !== undefined; knot = open.pop()) {
      const reached = reachedBy.pop() ?? -1;
      if (visit[knot] !== -1) continue;
      visit[knot] = order.length;
      by[knot] = reached;
      order.push(knot);
      for (let k = at.from(knot); k < at.from(knot + 1); k++) {
        const piece = at.piece(k);
        if (piece === reached) continue;
        open.push(across(piece, knot));
        reachedBy.push(piece);
      }
    }
  }

  function gather(knot: number): void {
    let least = visit[knot] ?? 0;
    for (let k = at.from(knot); k < at.from(knot + 1); k++) {
      const piece = at.piece(k);
      if (piece === by[knot]) continue;
      const other = across(piece, knot);
      const below = by[other] === piece;
      const earliest = below ? low[other] : visit[other];
      least = Math.min(least, earliest ?? least);
      if (!below) continue;
      sources[knot] = (sources[knot] ?? 0) + (sources[other] ?? 0);
      targets[knot] = (targets[knot] ?? 0) + (targets[other] ?? 0);
    }
    low[knot] = least;
  }

  function settle(knot: number, root: number): void {
    const reached = by[knot] ?? -1;
    const piece = pieces[reached];
    if (!piece || (low[knot] ?? 0) < (visit[knot] ?? 0)) return;
    const [inSources, inTargets] = [sources[knot] ?? 0, targets[knot] ?? 0];
    const onward = inSources > 0 && (targets[root] ?? 0) > inTargets;
    const back = (sources[root] ?? 0) > inSources && inTargets > 0;
    if (onward !== back) flows[reached] = onward === (piece.a === knot) ? 'to-b' : 'to-a';
  }
}
