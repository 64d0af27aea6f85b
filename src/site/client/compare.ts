import { inWords } from '../../catalog/numbers.ts';
import { compareSheets, comparisonName, comparisonTitle, widest } from '../../catalog/side-by-side.ts';
import { byId } from '../../search/client/elements.ts';
import { platesView, sectionsView } from '../comparison-view.ts';
import { toHtml } from '../markup.ts';
import type { ComparedPattern } from '../sheets.ts';
import './copy-table.ts';

/*
 * Answers `/compare/?p=a+b+c`: two to four patterns in place of the overview. The form on the page asks for it, and so may any link;
 * a pair that has a page of its own is shown there. The address is put in order, so that one comparison has one address.
 */
const overview = byId('overview', HTMLElement);
const plates = byId('plates', HTMLElement);
const sections = byId('compared', HTMLElement);
const status = byId('compare-status', HTMLElement);
const title = byId('title', HTMLElement);
const selects = [...document.querySelectorAll<HTMLSelectElement>('.pick select')];
const titles = new Map(
  [...(selects[0]?.options ?? [])].map(({ value, textContent }) => [value, textContent.trim()] as const),
);

const asked = askedFor(new URLSearchParams(location.search));
if (asked.length > 0) void answer(asked);

function askedFor(parameters: URLSearchParams): readonly string[] {
  const words = parameters.getAll('p').flatMap((value) => value.toLowerCase().split(/[\s+,]+/));
  return [...new Set(words.filter((word) => word !== ''))];
}

async function answer(slugs: readonly string[]): Promise<void> {
  const known = slugs.filter((slug) => titles.has(slug)).slice(0, widest);
  const unknown = slugs.filter((slug) => !titles.has(slug));
  const remarks = [
    ...unknown.slice(0, widest).map((slug) => `There is no pattern “${slug.slice(0, 60)}”.`),
    ...(slugs.length - unknown.length > widest ? [`No more than ${inWords(widest)} stand side by side.`] : []),
  ];
  if (known.length < 2) {
    status.textContent = [...remarks, `Choose two to ${inWords(widest)} different patterns.`].join(' ');
    return;
  }
  const name = comparisonName(known);
  if (known.length === 2 && 'paired' in sections.dataset) {
    location.replace(`${location.pathname}${name}/${location.hash}`);
    return;
  }
  // Written by hand: as a parameter the plus would become %2B.
  history.replaceState(null, '', `${location.pathname}?p=${name}${location.hash}`);
  try {
    show(await Promise.all(name.split('+').map(load)));
    status.textContent = remarks.join(' ');
  } catch {
    status.textContent = 'The patterns could not be loaded. Here is everything they share.';
  }
}

async function load(slug: string): Promise<ComparedPattern> {
  const response = await fetch(`${location.pathname}${slug}.json`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return (await response.json()) as ComparedPattern;
}

function show(patterns: readonly ComparedPattern[]): void {
  const comparison = compareSheets(patterns.map(({ sheet }) => sheet));
  const thumbnails = new Map(patterns.map(({ sheet, thumbnail }) => [sheet.slug, thumbnail]));
  const words = comparisonTitle(comparison.patterns.map((pattern) => pattern.title));
  document.title = `${words} · Plumbline`;
  title.textContent = words;
  selects.forEach((select, at) => (select.value = comparison.patterns[at]?.slug ?? ''));
  plates.innerHTML = toHtml(platesView(comparison, (slug) => thumbnails.get(slug) ?? ''));
  sections.innerHTML = toHtml(sectionsView(comparison));
  overview.remove();
  document.querySelector('.contents')?.remove();
  document.querySelector('.lede')?.remove();
  // The row that the address names is there only now.
  if (location.hash !== '') location.replace(location.hash);
}
