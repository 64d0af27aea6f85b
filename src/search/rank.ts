import type { PatternRows } from './files.ts';
import type { Found, Lookup } from './lookup.ts';
import { placeOf } from './lookup.ts';
import { nearestTo } from './nearest.ts';
import { understand } from './query.ts';
import type { Form, Query, QueryOptions, Term } from './query.ts';
import type { SearchPattern } from './records.ts';

/** A pattern that answers, with the rows that say so, best first. */
export interface Hit {
  readonly pattern: SearchPattern;
  readonly score: number;
  readonly rows: readonly HitRow[];
}

export interface HitRow {
  readonly record: PatternRows['records'][number];
  readonly score: number;
  /** Keys of the index that matched: what to mark in the row. */
  readonly keys: readonly string[];
}

/** A pattern in the order of the answer; what is shown of it is read by `hitOf`. */
export interface Ranked {
  readonly pattern: number;
  readonly score: number;
  readonly rows: readonly RankedRow[];
}

interface RankedRow {
  readonly row: number;
  readonly score: number;
  readonly keys: readonly string[];
}

export interface Answer {
  readonly query: Query;
  readonly order: readonly Ranked[];
  /** Nothing matched: `order` then holds the patterns whose names look most like the query, as a way on and not as an answer. */
  readonly isFallback: boolean;
}

/** Rows that are shown of one pattern, and those that are kept because some may say the same thing twice. */
const mostRows = 4;
const keptRows = 12;

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
  const order = rank(query, lookup);
  if (order.length > 0) return { query, order, isFallback: false };
  return { query, order: nearestTo(text, lookup), isFallback: true };
}

/** What is shown of a pattern: its rows, each thing said once. Without them until they are loaded. */
export function hitOf({ pattern, score, rows }: Ranked, lookup: Lookup): Hit | null {
  const about = lookup.patterns[pattern];
  const own = lookup.rowsOf(pattern);
  if (about === undefined || own === null) return null;
  const shown = rows
    .flatMap(({ row, ...rest }) => {
      const record = own.records[row];
      return record === undefined ? [] : [{ record, ...rest }];
    })
    .filter(({ record }, at, all) => all.findIndex((other) => isSameRow(other.record, record)) === at)
    .slice(0, mostRows);
  return { pattern: { ...about, tagline: own.tagline, fit: own.fit }, score, rows: shown };
}

/**
 * Patterns in order of how well they answer. Each term counts by how few patterns have it; several rows for one term fade;
 * a row that answers several terms at once counts again; the whole is scaled by how much of the query is covered.
 */
export function rank(query: Query, lookup: Lookup): readonly Ranked[] {
  const tallies = new Map<number, Tally>();
  const tallyOf = (pattern: number): Tally => {
    const known = tallies.get(pattern);
    if (known !== undefined) return known;
    const fresh: Tally = { score: 0, covered: 0, rows: new Map() };
    tallies.set(pattern, fresh);
    return fresh;
  };
  let asked = 0;

  for (const term of query.terms) {
    const { matches, rarest } = matchesOf(term, lookup);
    const rarity = term.weight * rarest;
    asked += rarity;
    for (const [pattern, own] of Map.groupBy(matches, ([row]) => placeOf(row).pattern)) {
      const tally = tallyOf(pattern);
      const best = own.map(([, match]) => match.worth).sort((a, b) => b - a);
      tally.score += rarity * best.slice(0, 4).reduce((sum, worth, at) => sum + worth * fading ** at, 0);
      tally.covered += rarity * own.reduce((most, [, { sure }]) => Math.max(most, sure), 0);
      for (const [row, match] of own) addToRow(tally, row, rarity, match);
    }
  }
  for (const wish of query.wishes) {
    const fits = lookup.patterns.map((pattern) => wish.fit(pattern));
    const rarity = rarityOf(fits.filter((fit) => fit > 0).length, lookup.patterns.length);
    asked += rarity;
    fits.forEach((fit, pattern) => {
      if (fit === 0) return;
      const tally = tallyOf(pattern);
      tally.score += rarity * fitWorth * fit;
      tally.covered += rarity * fit;
    });
  }
  const order = [...tallies]
    .map(([pattern, tally]) => ranked(pattern, tally, asked))
    .sort((a, b) => b.score - a.score || a.pattern - b.pattern);
  return order.filter(({ score }, at) => at < alwaysShown || score >= faintest * (order[0]?.score ?? 0));
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

/**
 * The rows that answer a term, of several forms the best counts; and how rare the rarest form is. A form that more patterns have is
 * worth less by as much: "fastly" is found as it is written, and "fast", which has the same stem, hardly counts beside it.
 */
function matchesOf(
  term: Term,
  lookup: Lookup,
): { readonly matches: ReadonlyMap<number, Match>; readonly rarest: number } {
  const found = term.forms.flatMap((form) => {
    const own = foundFor(form, lookup);
    return own === null ? [] : [{ form, rows: own.rows, rarity: rarityOf(own.patterns, lookup.patterns.length) }];
  });
  if (found.length === 0) return { matches: new Map(), rarest: rarityOf(0, lookup.patterns.length) };
  const rarest = Math.max(...found.map(({ rarity }) => rarity));
  const matches = new Map<number, Match>();
  for (const { form, rows, rarity } of found)
    for (const [row, worth] of rows) {
      const known = matches.get(row);
      const own = (worth * form.sure * rarity) / rarest;
      if (known === undefined || own > known.worth)
        matches.set(row, { worth: own, sure: form.sure, keys: [...form.keys, ...(known?.keys ?? [])] });
    }
  return { matches, rarest };
}

/** The rows that have all keys of a form. */
function foundFor({ keys: [first, ...others] }: Form, lookup: Lookup): Found | null {
  // All are asked for at once, so that what is not loaded yet is wanted in one go.
  const also = others.map((key) => lookup.find(key));
  const found = lookup.find(first ?? '');
  if (found === null || also.length === 0) return found;
  const rows = new Map(
    [...found.rows].flatMap(([row, worth]) => {
      const worths = also.map((other) => other?.rows.get(row) ?? 0);
      const least = Math.min(worth, ...worths);
      return least > 0 ? [[row, least] as const] : [];
    }),
  );
  return { patterns: new Set([...rows.keys()].map((row) => placeOf(row).pattern)).size, rows };
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

function ranked(pattern: number, tally: Tally, asked: number): Ranked {
  const rows = [...tally.rows]
    .map(([at, row]) => ({ row: placeOf(at).row, score: row.score * (row.terms / asked), keys: [...row.keys] }))
    .sort((a, b) => b.score - a.score || a.row - b.row)
    .slice(0, keptRows);
  const coverage = asked === 0 ? 0 : tally.covered / asked;
  const score = (tally.score + together * (rows[0]?.score ?? 0)) * (uncovered + (1 - uncovered) * coverage ** 2);
  return { pattern, score, rows };
}

/** Two labels of one drawing, or two kinds of words under one address, say the same thing twice. */
function isSameRow(one: HitRow['record'], other: HitRow['record']): boolean {
  return one.url === other.url && one.kind === other.kind;
}
