import type { End, Net, Point } from '../model.ts';

/** A straight piece by the keys of its vertices; `a` is above or left of `b`. */
export interface Piece {
  readonly a: string;
  readonly b: string;
  readonly upright: boolean;
}

/** Which way things flow along a piece; `both` in a bus. */
export type Flow = 'to-b' | 'to-a' | 'both';

/** The segments cut at every point that stands on them; each piece once. */
export function piecesOf({ segments }: Net, points: ReadonlyMap<string, Point>): readonly Piece[] {
  const pieces = new Map<string, Piece>();
  for (const { from, to } of segments) {
    const on = [...points.values()]
      .filter(({ row, column }) => row >= from.row && row <= to.row && column >= from.column && column <= to.column)
      .sort((a, b) => a.row - b.row || a.column - b.column);
    for (const [index, point] of on.entries()) {
      const next = on[index + 1];
      if (!next) continue;
      const [a, b] = [keyOf(point), keyOf(next)];
      pieces.set(`${a} ${b}`, { a, b, upright: from.row !== to.row });
    }
  }
  return [...pieces.values()];
}

/** The pieces without those that lead nowhere: a mended line may reach on past the place where it ends. */
export function pruned(pieces: readonly Piece[], ends: ReadonlySet<string>): readonly Piece[] {
  const at = new Map<string, Piece[]>();
  for (const piece of pieces) for (const key of [piece.a, piece.b]) at.set(key, [...(at.get(key) ?? []), piece]);
  const gone = new Set<Piece>();
  const standing = (key: string): readonly Piece[] => (at.get(key) ?? []).filter((piece) => !gone.has(piece));
  const tips = [...at.keys()].filter((key) => !ends.has(key));
  for (let key = tips.pop(); key !== undefined; key = tips.pop()) {
    const [only, ...others] = standing(key);
    if (!only || others.length > 0 || ends.has(key)) continue;
    gone.add(only);
    tips.push(only.a === key ? only.b : only.a);
  }
  return gone.size === pieces.length ? pieces : pieces.filter((piece) => !gone.has(piece));
}

/** A point as the key of its vertex. */
export function keyOf({ row, column }: Point): string {
  return `${row},${column}`;
}

/** All points of a net by their keys. */
export function pointsOf({ segments, joints, ends }: Net): ReadonlyMap<string, Point> {
  const all = [...segments.flatMap(({ from, to }) => [from, to]), ...joints, ...ends.map(({ point }) => point)];
  return new Map(all.map((point) => [keyOf(point), point]));
}

/** Which way things flow along each piece: from the tails to the heads; without heads away from the end that is alone on its side. */
export function flowsOf(net: Net, keys: ReadonlyMap<string, End>, pieces: readonly Piece[]): readonly Flow[] {
  const heads = net.ends.filter(({ head }) => head === 'arrow');
  const tails = net.ends.filter(({ head }) => head !== 'arrow');
  const root =
    net.ends.find(({ direction }) => net.ends.filter((end) => end.direction === direction).length === 1) ?? net.ends[0];
  const targets = new Set(heads.length > 0 ? heads : net.ends.filter((end) => end !== root));
  const sources = new Set(
    heads.length === 0 ? net.ends.filter((end) => end === root) : tails.length > 0 ? tails : heads,
  );
  return pieces.map((piece) => {
    const near = reachedFrom(piece.a, pieces, piece);
    if (near.has(piece.b)) return 'both';
    const has = (wanted: ReadonlySet<End>, inside: boolean): boolean =>
      [...keys].some(([key, end]) => wanted.has(end) && near.has(key) === inside);
    const onward = has(sources, true) && has(targets, false);
    const back = has(sources, false) && has(targets, true);
    return onward === back ? 'both' : onward ? 'to-b' : 'to-a';
  });
}

function reachedFrom(start: string, pieces: readonly Piece[], without: Piece): ReadonlySet<string> {
  const reached = new Set([start]);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const piece of pieces) {
      if (piece === without) continue;
      if (reached.has(piece.a)) reached.add(piece.b);
      else if (reached.has(piece.b)) reached.add(piece.a);
    }
  }
  return reached;
}
