import { upperFirst } from '../../catalog/capitals.ts';
import {
  conditionsOf,
  filterTitle,
  fitSaid,
  fitsFilter,
  pageSizes,
  readFilter,
  waysOut,
  writeFilter,
} from '../../catalog/facets.ts';
import type { Filter, FilterData, FilterPattern } from '../../catalog/facets.ts';
import { href, patternHref } from '../../catalog/links.ts';
import { counted, inWords } from '../../catalog/numbers.ts';
import { comparisonName, widest } from '../../catalog/side-by-side.ts';
import { byId, el } from '../../search/client/elements.ts';
import { filterForm, type FilterForm } from './filter-form.ts';

/*
 * Narrows the catalog by what is ticked. The address is the state: it is written in one way only, so that the same filter has the same
 * address whoever ticked it in whatever order; back and forward go through the filters that were.
 */

const status = byId('filter-status', HTMLElement);
const further = byId('further', HTMLOListElement);
const entries = new Map(
  [...document.querySelectorAll<HTMLElement>('.entries > [data-slug]')].map((entry) => [entry.dataset['slug'], entry]),
);

void start();

async function start(): Promise<void> {
  const response = await fetch(`${location.pathname}filter.json`);
  if (!response.ok) return; // The links stay: they lead to the same patterns, one value at a time.
  const data = (await response.json()) as FilterData;
  const filterNow = (): Filter => readFilter(new URLSearchParams(location.search), data);
  const form = filterForm(data, filterNow());
  byId('facet-links', HTMLElement).replaceWith(form.form);
  listen(form, data, filterNow);
  history.replaceState(null, '', addressOf(filterNow()) + location.hash);
  show(filterNow(), data, form);
}

function listen(form: FilterForm, data: FilterData, filterNow: () => Filter): void {
  /** A number is typed digit by digit: all of it is one step back. */
  let typing = false;
  const go = (address: string, how: 'push' | 'replace'): void => {
    if (address === location.pathname + location.search) return;
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    show(filterNow(), data, form);
  };
  form.form.addEventListener('input', ({ target }) => {
    const isNumber = target instanceof HTMLInputElement && target.type === 'number';
    go(addressOf(readFilter(form.asked(), data)), isNumber && typing ? 'replace' : 'push');
    typing = isNumber;
  });
  form.form.addEventListener('focusout', () => (typing = false));
  form.form.addEventListener('submit', (event) => event.preventDefault());
  status.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.pathname !== location.pathname || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(link.pathname + link.search, 'push');
    // The link is gone: whoever came by keyboard goes on from where the answer is.
    status.tabIndex = -1;
    status.focus();
  });
  addEventListener('popstate', () => show(filterNow(), data, form));
}

function addressOf(filter: Filter): string {
  return location.pathname + writeFilter(filter);
}

function show(filter: Filter, data: FilterData, form: FilterForm): void {
  const conditions = conditionsOf(filter, data);
  const found = data.patterns.filter((pattern) => fitsFilter(pattern, filter));
  const slugs = new Set(found.map(({ slug }) => slug));
  for (const [slug = '', entry] of entries) entry.hidden = !slugs.has(slug);
  const rest = conditions.length === 0 ? [] : found.filter(({ slug }) => !entries.has(slug));
  further.replaceChildren(...rest.slice(0, pageSizes.plain).map(plainEntry));
  const byCategory = document.getElementById('by-category');
  if (byCategory) byCategory.hidden = conditions.length > 0;
  form.set(filter);
  document.title = `${filterTitle(conditions)} · Plumbline`;
  status.replaceChildren(...statusWords(filter, data, [...slugs], rest.length > pageSizes.plain));
}

function plainEntry(pattern: FilterPattern): HTMLLIElement {
  const { slug, title } = pattern;
  return el('li', {}, el('span', {}), el('a', { href: patternHref(slug) }, title), el('p', {}, fitSaid(pattern)));
}

/** "3 of 10 patterns: large scale, team of 4. Compare them. Show all." or, where nothing fits, what to let go. */
function statusWords(
  filter: Filter,
  data: FilterData,
  found: readonly string[],
  cut: boolean,
): readonly (Node | string)[] {
  const all = counted(data.patterns.length, 'pattern');
  const conditions = conditionsOf(filter, data);
  if (conditions.length === 0) return [all];
  const showAll = el('a', { href: location.pathname }, 'Show all');
  if (found.length > 0) {
    const said = conditions.map((condition) => condition.said).join(', ');
    const tail = cut ? ` The first ${pageSizes.plain} are shown.` : '';
    return [`${found.length} of ${all}: ${said}.${tail} `, ...compareLink(found), showAll, '.'];
  }
  const ways = waysOut(filter, data)
    .slice(0, 3)
    .flatMap(({ said, without, count }) => [
      ' Without ',
      el('a', { href: addressOf(without) }, el('em', {}, upperFirst(said))),
      ` there ${count === 1 ? 'is' : 'are'} ${inWords(count)}.`,
    ]);
  return ['No pattern fits all of this.', ...ways, ' ', showAll, '.'];
}

/** Few enough to stand side by side. */
function compareLink(slugs: readonly string[]): readonly (Node | string)[] {
  if (slugs.length < 2 || slugs.length > widest) return [];
  return [el('a', { href: href(`/compare/?p=${comparisonName(slugs)}`) }, 'Compare them'), '. '];
}
