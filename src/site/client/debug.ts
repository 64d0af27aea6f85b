import { el } from '../../search/client/elements.ts';
import { loadEngine, type Engine } from './engine.ts';
import { countOf, findingItem } from './findings.ts';

const { checkDiagram, inspect, parse, stages } = await loadEngine();

/**
 * The gallery with `?debug`: below each drawing every stage of the engine over its grid, and what the check says, with places.
 * A stage is read when it is opened.
 */
for (const shown of document.querySelectorAll<HTMLElement>('.specimen > pre')) {
  const source = shown.textContent;
  shown.parentElement?.after(stagesOf(source, shown));
}
document.documentElement.dataset['debug'] = 'on';
// What was asked for has moved down.
if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();

function stagesOf(source: string, shown: HTMLElement): HTMLElement {
  const findings = checkDiagram(parse(source));
  const rows = findings.map((finding) => findingItem(finding, () => shown.focus()));
  return el(
    'div',
    { class: 'stages' },
    el('p', {}, countOf(findings)),
    el('ul', { class: 'findings' }, ...rows),
    ...stages.map((stage) => stageOf(source, stage)),
  );
}

function stageOf(source: string, { name, says }: Engine['stages'][number]): HTMLElement {
  const view = el('pre', { class: 'drawing', tabindex: '0', role: 'group', 'aria-label': name });
  const stage = el('details', {}, el('summary', {}, el('code', {}, name), ` ${says}`), view);
  stage.addEventListener('toggle', () => {
    if (stage.open && view.textContent === '') view.textContent = inspect(source, name);
  });
  stage.open = name === stages[0]?.name;
  return stage;
}
