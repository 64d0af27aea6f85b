/** The least of numbers, however many; spread into a call, a hundred thousand of them are too many. */
export function leastOf(numbers: Iterable<number>, none = Infinity): number {
  let least = none;
  for (const number of numbers) if (number < least) least = number;
  return least;
}

export function mostOf(numbers: Iterable<number>, none = -Infinity): number {
  let most = none;
  for (const number of numbers) if (number > most) most = number;
  return most;
}
