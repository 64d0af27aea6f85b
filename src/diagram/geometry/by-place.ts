/** Things that lie over pieces of rows, found by place instead of by looking at all of them. */
export interface ByPlace<Thing> {
  /** Lays a thing over the columns of a row, both included. */
  readonly add: (row: number, from: number, to: number, thing: Thing) => void;
  /** What may lie over some of these columns, each thing once, in the order of adding. A few that lie beside them come along. */
  readonly near: (row: number, from: number, to: number) => readonly Thing[];
}

/** The things of one row that are about as long as each other, told by number: for each piece of some columns those that lie over it. */
interface Layer {
  readonly columns: number;
  readonly pieces: Map<number, number[]>;
}

/** Columns of the shortest pieces; those of the next layer are as many times longer. */
const SHORTEST = 32;
const TIMES = 4;

/** Every row is cut into pieces, for long things into long ones, and each piece lists what lies over it: a thing lies over two at most. */
export function byPlace<Thing>(): ByPlace<Thing> {
  const rows: Layer[][] = [];
  // in the order of adding
  const things: Thing[] = [];
  return {
    add: (row, from, to, thing) => {
      const columns = lengthFor(to - from + 1);
      const layers = (rows[row] ??= []);
      let layer = layers.find((one) => one.columns === columns);
      if (!layer) layers.push((layer = { columns, pieces: new Map() }));
      const number = things.push(thing) - 1;
      for (let piece = Math.floor(from / columns); piece <= Math.floor(to / columns); piece++) {
        const list = layer.pieces.get(piece);
        if (list) list.push(number);
        else layer.pieces.set(piece, [number]);
      }
    },
    near: (row, from, to) => {
      const lists: (readonly number[])[] = [];
      for (const layer of rows[row] ?? []) addListsOver(layer, from, to, lists);
      return inOrder(lists).map((number) => things[number] as Thing);
    },
  };
}

function lengthFor(columns: number): number {
  let length = SHORTEST;
  while (length < columns) length *= TIMES;
  return length;
}

/** Adds the lists of all pieces that some columns touch; where fewer pieces have a list than are touched, these are gone through. */
function addListsOver({ columns, pieces }: Layer, from: number, to: number, lists: (readonly number[])[]): void {
  const [first, last] = [Math.floor(from / columns), Math.floor(to / columns)];
  if (last - first >= pieces.size) {
    for (const [piece, list] of pieces) if (piece >= first && piece <= last) lists.push(list);
    return;
  }
  for (let piece = first; piece <= last; piece++) {
    const list = pieces.get(piece);
    if (list) lists.push(list);
  }
}

/** The numbers of several lists that each are in order, each number once. */
function inOrder(lists: readonly (readonly number[])[]): readonly number[] {
  let waiting = lists;
  while (waiting.length > 1) {
    const merged: (readonly number[])[] = [];
    for (let k = 0; k < waiting.length; k += 2) merged.push(merge(waiting[k] ?? [], waiting[k + 1] ?? []));
    waiting = merged;
  }
  return waiting[0] ?? [];
}

function merge(one: readonly number[], other: readonly number[]): readonly number[] {
  const merged: number[] = [];
  let k = 0;
  for (const number of one) {
    for (let next = other[k]; next !== undefined && next <= number; next = other[++k])
      if (next < number) merged.push(next);
    merged.push(number);
  }
  for (; k < other.length; k++) merged.push(other[k] ?? 0);
  return merged;
}
