import { buildLookup } from '../lookup.ts';
import type { Lookup } from '../lookup.ts';
import { search } from '../rank.ts';
import type { Answer, Hit, HitRow } from '../rank.ts';
import type { SearchData } from '../records.ts';
import { stemOf } from '../words.ts';
import { passagesWith } from './pagefind.ts';
import type { Passage } from './pagefind.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

let loading: Promise<Lookup> | null = null;

/** The index, loaded once; a failed load may be tried again. */
export function loadLookup(): Promise<Lookup> {
  loading ??= fetch(`${base}/search/records.json`)
    .then((response) => {
      if (!response.ok) throw new Error(`The search index answered ${response.status}.`);
      return response.json() as Promise<SearchData>;
    })
    .then(buildLookup)
    .catch((trouble: unknown) => {
      loading = null;
      throw trouble;
    });
  return loading;
}

/**
 * Answers a query. What the records answer comes from them alone. Pagefind is asked only for words that stand in the prose of
 * the pages and in no record; its passages never change the order: they join the rows of their pattern, and a pattern that
 * has nothing else comes last. So the order is the same wherever it is asked.
 */
export async function ask(text: string, options: { readonly spelling: boolean }): Promise<Answer> {
  const answer = search(text, await loadLookup(), options);
  if (answer.query.inProse.length === 0) return answer;
  const passages = await passagesWith(answer.query.inProse.join(' ')).catch(() => []);
  return passages.length === 0 ? answer : withPassages(answer, passages, await loadLookup());
}

function withPassages(answer: Answer, passages: readonly Passage[], lookup: Lookup): Answer {
  const keys = answer.query.inProse.map((word) => stemOf(word));
  const rows = new Map(passages.map(({ slug, url, text }) => [slug, proseRow(slug, url, text, keys)]));
  const hits = (answer.isFallback ? [] : answer.hits).map((hit): Hit => {
    const row = rows.get(hit.pattern.slug);
    rows.delete(hit.pattern.slug);
    return row === undefined ? hit : { ...hit, rows: [...hit.rows, row] };
  });
  const others = [...rows].flatMap(([slug, row]): readonly Hit[] => {
    const pattern = lookup.patterns.get(slug);
    return pattern === undefined ? [] : [{ pattern, score: 0, rows: [row] }];
  });
  return { ...answer, hits: [...hits, ...others], isFallback: false };
}

function proseRow(pattern: string, url: string, text: string, keys: readonly string[]): HitRow {
  return { record: { url, pattern, kind: 'prose', why: 'in the text', text, also: '', near: '' }, score: 0, keys };
}

/** An address of the records as this site is served. */
export function addressOf(url: string): string {
  return base + url;
}

/** The page of all results for a query. */
export function resultsAddress(query: string): string {
  return `${base}/search/?${new URLSearchParams({ q: query }).toString()}`;
}
