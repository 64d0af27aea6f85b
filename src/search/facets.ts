import type { Range, SearchPattern } from './records.ts';

/** Ordered values of the two ranges that are written in words. */
export const scales = ['small', 'medium', 'large'] as const;
export const complexities = ['low', 'medium', 'high'] as const;

/** What results are narrowed by, with the values in the order in which they are shown. */
export const facets = {
  category: { label: 'Category', values: ['application', 'data', 'delivery', 'deployment', 'integration'] },
  scale: { label: 'Scale', values: scales },
  complexity: { label: 'Complexity', values: complexities },
  team: { label: 'Team', values: ['up to 5', '5 to 9', '10 and more'] },
  quality: { label: 'Quality', values: null },
} as const satisfies Record<string, { readonly label: string; readonly values: readonly string[] | null }>;

export type Facet = keyof typeof facets;

export const facetNames = Object.keys(facets) as readonly Facet[];

/** The values of one facet that hold for a pattern. A range holds all values in it. */
export function valuesOf(pattern: SearchPattern, facet: Facet): readonly string[] {
  switch (facet) {
    case 'category':
      return [pattern.category];
    case 'scale':
      return between(scales, pattern.scale);
    case 'complexity':
      return between(complexities, pattern.complexity);
    case 'team':
      return teams.filter((team) => fitsTeam(pattern, team.people)).map((team) => team.value);
    case 'quality':
      return pattern.qualities;
  }
}

/** A team is told apart by one size that stands for it. */
const teams = [
  { value: 'up to 5', people: 3 },
  { value: '5 to 9', people: 7 },
  { value: '10 and more', people: 12 },
] as const;

function fitsTeam(pattern: SearchPattern, people: number): boolean {
  const { min, max } = pattern.teamSize;
  return people >= min && (max === null || people <= max);
}

function between(order: readonly string[], range: Range<string>): readonly string[] {
  return order.slice(order.indexOf(range.min), order.indexOf(range.max) + 1);
}

/** What a query says about the fit: it lifts patterns that fit and never hides one that does not. */
export interface Wish {
  /** The words of the query that say it. */
  readonly said: string;
  readonly fits: (pattern: SearchPattern) => boolean;
}

/** The wishes in a folded query ("team of 4", "low complexity", "any scale") and what is left of it without them. */
export function readWishes(query: string): { readonly wishes: readonly Wish[]; readonly rest: string } {
  const wishes: Wish[] = [];
  let rest = query;
  for (const { said, wish } of phrases)
    rest = rest.replace(said, (...match: (string | undefined)[]) => {
      wishes.push({ said: (match[0] ?? '').trim(), fits: wish(match[1] ?? '') });
      return ' ';
    });
  return { wishes, rest };
}

const teamOf = (people: number) => (pattern: SearchPattern) => fitsTeam(pattern, people);
const isFull = (order: readonly string[], range: Range<string>): boolean =>
  range.min === order[0] && range.max === order.at(-1);

/** How fit is put into words. The first group, if any, is the value. */
const phrases: readonly {
  readonly said: RegExp;
  readonly wish: (value: string) => (pattern: SearchPattern) => boolean;
}[] = [
  {
    said: /\bany (?:team size|size of team|team)\b/g,
    wish:
      () =>
      ({ teamSize }) =>
        teamSize.min <= 1 && teamSize.max === null,
  },
  {
    said: /\bany scale\b/g,
    wish:
      () =>
      ({ scale }) =>
        isFull(scales, scale),
  },
  { said: /\bteams? (?:size )?(?:of )?(\d{1,3})\b/g, wish: (value) => teamOf(Number(value)) },
  { said: /\b(\d{1,3}) (?:people|persons?|devs?|developers?|engineers?)\b/g, wish: (value) => teamOf(Number(value)) },
  { said: /\b(?:small|tiny) team\b/g, wish: () => teamOf(3) },
  { said: /\b(?:solo|single|one|alone|lone) (?:dev|developer|person|engineer|founder)\b/g, wish: () => teamOf(1) },
  { said: /\b(?:large|big) (?:team|organi[sz]ation|org)\b/g, wish: () => teamOf(12) },
  {
    said: /\b(low|medium|high) complexity\b/g,
    wish: (value) => (pattern) => between(complexities, pattern.complexity).includes(value),
  },
  {
    said: /\bcomplexity (low|medium|high)\b/g,
    wish: (value) => (pattern) => between(complexities, pattern.complexity).includes(value),
  },
  {
    said: /\b(small|medium|large) scale\b/g,
    wish: (value) => (pattern) => between(scales, pattern.scale).includes(value),
  },
];
