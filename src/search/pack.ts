import type { Entry, IndexFiles, PatternRows, Shard, WordList } from './files.ts';
import { letterOf } from './files.ts';
import { pairKey } from './lookup.ts';
import { plainWords } from './plain-words.ts';
import type { SearchData, SearchRecord } from './records.ts';
import { weights } from './records.ts';
import { singularOf, stemOf, stopWords, wordsOf } from './words.ts';

/** What a match is worth in each of the fields of a record. */
const fields = { text: 1, also: 0.7, near: 0.3 } as const;

/** Letters of one shard: about 5 KB compressed. */
const shardSize = 16_000;

/**
 * Most places that are kept of one word or pair: the words that everybody uses would fill a shard and tell nothing apart.
 * Nothing is lost with ten patterns.
 */
const mostPlaces = 400;
const mostRowsOfOne = 4;

/** Makes the files of the index. The same records give the same files. */
export function packIndex(data: SearchData): IndexFiles {
  const grouped = Map.groupBy(data.records, ({ pattern }) => pattern);
  const byPattern = data.patterns.map(({ slug }) => grouped.get(slug) ?? []);
  const entries = new Map<string, Draft>();
  byPattern.forEach((records, pattern) => {
    records.forEach((record, row) => {
      readRecord(record, pattern, row, entries);
      if (record.kind === 'page') readNames(record, pattern, entries);
    });
  });
  for (const word of data.prose) draftOf(entries, stemOf(word)).forms.add(singularOf(word));
  const { shards, bounds } = cut(entries);
  const rows = data.patterns.map(({ tagline, fit }, index) => ({
    tagline,
    fit,
    records: plain(byPattern[index]),
  }));
  const patterns = data.patterns.map((pattern) => ({ ...pattern, tagline: '', fit: '' }));
  const head = { patterns, synonyms: data.synonyms, bounds };
  return { head: { version: digest([head, shards, rows]), ...head }, shards, words: wordLists(data), rows };
}

/** What is gathered about one key. */
interface Draft {
  readonly forms: Set<string>;
  readonly places: { pattern: number; row: number; worth: number; form: string }[];
  readonly names: Map<string, Set<number>>;
}

function draftOf(entries: Map<string, Draft>, key: string): Draft {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const fresh: Draft = { forms: new Set(), places: [], names: new Map() };
  entries.set(key, fresh);
  return fresh;
}

/** The words and the pairs of one record, each with the most that it is worth in any of its fields. */
function readRecord(record: SearchRecord, pattern: number, row: number, entries: Map<string, Draft>): void {
  const words = new Map<string, { readonly stem: string; worth: number }>();
  const pairs = new Map<string, number>();
  for (const field of ['text', 'also', 'near'] as const)
    for (const part of record[field].split(' · ')) {
      const own = wordsOf(part).filter((word) => !stopWords.has(word.text));
      const worth = fields[field] * weights[record.kind] * lengthFactor(own.length);
      own.forEach(({ text, stem }, index) => {
        const form = singularOf(text);
        words.set(form, { stem, worth: Math.max(worth, words.get(form)?.worth ?? 0) });
        const next = own[index + 1]?.stem;
        const pair = next === undefined ? null : pairKey(stem, next);
        if (pair !== null) pairs.set(pair, Math.max(worth, pairs.get(pair) ?? 0));
      });
    }
  for (const [form, { stem, worth }] of words) {
    const draft = draftOf(entries, stem);
    draft.forms.add(form);
    draft.places.push({ pattern, row, worth, form });
  }
  for (const [pair, worth] of pairs) draftOf(entries, pair).places.push({ pattern, row, worth, form: '' });
}

/** A word in a short row says more than the same word in a long one: 1 up to six words, about a half at forty. */
function lengthFactor(count: number): number {
  return 1 / (1 + Math.max(0, Math.log2(Math.max(count, 1) / 6)) * 0.35);
}

/** A title, or what a pattern is also called: who says all of it means that pattern. */
function readNames(page: SearchRecord, pattern: number, entries: Map<string, Draft>): void {
  for (const name of `${page.text} · ${page.also}`.split(' · ')) {
    const [first, ...others] = wordsOf(name)
      .filter((word) => !stopWords.has(word.text))
      .map((word) => word.stem);
    if (first === undefined) continue;
    const { names } = draftOf(entries, first);
    const rest = others.join(' ');
    names.set(rest, (names.get(rest) ?? new Set()).add(pattern));
  }
}

