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

/** Whether one value holds for a pattern: one of its values, a team by its size ("4"), or "any" for a range that is open on both sides. */
export function holds(pattern: SearchPattern, facet: Facet, value: string): boolean {
  if (facet === 'team' && isTeamSize(value)) return fitsTeam(pattern, Number(value));
  if (value === 'any' && isRange(facet)) return valuesOf(pattern, facet).length === facets[facet].values.length;
  return valuesOf(pattern, facet).includes(value);
}

/** Whether there is such a value, beside those that are listed. */
export function isSpecial(facet: Facet, value: string): boolean {
  return (value === 'any' && isRange(facet)) || (facet === 'team' && isTeamSize(value));
}

function isRange(facet: Facet): facet is 'scale' | 'complexity' | 'team' {
  return facet === 'scale' || facet === 'complexity' || facet === 'team';
}

function isTeamSize(value: string): boolean {
  return /^[1-9]\d{0,3}$/.test(value);
}

/** A team is told apart by one size that stands for it. */
const teams = [
  { value: 'up to 5', people: 3 },
  { value: '5 to 9', people: 7 },
  { value: '10 and more', people: 12 },
] as const;

/** Whether a team of so many people is right for a pattern. */
export function fitsTeam(pattern: SearchPattern, people: number): boolean {
  const { min, max } = pattern.teamSize;
  return people >= min && (max === null || people <= max);
}

function between(order: readonly string[], range: Range<string>): readonly string[] {
  return order.slice(order.indexOf(range.min), order.indexOf(range.max) + 1);
}
