import { markWords } from '../marks.ts';
import type { Hit, HitRow } from '../rank.ts';
import { addressOf } from './engine.ts';
import { el, marked } from './elements.ts';

/**
 * One result: the pattern, how it fits, and each row that answers.
 *
 *     Event-Driven
 *     Medium to large scale · …
 *     benefit          A natural audit trail: …      #natural-audit-trail
 */
export function resultItem({ pattern, rows }: Hit): HTMLLIElement {
  const keys = [...new Set(rows.flatMap((row) => row.keys))];
  const title = el('a', { href: addressOf(`/patterns/${pattern.slug}/`) }, ...marked(pattern.title, keys));
  return el(
    'li',
    { 'data-pattern': pattern.slug },
    el('div', { class: 'pic', 'aria-hidden': 'true' }, ...thumbnail(pattern.slug)),
    el(
      'div',
      {},
      el('h2', { class: 'calm' }, title),
      el('p', { class: 'meta' }, pattern.fit),
      ...(rows.length === 0
        ? [el('p', { class: 'tagline' }, pattern.tagline)]
        : [el('ul', { class: 'why calm' }, ...rows.map(rowItem))]),
    ),
  );
}

/** The drawing of the pattern without its words, which the page holds in a template. */
function thumbnail(slug: string): readonly Node[] {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-thumbnail="${CSS.escape(slug)}"]`);
  return template === null ? [] : [template.content.cloneNode(true)];
}

function rowItem({ record, keys }: HitRow): HTMLLIElement {
  const anchor = record.url.split('#')[1];
  const unseen = unseenReason(record, keys);
  return el(
    'li',
    {},
    el('span', { class: 'k' }, record.why),
    el(
      'span',
      {},
      el('a', { href: addressOf(record.url) }, ...marked(record.text, keys)),
      ...(unseen === null ? [] : [el('span', { class: 'also' }, ' ', ...marked(unseen, keys))]),
    ),
    ...(anchor === undefined ? [] : [el('span', { class: 'perma', 'aria-hidden': 'true' }, anchor)]),
  );
}

/** Where nothing in the row itself was looked for: the words beside it that were, "online shop" for an e-commerce site. */
function unseenReason(record: HitRow['record'], keys: readonly string[]): string | null {
  const marks = (text: string): number => markWords(text, keys).filter((piece) => piece.marked).length;
  if (marks(record.text) > 0) return null;
  const parts = `${record.also} · ${record.near}`.split(' · ').filter((part) => marks(part) > 0);
  return parts.sort((a, b) => marks(b) - marks(a) || a.length - b.length)[0] ?? null;
}
