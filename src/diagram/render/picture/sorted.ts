/** The part of a sorted list whose places are from one to another, both inclusive: a question costs what it finds. */
export function between<Value>(
  sorted: readonly Value[],
  from: number,
  to: number,
  placeOf: (value: Value) => number,
): readonly Value[] {
  return sorted.slice(firstFrom(sorted, from, placeOf), firstFrom(sorted, to + 1, placeOf));
}

/** The last of a sorted list that stands at a place or before it. */
export function lastUpTo<Value>(
  sorted: readonly Value[],
  place: number,
  placeOf: (value: Value) => number,
): Value | undefined {
  return sorted[firstFrom(sorted, place + 1, placeOf) - 1];
}

/** Where the values begin whose places are this or greater. Places are whole. */
function firstFrom<Value>(sorted: readonly Value[], place: number, placeOf: (value: Value) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle];
    if (value !== undefined && placeOf(value) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
