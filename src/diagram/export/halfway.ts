import type { Spot } from './placed.ts';

/** The middle of a line by its length: from there formats count where its label stands. */
export function halfway(way: readonly Spot[]): Spot {
  const pieces = way.slice(1).map((to, index) => ({ from: way[index] ?? to, to }));
  let left = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0) / 2;
  for (const piece of pieces) {
    const length = lengthOf(piece);
    if (length > 0 && left <= length) {
      const part = left / length;
      const { from, to } = piece;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    }
    left -= length;
  }
  return way.at(-1) ?? { x: 0, y: 0 };
}

function lengthOf({ from, to }: { readonly from: Spot; readonly to: Spot }): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}
