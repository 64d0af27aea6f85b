import { components, entryOf, patterns } from '../catalog/collections.ts';
import type { NodeWords } from '../catalog/part-index.ts';
import type { Pattern } from '../catalog/schema.ts';
import { drawnNodes } from './drawn-nodes.ts';
import { thumbnailOf } from './drawings.ts';
import { kindsOf } from './kinds.ts';

/** By which words the drawings of this build name the components of the glossary. */
export const kinds = kindsOf(components.values());

const bodies = patterns.map(({ slug }) => [slug, entryOf.get(slug)?.body ?? ''] as const);

/** What the nodes of each pattern say. */
export const nodeWords: NodeWords = new Map(bodies.map(([slug, body]) => [slug, drawnNodes(body)]));

/** Each is drawn once for all pages. */
const thumbnails = new Map(bodies.map(([slug, body]) => [slug, thumbnailOf(body, kinds)]));

/** The first drawing of a pattern without its words, as HTML. */
export function patternThumbnail(slug: string): string {
  return thumbnails.get(slug) ?? '';
}

/** A pattern as an entry of a list, with its drawing. */
export function drawnEntry(pattern: Pattern) {
  return { ...pattern, thumbnail: patternThumbnail(pattern.slug) };
}
