import { ruleHref } from '../../catalog/links.ts';
import { counted } from '../../catalog/numbers.ts';
import type { Diagnostic } from '../../diagram/index.ts';
import { el } from '../../search/client/elements.ts';

/**
 * A finding as a row: its place, which leads to the text, what it says with the page of its rule, and what to do.
 *
 *     5:5   This line leaves Orders and arrives nowhere. dangling-end
 *           Extend it to a border, or end it in a head.
 */
export function findingItem(
  { line, column, severity, message, rule, help }: Diagnostic,
  go: () => void,
): HTMLLIElement {
  const place = el('button', { type: 'button', class: 'place' }, `${line}:${column}`);
  place.setAttribute('aria-label', `${line}:${column}, go to line ${line}`);
  place.addEventListener('click', go);
  return el(
    'li',
    { class: severity },
    place,
    el(
      'div',
      {},
      el('p', {}, `${message} `, el('a', { href: ruleHref(rule) }, el('code', {}, rule))),
      el('p', { class: 'small soft' }, ...coded(help)),
    ),
  );
}

/** "1 error, 2 warnings, 3 notes", or that there is nothing to say. */
export function countOf(findings: readonly Diagnostic[]): string {
  const counts = severities.flatMap(({ severity, word }) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [counted(count, word)];
  });
  return counts.length === 0 ? 'Nothing odd.' : `${counts.join(', ')}.`;
}

const severities = [
  { severity: 'error', word: 'error' },
  { severity: 'warning', word: 'warning' },
  { severity: 'info', word: 'note' },
] as const;

function coded(text: string): readonly (Node | string)[] {
  return text.split('`').map((piece, at) => (at % 2 === 1 ? el('code', {}, piece) : piece));
}
