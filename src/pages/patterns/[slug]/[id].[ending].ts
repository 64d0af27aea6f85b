import type { APIRoute, GetStaticPaths } from 'astro';
import { entryOf, patterns } from '../../../catalog/collections.ts';
import { kinds } from '../../../site/catalog-drawings.ts';
import { drawingFiles, type DrawingFile } from '../../../site/exports.ts';

/** The drawings of each pattern as files, beside its page: `/patterns/cqrs/drawing.svg`. */
export const getStaticPaths = (() =>
  patterns.flatMap(({ slug }) =>
    drawingFiles(entryOf.get(slug)?.body ?? '', kinds).map((file) => ({
      params: { slug, id: file.id, ending: file.ending },
      props: { file },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: DrawingFile }> = ({ props: { file } }) =>
  new Response(file.content, { headers: { 'content-type': `${file.mediaType}; charset=utf-8` } });
