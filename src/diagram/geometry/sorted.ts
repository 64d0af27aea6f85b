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
