import type { SearchPattern, SearchRecord, Synonym } from './records.ts';

/**
 * The index as files. A browser loads the head, then only what a query asks for, so that the first answer weighs about the same
 * with ten patterns and with a thousand.
 *
 *     head                  the patterns, the synonyms, where each shard begins
 *     shard 0 … n           stems and pairs in order of the alphabet, cut into pieces of equal weight: where each stands
 *     words of a letter     the words as they are written: for a word that no shard knows
 *     rows of a pattern     what is shown of it
 */
export interface IndexFiles {
  readonly head: Head;
  readonly shards: readonly Shard[];
  readonly words: ReadonlyMap<string, WordList>;
  readonly rows: readonly PatternRows[];
}

export interface Head {
  /** Changes with the content, so that a browser never joins old shards with a new head. */
  readonly version: string;
  readonly patterns: readonly SearchPattern[];
  readonly synonyms: readonly Synonym[];
  /** The first key of each shard. */
  readonly bounds: readonly string[];
}

export type Shard = Readonly<Record<string, Entry>>;

/** Where the words with one stem stand ("cach"), or a pair of neighbours ("+lambda+architectur"). */
export interface Entry {
  /** The words as written, without their plural. A pair has none. */
  readonly forms?: readonly string[];
  /** In how many patterns; `places` may hold fewer. Zero where only the prose of a page has the word. */
  readonly patterns: number;
  /** Four numbers for each place, of a pair the first three: steps from the pattern before, row, worth in tenths, form. */
  readonly places: readonly number[];
  /** The other stems of a title or another name that begins here → the patterns with that name. */
  readonly names?: Readonly<Record<string, readonly number[]>>;
}

/** Words parted by a blank, and a digit for each: how often it is written, 0 where it is known and nobody means it by another word. */
export interface WordList {
  readonly words: string;
  readonly counts: string;
}

/** What is shown of one pattern. */
export interface PatternRows {
  readonly tagline: string;
  readonly fit: string;
  readonly records: readonly Omit<SearchRecord, 'pattern'>[];
}

/** Which list of words a word may be looked for in. Signs and letters of other scripts share one. */
export function letterOf(sign: string | undefined): string {
  return sign !== undefined && /^[a-z0-9]$/.test(sign) ? sign : '_';
}

/** The shard that a stem or a pair belongs to. */
export function shardOf(key: string, bounds: readonly string[]): number {
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((bounds[middle] ?? '') <= key) low = middle;
    else high = middle - 1;
  }
  return low;
}
