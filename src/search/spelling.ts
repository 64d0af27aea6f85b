/**
 * The known word that was probably meant, or null. Short words may differ by one letter, longer ones by two, and the first letter
 * must be right unless one change explains everything: so "cheap" is not read as "heap".
 */
export function correct(word: string, vocabulary: ReadonlyMap<string, number>): string | null {
  const allowed = allowance(word.length);
  if (allowed === 0 || /\d/.test(word)) return null;
  let best: { readonly text: string; readonly cost: number } | null = null;
  for (const [candidate, count] of vocabulary) {
    if (candidate.length < 4 || Math.abs(candidate.length - word.length) > allowed || /\d/.test(candidate)) continue;
    const changes = distance(word, candidate, allowed);
    if (changes > allowed) continue;
    const sameStart = candidate[0] === word[0];
    if (!sameStart && (changes > 1 || word.length < 6)) continue;
    const cost = changes + (sameStart ? 0 : 0.5) - Math.min(count, 50) / 200;
    if (best === null || cost < best.cost) best = { text: candidate, cost };
  }
  return best === null ? null : best.text;
}

function allowance(length: number): number {
  if (length < 4) return 0;
  return length < 7 ? 1 : length < 12 ? 2 : 3;
}

/**
 * Number of letters put in, left out, changed or swapped with their neighbour that make one word of the other.
 * Stops early with `limit + 1` when there are more than `limit`.
 */
export function distance(from: string, to: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      let cost = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same);
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      line.push(cost);
    }
    if (Math.min(...line) > limit) return limit + 1;
    before = last;
    last = line;
  }
  return last[to.length] ?? limit + 1;
}
