/** How far columns move to the right: each place moves itself and all that stand right of it. */
export interface Shifts {
  readonly add: (column: number, by: number) => void;
  /** By how much a column has moved. */
  readonly at: (column: number) => number;
}

/** Sums over all columns up to one, kept in a tree of sums, so that neither adding nor asking walks over all columns. */
export function shiftsUpTo(farthest: number): Shifts {
  const sums = new Int32Array(Math.max(0, farthest) + 2);
  const indexOf = (column: number): number => Math.min(column, sums.length - 2) + 1;
  return {
    add: (column, by) => {
      for (let k = Math.max(1, indexOf(column)); k < sums.length; k += k & -k) sums[k] = (sums[k] ?? 0) + by;
    },
    at: (column) => {
      let moved = 0;
      for (let k = indexOf(column); k > 0; k -= k & -k) moved += sums[k] ?? 0;
      return moved;
    },
  };
}
