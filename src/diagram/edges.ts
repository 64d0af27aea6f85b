import { DIRECTIONS } from './glyphs.ts';
import type { Direction } from './model.ts';

/** What an end of a net is to its edges. */
export interface Terminal {
  readonly box: string;
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

/**
 * The connections that one net means: every tail × every distinct box that a head points at. Without heads (or with
 * nothing but heads) the end that is alone on its side is joined to each of the others, as in a tree; all pairs only
 * where no side has a single end.
 */
export function pairsOf(terminals: readonly Terminal[]): readonly Pair[] {
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
    const pairs = tails.flatMap((from) => heads.map((to): Pair => ({ from, to, head: 'forward' })));
    return terminals.length === 2 ? pairs : pairs.filter(({ from, to }) => terminals[from]?.box !== terminals[to]?.box);
  }
  const head = heads.length > 0 ? 'both' : 'none';
  if (terminals.length === 2) return [{ ...upright(0, 1, terminals), head }];
  const ends = heads.length > 0 ? heads : tails;
  const hub = aloneOnItsSide(ends, terminals);
  if (hub !== null) return ends.filter((k) => k !== hub).map((k): Pair => ({ from: hub, to: k, head }));
  return ends.flatMap((from, k) => ends.slice(k + 1).map((to): Pair => ({ from, to, head })));
}

/** Two ends at one box are one. */
function distinct(ends: readonly number[], terminals: readonly Terminal[]): number[] {
  const seen = new Set<string>();
  return ends.filter((k) => {
    const box = terminals[k]?.box ?? '';
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
