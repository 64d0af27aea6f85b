import { facetNames, facets, holds, isSpecial, valuesOf } from './facets.ts';
import type { Facet } from './facets.ts';
import type { SearchPattern } from './records.ts';

/** What is ticked, by facet; a facet without ticks lets everything pass. */
export type Ticks = Readonly<Record<Facet, readonly string[]>>;

export interface FacetCount {
  readonly facet: Facet;
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly count: number; readonly ticked: boolean }[];
}

/** Whether a pattern passes: one of the ticked values of each facet. */
export function passes(pattern: SearchPattern, ticks: Ticks, except: Facet | null = null): boolean {
  return facetNames.every(
    (facet) =>
      facet === except || ticks[facet].length === 0 || ticks[facet].some((value) => holds(pattern, facet, value)),
  );
}

/** How many patterns each value would leave, with the ticks of the other facets as they are. Values with none are kept: zero is an answer. */
export function countFacets(
  patterns: readonly SearchPattern[],
  all: readonly SearchPattern[],
  ticks: Ticks,
): readonly FacetCount[] {
  return facetNames.map((facet) => {
    const open = patterns.filter((pattern) => passes(pattern, ticks, facet));
    const listed = facets[facet].values ?? [...new Set(all.flatMap((pattern) => valuesOf(pattern, facet)))].sort();
    // "A team of 4" is listed while it is ticked, so that it can be taken back.
    const values = [...listed, ...ticks[facet].filter((value) => isSpecial(facet, value))];
    return {
      facet,
      label: facets[facet].label,
      values: values.map((value) => ({
        value,
        count: open.filter((pattern) => holds(pattern, facet, value)).length,
        ticked: ticks[facet].includes(value),
      })),
    };
  });
}

/** The ticks as they stand in an address: `?q=kafka&scale=large&team=up+to+5`. Values that do not exist are left out. */
export function readTicks(parameters: URLSearchParams): Ticks {
  const read = (facet: Facet): readonly string[] => {
    const known: readonly string[] | null = facets[facet].values;
    const given = [...new Set(parameters.getAll(facet))];
    return given.filter((value) => known === null || known.includes(value) || isSpecial(facet, value));
  };
  return {
    category: read('category'),
    scale: read('scale'),
    complexity: read('complexity'),
    team: read('team'),
    quality: read('quality'),
  };
}
