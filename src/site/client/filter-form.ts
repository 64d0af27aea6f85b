import { countValues, facetNames, facets, largestTeam, parameters } from '../../catalog/facets.ts';
import type { Facet, Filter, FilterData, ValueCount } from '../../catalog/facets.ts';
import { el } from '../../search/client/elements.ts';

/** The facets as a form. It is drawn once and set anew for each filter, so that focus stays where it is. */
export interface FilterForm {
  readonly form: HTMLFormElement;
  /** What is ticked, as the parameters of an address. */
  readonly asked: () => URLSearchParams;
  readonly set: (filter: Filter) => void;
}

export function filterForm(data: FilterData, filter: Filter): FilterForm {
  const counts = countValues(data, filter);
  const team = el('input', { type: 'number', name: 'team', min: '1', max: String(largestTeam), inputmode: 'numeric' });
  const boxes = new Map<string, Box>();
  const parts = parameters.map((name) => {
    if (name === 'team') return teamPart(team);
    const labels = counts[name].map((value) => {
      const box = boxOf(name, value);
      boxes.set(`${name} ${value.id}`, box);
      return box.label;
    });
    return facetPart(name, labels);
  });
  const form = el('form', { id: 'facets', class: 'facets', 'aria-label': 'Narrow down' }, ...parts);
  return {
    form,
    asked: () => new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])),
    set: (next) => {
      setBoxes(boxes, countValues(data, next));
      const people = next.team === null ? '' : String(next.team);
      // While it is being typed the field is its author's.
      if (document.activeElement !== team || Number(team.value) !== next.team) team.value = people;
      const chosen = next.values.technology.length > 0;
      if (chosen) form.querySelector('details')?.setAttribute('open', '');
    },
  };
}

interface Box {
  readonly label: HTMLLabelElement;
  readonly input: HTMLInputElement;
  readonly count: HTMLElement;
}

function boxOf(facet: Facet, { id, label }: ValueCount): Box {
  const input = el('input', { type: 'checkbox', name: facet, value: id });
  const count = el('span', { class: 'ct' });
  return { label: el('label', {}, el('span', {}, `${label} `, count), input), input, count };
}

function teamPart(team: HTMLInputElement): HTMLElement {
  const label = el('label', {}, 'We are ', team, el('span', { class: 'vh' }, ' people'));
  return el('fieldset', {}, el('legend', {}, 'Team'), label);
}

/** Technologies are a great many: they are folded until they are asked for. */
function facetPart(facet: Facet, labels: readonly HTMLElement[]): HTMLElement {
  const { label } = facets[facet];
  if (facet !== 'technology') return el('fieldset', {}, el('legend', {}, label), ...labels);
  const group = el('fieldset', { 'aria-label': label }, ...labels);
  return el('details', {}, el('summary', {}, label), group);
}

function setBoxes(boxes: ReadonlyMap<string, Box>, counts: Readonly<Record<Facet, readonly ValueCount[]>>): void {
  for (const facet of facetNames)
    for (const { id, count, chosen } of counts[facet]) {
      const box = boxes.get(`${facet} ${id}`);
      if (!box) continue;
      box.input.checked = chosen;
      box.input.disabled = count === 0 && !chosen;
      box.count.textContent = String(count);
    }
}
