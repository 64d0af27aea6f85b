import type { Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parse, toKey, toThumb, type Kind, type KindTable } from '../diagram/index.ts';
import { findFences } from '../remark/fences.ts';
import type { DiagramData } from '../remark/index.ts';
import { readInfoString } from '../remark/info-string.ts';

/** A node of a page's drawings as the page speaks of it. */
export type DrawnPart = DiagramData['parts'][number];

/** The first drawing of a page without its words, as HTML; empty for a page that draws nothing. */
export function thumbnailOf(body: string, kinds: KindTable): string {
  const [fence] = findFences(body);
  if (fence === undefined) return '';
  const { options } = readInfoString(fence.info);
  const thumb = toThumb(parse(fence.source), { names: options.names, kindOf: options.kindOf, kinds });
  const properties: Properties = { ...thumb.properties, ariaHidden: 'true' };
  return toHtml({ ...thumb, properties }, { space: 'svg' });
}

/** A kind as the keys of the drawings show it: a small plate, as HTML. */
export function plateOf(kind: Kind): string {
  const plate = toKey(kind);
  return toHtml({ ...plate, properties: { ...plate.properties, ariaHidden: 'true' } }, { space: 'svg' });
}

/** Name → part, over all drawings of a page. Takes what the remark plugin put into the front matter of the rendered page. */
export function drawnParts(frontmatter: Readonly<Record<string, unknown>>): ReadonlyMap<string, DrawnPart> {
  return new Map(diagramsOf(frontmatter).flatMap(({ parts }) => parts.map((part) => [part.id, part] as const)));
}

/** Kinds whose plate stands in a key of the page and can be used again by its id. */
export function keyedKinds(frontmatter: Readonly<Record<string, unknown>>): ReadonlySet<Kind> {
  return new Set(diagramsOf(frontmatter).flatMap(({ key }) => key));
}

function diagramsOf(frontmatter: Readonly<Record<string, unknown>>): readonly DiagramData[] {
  return (frontmatter['diagrams'] ?? []) as readonly DiagramData[];
}
