/**
 * What the catalog is narrowed by. Pure questions over plain values: the build asks them for the pages of single values, the browser
 * for any filter.
 */

/**
 * Facets with values, in the order of the page and of the address. Of `any` one of the chosen values must hold (a pattern has one
 * category), of `all` each of them (whoever ticks two qualities wants both).
 */
export const facets = {
  category: { label: 'Category', joins: 'any', said: (label: string) => label.toLowerCase() },
  scale: { label: 'Scale', joins: 'any', said: (label: string) => `${label.toLowerCase()} scale` },
  complexity: { label: 'Complexity', joins: 'any', said: (label: string) => `${label.toLowerCase()} complexity` },
  helps: { label: 'Quality helped', joins: 'all', said: (label: string) => `${label.toLowerCase()} helped` },
  hurts: { label: 'Quality hurt', joins: 'all', said: (label: string) => `${label.toLowerCase()} hurt` },
  technology: { label: 'Technology', joins: 'all', said: (label: string) => label },
} as const satisfies Record<string, FacetRule>;

interface FacetRule {
  readonly label: string;
  readonly joins: 'any' | 'all';
  /** A value as a title and a sentence say it: "large scale". */
  readonly said: (label: string) => string;
}

export type Facet = keyof typeof facets;
export const facetNames = Object.keys(facets) as readonly Facet[];

/** Parameters of an address, and the parts of the form, in their order; the team stands among the facets and is a number. */
export const parameters = ['category', 'scale', 'complexity', 'team', 'helps', 'hurts', 'technology'] as const;

/** A pattern as a filter sees it. */
export interface FilterPattern {
  readonly slug: string;
  readonly title: string;
  readonly team: { readonly min: number; readonly max: number | null };
  readonly values: Readonly<Record<Facet, readonly string[]>>;
}

/** What the browser loads to filter: the values of each facet in the order in which they are shown, and the patterns in theirs. */
export interface FilterData {
  readonly values: Readonly<Record<Facet, readonly { readonly id: string; readonly label: string }[]>>;
  readonly patterns: readonly FilterPattern[];
}

/** What is chosen: values by facet, sorted, and how many people we are. */
export interface Filter {
  readonly values: Readonly<Record<Facet, readonly string[]>>;
  readonly team: number | null;
}

/** How many patterns stand with their drawings on the first page of the catalog, and how many in a plain list. Pages stay under 100 KB. */
export const pageSizes = { drawn: 24, plain: 200 } as const;

export const largestTeam = 999;

/** The filter that an address asks for, whatever its order. Values that do not exist are left out. */
export function readFilter(query: URLSearchParams, data: FilterData): Filter {
  const team = query.get('team')?.trim() ?? '';
  return {
    values: eachFacet((facet) => {
      const known = new Set(data.values[facet].map(({ id }) => id));
      return [...new Set(query.getAll(facet))].filter((id) => known.has(id)).sort();
    }),
    team: /^\d{1,3}$/.test(team) && Number(team) > 0 ? Number(team) : null,
  };
}

/** The one way to write a filter: parameters in fixed order, values sorted; empty for no filter. */
export function writeFilter({ values, team }: Filter): string {
  const query = new URLSearchParams();
  for (const name of parameters) {
    if (name === 'team') {
      if (team !== null) query.set(name, String(team));
    } else for (const id of [...values[name]].sort()) query.append(name, id);
  }
  const written = query.toString();
  return written === '' ? '' : `?${written}`;
}

export function fitsFilter({ team, values }: FilterPattern, filter: Filter): boolean {
  const { team: people } = filter;
  if (people !== null && (people < team.min || (team.max !== null && people > team.max))) return false;
  return facetNames.every((facet) => {
    const chosen = filter.values[facet];
    const holds = (id: string): boolean => values[facet].includes(id);
    return facets[facet].joins === 'any' ? chosen.length === 0 || chosen.some(holds) : chosen.every(holds);
  });
}

export interface ValueCount {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** How many patterns each value would leave beside what the other facets ask for. Zero is an answer too. */
export function countValues(data: FilterData, filter: Filter): Readonly<Record<Facet, readonly ValueCount[]>> {
  return eachFacet((facet) => {
    const base = facets[facet].joins === 'any' ? withValues(filter, facet, []) : filter;
    const counts = new Map<string, number>();
    for (const pattern of data.patterns.filter((each) => fitsFilter(each, base)))
      for (const id of pattern.values[facet]) counts.set(id, (counts.get(id) ?? 0) + 1);
    return data.values[facet].map(({ id, label }) => ({
      id,
      label,
      count: counts.get(id) ?? 0,
      chosen: filter.values[facet].includes(id),
    }));
  });
}

/** One thing that a filter asks for, in words, and the filter without it. */
export interface Condition {
  readonly said: string;
  readonly without: Filter;
}

/** Everything that a filter asks for, in the order of the address: "large scale", "team of 4". */
export function conditionsOf(filter: Filter, data: FilterData): readonly Condition[] {
  return parameters.flatMap((name) => {
    if (name === 'team')
      return filter.team === null ? [] : [{ said: teamSaid(filter.team), without: { ...filter, team: null } }];
    return filter.values[name].map((id) => ({
      said: valueSaid(name, data.values[name].find((value) => value.id === id)?.label ?? id),
      without: withValues(
        filter,
        name,
        filter.values[name].filter((other) => other !== id),
      ),
    }));
  });
}

/** Where nothing fits: what to let go so that something does, the most fruitful first. */
export function waysOut(filter: Filter, data: FilterData): readonly (Condition & { readonly count: number })[] {
  return conditionsOf(filter, data)
    .map((condition) => ({
      ...condition,
      count: data.patterns.filter((pattern) => fitsFilter(pattern, condition.without)).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** "Patterns: large scale, team of 4"; without a filter "All patterns". */
export function filterTitle(conditions: readonly Pick<Condition, 'said'>[]): string {
  return conditions.length === 0 ? 'All patterns' : `Patterns: ${conditions.map(({ said }) => said).join(', ')}`;
}

/** How a pattern fits, in one line: "small to medium scale, low complexity, team of 1–5". */
export function fitSaid({ team, values }: FilterPattern): string {
  const range = (ids: readonly string[]): string => [...new Set([ids[0], ids.at(-1)])].join(' to ');
  const people = team.max === null ? `${team.min}+` : `${team.min}–${team.max}`;
  return [
    valueSaid('scale', range(values.scale)),
    valueSaid('complexity', range(values.complexity)),
    `team of ${people}`,
  ].join(', ');
}

export function teamSaid(people: number): string {
  return `team of ${people}`;
}

export function valueSaid(facet: Facet, label: string): string {
  return facets[facet].said(label);
}

/** A filter that asks for nothing. */
export const noFilter: Filter = { values: eachFacet(() => []), team: null };

export function withValues(filter: Filter, facet: Facet, ids: readonly string[]): Filter {
  return { ...filter, values: { ...filter.values, [facet]: ids } };
}

function eachFacet<Value>(valueOf: (facet: Facet) => Value): Readonly<Record<Facet, Value>> {
  return Object.fromEntries(facetNames.map((facet) => [facet, valueOf(facet)])) as Record<Facet, Value>;
}
