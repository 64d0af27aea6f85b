import type { Entry, Head, IndexFiles, PatternRows, Shard, WordList } from './files.ts';
import { letterOf, shardOf } from './files.ts';
import type { SearchPattern, Synonym } from './records.ts';
import { singularOf, stemOf, wordsOf } from './words.ts';

/** The rows that have a key: what a match is worth, by the number of the row. */
export interface Found {
  readonly patterns: number;
  readonly rows: ReadonlyMap<number, number>;
}

/**
 * The index as far as it is loaded. Keys are stems ("cach"), words as written ("=caching"), pairs of neighbours
 * ("+lambda+architectur") and whole names of patterns ("@event driven").
 *
 * A question about a part that is not there yet is answered with nothing, and the part is noted in `wanted`. Who asks loads what
 * is wanted and asks again; when nothing is wanted, the answer is whole. So all that thinks about a query stays plain and pure.
 */
export interface Lookup {
  readonly patterns: readonly SearchPattern[];
  /** How many shards there are, loaded or not. */
  readonly shards: number;
  /** How the synonyms are found: first stem → entries, longest first. */
  readonly synonyms: ReadonlyMap<string, readonly SynonymEntry[]>;
  readonly wanted: Set<Part>;
  readonly find: (key: string) => Found | null;
  /** Whether a word stands in the prose of a page and in no row. */
  readonly isProse: (word: string) => boolean;
  /** Stems of known words that begin so, those of most patterns first. */
  readonly completions: (start: string) => readonly string[];
  /** Known words that begin like a misspelt one, with how often they are written: `correct` chooses. */
  readonly wordsLike: (word: string) => ReadonlyMap<string, number>;
  /** Known words of which a misspelt one may be a form with a wrong beginning. */
  readonly wordsBegunWrong: (word: string) => ReadonlyMap<string, number>;
  readonly rowsOf: (pattern: number) => PatternRows | null;
  readonly add: (part: Part, content: unknown) => void;
}

/** `shard-12`, `words-k`, `rows-3`. */
export type Part = `${'shard' | 'words' | 'rows'}-${string}`;

export interface SynonymEntry {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly to: readonly string[];
}

/** More rows than any page has: a row is numbered by its pattern and its place. */
const rowsOfOne = 4096;

export function rowNumber(pattern: number, row: number): number {
  return pattern * rowsOfOne + row;
}

export function placeOf(row: number): { readonly pattern: number; readonly row: number } {
  return { pattern: Math.floor(row / rowsOfOne), row: row % rowsOfOne };
}

/** A word as written, its plural aside: "distributed" shares its stem with "distribution", and is not it. */
export function exactKey(word: string): string {
  return `=${singularOf(word)}`;
}

/** Pair of neighbours as a key. The sign in front keeps the pairs out of the stems: a word that is often met has thousands. */
export function pairKey(first: string, second: string): string {
  return `+${first}+${second}`;
}

/** The whole name of a pattern as a key. */
export function nameKey(stems: readonly string[]): string {
  return `@${stems.join(' ')}`;
}

/** An index of which nothing but the head is there. */
export function openLookup({ patterns, synonyms, bounds }: Head): Lookup {
  const parts = new Map<Part, unknown>();
  const wanted = new Set<Part>();
  const found = new Map<string, Found | null>();
  const get = <Content>(part: Part): Content | null => {
    if (!parts.has(part)) wanted.add(part);
    return (parts.get(part) as Content | null | undefined) ?? null;
  };
  const entryOf = (stem: string): Entry | null => {
    const shard = get<Shard>(`shard-${shardOf(stem, bounds)}`);
    return shard !== null && Object.hasOwn(shard, stem) ? (shard[stem] ?? null) : null;
  };
  const isLoaded = (stem: string): boolean => parts.has(`shard-${shardOf(stem, bounds)}`);
  const typedIn = typedWords(synonyms);
  const listed = (letters: readonly string[]): ReadonlyMap<string, number> =>
    new Map(
      letters.flatMap((letter) => {
        const { words, counts } = get<WordList>(`words-${letter}`) ?? { words: '', counts: '' };
        return words.split(' ').map((word, at) => [word, Number(counts[at] ?? 0)] as const);
      }),
    );

  return {
    patterns,
    shards: bounds.length,
    synonyms: indexSynonyms(synonyms),
    wanted,
    find: (key) => {
      const known = found.get(key);
      if (known !== undefined) return known;
      const stem = stemIn(key);
      const entry = entryOf(stem);
      const own = entry === null ? null : findIn(entry, key);
      if (isLoaded(stem)) found.set(key, own);
      return own;
    },
    isProse: (word) => {
      const entry = entryOf(stemOf(word));
      return entry !== null && entry.patterns === 0 && (entry.forms ?? []).includes(singularOf(word));
    },
    completions: (start) => {
      const first = shardOf(start, bounds);
      const last = Math.min(shardOf(`${start}\uffff`, bounds), first + mostShardsOfStart);
      const begun: { readonly stem: string; readonly patterns: number }[] = [];
      for (let at = first; at <= last; at++)
        for (const [stem, { patterns, forms = [] }] of Object.entries(get<Shard>(`shard-${at}`) ?? {}))
          if (
            patterns > 0 &&
            (stem.startsWith(start) || (start.startsWith(stem) && forms.some((form) => form.startsWith(start))))
          )
            begun.push({ stem, patterns });
      return begun
        .sort((a, b) => b.patterns - a.patterns || (a.stem < b.stem ? -1 : 1))
        .slice(0, mostCompletions)
        .map(({ stem }) => stem);
    },
    wordsLike: (word) => new Map([...typedIn, ...listed([letterOf(word[0])])]),
    wordsBegunWrong: (word) => listed([letterOf(word[1]), `-${letterOf(word[0])}`, `-${letterOf(word[1])}`]),
    rowsOf: (pattern) => get<PatternRows>(`rows-${pattern}`),
    add: (part, content) => void parts.set(part, content),
  };
}

