import type { RecordKind, SearchData, SearchPattern, SearchRecord, Synonym } from './records.ts';
import { weights } from './records.ts';
import { singularOf, stopWords, wordsOf } from './words.ts';
import type { Word } from './words.ts';

/** One record under one key, with what a match there is worth. */
export interface Posting {
  readonly record: number;
  readonly worth: number;
}

/**
 * The index in memory. Keys are stems ("cach"), words as written ("=caching") and pairs of neighbours ("lambda+architectur"),
 * so that a phrase can weigh more than its words, and so that "Route 53" and "route53" meet.
 */
export interface Lookup {
  readonly patterns: ReadonlyMap<string, SearchPattern>;
  readonly records: readonly SearchRecord[];
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  /** Every word as written, with how often. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** What a misspelt word may become: the vocabulary, the words of the synonyms and those of the prose. */
  readonly spellings: ReadonlyMap<string, number>;
  /** Words that only the prose of the pages has. */
  readonly prose: ReadonlySet<string>;
  /** Two neighbours written as one: "route53" → the key of the pair. */
  readonly joins: ReadonlyMap<string, string>;
  /** How the synonyms are found: first stem → entries, longest first. */
  readonly synonyms: ReadonlyMap<string, readonly SynonymEntry[]>;
}

export interface SynonymEntry {
  readonly stems: readonly string[];
  readonly to: readonly string[];
}

/** What a match is worth in each of the fields of a record. */
const fields = { text: 1, also: 0.7, near: 0.3 } as const;

/** Reads all records once. Costs a few milliseconds for ten patterns; done when the box is focused first. */
export function buildLookup(data: SearchData): Lookup {
  const postings = new Map<string, Posting[]>();
  const vocabulary = new Map<string, number>();
  const joins = new Map<string, string>();
  data.records.forEach((record, at) => {
    const keys = new Map<string, number>();
    for (const field of ['text', 'also', 'near'] as const)
      for (const part of record[field].split(' · '))
        readKeys(wordsOf(part), fields[field], record.kind, keys, vocabulary, joins);
    for (const [key, worth] of keys) {
      const list = postings.get(key);
      if (list === undefined) postings.set(key, [{ record: at, worth }]);
      else list.push({ record: at, worth });
    }
  });
  return {
    patterns: new Map(data.patterns.map((pattern) => [pattern.slug, pattern])),
    records: data.records,
    postings,
    vocabulary,
    spellings: spellingsOf(vocabulary, data),
    prose: new Set(data.prose),
    joins,
    synonyms: indexSynonyms(data.synonyms),
  };
}

/** A word as written, its plural aside: "distributed" shares its stem with "distribution", and is not it. */
export function exactKey(word: string): string {
  return `=${singularOf(word)}`;
}

/** Pair of neighbours as a key. */
export function pairKey(first: string, second: string): string {
  return `${first}+${second}`;
}

function readKeys(
  all: readonly Word[],
  share: number,
  kind: RecordKind,
  keys: Map<string, number>,
  vocabulary: Map<string, number>,
  joins: Map<string, string>,
): void {
  const words = all.filter((word) => !stopWords.has(word.text));
  const worth = share * weights[kind] * lengthFactor(words.length);
  const keep = (key: string): void => void keys.set(key, Math.max(worth, keys.get(key) ?? 0));
  words.forEach((word, at) => {
    keep(word.stem);
    keep(exactKey(word.text));
    vocabulary.set(word.text, (vocabulary.get(word.text) ?? 0) + 1);
    const next = words[at + 1];
    if (next === undefined) return;
    const key = pairKey(word.stem, next.stem);
    keep(key);
    joins.set(word.text + next.text, key);
  });
}

/** A word in a short row says more than the same word in a long one: 1 up to six words, about a half at forty. */
function lengthFactor(count: number): number {
  return 1 / (1 + Math.max(0, Math.log2(Math.max(count, 1) / 6)) * 0.35);
}

function spellingsOf(
  vocabulary: ReadonlyMap<string, number>,
  { synonyms, prose }: SearchData,
): ReadonlyMap<string, number> {
  const all = new Map(vocabulary);
  const more = [
    ...prose,
    ...synonyms.flatMap(({ words }) => words.flatMap((phrase) => wordsOf(phrase).map(({ text }) => text))),
  ];
  for (const word of more) all.set(word, (all.get(word) ?? 0) + 1);
  return all;
}

function indexSynonyms(synonyms: readonly Synonym[]): ReadonlyMap<string, readonly SynonymEntry[]> {
  const byFirst = new Map<string, SynonymEntry[]>();
  for (const { words, to } of synonyms)
    for (const phrase of words) {
      const stems = wordsOf(phrase).map((word) => word.stem);
      const first = stems[0];
      if (first === undefined) continue;
      const list = byFirst.get(first) ?? [];
      list.push({ stems, to });
      byFirst.set(
        first,
        list.sort((a, b) => b.stems.length - a.stems.length),
      );
    }
  return byFirst;
}
