import { href } from '../../catalog/links.ts';
import { counted } from '../../catalog/numbers.ts';
import { comparisonName } from '../../catalog/side-by-side.ts';
import { answersIn, queryOf, verdicts, type Answers, type Moved, type Verdict } from '../../catalog/verdict.ts';
import { byId, el } from '../../search/client/elements.ts';

/**
 * The guide. The form says what was answered, the table below it what each answer does: nothing is known here that the page without
 * script does not tell. The address holds the answers, in one order, so that a result can be sent to somebody.
 */
const form = byId('asks', HTMLFormElement);
const result = byId('result', HTMLElement);
const fields = [...form.querySelectorAll('fieldset')].map((field) => {
  const radios = [...field.querySelectorAll('input')];
  return { id: radios[0]?.name ?? '', radios, answers: radios.map(({ value }) => value).filter(Boolean) };
});
const lines = [...document.querySelectorAll<HTMLElement>('.moves tr[data-answer]')];
const links = new Map(
  lines.flatMap((line) =>
    [...line.querySelectorAll('li')].flatMap((move) => {
      const link = move.querySelector('a');
      return link ? [[move.dataset['slug'] ?? '', link] as const] : [];
    }),
  ),
);
const titleBefore = document.title;

form.hidden = false;
form.addEventListener('change', () => {
  const query = queryOf(chosen(), fields);
  history.pushState(null, '', query === '' ? location.pathname : query);
  show(chosen());
});
window.addEventListener('popstate', readAddress);
readAddress();

function readAddress(): void {
  const answers = answersIn(location.search, fields);
  for (const { id, radios } of fields)
    for (const radio of radios) radio.checked = radio.value === (answers.get(id) ?? '');
  show(answers);
}

function chosen(): Answers {
  return new Map(
    fields.flatMap(({ id, radios }) => {
      const value = radios.find(({ checked }) => checked)?.value;
      return value ? [[id, value]] : [];
    }),
  );
}

function show(answers: Answers): void {
  result.hidden = answers.size === 0;
  document.title = answers.size === 0 ? titleBefore : `${labels(answers).join(', ')} · ${titleBefore}`;
  const order = verdicts([...links.keys()], movesFor(answers));
  const [first] = order;
  const leading = order.filter(({ steps }) => steps === first?.steps).map(titleOf);
  result.querySelector('[role=status]')?.replaceChildren(told(leading, first?.steps ?? 0));
  result.querySelector('.verdict')?.replaceChildren(...order.map(entry));
  result.querySelector('.links')?.replaceChildren(...linksTo(answers, order));
}

/** What the rows of the table for these answers do. */
function movesFor(answers: Answers): readonly Moved<HTMLElement>[] {
  return lines
    .filter(({ dataset }) => answers.get(dataset['question'] ?? '') === dataset['answer'])
    .flatMap((line) =>
      [...line.querySelectorAll('li')].map((move) => ({
        slug: move.dataset['slug'] ?? '',
        step: Number(move.dataset['step']),
        reason: reasonOf(line, move),
      })),
    );
}

/** A move as the result tells it: its sign, the answer in the place of the pattern, the reasons. */
function reasonOf(line: HTMLElement, move: HTMLElement): HTMLElement {
  const told = move.cloneNode(true) as HTMLElement;
  told.querySelector(':scope > a')?.replaceWith(el('span', { class: 'soft' }, labelOf(line)));
  return told;
}

function entry(verdict: Verdict<HTMLElement>): HTMLElement {
  const { slug, steps, moves } = verdict;
  return el(
    'li',
    {},
    el('b', {}, signed(steps)),
    el('a', { href: links.get(slug)?.href ?? '' }, titleOf(verdict)),
    el('ul', { class: 'why' }, ...moves.map(({ reason }) => reason)),
  );
}

function linksTo(answers: Answers, order: readonly Verdict<HTMLElement>[]): readonly (Node | string)[] {
  const up = order.filter(({ steps }) => steps > 0).slice(0, 3);
  const slugs = up.map(({ slug }) => slug);
  const compare = el('a', { href: href(`/compare/?p=${comparisonName(slugs)}`) }, `Compare the first ${up.length}`);
  return [
    el('a', { href: location.pathname + queryOf(answers, fields) }, 'Link to this result'),
    ...(up.length > 1 ? [' · ', compare] : []),
    ' · ',
    el('a', { href: location.pathname }, 'Start again'),
  ];
}

function labels(answers: Answers): readonly string[] {
  return lines.filter(({ dataset }) => answers.get(dataset['question'] ?? '') === dataset['answer']).map(labelOf);
}

function labelOf(line: HTMLElement): string {
  return line.querySelector('th')?.textContent ?? '';
}

function titleOf({ slug }: Verdict<HTMLElement>): string {
  return links.get(slug)?.textContent ?? slug;
}

/** "+2", "−1", "0". */
function signed(steps: number): string {
  return steps > 0 ? `+${steps}` : String(steps).replace('-', '−');
}

function told(leading: readonly string[], steps: number): string {
  if (steps <= 0) return 'No pattern has more for it than against it. Leave one question open.';
  const names = leading.length > 3 ? `${leading.length} patterns` : leading.join(' and ');
  return `${names} ${leading.length > 1 ? 'lead' : 'leads'}, ${counted(steps, 'step')} up.`;
}
