import { el } from '../../search/client/elements.ts';
import type { Inspection } from './debug-worker.ts';
import { countOf, findingItem } from './findings.ts';

/**
 * The gallery with `?debug`: below each drawing every stage of the engine over its grid, and what the check says, with places.
 * The worker answers in the order in which it was asked.
 */
const worker = new Worker(new URL('./debug-worker.ts', import.meta.url), { type: 'module' });
const waiting = [...document.querySelectorAll<HTMLElement>('.specimen > pre')].map((shown) => {
  const place = el('div', { class: 'stages' });
  shown.parentElement?.after(place);
  worker.postMessage(shown.textContent);
  return { shown, place };
});

worker.addEventListener('message', ({ data }: MessageEvent<Inspection>) => {
  const next = waiting.shift();
  next?.place.append(...viewsOf(data, next.shown));
  // What the address asks for has moved down meanwhile.
  if (waiting.length === 0) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
});

function viewsOf({ findings, stages }: Inspection, shown: HTMLElement): readonly HTMLElement[] {
  const rows = findings.map((finding) => findingItem(finding, () => shown.focus()));
  return [
    el('p', {}, countOf(findings)),
    el('ul', { class: 'findings' }, ...rows),
    ...stages.map(({ name, says, view }, at) =>
      el(
        'details',
        { open: at === 0 },
        el('summary', {}, el('code', {}, name), ` ${says}`),
        el('pre', { class: 'drawing', tabindex: '0', role: 'group', 'aria-label': name }, view),
      ),
    ),
  ];
}
