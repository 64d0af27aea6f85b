import type { End, Net, Point } from '../model.ts';
import { between } from './sorted.ts';

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
  const byRow = Map.groupBy(points.values(), ({ row }) => row);
  const byColumn = Map.groupBy(points.values(), ({ column }) => column);
  for (const row of byRow.values()) row.sort((a, b) => a.column - b.column);
  for (const column of byColumn.values()) column.sort((a, b) => a.row - b.row);
  for (const { from, to } of segments) {
    const on =
      from.row === to.row
        ? between(byRow.get(from.row) ?? [], from.column, to.column, ({ column }) => column)
        : between(byColumn.get(from.column) ?? [], from.row, to.row, ({ row }) => row);
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
  const at = piecesAt(pieces);
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
  const sameWay = Map.groupBy(net.ends, ({ direction }) => direction);
  const root = net.ends.find(({ direction }) => sameWay.get(direction)?.length === 1) ?? net.ends[0];
  const targets = new Set(heads.length > 0 ? heads : net.ends.filter((end) => end !== root));
  const sources = new Set(
    heads.length === 0 ? net.ends.filter((end) => end === root) : tails.length > 0 ? tails : heads,
  );
  const sides = bridgesOf(pieces, (key) => {
    const end = keys.get(key);
    return { sources: end && sources.has(end) ? 1 : 0, targets: end && targets.has(end) ? 1 : 0 };
  });
  return pieces.map((piece) => {
    const beside = sides.get(piece);
    if (!beside) return 'both';
    const onward = beside.a.sources > 0 && beside.b.targets > 0;
    const back = beside.b.sources > 0 && beside.a.targets > 0;
    return onward === back ? 'both' : onward ? 'to-b' : 'to-a';
  });
}

/** Sources and targets on one side of a piece. */
interface Count {
  readonly sources: number;
  readonly targets: number;
}

/** What lies on each side of every piece without which the net falls apart; pieces in a ring are left out. One walk over the net. */
function bridgesOf(
  pieces: readonly Piece[],
  countAt: (key: string) => Count,
): ReadonlyMap<Piece, { readonly a: Count; readonly b: Count }> {
  const at = piecesAt(pieces);
  const seen = new Map<string, Visit>();
  const bridges = new Map<Piece, { a: Count; b: Count }>();
  for (const root of at.keys()) {
    if (seen.has(root)) continue;
    const order = walkFrom(root, at, seen);
    // Backwards: what hangs below a place is known before the place itself.
    for (const visit of order.toReversed()) {
      const own = countAt(visit.key);
      visit.sources += own.sources;
      visit.targets += own.targets;
      for (const piece of at.get(visit.key) ?? []) {
        const other = seen.get(piece.a === visit.key ? piece.b : piece.a);
        if (piece === visit.by || !other) continue;
        visit.low = Math.min(visit.low, other.by === piece ? other.low : other.index);
        if (other.by !== piece) continue;
        visit.sources += other.sources;
        visit.targets += other.targets;
      }
    }
    const all = seen.get(root);
    for (const visit of order) {
      if (!all || visit.by === null || visit.low < visit.index) continue;
      const below = { sources: visit.sources, targets: visit.targets };
      const above = { sources: all.sources - below.sources, targets: all.targets - below.targets };
      bridges.set(visit.by, visit.by.a === visit.key ? { a: below, b: above } : { a: above, b: below });
    }
  }
  return bridges;
}

/** A place on a walk: by which piece it was reached, and the earliest place that it and what follows it lead back to. */
interface Visit {
  readonly key: string;
  readonly index: number;
  readonly by: Piece | null;
  low: number;
  sources: number;
  targets: number;
}

/** Every place that hangs together with a root, depth first. */
function walkFrom(root: string, at: ReadonlyMap<string, readonly Piece[]>, seen: Map<string, Visit>): readonly Visit[] {
  const order: Visit[] = [];
  const open: { readonly key: string; readonly by: Piece | null }[] = [{ key: root, by: null }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { key, by } = next;
    if (seen.has(key)) continue;
    const index = seen.size;
    const visit: Visit = { key, index, by, low: index, sources: 0, targets: 0 };
    seen.set(key, visit);
    order.push(visit);
    for (const piece of at.get(key) ?? [])
      if (piece !== by) open.push({ key: piece.a === key ? piece.b : piece.a, by: piece });
  }
  return order;
}

/** The pieces at each vertex. */
export function piecesAt(pieces: readonly Piece[]): ReadonlyMap<string, readonly Piece[]> {
  const at = new Map<string, Piece[]>();
  for (const piece of pieces)
    for (const key of [piece.a, piece.b]) {
      const own = at.get(key);
      if (own) own.push(piece);
      else at.set(key, [piece]);
    }
  return at;
}
