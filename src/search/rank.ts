import { understand } from './query.ts';
import type { Form, Query, QueryOptions, Term } from './query.ts';
import type { Lookup } from './lookup.ts';
import type { SearchPattern, SearchRecord } from './records.ts';

/** A pattern that answers, with the rows that say so, best first. */
export interface Hit {
  readonly pattern: SearchPattern;
  readonly score: number;
  readonly rows: readonly HitRow[];
}

export interface HitRow {
  readonly record: SearchRecord;
  readonly score: number;
  /** Keys of the index that matched: what to mark in the row. */
  readonly keys: readonly string[];
}

export interface Answer {
  readonly query: Query;
  readonly hits: readonly Hit[];
  /** Nothing matched: `hits` then holds every pattern, as a way on and not as an answer. */
  readonly isFallback: boolean;
}

const mostRows = 4;

/** So many patterns are shown however faintly they answer; of those after them only what has this part of the best score. */
const alwaysShown = 5;
const faintest = 0.04;

/** Of several rows that answer the same term each next one adds this part of the one before. */
const fading = 0.3;

/** What is left of a score when nearly nothing of the query is covered; all of it when everything is. */
const uncovered = 0.25;

/** How much a single row that answers several terms at once adds. */
const together = 0.8;

/** What a pattern that fits a wish gets, in the coin of the weights of records. */
const fitWorth = 5;

/** Answers a query. The same query over the same records always gives the same order. */
export function search(text: string, lookup: Lookup, options: QueryOptions = {}): Answer {
  const query = understand(text, lookup, options);
  const hits = rank(query, lookup);
  if (hits.length > 0) return { query, hits, isFallback: false };
  return {
    query,
    hits: [...lookup.patterns.values()].map((pattern) => ({ pattern, score: 0, rows: [] })),
    isFallback: true,
  };
}

/**
 * Patterns in order of how well they answer. Each term counts by how few patterns have it; several rows for one term fade;
 * a row that answers several terms at once counts again; the whole is scaled by how much of the query is covered.
 */
export function rank(query: Query, lookup: Lookup): readonly Hit[] {
  const tallies = new Map<string, Tally>();
  const tallyOf = (slug: string): Tally => {
    const known = tallies.get(slug);
    if (known !== undefined) return known;
    const fresh: Tally = { score: 0, covered: 0, rows: new Map() };
    tallies.set(slug, fresh);
    return fresh;
  };
  let asked = 0;

  for (const term of query.terms) {
    const matches = matchesOf(term, lookup);
    const byPattern = Map.groupBy(matches.entries(), ([at]) => lookup.records[at]?.pattern ?? '');
    const rarity = term.weight * rarityOf(byPattern.size, lookup.patterns.size);
    asked += rarity;
    for (const [slug, own] of byPattern) {
      const tally = tallyOf(slug);
      const best = own.map(([, match]) => match.worth).sort((a, b) => b - a);
      tally.score += rarity * best.slice(0, 4).reduce((sum, worth, at) => sum + worth * fading ** at, 0);
      tally.covered += rarity * Math.max(...own.map(([, match]) => match.sure));
      for (const [at, match] of own) addToRow(tally, at, rarity, match);
    }
  }
  for (const wish of query.wishes) {
    const fitting = [...lookup.patterns.values()].filter(wish.fits);
    const rarity = rarityOf(fitting.length, lookup.patterns.size);
    asked += rarity;
    for (const { slug } of fitting) {
      const tally = tallyOf(slug);
      tally.score += rarity * fitWorth;
      tally.covered += rarity;
    }
  }
  const hits = [...tallies]
    .flatMap(([slug, tally]) => hitOf(slug, tally, asked, lookup))
    .sort((a, b) => b.score - a.score || a.pattern.title.localeCompare(b.pattern.title));
  return hits.filter((hit, at) => at < alwaysShown || hit.score >= faintest * (hits[0]?.score ?? 0));
}

interface Tally {
  score: number;
  covered: number;
  readonly rows: Map<number, { score: number; terms: number; readonly keys: Set<string> }>;
}

interface Match {
  readonly worth: number;
  readonly sure: number;
  readonly keys: readonly string[];
}

/** The records that answer a term: of several forms the best counts. */
function matchesOf(term: Term, lookup: Lookup): ReadonlyMap<number, Match> {
  const matches = new Map<number, Match>();
  for (const form of term.forms)
    for (const [record, worth] of recordsWith(form, lookup)) {
      const known = matches.get(record);
      const own = worth * form.sure;
      if (known === undefined || own > known.worth)
        matches.set(record, { worth: own, sure: form.sure, keys: [...form.keys, ...(known?.keys ?? [])] });
    }
  return matches;
}

function recordsWith(form: Form, lookup: Lookup): ReadonlyMap<number, number> {
  const [first, ...others] = form.keys;
  let found = new Map((lookup.postings.get(first ?? '') ?? []).map(({ record, worth }) => [record, worth]));
  for (const key of others) {
    const also = new Map((lookup.postings.get(key) ?? []).map(({ record, worth }) => [record, worth]));
    found = new Map(
      [...found].flatMap(([record, worth]) =>
        also.has(record) ? [[record, Math.min(worth, also.get(record) ?? 0)] as const] : [],
      ),
    );
  }
  return found;
}

/** A word that few patterns have says more: about 2.4 for one of ten, 0.7 for all. */
function rarityOf(having: number, all: number): number {
  return Math.log(1 + all / Math.max(having, 0.5));
}

function addToRow(tally: Tally, at: number, rarity: number, match: Match): void {
  const row = tally.rows.get(at) ?? { score: 0, terms: 0, keys: new Set<string>() };
  row.score += rarity * match.worth;
  row.terms += rarity;
  for (const key of match.keys) row.keys.add(key);
  tally.rows.set(at, row);
}

function hitOf(slug: string, tally: Tally, asked: number, lookup: Lookup): readonly Hit[] {
  const pattern = lookup.patterns.get(slug);
  if (pattern === undefined) return [];
  const rows = [...tally.rows]
    .flatMap(([at, row]) => {
      const record = lookup.records[at];
      return record === undefined ? [] : [{ record, score: row.score * (row.terms / asked), keys: [...row.keys] }];
    })
    .sort((a, b) => b.score - a.score)
    .filter((row, at, all) => all.findIndex((other) => isSameRow(other.record, row.record)) === at);
  const coverage = asked === 0 ? 0 : tally.covered / asked;
  const score = (tally.score + together * (rows[0]?.score ?? 0)) * (uncovered + (1 - uncovered) * coverage ** 2);
  return [{ pattern, score, rows: rows.slice(0, mostRows) }];
}

/** Two labels of one drawing, or two kinds of words under one address, say the same thing twice. */
function isSameRow(one: SearchRecord, other: SearchRecord): boolean {
  return one.url === other.url && one.kind === other.kind;
}
