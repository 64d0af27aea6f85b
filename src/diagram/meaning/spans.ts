import type { Segment } from '../model.ts';

/** What a straight piece is: of a column, of a row, or across the bend of a diagonal. */
export const UPRIGHT = 0;
export const LEVEL = 1;
export const BEND = 2;
export type Kind = typeof UPRIGHT | typeof LEVEL | typeof BEND;

/** The straight pieces of a net while they are found, each told by what it is and the number of its chain of cells. */
export interface Spans {
  /** Lengthens a piece to a place along it; `at` is its column if it is upright, else its row. */
  readonly stretch: (kind: Kind, chain: number, at: number, to: number) => void;
  /** Cuts a piece that was begun where it reaches beyond these places. */
  readonly trim: (kind: Kind, chain: number, from: number, to: number) => void;
  /** The pieces that have a length, in the order of their beginning; the next net begins with none. */
  readonly take: () => readonly Segment[];
}

/** For any number of nets after each other: a drawing can have very many pieces, so they stand in a few lists. */
export function spansOf(chains: number): Spans {
  // the place of each piece in the lists, from 1
  const places = new Int32Array(chains * 3);
  const [keys, ats, froms, tos]: readonly [number[], number[], number[], number[]] = [[], [], [], []];
  let count = 0;
  const keyOf = (kind: Kind, chain: number) => chain * 3 + kind;
  const cut = (place: number, from: number, to: number): void => {
    [froms[place], tos[place]] = [from, to];
  };
  return {
    stretch: (kind, chain, at, value) => {
      const key = keyOf(kind, chain);
      const place = (places[key] ?? 0) - 1;
      if (place >= 0) cut(place, Math.min(froms[place] ?? value, value), Math.max(tos[place] ?? value, value));
      else {
        [keys[count], ats[count]] = [key, at];
        cut(count, value, value);
        places[key] = ++count;
      }
    },
    trim: (kind, chain, from, to) => {
      const place = (places[keyOf(kind, chain)] ?? 0) - 1;
      cut(place, Math.max(froms[place] ?? from, from), Math.min(tos[place] ?? to, to));
    },
    take: () => {
      const segments: Segment[] = [];
      for (let place = 0; place < count; place++) {
        const [key = 0, at = 0, from = 0, to = 0] = [keys[place], ats[place], froms[place], tos[place]];
        places[key] = 0;
        if (to <= from) continue;
        const upright = key % 3 === UPRIGHT;
        segments.push(
          upright
            ? { from: { row: from, column: at }, to: { row: to, column: at } }
            : { from: { row: at, column: from }, to: { row: at, column: to } },
        );
      }
      count = 0;
      return segments;
    },
  };
}
