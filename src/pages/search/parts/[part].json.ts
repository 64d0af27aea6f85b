import type { APIRoute, GetStaticPaths } from 'astro';
import { packIndex } from '../../../search/pack.ts';
import { searchData } from '../../../site/search-data.ts';

/** The index in parts: a browser loads the head, and of the others what a query asks for. */
export const getStaticPaths = (() => {
  const { head, shards, words, rows } = packIndex(searchData());
  return [
    { params: { part: 'head' }, props: { content: head } },
    ...shards.map((content, at) => ({ params: { part: `shard-${at}` }, props: { content } })),
    ...rows.map((content, at) => ({ params: { part: `rows-${at}` }, props: { content } })),
    ...[...words].map(([letter, content]) => ({ params: { part: `words-${letter}` }, props: { content } })),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => Response.json(props['content']);
