/** The largest of some numbers, and no less than `least`. `Math.max` can be given only as many as the stack holds: a drawing may have more. */
export function largest(values: Iterable<number>, least = -Infinity): number {
  let most = least;
  for (const value of values) if (value > most) most = value;
  return most;
}

/** The smallest of some numbers. */
export function smallest(values: Iterable<number>): number {
  let least = Infinity;
  for (const value of values) if (value < least) least = value;
  return least;
}
