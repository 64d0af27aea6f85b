/**
 * The known word that was probably meant, or null. A known word is never put right, whatever its count; one with the count 0 is
 * known and never meant by another. Short words may differ by one change, longer ones by more, and the first letter must be right
 * unless one change explains everything: so "cheap" is not read as "heap". A letter for another counts more than a letter left out
 * or two that changed places, for that is how fingers slip: "dead" is not "dear".
 */
export function correct(word: string, vocabulary: ReadonlyMap<string, number>): string | null {
  const allowed = allowance(word.length);
  if (allowed === 0 || /\d/.test(word) || vocabulary.has(word)) return null;
  let best: { readonly text: string; readonly cost: number } | null = null;
  for (const [candidate, count] of vocabulary) {
    if (count === 0 || candidate.length < 4 || Math.abs(candidate.length - word.length) > allowed) continue;
    if (/\d/.test(candidate)) continue;
    const changes = distance(word, candidate, allowed);
    if (changes > allowed) continue;
    const sameStart = candidate[0] === word[0];
    if (!sameStart && (changes > change || word.length < 6)) continue;
    const cost = changes + (sameStart ? 0 : 0.5) - Math.min(count, 50) / 200;
    if (best === null || cost < best.cost || (cost === best.cost && candidate < best.text))
      best = { text: candidate, cost };
  }
  return best === null ? null : best.text;
}

/** What a letter in the place of another counts; a letter left out, put in or swapped counts 1. */
const change = 1.4;

function allowance(length: number): number {
  if (length < 4) return 0;
  return length < 5 ? 1 : length < 8 ? 1.5 : length < 12 ? 2.4 : 3;
}

/**
 * What it costs to make one word of the other: 1 for a letter put in, left out or swapped with its neighbour, more for one changed.
 * Stops early with `limit + 1` when it is more than `limit`.
 */
export function distance(from: string, to: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1] ? 0 : change;
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
