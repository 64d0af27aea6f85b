import { buildLookup } from '../lookup.ts';
import type { Lookup } from '../lookup.ts';
import { search } from '../rank.ts';
import type { Answer, Hit } from '../rank.ts';
import type { SearchData, SearchRecord } from '../records.ts';
import { passagesWith } from './pagefind.ts';

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
 * Answers a query. What the records answer comes from them alone. Pagefind is asked only for a query with words that no record
 * has; patterns whose prose has those words stand after the others. So the order is the same wherever it is asked.
 */
export async function ask(text: string, options: { readonly spelling: boolean }): Promise<Answer> {
  const lookup = await loadLookup();
  const answer = search(text, lookup, options);
  const unanswered = answer.query.terms.filter((term) => term.forms.length === 0).map((term) => term.said);
  if (unanswered.length === 0) return answer;
  const passages = await passagesWith(unanswered.join(' ')).catch(() => []);
  const hits = answer.isFallback ? [] : answer.hits;
  const known = new Set(hits.map(({ pattern }) => pattern.slug));
  const found = passages.flatMap(({ slug, url, text: passage }): readonly Hit[] => {
    const pattern = lookup.patterns.get(slug);
    if (pattern === undefined || known.has(slug)) return [];
    known.add(slug);
    const record: SearchRecord = {
      url,
      pattern: slug,
      kind: 'prose',
      why: 'in the text',
      text: passage,
      also: '',
      near: '',
    };
    return [{ pattern, score: 0, rows: [{ record, score: 0, keys: [] }] }];
  });
  return found.length === 0 ? answer : { ...answer, hits: [...hits, ...found], isFallback: false };
}

/** An address of the records as this site is served. */
export function addressOf(url: string): string {
  return base + url;
}

/** The page of all results for a query. */
export function resultsAddress(query: string): string {
  return `${base}/search/?${new URLSearchParams({ q: query }).toString()}`;
}
