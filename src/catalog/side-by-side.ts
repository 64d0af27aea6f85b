import type { Entry, Sheet } from './sheet.ts';

/** How many patterns stand side by side at most: more columns than a page can hold help nobody. */
export const widest = 4;

/** Up to so many patterns every pair has a page of its own. */
export const mostPaired = 20;

/** Patterns side by side: what a page, a script and a Markdown table show. */
export interface Comparison {
  readonly patterns: readonly Pick<Sheet, 'slug' | 'title' | 'tagline'>[];
  /** How they belong together, told by an edge that one of them writes. */
  readonly bonds: readonly Bond[];
  readonly sections: readonly ComparedSection[];
  /** When to leave one of them for another. */
  readonly choices: readonly Bond[];
}

/** From the pattern whose row it is to the other. */
export interface Bond {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly text: string;
  readonly anchor: string;
}

export interface ComparedSection {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly rows: readonly ComparedRow[];
}

export interface ComparedRow {
  /** Unique on the page and the same for all comparisons: `tradeoffs-latency`. */
  readonly id: string;
  readonly label: string;
  readonly differs: boolean;
  /** One a pattern; empty where it has no row. */
  readonly cells: readonly (readonly Entry[])[];
}

/** Lays sheets side by side, in the order of their slugs. In each section what differs comes first; what none speaks of is left out. */
export function compareSheets(unordered: readonly Sheet[]): Comparison {
  const sheets = [...unordered].sort((a, b) => bySlug(a.slug, b.slug));
  const slugs = sheets.map(({ slug }) => slug);
  return {
    patterns: sheets.map(({ slug, title, tagline }) => ({ slug, title, tagline })),
    bonds: sheets.flatMap(({ slug, related }) =>
      related.filter(({ to }) => slugs.includes(to)).map((edge) => ({ from: slug, ...edge })),
    ),
    sections: (sheets[0]?.sections ?? [])
      .map(({ id, title, note, rows }, at) => ({
        id,
        title,
        note,
        rows: differencesFirst(
          rows.map((row, place) => {
            const aligned = sheets.flatMap(({ sections }) => sections[at]?.rows[place] ?? []);
            return {
              id: `${id}-${row.id}`,
              label: row.label,
              differs: new Set(aligned.map(({ gist }) => gist)).size > 1,
              cells: aligned.map(({ entries }) => entries),
            };
          }),
        ),
      }))
      .filter(({ rows }) => rows.length > 0),
    choices: sheets.flatMap(({ slug, leave }) =>
      leave.flatMap(({ instead, text, anchor }) =>
        instead
          .filter((other) => slugs.includes(other))
          .map((to) => ({ from: slug, to, label: 'leave it when', text, anchor })),
      ),
    ),
  };
}

/** Every two of the slugs, each pair and the pairs themselves in alphabetical order. */
export function pairsOf(slugs: readonly string[]): readonly (readonly [string, string])[] {
  const order = [...slugs].sort(bySlug);
  return order.flatMap((first, at) => order.slice(at + 1).map((second) => [first, second] as const));
}

/** The name of a comparison, whichever order it was asked in: `cqrs+event-driven`. */
export function comparisonName(slugs: readonly string[]): string {
  return [...new Set(slugs)].sort(bySlug).join('+');
}

/** "CQRS against Event-Driven", "CQRS, Event-Driven and Serverless". */
export function comparisonTitle(titles: readonly string[]): string {
  if (titles.length === 2) return titles.join(' against ');
  return `${titles.slice(0, -1).join(', ')} and ${titles.at(-1) ?? ''}`;
}

/** Slugs are ASCII: the same order everywhere, whatever the language of the machine. */
function bySlug(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function differencesFirst(rows: readonly ComparedRow[]): readonly ComparedRow[] {
  const told = rows.filter(({ cells }) => cells.some((entries) => entries.length > 0));
  return [...told.filter(({ differs }) => differs), ...told.filter(({ differs }) => !differs)];
}