function cut(entries: ReadonlyMap<string, Draft>): {
  readonly shards: readonly Shard[];
  readonly bounds: readonly string[];
} {
  const shards: Record<string, Entry>[] = [];
  const bounds: string[] = [];
  let size = Infinity;
  let before = '';
  for (const [stem, draft] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const entry = entryOf(draft);
    if (size > shardSize) {
      shards.push({});
      bounds.push(shortestAfter(before, stem));
      size = 0;
    }
    Object.assign(shards.at(-1) ?? {}, { [stem]: entry });
    size += JSON.stringify(entry).length + stem.length;
    before = stem;
  }
  return { shards, bounds };
}

/** As much of a key as parts it from the one before. */
function shortestAfter(before: string, key: string): string {
  let same = 0;
  while (same < before.length && before[same] === key[same]) same++;
  return key.slice(0, same + 1);
}

function entryOf({ forms, places, names }: Draft): Entry {
  const order = [...forms].sort();
  const all = places.map(({ form, worth, ...place }) => ({
    ...place,
    worth: Math.round(worth * 10),
    form: order.indexOf(form),
  }));
  const patterns = new Set(places.map(({ pattern }) => pattern)).size;
  return order.length > 0
    ? { forms: order, patterns, places: steps(thinned(all)), ...named(names) }
    : { patterns, places: steps(thinned(all)) };
}

function named(names: Draft['names']): Pick<Entry, 'names'> {
  return names.size === 0
    ? {}
    : { names: Object.fromEntries([...names].map(([rest, patterns]) => [rest, [...patterns].sort((a, b) => a - b)])) };
}

interface Place {
  readonly pattern: number;
  readonly row: number;
  readonly worth: number;
  /** Which of the forms, -1 of a pair. */
  readonly form: number;
}

/** The best places of a word that stands nearly everywhere, in the order of the patterns. */
function thinned(places: readonly Place[]): readonly Place[] {
  if (places.length <= mostPlaces) return places;
  const best = [...places].sort((a, b) => b.worth - a.worth || a.pattern - b.pattern || a.row - b.row);
  const taken = new Map<number, number>();
  const few = best.filter(({ pattern }) => {
    const count = (taken.get(pattern) ?? 0) + 1;
    taken.set(pattern, count);
    return count <= mostRowsOfOne;
  });
  return few.slice(0, mostPlaces).sort((a, b) => a.pattern - b.pattern || a.row - b.row);
}

/** Places as numbers; a pattern as the step from the one before, which is mostly nought or one. */
function steps(places: readonly Place[]): readonly number[] {
  return places.flatMap(({ pattern, row, worth, form }, index) => {
    const step = pattern - (places[index - 1]?.pattern ?? 0);
    return form < 0 ? [step, row, worth] : [step, row, worth, form];
  });
}

function plain(records: readonly SearchRecord[] | undefined): PatternRows['records'] {
  return (records ?? []).map(({ url, kind, why, text, also, near }) => ({ url, kind, why, text, also, near }));
}

/** The words by their first letter ("k"), and by their second ("-k") for a word whose first letter is wrong or missing. */
function wordLists(data: SearchData): ReadonlyMap<string, WordList> {
  const counts = new Map<string, number>([...plainWords].map((word) => [word, 0]));
  const count = (word: string): void => void counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { text, also, near } of data.records)
    for (const word of wordsOf(`${text} ${also} ${near}`)) if (!stopWords.has(word.text)) count(word.text);
  for (const word of data.prose) count(word);
  const listed = [...counts.keys()].sort();
  const byLetter = [
    ...Map.groupBy(listed, (word) => letterOf(word[0])),
    ...Map.groupBy(listed, (word) => `-${letterOf(word[1])}`),
  ];
  return new Map(
    byLetter.map(([letter, words]) => [
      letter,
      { words: words.join(' '), counts: words.map((word) => Math.min(9, counts.get(word) ?? 0)).join('') },
    ]),
  );
}

/** A short name for a value: equal values have equal names. */
function digest(value: unknown): string {
  const text = JSON.stringify(value);
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}
