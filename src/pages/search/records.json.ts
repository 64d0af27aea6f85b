import type { APIRoute } from 'astro';
import { components, entryOf, patterns, synonyms, technologies, useCases } from '../../catalog/collections.ts';
import { searchDataOf } from '../../site/search-source.ts';

/** Every row of the catalog as the search reads it: the index of the search page, and what Pagefind indexes. */
export const GET: APIRoute = () => {
  const pages = patterns.map((data) => ({ data, body: entryOf.get(data.slug)?.body ?? '' }));
  return Response.json(
    searchDataOf({ patterns: pages, components, technologies, useCases, synonyms: [...synonyms.values()] }),
  );
};
