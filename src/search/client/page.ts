import { facetNames } from '../facets.ts';
import { countFacets, passes, readTicks } from '../narrow.ts';
import type { Ticks } from '../narrow.ts';
import type { Ranked } from '../rank.ts';
import type { SearchPattern } from '../records.ts';
import type { Wish } from '../wishes.ts';
import { byId, el } from './elements.ts';
import { ask, hitsOf, openIndex } from './engine.ts';
import type { Found } from './engine.ts';
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
const offers = byId('search-offers', HTMLElement);
const more = byId('more-results', HTMLButtonElement);
const facetForm = byId('facets', HTMLFormElement);
const index = byId('search-index', HTMLElement);

const narrowing = byId('narrowing', HTMLDetailsElement);
// Beside the results where there is room, folded above them where there is not.
narrowing.open = matchMedia('(min-width: 761px)').matches;

/** Counts questions, so that a late answer to an old one is dropped. */
let asked = 0;

/** Patterns that are shown at once. */
const pageful = 10;

// The index is asked for when the box has the focus, so that it is there when the first word is.
input.addEventListener('focus', () => void openIndex().catch(() => undefined));
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
for (const place of [spelling, offers])
  place.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(stateOf(link.href), 'push');
    input.focus();
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
    const found = await (query === '' ? everything() : ask(query, { spelling: !state.asTyped }));
    const { patterns } = await openIndex();
    const shown = found.order.filter(({ pattern }) => patterns[pattern] && passes(patterns[pattern], state.ticks));
    const first = await firstOf(shown, found, 0);
    if (turn === asked) showAnswer(found, shown, first, patterns, state);
  } catch {
    if (turn === asked) showTrouble();
  }
}

/** All patterns, for ticks without a query. */
async function everything(): Promise<Found> {
  const { patterns } = await openIndex();
  const order = patterns.map((_, pattern): Ranked => ({ pattern, score: 0, rows: [] }));
  return {
    query: { terms: [], wishes: [], inProse: [], corrected: null },
    order,
    isFallback: false,
    passages: new Map(),
  };
}

async function firstOf(shown: readonly Ranked[], found: Found, from: number): Promise<readonly Node[]> {
  return (await hitsOf(shown.slice(from, from + pageful), found.passages)).map(resultItem);
}

function showNothing(): void {
  list.replaceChildren();
  facetForm.replaceChildren();
  spelling.replaceChildren();
  offers.replaceChildren();
  more.hidden = true;
  status.textContent = '';
  index.hidden = false;
  list.setAttribute('aria-busy', 'false');
}

function showTrouble(): void {
  showNothing();
  status.textContent = 'The search index could not be loaded. Here is everything by use case and term.';
}

function showAnswer(
  found: Found,
  shown: readonly Ranked[],
  first: readonly Node[],
  patterns: readonly SearchPattern[],
  state: State,
): void {
  list.replaceChildren(...first);
  const answering = found.order.flatMap(({ pattern }) => patterns[pattern] ?? []);
  drawFacets(facetForm, countFacets(answering, patterns, state.ticks));
  spelling.replaceChildren(...spellingNote(found, state));
  offers.replaceChildren(...offerNote(found.query.wishes, answering, state));
  status.textContent = statusText(found, shown.length, state.query.trim());
  index.hidden = !found.isFallback;
  offerMore(found, shown);
  list.setAttribute('aria-busy', 'false');
}

/** The rest comes when it is asked for, a pageful at a time; the focus goes to the first that is new. */
function offerMore(found: Found, shown: readonly Ranked[]): void {
  const turn = asked;
  const left = shown.length - list.children.length;
  more.hidden = left <= 0;
  more.textContent = `Show ${Math.min(left, pageful)} more of ${shown.length}`;
  more.onclick = async () => {
    const from = list.children.length;
    const items = await firstOf(shown, found, from);
    if (turn !== asked) return;
    list.append(...items);
    list.children[from]?.querySelector('a')?.focus();
    offerMore(found, shown);
  };
}

function statusText(found: Found, shown: number, query: string): string {
  const patterns = shown === 1 ? '1 pattern' : `${shown} patterns`;
  if (query === '') return patterns;
  if (found.isFallback)
    return `Nothing here says “${query.slice(0, 80)}”. These patterns come nearest, and below is everything by use case and term.`;
  if (shown < found.order.length) return `${shown} of ${found.order.length} patterns, narrowed down, best first`;
  return `${patterns}, best first, each with the rows that answer`;
}

/** "Showing results for audit trail. Search for “audit trial” as typed." */
function spellingNote({ query }: Found, state: State): readonly (Node | string)[] {
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

/** "Show only: team of 4 (2) · small scale (3)". What a query says of the fit lifts patterns; only who asks for it hides the others. */
function offerNote(
  wishes: readonly Wish[],
  answering: readonly SearchPattern[],
  state: State,
): readonly (Node | string)[] {
  const links = wishes
    .map(({ offer }) => offer)
    .filter((offer, at, all) => all.findIndex(({ label }) => label === offer.label) === at)
    .filter(({ facet, value }) => !state.ticks[facet].includes(value))
    .map(({ facet, value, label }) => {
      const ticks = { ...state.ticks, [facet]: [...state.ticks[facet], value] };
      const fitting = answering.filter((pattern) => passes(pattern, ticks)).length;
      return el('a', { href: addressFor({ ...state, ticks }) }, `${label} (${fitting})`);
    });
  return links.flatMap((link, at) => [at === 0 ? 'Show only: ' : ' · ', link]);
}
