import type { Head } from '../files.ts';
import { openLookup } from '../lookup.ts';
import type { Lookup, Part } from '../lookup.ts';
import { hitOf, search } from '../rank.ts';
import type { Answer, Hit, HitRow, Ranked } from '../rank.ts';
import { stemOf } from '../words.ts';
import { passagesWith } from './pagefind.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The index as far as it is loaded, and how more of it is. */
interface Index {
  readonly lookup: Lookup;
  readonly load: (part: Part) => Promise<void>;
}

/** An answer, and what stands in the prose of the pages only. */
export interface Found extends Answer {
  /** A passage that holds the words, by the number of its pattern. */
  readonly passages: ReadonlyMap<number, HitRow>;
}

let opening: Promise<Index> | null = null;

/** The index with nothing but its head; loaded once. A failed load may be tried again. */
export async function openIndex(): Promise<Lookup> {
  opening ??= open().catch((trouble: unknown) => {
    opening = null;
    throw trouble;
  });
  return (await opening).lookup;
}

/** Shards of a small catalog. */
const fewShards = 24;

async function open(): Promise<Index> {
  const head = (await read('head', '')) as Head;
  const lookup = openLookup(head);
  const parts = new Map<Part, Promise<void>>();
  const load = (part: Part): Promise<void> => {
    const known = parts.get(part);
    if (known !== undefined) return known;
    const coming = read(part, head.version)
      .then((content) => lookup.add(part, content))
      .catch((trouble: unknown) => {
        parts.delete(part);
        throw trouble;
      });
    parts.set(part, coming);
    return coming;
  };
  return { lookup, load };
}

/** Once the first answer is there, the shards of a small catalog are loaded too: later no key waits for one. */
function loadTheRest({ lookup, load }: Index): void {
  if (isRestLoaded || lookup.shards > fewShards) return;
  isRestLoaded = true;
  for (let at = 0; at < lookup.shards; at++) load(`shard-${at}`).catch(() => undefined);
}

let isRestLoaded = false;

/** Milliseconds after which nothing else is in the way. */
const idle = 300;

/** A part of the index. A list of words that is not there is an empty one: no word has its letter. */
async function read(part: Part | 'head', version: string): Promise<unknown> {
  const response = await fetch(`${base}/search/parts/${part}.json${version === '' ? '' : `?v=${version}`}`);
  if (response.status === 404 && part.startsWith('words-')) return { words: '', counts: '' };
  if (!response.ok) throw new Error(`The search index answered ${response.status}.`);
  return response.json();
}

/** Asks again until all that the answer needs is loaded. */
async function settle<Value>(question: (lookup: Lookup) => Value): Promise<Value> {
  await openIndex();
  const { lookup, load } = await (opening as Promise<Index>);
  for (;;) {
    lookup.wanted.clear();
    const answer = question(lookup);
    if (lookup.wanted.size === 0) return answer;
    await Promise.all([...lookup.wanted].map(load));
  }
}

/**
 * Answers a query. What the rows answer comes from our own index alone. Pagefind is asked only for words that stand in the prose of
 * the pages and in no row; its passages never change the order: they join the rows of their pattern, and a pattern that has nothing
 * else comes last. So the order is the same wherever it is asked.
 */
export async function ask(text: string, options: { readonly spelling: boolean }): Promise<Found> {
  const answer = await settle((lookup) => search(text, lookup, options));
  const { inProse } = answer.query;
  const found = inProse.length === 0 ? [] : await passagesWith(inProse.join(' ')).catch(() => []);
  if (found.length === 0) return { ...answer, passages: new Map() };
  const { patterns } = await openIndex();
  const keys = inProse.map((word) => stemOf(word));
  const passages = new Map(
    found.map(({ slug, url, text }) => [
      patterns.findIndex((pattern) => pattern.slug === slug),
      { record: { url, kind: 'prose', why: 'in the text', text, also: '', near: '' }, score: 0, keys } as const,
    ]),
  );
  passages.delete(-1);
  const order = answer.isFallback ? [] : answer.order;
  const others = [...passages.keys()]
    .filter((pattern) => !order.some((ranked) => ranked.pattern === pattern))
    .map((pattern): Ranked => ({ pattern, score: 0, rows: [] }));
  return { ...answer, order: [...order, ...others], isFallback: false, passages };
}

/** What is shown of some patterns of an answer. */
export async function hitsOf(order: readonly Ranked[], passages: Found['passages']): Promise<readonly Hit[]> {
  const hits = await settle((lookup) => order.flatMap((ranked) => hitOf(ranked, lookup) ?? []));
  setTimeout(() => void opening?.then(loadTheRest), idle);
  return hits.map((hit, at) => {
    const passage = passages.get(order[at]?.pattern ?? -1);
    return passage === undefined ? hit : { ...hit, rows: [...hit.rows, passage] };
  });
}

/** An address of the records as this site is served. */
export function addressOf(url: string): string {
  return base + url;
}

/** The page of all results for a query. */
export function resultsAddress(query: string): string {
  return `${base}/search/?${new URLSearchParams({ q: query }).toString()}`;
}
