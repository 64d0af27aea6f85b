import type { Entry, IndexFiles, PatternRows, Shard, WordList } from './files.ts';
import { letterOf } from './files.ts';
import { plainWords } from './plain-words.ts';
import type { SearchData, SearchRecord } from './records.ts';
import { weights } from './records.ts';
import { singularOf, stemOf, stopWords, wordsOf } from './words.ts';

/** What a match is worth in each of the fields of a record. */
const fields = { text: 1, also: 0.7, near: 0.3 } as const;

/** Letters of one shard: about 5 KB compressed. */
const shardSize = 16_000;

/**
 * Most places that are kept of one word, and of one pair: the words that everybody uses would fill a shard and tell nothing apart.
 * Nothing is lost with ten patterns.
 */
const mostPlaces = 600;
const mostPairs = 150;
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

/** What is gathered about one stem. */
interface Draft {
  readonly forms: Set<string>;
  /** By pattern and row: worth of each form. */
  readonly places: Map<number, Map<number, Map<string, number>>>;
  readonly pairs: Map<string, Set<string>>;
  readonly names: Map<string, Set<number>>;
}

function draftOf(entries: Map<string, Draft>, stem: string): Draft {
  const known = entries.get(stem);
  if (known !== undefined) return known;
  const fresh: Draft = { forms: new Set(), places: new Map(), pairs: new Map(), names: new Map() };
  entries.set(stem, fresh);
  return fresh;
}

function readRecord(record: SearchRecord, pattern: number, row: number, entries: Map<string, Draft>): void {
  for (const field of ['text', 'also', 'near'] as const)
    for (const part of record[field].split(' · ')) {
      const words = wordsOf(part).filter((word) => !stopWords.has(word.text));
      const worth = fields[field] * weights[record.kind] * lengthFactor(words.length);
      words.forEach((word, index) => {
        const draft = draftOf(entries, word.stem);
        const form = singularOf(word.text);
        draft.forms.add(form);
        const rows = draft.places.get(pattern) ?? new Map<number, Map<string, number>>();
        const forms = rows.get(row) ?? new Map<string, number>();
        forms.set(form, Math.max(worth, forms.get(form) ?? 0));
        draft.places.set(pattern, rows.set(row, forms));
        const next = words[index + 1]?.stem;
        if (next !== undefined) draft.pairs.set(next, (draft.pairs.get(next) ?? new Set()).add(`${pattern} ${row}`));
      });
    }
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
  for (const [stem, draft] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const entry = entryOf(draft);
    if (size > shardSize) {
      shards.push({});
      bounds.push(stem);
      size = 0;
    }
    Object.assign(shards.at(-1) ?? {}, { [stem]: entry });
    size += JSON.stringify(entry).length + stem.length;
  }
  return { shards, bounds };
}

function entryOf({ forms, places, pairs, names }: Draft): Entry {
  const order = [...forms].sort();
  const all = [...places].flatMap(([pattern, rows]) =>
    [...rows].flatMap(([row, worths]) =>
      [...worths].map(([form, worth]) => ({ pattern, row, worth: Math.round(worth * 10), form: order.indexOf(form) })),
    ),
  );
  return {
    forms: order,
    patterns: places.size,
    places: steps(thinned(all)),
    ...(pairs.size > 0 ? { pairs: packed(pairs, (rows) => steps(pairsOf(rows).slice(0, mostPairs))) } : {}),
    ...(names.size > 0 ? { names: packed(names, (patterns) => [...patterns].sort((a, b) => a - b)) } : {}),
  };
}

interface Place {
  readonly pattern: number;
  readonly row: number;
  readonly worth?: number;
  readonly form?: number;
}

/** The best places of a word that stands nearly everywhere, in the order of the patterns. */
function thinned<Kind extends Place>(places: readonly Kind[]): readonly Kind[] {
  if (places.length <= mostPlaces) return places;
  const best = [...places].sort((a, b) => (b.worth ?? 0) - (a.worth ?? 0) || a.pattern - b.pattern || a.row - b.row);
  const taken = new Map<number, number>();
  const few = best.filter(({ pattern }) => {
    const count = (taken.get(pattern) ?? 0) + 1;
    taken.set(pattern, count);
    return count <= mostRowsOfOne;
  });
  return few.slice(0, mostPlaces).sort((a, b) => a.pattern - b.pattern || a.row - b.row);
}

function pairsOf(rows: ReadonlySet<string>): readonly Place[] {
  return [...rows].map((place) => {
    const [pattern = 0, row = 0] = place.split(' ').map(Number);
    return { pattern, row };
  });
}

/** Places as numbers; a pattern as the step from the one before, which is mostly nought or one. */
function steps(places: readonly Place[]): readonly number[] {
  return places.flatMap(({ pattern, row, worth, form }, index) => [
    pattern - (places[index - 1]?.pattern ?? 0),
    row,
    ...(worth === undefined || form === undefined ? [] : [worth, form]),
  ]);
}

function packed<Value>(
  map: ReadonlyMap<string, Value>,
  pack: (value: Value) => readonly number[],
): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries([...map].map(([key, value]) => [key, pack(value)]));
}

function plain(records: readonly SearchRecord[] | undefined): PatternRows['records'] {
  return (records ?? []).map(({ url, kind, why, text, also, near }) => ({ url, kind, why, text, also, near }));
}

/**
 * The words of a letter are those that begin with it and those that have it in second place: so the letters of a word whose
 * first letter is wrong, missing or swapped still lead to it.
 */
function wordLists(data: SearchData): ReadonlyMap<string, WordList> {
  const counts = new Map<string, number>([...plainWords].map((word) => [word, 0]));
  const count = (word: string): void => void counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { text, also, near } of data.records)
    for (const word of wordsOf(`${text} ${also} ${near}`)) if (!stopWords.has(word.text)) count(word.text);
  for (const word of data.prose) count(word);
  const byLetter = new Map<string, string[]>();
  for (const word of [...counts.keys()].sort())
    for (const letter of new Set([letterOf(word[0]), letterOf(word[1])]))
      byLetter.set(letter, [...(byLetter.get(letter) ?? []), word]);
  return new Map(
    [...byLetter].map(([letter, words]) => [
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
