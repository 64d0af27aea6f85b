import type { APIRoute } from 'astro';
import { searchData } from '../../site/search-data.ts';

/** Every row of the catalog as a record. Pagefind and the tests read it; no page loads it, for it grows with the catalog. */
export const GET: APIRoute = () => Response.json(searchData());
