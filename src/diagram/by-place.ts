/** Things that lie over pieces of rows, found by place instead of by looking at all of them. */
export interface ByPlace<Thing> {
  /** Lays a thing over the columns of a row, both included. */
  readonly add: (row: number, from: number, to: number, thing: Thing) => void;
  /** What may lie over some of these columns, each thing once, in the order of adding. A few that lie beside them come along. */
  readonly near: (row: number, from: number, to: number) => readonly Thing[];
}

interface Entry<Thing> {
  readonly order: number;
  readonly thing: Thing;
}

/** The entries of one row that are about as long as each other, by the pieces of some columns that they lie over. */
interface Layer<Thing> {
  readonly columns: number;
  readonly pieces: Map<number, Entry<Thing>[]>;
}

/** Columns of the shortest pieces; those of the next layer are as many times longer. */
const SHORTEST = 32;
const TIMES = 4;

/** Every row is cut into pieces, for long things into long ones, and each piece lists what lies over it: a thing lies over two at most. */
export function byPlace<Thing>(): ByPlace<Thing> {
  const rows: Layer<Thing>[][] = [];
  let order = 0;
  return {
    add: (row, from, to, thing) => {
      const columns = lengthFor(to - from + 1);
      const layers = (rows[row] ??= []);
      let layer = layers.find((one) => one.columns === columns);
      if (!layer) layers.push((layer = { columns, pieces: new Map() }));
      const entry = { order: order++, thing };
      for (let piece = Math.floor(from / columns); piece <= Math.floor(to / columns); piece++) {
        const list = layer.pieces.get(piece);
        if (list) list.push(entry);
        else layer.pieces.set(piece, [entry]);
      }
    },
    near: (row, from, to) => {
      const lists = (rows[row] ?? []).flatMap((layer) => listsOver(layer, from, to));
      if (lists.length < 2) return (lists[0] ?? []).map(({ thing }) => thing);
      return [...new Set(lists.flat())].sort((a, b) => a.order - b.order).map(({ thing }) => thing);
    },
  };
}

function lengthFor(columns: number): number {
  let length = SHORTEST;
  while (length < columns) length *= TIMES;
  return length;
}

/** The lists of all pieces that some columns touch; where fewer pieces have a list than are touched, these are gone through. */
function listsOver<Thing>({ columns, pieces }: Layer<Thing>, from: number, to: number): (readonly Entry<Thing>[])[] {
  const [first, last] = [Math.floor(from / columns), Math.floor(to / columns)];
  if (last - first >= pieces.size)
    return [...pieces].flatMap(([piece, list]) => (piece >= first && piece <= last ? [list] : []));
  const lists: (readonly Entry<Thing>[])[] = [];
  for (let piece = first; piece <= last; piece++) {
    const list = pieces.get(piece);
    if (list) lists.push(list);
  }
  return lists;
}