/** The whole index at once, for the build, the tests and a small catalog. */
export function fullLookup({ head, shards, words, rows }: IndexFiles): Lookup {
  const lookup = openLookup(head);
  shards.forEach((shard, at) => lookup.add(`shard-${at}`, shard));
  rows.forEach((own, at) => lookup.add(`rows-${at}`, own));
  for (const letter of '_abcdefghijklmnopqrstuvwxyz0123456789')
    for (const list of [letter, `-${letter}`])
      lookup.add(`words-${list}`, words.get(list) ?? { words: '', counts: '' });
  return lookup;
}

const mostCompletions = 8;
const mostShardsOfStart = 3;

/** Under which key of the shards something stands. */
function stemIn(key: string): string {
  switch (key[0]) {
    case '=':
      return stemOf(key.slice(1));
    case '@':
      return key.slice(1).split(' ')[0] ?? '';
    default:
      return key;
  }
}

function findIn(entry: Entry, key: string): Found | null {
  if (key.startsWith('@')) return foundNames(entry, key.slice(1).split(' ').slice(1).join(' '));
  const form = key.startsWith('=') ? (entry.forms ?? []).indexOf(key.slice(1)) : null;
  if (form === -1 || entry.patterns === 0) return null;
  const rows = placesOf(entry, form);
  if (rows.size === 0) return null;
  return { patterns: form === null ? entry.patterns : countPatterns(rows), rows };
}

function placesOf({ forms, places }: Entry, form: number | null): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  const width = forms === undefined ? 3 : 4;
  let pattern = 0;
  for (let at = 0; at < places.length; at += width) {
    pattern += places[at] ?? 0;
    if (form !== null && places[at + 3] !== form) continue;
    const row = rowNumber(pattern, places[at + 1] ?? 0);
    rows.set(row, Math.max(rows.get(row) ?? 0, (places[at + 2] ?? 0) / 10));
  }
  return rows;
}

/** Who says the whole name means the pattern: that is worth more than any row. */
const nameWorth = 12;

function foundNames({ names = {} }: Entry, rest: string): Found | null {
  const patterns = Object.hasOwn(names, rest) ? names[rest] : undefined;
  if (patterns === undefined) return null;
  return {
    patterns: patterns.length,
    rows: new Map(patterns.map((pattern) => [rowNumber(pattern, 0), nameWorth])),
  };
}

function countPatterns(rows: ReadonlyMap<number, number>): number {
  return new Set([...rows.keys()].map((row) => placeOf(row).pattern)).size;
}

/** Words of the synonyms: nobody finds them in a row, and they are known all the same. */
function typedWords(synonyms: readonly Synonym[]): ReadonlyMap<string, number> {
  return new Map(
    synonyms.flatMap(({ words }) => words.flatMap((phrase) => wordsOf(phrase).map(({ text }) => [text, 1]))),
  );
}

function indexSynonyms(synonyms: readonly Synonym[]): ReadonlyMap<string, readonly SynonymEntry[]> {
  const byFirst = new Map<string, SynonymEntry[]>();
  for (const { words, to } of synonyms)
    for (const phrase of words) {
      const words = wordsOf(phrase);
      const stems = words.map((word) => word.stem);
      const first = stems[0];
      const entry = { words: words.map((word) => word.text), stems, to };
      if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
    }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.stems.length - a.stems.length);
  return byFirst;
}
