import type { Lookup } from './lookup.ts';
import type { Ranked } from './rank.ts';
import { fold } from './words.ts';

/**
 * Where nothing matches: patterns by how many pairs of letters of the query their titles have. A way on, so that no page is empty.
 */
export function nearestTo(text: string, lookup: Lookup): readonly Ranked[] {
  const asked = letterPairs(text.slice(0, 200));
  return lookup.patterns
    .map(({ title }, pattern) => {
      const own = letterPairs(title);
      const shared = [...own].filter((pair) => asked.has(pair)).length;
      return { pattern, score: shared / (own.size + asked.size || 1), rows: [] };
    })
    .sort((a, b) => b.score - a.score || a.pattern - b.pattern)
    .slice(0, most);
}

/** With ten patterns these are all. */
const most = 10;

function letterPairs(text: string): ReadonlySet<string> {
  const letters = fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
  return new Set(Array.from({ length: Math.max(letters.length - 1, 0) }, (_, at) => letters.slice(at, at + 2)));
}
