/** Things that lie over pieces of rows, found by place instead of by looking at all of them. */
export interface ByPlace<Thing> {
  /** Lays a thing over the columns of a row, both included. */
  readonly add: (row: number, from: number, to: number, thing: Thing) => void;
  /** What may lie over some of these columns, each thing once, in the order of adding. A few that lie beside them come along. */
  readonly near: (row: number, from: number, to: number) => readonly Thing[];
}

export function byPlace<Thing>(): ByPlace<Thing> {
  const numbers = numbersByPlace();
  // in the order of adding
  const things: Thing[] = [];
  return {
    add: (row, from, to, thing) => numbers.add(row, from, to, things.push(thing) - 1),
    near: (row, from, to) => numbers.near(row, from, to).map((number) => things[number] as Thing),
  };
}

/** Columns of the shortest pieces of a row; those of the next layer are as many times longer. */
const SHORTEST = 32;
const TIMES = 4;
/** So many layers: the pieces of the last one are longer than any row. */
const LAYERS = 12;
const lengths = Array.from({ length: LAYERS }, (_, layer) => SHORTEST * TIMES ** layer);

/**
 * Numbers instead of things, which are added in order. Every row is cut into pieces, for what is long into long ones, and each
 * piece lists what lies over it: a number lies over two at most. Few large lists hold all of it, as the drawing may be large.
 */
export function numbersByPlace(): ByPlace<number> {
  // the number that each entry of a list tells, and the entry behind it; behind the last one stands the first
  const told: number[] = [];
  const behind: number[] = [];
  const rows: Row[] = [];

  const addTo = ({ lastOf }: Row, key: number, number: number): void => {
    const last = lastOf.get(key);
    const entry = told.push(number) - 1;
    behind.push(last === undefined ? entry : (behind[last] ?? entry));
    if (last !== undefined) behind[last] = entry;
    lastOf.set(key, entry);
  };
  const listInto = (found: number[], last: number): void => {
    for (let entry = behind[last] ?? last; entry !== last; entry = behind[entry] ?? last) found.push(told[entry] ?? 0);
    found.push(told[last] ?? 0);
  };
  return {
    add: (row, from, to, number) => {
      const layer = layerFor(to - from + 1);
      const columns = lengthOf(layer);
      const own = (rows[row] ??= { layers: 0, lastOf: new Map() });
      own.layers |= 1 << layer;
      for (let piece = Math.floor(from / columns); piece <= Math.floor(to / columns); piece++)
        addTo(own, keyOf(piece, layer), number);
    },
    near: (row, from, to) => {
      const own = rows[row];
      const found: number[] = [];
      if (!own) return found;
      const lasts: number[] = [];
      for (let layer = 0; own.layers >> layer !== 0; layer++) {
        if ((own.layers & (1 << layer)) === 0) continue;
        const [first, last] = [Math.floor(from / lengthOf(layer)), Math.floor(to / lengthOf(layer))];
        // where fewer pieces have a list than are touched, these are gone through
        if (last - first < own.lastOf.size) {
          for (let piece = first; piece <= last; piece++) {
            const entry = own.lastOf.get(keyOf(piece, layer));
            if (entry !== undefined) lasts.push(entry);
          }
        } else
          for (const [key, entry] of own.lastOf)
            if (key >= keyOf(first, layer) && key <= keyOf(last, layer) && (key - layer) % LAYERS === 0)
              lasts.push(entry);
      }
      for (const last of lasts) listInto(found, last);
      return lasts.length > 1 ? eachOnce(found) : found;
    },
  };
}

/** The lists of one row, by piece and layer: the last entry of each. */
interface Row {
  /** A bit for each layer that has lists. */
  layers: number;
  readonly lastOf: Map<number, number>;
}

function keyOf(piece: number, layer: number): number {
  return piece * LAYERS + layer;
}

function lengthOf(layer: number): number {
  return lengths[layer] ?? Infinity;
}

function layerFor(columns: number): number {
  let layer = 0;
  while (lengthOf(layer) < columns) layer++;
  return layer;
}

/** Several lists in one, each number once and in order. */
function eachOnce(found: readonly number[]): readonly number[] {
  return [...Uint32Array.from(new Set(found)).sort()];
}
