/** Index of the first of a list for which something holds that holds for all after it too; the length of the list without one. */
export function firstFrom<Thing>(list: readonly Thing[], holds: (thing: Thing) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle] as Thing)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The part of a sorted list whose places are from one to another, both inclusive: a question costs what it finds. */
export function between<Value>(
  sorted: readonly Value[],
  from: number,
  to: number,
  placeOf: (value: Value) => number,
): readonly Value[] {
  return sorted.slice(
    firstFrom(sorted, (value) => placeOf(value) >= from),
    firstFrom(sorted, (value) => placeOf(value) > to),
  );
}

/** The last of a sorted list that stands at a place or before it. */
export function lastUpTo<Value>(
  sorted: readonly Value[],
  place: number,
  placeOf: (value: Value) => number,
): Value | undefined {
  return sorted[firstFrom(sorted, (value) => placeOf(value) > place) - 1];
}
