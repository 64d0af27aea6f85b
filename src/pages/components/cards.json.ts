import type { APIRoute } from 'astro';
import { components } from '../../catalog/collections.ts';
import type { Card } from '../../catalog/part-index.ts';

/** What the cards say: read when somebody first points at a node of a drawing. */
export const GET: APIRoute = () =>
  Response.json(
    Object.fromEntries([...components].map(([id, { label, does }]): [string, Card] => [id, { label, does }])),
  );
