import type { Net, Point } from '../../model.ts';
import { keyAt } from '../../geometry/cell-key.ts';
import { between } from '../../geometry/sorted.ts';

/** A straight piece by the numbers of its knots; `a` is above or left of `b`. */
export interface Piece {
  readonly a: number;
  readonly b: number;
  readonly upright: boolean;
}

/** The points of a net, each once. */
export interface Points {
  readonly list: readonly Point[];
  /** The place of a point in the list; -1 for one that is no point of the net. */
  readonly numberOf: (point: Point) => number;
}

/** All points of a net: where its segments begin and end, its joints and its ends. */
export function pointsOf({ segments, joints, ends }: Net): Points {
  const list: Point[] = [];
  // by row and column: a key of both would be a value of its own for each
  const rows = new Map<number, Map<number, number>>();
  const add = (point: Point): void => {
    let row = rows.get(point.row);
    if (!row) rows.set(point.row, (row = new Map()));
    if (row.has(point.column)) return;
    row.set(point.column, list.length);
    list.push(point);
  };
  for (const { from, to } of segments) {
    add(from);
    add(to);
  }
  for (const joint of joints) add(joint);
  for (const { point } of ends) add(point);
  return { list, numberOf: ({ row, column }) => rows.get(row)?.get(column) ?? -1 };
}

/** The segments cut at every point that stands on them; each piece once. */
export function piecesOf({ segments }: Net, { list }: Points): readonly Piece[] {
  const along = (number: number): number => keyAt(list[number]?.row ?? 0, list[number]?.column ?? 0);
  const down = (number: number): number => keyAt(list[number]?.column ?? 0, list[number]?.row ?? 0);
  const inRows = list.map((_, number) => number).sort((a, b) => along(a) - along(b));
  const inColumns = [...inRows].sort((a, b) => down(a) - down(b));
  const pieces: Piece[] = [];
  // one piece at most leads down from a point, and one to its right
  const [downFrom, rightFrom] = [list.map(() => false), list.map(() => false)];
  for (const { from, to } of segments) {
    const upright = from.row !== to.row;
    const on = upright
      ? between(inColumns, keyAt(from.column, from.row), keyAt(to.column, to.row), down)
      : between(inRows, keyAt(from.row, from.column), keyAt(to.row, to.column), along);
    const cut = upright ? downFrom : rightFrom;
    on.forEach((a, index) => {
      const b = on[index + 1];
      if (b === undefined || cut[a]) return;
      cut[a] = true;
      pieces.push({ a, b, upright });
    });
  }
  return pieces;
}

/** The pieces without those that lead nowhere: a mended line may reach on past the place where it ends. `isEnd` tells of each knot whether it is an end. */
export function pruned(pieces: readonly Piece[], isEnd: readonly boolean[]): readonly Piece[] {
  const at = piecesAt(pieces, isEnd.length);
  const gone = pieces.map(() => false);
  let left = pieces.length;
  const tips: number[] = [];
  for (let knot = 0; knot < isEnd.length; knot++) if (at.count(knot) === 1) tips.push(knot);
  for (let knot = tips.pop(); knot !== undefined; knot = tips.pop()) {
    if (isEnd[knot]) continue;
    let only = -1;
    let others = 0;
    for (let k = at.from(knot); k < at.from(knot + 1); k++) {
      const piece = at.piece(k);
      if (gone[piece]) continue;
      if (only === -1) only = piece;
      else others++;
    }
    const piece = pieces[only];
    if (!piece || others > 0) continue;
    gone[only] = true;
    left--;
    tips.push(piece.a === knot ? piece.b : piece.a);
  }
  return left === 0 || left === pieces.length ? pieces : pieces.filter((_, index) => !gone[index]);
}

/** The pieces at each knot: the numbers of those at one stand in a row, each knot's after those of the one before. */
export interface PiecesAt {
  readonly count: (knot: number) => number;
  /** The place of the first piece of a knot; those of a knot end before the first of the next. */
  readonly from: (knot: number) => number;
  /** The number of the piece at a place. */
  readonly piece: (place: number) => number;
}

export function piecesAt(pieces: readonly Piece[], knots: number): PiecesAt {
  const first = new Array<number>(knots + 2).fill(0);
  pieces.forEach(({ a, b }) => {
    first[a + 2] = (first[a + 2] ?? 0) + 1;
    first[b + 2] = (first[b + 2] ?? 0) + 1;
  });
  for (let knot = 2; knot < first.length; knot++) first[knot] = (first[knot] ?? 0) + (first[knot - 1] ?? 0);
  const list = new Array<number>(2 * pieces.length).fill(0);
  const add = (knot: number, piece: number): void => {
    const place = first[knot + 1] ?? 0;
    list[place] = piece;
    first[knot + 1] = place + 1;
  };
  pieces.forEach(({ a, b }, piece) => {
    add(a, piece);
    add(b, piece);
  });
  return {
    count: (knot) => (first[knot + 1] ?? 0) - (first[knot] ?? 0),
    from: (knot) => first[knot] ?? 0,
    piece: (place) => list[place] ?? -1,
  };
}
