import { el, marked } from './elements.ts';
import { addressOf, ask, hitsOf, openIndex, resultsAddress } from './engine.ts';
import type { Found } from './engine.ts';
import type { Hit } from '../rank.ts';

export interface DialogParts {
  readonly dialog: HTMLDialogElement;
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly count: HTMLElement;
}

let attached = false;

/**
 * Makes the field of the dialog a combobox over the list: answers while typing, arrows move, Enter opens what is chosen or all
 * results. The order is that of the search page.
 */
export function attachList(parts: DialogParts): void {
  if (attached) return;
  attached = true;
  const { input, list, dialog } = parts;
  void openIndex().catch(() => undefined);
  input.addEventListener('input', () => void show(parts));
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      choose(parts, chosenAt(list) + step);
    } else if (event.key === 'Enter') {
      const chosen = list.children[chosenAt(list)];
      if (chosen instanceof HTMLElement) {
        event.preventDefault();
        open(chosen, dialog);
      }
    }
  });
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
    if (option !== null) open(option, dialog);
  });
  void show(parts);
}

let asked = 0;

async function show(parts: DialogParts): Promise<void> {
  const { input, list, count } = parts;
  const turn = ++asked;
  const query = input.value.trim();
  if (query === '') {
    list.replaceChildren();
    count.textContent = '';
    input.setAttribute('aria-expanded', 'false');
    return;
  }
  const answer = await ask(query, { spelling: true }).catch(() => null);
  if (turn !== asked) return;
  const hits = answer === null ? [] : await hitsOf(answer.order.slice(0, most), answer.passages).catch(() => []);
  if (turn !== asked) return;
  const isChanged = answer !== null && answer.query.corrected !== null;
  list.replaceChildren(
    ...hits.map((hit, at) => option(hit, at)),
    ...(isChanged ? [asTyped(query)] : []),
    allResults(query),
  );
  count.textContent = statusText(answer, query);
  input.setAttribute('aria-expanded', 'true');
  choose(parts, -1);
}

/** Patterns in the list; the page has all. */
const most = 10;

function statusText(answer: Found | null, query: string): string {
  if (answer === null) return 'The search index could not be loaded.';
  if (answer.isFallback) return `Nothing here says “${query.slice(0, 80)}”. These patterns come nearest.`;
  const patterns = answer.order.length === 1 ? '1 pattern' : `${answer.order.length} patterns`;
  return answer.query.corrected === null
    ? patterns
    : `Showing results for ${answer.query.corrected.slice(0, 80)}: ${patterns}`;
}

/** The pattern with the row that says most; it opens at that row. */
function option({ pattern, rows }: Hit, at: number): HTMLLIElement {
  const best = rows[0];
  return el(
    'li',
    {
      role: 'option',
      id: `found-${at}`,
      'aria-selected': 'false',
      'data-pattern': pattern.slug,
      'data-address': addressOf(best?.record.url ?? `/patterns/${pattern.slug}/`),
    },
    el('b', {}, pattern.title),
    ' ',
    ...(best === undefined
      ? [el('span', {}, pattern.tagline)]
      : [el('i', {}, best.record.why), ' ', el('span', {}, ...marked(best.record.text, best.keys))]),
  );
}

/** The way back from a word that was put right. */
function asTyped(query: string): HTMLLIElement {
  return el(
    'li',
    {
      role: 'option',
      id: 'found-typed',
      'aria-selected': 'false',
      'data-address': `${resultsAddress(query)}&spelling=typed`,
    },
    `Search for “${query.slice(0, 80)}” as typed`,
  );
}

function allResults(query: string): HTMLLIElement {
  return el(
    'li',
    { role: 'option', id: 'found-all', 'aria-selected': 'false', 'data-address': resultsAddress(query) },
    `All results for “${query.slice(0, 80)}”`,
  );
}

function chosenAt(list: HTMLElement): number {
  return [...list.children].findIndex((option) => option.getAttribute('aria-selected') === 'true');
}

/** Chooses an option; past the ends nothing is chosen and the field has the word again. */
function choose({ input, list }: DialogParts, at: number): void {
  const options = [...list.children];
  const place = at < -1 ? options.length - 1 : at;
  options.forEach((option, index) => option.setAttribute('aria-selected', String(index === place)));
  const chosen = options[place];
  if (chosen === undefined) return input.removeAttribute('aria-activedescendant');
  input.setAttribute('aria-activedescendant', chosen.id);
  chosen.scrollIntoView({ block: 'nearest' });
}

function open(option: HTMLElement, dialog: HTMLDialogElement): void {
  const address = option.dataset['address'];
  if (address === undefined) return;
  dialog.close();
  location.assign(address);
}
