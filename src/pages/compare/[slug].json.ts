import type { APIRoute, GetStaticPaths } from 'astro';
import { comparedPatterns, type ComparedPattern } from '../../site/sheets.ts';

/** A pattern as a comparison reads it. One file each: comparing three of a thousand loads three. */
export const getStaticPaths = (() =>
  [...comparedPatterns].map(([slug, compared]) => ({
    params: { slug },
    props: { compared },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ compared: ComparedPattern }> = ({ props: { compared } }) => Response.json(compared);
