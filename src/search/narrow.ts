import { facetNames, facets, valuesOf } from './facets.ts';
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
      facet === except ||
      ticks[facet].length === 0 ||
      valuesOf(pattern, facet).some((value) => ticks[facet].includes(value)),
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
    const values = facets[facet].values ?? [...new Set(all.flatMap((pattern) => valuesOf(pattern, facet)))].sort();
    return {
      facet,
      label: facets[facet].label,
      values: values.map((value) => ({
        value,
        count: open.filter((pattern) => valuesOf(pattern, facet).includes(value)).length,
        ticked: ticks[facet].includes(value),
      })),
    };
  });
}

/** The ticks as they stand in an address: `?q=kafka&scale=large&team=up+to+5`. Values that do not exist are left out. */
export function readTicks(parameters: URLSearchParams): Ticks {
  const read = (facet: Facet): readonly string[] => {
    const known: readonly string[] | null = facets[facet].values;
    return parameters.getAll(facet).filter((value) => known === null || known.includes(value));
  };
  return {
    category: read('category'),
    scale: read('scale'),
    complexity: read('complexity'),
    team: read('team'),
    quality: read('quality'),
  };
}
