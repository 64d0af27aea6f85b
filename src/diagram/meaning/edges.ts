import { DIRECTIONS } from '../ink/glyphs.ts';
import type { Direction } from '../model.ts';

/** What an end of a net is to its edges. */
export interface Terminal {
  /** Two ends at one box have the same value here. */
  readonly box: unknown;
  readonly head: boolean;
  /** The direction in which one leaves the line here. */
  readonly direction: Direction;
}

/** An edge between two terminals of a net, by their places in the list. */
export interface Pair {
  readonly from: number;
  readonly to: number;
  readonly head: 'forward' | 'both' | 'none';
}

/** The connections of a net. */
export interface Pairs {
  readonly pairs: readonly Pair[];
  /** How many connections the net means; there are fewer pairs than that only where it is crowded. */
  readonly meant: number;
}

/** Connections that are told one by one: of sixteen tails and as many heads. They grow with the square of the ends. */
const MOST = 256;

/**
 * The connections that one net means: every tail × every distinct box that a head points at. Without heads (or with
 * nothing but heads) the end that is alone on its side is joined to each of the others, as in a tree; all pairs only
 * where no side has a single end.
 *
 * In a crowded net, where these are more than anyone could follow, each tail leads to the first head and each head comes
 * from the first tail: every end has a connection, and there are no more of them than ends.
 */
export function pairsOf(terminals: readonly Terminal[]): Pairs {
  const all = terminals.map((_, k) => k);
  const heads = distinct(
    all.filter((k) => terminals[k]?.head),
    terminals,
  );
  const tails = distinct(
    all.filter((k) => !terminals[k]?.head),
    terminals,
  );
  if (heads.length > 0 && tails.length > 0) {
    const isCrowded = Math.min(heads.length, tails.length) > 1 && heads.length * tails.length > MOST;
    const told = tails.flatMap((from, k) =>
      (isCrowded && k > 0 ? heads.slice(0, 1) : heads).map((to): Pair => ({ from, to, head: 'forward' })),
    );
    // without the room that a list which grew has left over
    const pairs =
      terminals.length === 2
        ? told.slice()
        : told.filter(({ from, to }) => terminals[from]?.box !== terminals[to]?.box);
    return { pairs, meant: isCrowded ? heads.length * tails.length : pairs.length };
  }
  const head = heads.length > 0 ? 'both' : 'none';
  if (terminals.length === 2) return { pairs: [{ ...upright(0, 1, terminals), head }], meant: 1 };
  const ends = heads.length > 0 ? heads : tails;
  const meant = (ends.length * (ends.length - 1)) / 2;
  const alone = aloneOnItsSide(ends, terminals);
  const hub = alone ?? (meant > MOST ? (ends[0] ?? null) : null);
  if (hub !== null) {
    const pairs = ends.filter((k) => k !== hub).map((k): Pair => ({ from: hub, to: k, head }));
    return { pairs, meant: alone === null ? meant : pairs.length };
  }
  return { pairs: ends.flatMap((from, k) => ends.slice(k + 1).map((to): Pair => ({ from, to, head }))), meant };
}

/** Two ends at one box are one. */
function distinct(ends: readonly number[], terminals: readonly Terminal[]): number[] {
  const seen = new Set<unknown>();
  return ends.filter((k) => {
    const box = terminals[k]?.box;
    if (seen.has(box)) return false;
    seen.add(box);
    return true;
  });
}

/** A line without direction is told from above to below, from left to right. */
function upright(one: number, other: number, terminals: readonly Terminal[]): { from: number; to: number } {
  const direction = terminals[one]?.direction;
  return direction === 'up' || direction === 'left' ? { from: one, to: other } : { from: other, to: one };
}

function aloneOnItsSide(ends: readonly number[], terminals: readonly Terminal[]): number | null {
  const order: readonly Direction[] = ['up', 'left', 'right', 'down'];
  const sides = DIRECTIONS.map((direction) => ({
    direction,
    ends: ends.filter((k) => terminals[k]?.direction === direction),
  }));
  const single = order.flatMap((direction) =>
    sides.filter((side) => side.direction === direction && side.ends.length === 1),
  );
  return single[0]?.ends[0] ?? null;
}
