import type { SearchData, SearchPattern, SearchRecord } from '../../src/search/records.ts';
import { catalogData } from './catalog-data.ts';

/** Words that stand in the place of the catalog's own: as many as a thousand pages would bring, few of them often. */
const inventedWords = 20_000;

/** Rows of one pattern, about. */
const rowsOfOne = 30;

/**
 * A catalog of `count` patterns, made of the rows of the real one: every other word is changed for an invented one, drawn as words
 * are in any language: the second half as often as the first, the third a third as often. The same count gives the same catalog.
 */
export function manyPatterns(count: number): SearchData {
  const random = randomFrom(7);
  const words = Array.from({ length: inventedWords }, () => invented(random));
  const draw = (): string => words[Math.floor(inventedWords ** random()) - 1] ?? 'word';
  const changed = (text: string): string => text.replace(/\p{L}{4,}/gu, (word) => (random() < 0.5 ? draw() : word));
  const bySlug = Map.groupBy(catalogData.records, ({ pattern }) => pattern);
  const patterns: SearchPattern[] = [];
  const records: SearchRecord[] = [];
  for (let at = 0; at < count; at++) {
    const model = catalogData.patterns[at % catalogData.patterns.length];
    if (model === undefined) throw new Error('The catalog has no patterns.');
    const title = `${invented(random)} ${changed(model.title)}`;
    const slug = `${title.toLowerCase().replaceAll(' ', '-')}-${at}`;
    patterns.push({ ...model, slug, title, tagline: changed(model.tagline) });
    const rows = bySlug.get(model.slug) ?? [];
    for (const record of rows.filter((_, row) => row < 3 || row % Math.ceil(rows.length / rowsOfOne) === 0))
      records.push({
        ...record,
        url: record.url.replace(model.slug, slug),
        pattern: slug,
        text: record.kind === 'page' ? title : changed(record.text),
        also: record.kind === 'page' ? '' : changed(record.also),
        near: changed(record.near),
      });
  }
  return { patterns, records, synonyms: catalogData.synonyms, prose: words.slice(-2_000) };
}

const beginnings = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'f',
  'g',
  'gl',
  'h',
  'j',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'qu',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
];
const middles = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const ends = ['', 'l', 'n', 'r', 's', 't', 'nd', 'rk', 'x'];

function invented(random: () => number): string {
  const pick = (of: readonly string[]): string => of[Math.floor(random() * of.length)] ?? '';
  const syllables = 2 + Math.floor(random() * 2);
  return Array.from({ length: syllables }, () => pick(beginnings) + pick(middles) + pick(ends)).join('');
}

/** Numbers from 0 to 1 that are the same in each run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
