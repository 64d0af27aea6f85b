import { detailOf, parse, toOutline, type OutlinePart } from '../diagram/index.ts';
import { findFences } from '../remark/fences.ts';
import { readInfoString } from '../remark/info-string.ts';
import { allParts } from '../remark/parts.ts';

/**
 * What the boxes of a page's drawings say, by the names that the author gave them: `api` → "API Server (Node.js)". Of a name in
 * several drawings it is what the first says.
 */
export function drawnNodes(body: string): ReadonlyMap<string, string> {
  const drawn = findFences(body).flatMap(({ info, source }) => {
    const { names } = readInfoString(info).options;
    return allParts(toOutline(parse(source), { names }).parts)
      .filter(({ id }) => Object.hasOwn(names, id))
      .map((part) => [part.id, wordsOf(part)] as const);
  });
  return new Map(drawn.toReversed());
}

/** The title and what stands in parentheses; equal boxes often differ in that alone. */
export function wordsOf(part: OutlinePart): string {
  const { qualifier } = detailOf(part);
  return qualifier ? `${part.name} ${qualifier}` : part.name;
}
