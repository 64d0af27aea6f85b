import { components, entryOf, patterns, synonyms, technologies, useCases } from '../catalog/collections.ts';
import type { SearchData } from '../search/records.ts';
import { searchDataOf } from './search-source.ts';

/** Every row of the catalog as the search reads it, as the pages of this build know it. */
export function searchData(): SearchData {
  const pages = patterns.map((data) => ({ data, body: entryOf.get(data.slug)?.body ?? '' }));
  return searchDataOf({ patterns: pages, components, technologies, useCases, synonyms: [...synonyms.values()] });
}
