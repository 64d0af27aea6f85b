import type { APIRoute } from 'astro';
import { filterData } from '../../site/facet-pages.ts';

/** The catalog as the filter of its page reads it. */
export const GET: APIRoute = () => Response.json(filterData);
