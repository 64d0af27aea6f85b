import type { FacetCount } from '../narrow.ts';
import { el } from './elements.ts';

/** Draws the facets with their counts into their form. Focus stays on the box that was ticked. */
export function drawFacets(form: HTMLFormElement, counts: readonly FacetCount[]): void {
  const focused =
    document.activeElement instanceof HTMLInputElement && form.contains(document.activeElement)
      ? document.activeElement.id
      : null;
  form.replaceChildren(...counts.map(fieldset));
  if (focused !== null) document.getElementById(focused)?.focus();
}

function fieldset({ facet, label, values }: FacetCount): HTMLFieldSetElement {
  const boxes = values.map(({ value, count, ticked }, at) =>
    el(
      'label',
      {},
      el('span', {}, `${value.charAt(0).toUpperCase()}${value.slice(1)} `, el('span', { class: 'ct' }, String(count))),
      el('input', {
        type: 'checkbox',
        id: `${facet}-${at}`,
        name: facet,
        value,
        checked: ticked,
        disabled: count === 0 && !ticked,
      }),
    ),
  );
  return el('fieldset', {}, el('legend', {}, label), ...boxes);
}
