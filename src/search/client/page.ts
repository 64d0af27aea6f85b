import { facetNames } from '../facets.ts';
import { countFacets, passes, readTicks } from '../narrow.ts';
import type { Ticks } from '../narrow.ts';
import type { Answer } from '../rank.ts';
import { byId, el } from './elements.ts';
import { ask, loadLookup } from './engine.ts';
import { drawFacets } from './facet-form.ts';
import { resultItem } from './results.ts';

/** What the address says: the query, whether its spelling is taken as typed, and the ticks. */
interface State {
  readonly query: string;
  readonly asTyped: boolean;
  readonly ticks: Ticks;
}

const form = byId('search-form', HTMLFormElement);
const input = byId('q', HTMLInputElement);
const list = byId('results', HTMLOListElement);
const status = byId('search-status', HTMLElement);
const spelling = byId('search-spelling', HTMLElement);
const facetForm = byId('facets', HTMLFormElement);
const index = byId('search-index', HTMLElement);

const narrowing = byId('narrowing', HTMLDetailsElement);
// Beside the results where there is room, folded above them where there is not.
narrowing.open = matchMedia('(min-width: 761px)').matches;

/** Counts questions, so that a late answer to an old one is dropped. */
let asked = 0;

input.addEventListener('input', () =>
  go({ query: input.value, asTyped: false, ticks: stateOf(location.href).ticks }, 'replace'),
);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  go({ query: input.value, asTyped: false, ticks: stateOf(location.href).ticks }, 'push');
});
facetForm.addEventListener('change', () => {
  const { query, asTyped } = stateOf(location.href);
  const ticked = new URLSearchParams([...new FormData(facetForm)].map(([name, value]) => [name, String(value)]));
  go({ query, asTyped, ticks: readTicks(ticked) }, 'push');
});
addEventListener('popstate', () => {
  const state = stateOf(location.href);
  input.value = state.query;
  void show(state);
});

const first = stateOf(location.href);
input.value = first.query;
void show(first);

function go(state: State, how: 'push' | 'replace'): void {
  const address = addressFor(state);
  if (how === 'push' && address !== location.pathname + location.search) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  void show(state);
}

function stateOf(address: string): State {
  const parameters = new URL(address).searchParams;
  return {
    query: parameters.get('q') ?? '',
    asTyped: parameters.get('spelling') === 'typed',
    ticks: readTicks(parameters),
  };
}

function addressFor({ query, asTyped, ticks }: State): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  if (asTyped) parameters.set('spelling', 'typed');
  for (const facet of facetNames) for (const value of ticks[facet]) parameters.append(facet, value);
  const written = parameters.toString();
  return written === '' ? location.pathname : `${location.pathname}?${written}`;
}

async function show(state: State): Promise<void> {
  const turn = ++asked;
  const query = state.query.trim();
  document.title = `${query === '' ? 'Search' : query.slice(0, 80)} · Plumbline`;
  if (query === '' && facetNames.every((facet) => state.ticks[facet].length === 0)) return showNothing();
  list.setAttribute('aria-busy', 'true');
  try {
    const answer = await ask(query, { spelling: !state.asTyped });
    const all = [...(await loadLookup()).patterns.values()];
    if (turn === asked) showAnswer(answer, all, state);
  } catch {
    if (turn === asked) showTrouble();
  }
}

function showNothing(): void {
  list.replaceChildren();
  facetForm.replaceChildren();
  spelling.replaceChildren();
  status.textContent = '';
  index.hidden = false;
  list.setAttribute('aria-busy', 'false');
}

function showTrouble(): void {
  showNothing();
  status.textContent = 'The search index could not be loaded. Here is everything by use case and term.';
}

function showAnswer(answer: Answer, all: Parameters<typeof countFacets>[1], state: State): void {
  const shown = answer.hits.filter(({ pattern }) => passes(pattern, state.ticks));
  list.replaceChildren(...shown.map(resultItem));
  drawFacets(
    facetForm,
    countFacets(
      answer.hits.map(({ pattern }) => pattern),
      all,
      state.ticks,
    ),
  );
  spelling.replaceChildren(...spellingNote(answer, state));
  status.textContent = statusText(answer, shown.length, state.query.trim());
  index.hidden = !answer.isFallback || state.query.trim() === '';
  list.setAttribute('aria-busy', 'false');
}

function statusText(answer: Answer, shown: number, query: string): string {
  const patterns = shown === 1 ? '1 pattern' : `${shown} patterns`;
  if (query === '') return patterns;
  if (answer.isFallback)
    return `Nothing here says “${query.slice(0, 80)}”. These are all the patterns, and below is everything by use case and term.`;
  if (shown < answer.hits.length) return `${shown} of ${answer.hits.length} patterns, narrowed down, best first`;
  return `${patterns}, best first, each with the rows that answer`;
}

/** "Showing results for audit trail. Search for “audit trial” as typed." */
function spellingNote({ query }: Answer, state: State): readonly (Node | string)[] {
  if (query.corrected === null) return [];
  const asTyped = addressFor({ ...state, asTyped: true });
  return [
    'Showing results for ',
    el('b', {}, query.corrected),
    '. ',
    el('a', { href: asTyped }, `Search for “${state.query.trim()}” as typed`),
    '.',
  ];
}
