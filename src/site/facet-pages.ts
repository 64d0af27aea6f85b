import { patterns, qualityEntries, technologies } from '../catalog/collections.ts';
import {
  countValues,
  facetNames,
  facets,
  fitsFilter,
  noFilter,
  parameters,
  teamSaid,
  valueSaid,
  withValues,
  writeFilter,
  type Filter,
} from '../catalog/facets.ts';
import { filterDataOf } from '../catalog/filter-data.ts';
import { href } from '../catalog/links.ts';
import type { Pattern } from '../catalog/schema.ts';

/** What the filter in the browser knows of the catalog. */
export const filterData = filterDataOf(patterns, { qualities: qualityEntries, technologies });

/** Teams that have a page of their own; with script any number can be asked. */
const teamSizes = [1, 2, 4, 6, 8, 10, 20];

/** The page of one value: `/patterns/scale/large/`. */
export interface FacetPage {
  readonly facet: string;
  readonly value: string;
  /** As a title says it: "large scale". */
  readonly said: string;
  readonly label: string;
  readonly patterns: readonly Pattern[];
  /** The same filter as the script writes it: `?scale=large`. */
  readonly query: string;
}

/** Every value of every facet with the patterns that it leaves, those without any included. */
export const facetPages: readonly FacetPage[] = [
  ...facetNames.flatMap((facet) =>
    countValues(filterData, noFilter)[facet].map(({ id, label }) =>
      pageOf(facet, id, label, valueSaid(facet, label), withValues(noFilter, facet, [id])),
    ),
  ),
  ...teamSizes.map((people) =>
    pageOf('team', String(people), people === 1 ? '1 person' : `${people} people`, teamSaid(people), {
      ...noFilter,
      team: people,
    }),
  ),
];

/** The facets as links, the team in its place among them; `path` is the page that they stand on. */
export function facetLinks(path: string) {
  return parameters.map((facet) => ({
    label: facet === 'team' ? 'Team' : facets[facet].label,
    folded: facet === 'technology',
    links: facetPages
      .filter((page) => page.facet === facet)
      .map((page) => {
        const address = facetHref(page);
        return { href: address, label: page.label, count: page.patterns.length, current: path.startsWith(address) };
      }),
  }));
}

export function facetHref({ facet, value }: Pick<FacetPage, 'facet' | 'value'>): string {
  return href(`/patterns/${facet}/${value}/`);
}

function pageOf(facet: string, value: string, label: string, said: string, filter: Filter): FacetPage {
  return {
    facet,
    value,
    label,
    said,
    patterns: patterns.filter((_, at) => {
      const seen = filterData.patterns[at];
      return seen !== undefined && fitsFilter(seen, filter);
    }),
    query: writeFilter(filter),
  };
}
