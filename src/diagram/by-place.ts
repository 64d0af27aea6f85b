const WIDTH = 32;

/** Things that lie over pieces of rows, found by place instead of by looking at all of them. */
export interface ByPlace<Thing> {
  /** Lays a thing over the columns of a row, both included. */
  readonly add: (row: number, from: number, to: number, thing: Thing) => void;
  /** What may lie over some of these columns, each thing once, in the order of adding. A few that lie beside them come along. */
  readonly near: (row: number, from: number, to: number) => readonly Thing[];
}

/** Every row is cut into pieces of a few columns, and each piece lists what lies over it. */
export function byPlace<Thing>(): ByPlace<Thing> {
  const rows: Map<number, { readonly order: number; readonly thing: Thing }[]>[] = [];
  let order = 0;
  return {
    add: (row, from, to, thing) => {
      const pieces = (rows[row] ??= new Map());
      const entry = { order: order++, thing };
      for (let piece = pieceOf(from); piece <= pieceOf(to); piece++) {
        const list = pieces.get(piece);
        if (list) list.push(entry);
        else pieces.set(piece, [entry]);
      }
    },
    near: (row, from, to) => {
      const pieces = rows[row];
      if (!pieces) return [];
      const [first, last] = [pieceOf(from), pieceOf(to)];
      if (first === last) return (pieces.get(first) ?? []).map(({ thing }) => thing);
      const found = new Set<{ readonly order: number; readonly thing: Thing }>();
      for (let piece = first; piece <= last; piece++) for (const entry of pieces.get(piece) ?? []) found.add(entry);
      return [...found].sort((a, b) => a.order - b.order).map(({ thing }) => thing);
    },
  };
}

function pieceOf(column: number): number {
  return Math.floor(column / WIDTH);
}
