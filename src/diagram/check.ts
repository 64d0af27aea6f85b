import { refusalsOf, type ByName, type Refusal } from './choices/choices.ts';
import { kindNames } from './choices/kind-words.ts';
import type { BoxId, Diagnostic, Diagram, Loose, Point, Replaced } from './model.ts';
import { chosenNames, titleOf } from './choices/names.ts';
import { placeOf, type Place } from './geometry/places.ts';
import { rules, type Rule, type RuleId } from './rules.ts';

/** The options to check, and where their entries stand if that is known: what is wrong with one is told there. */
export interface CheckOptions extends ByName {
  readonly entryAt?: (option: 'names' | Refusal['option'], name: string) => Place;
}

/** Everything that is odd about a drawing, in reading order. An empty list means that nothing needed mending or guessing. */
export function checkDiagram(diagram: Diagram, options: CheckOptions = {}): readonly Diagnostic[] {
  const found = [
    ...emptiness(diagram),
    ...wrongNames(diagram, options),
    ...wrongChoices(diagram, options),
    ...replacedCharacters(diagram),
    ...repairsAndLooseInk(diagram),
    ...doubts(diagram),
  ];
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A diagnostic of a rule at a place; `thing` and `detail` fill its sentence. */
export function diagnose(id: RuleId, place: Place, thing = '', detail = ''): Diagnostic {
  const { severity, message, help }: Rule = rules[id];
  return { rule: id, severity, message: message(thing, detail), line: place.line, column: place.column, help };
}

function* emptiness(diagram: Diagram): Iterable<Diagnostic> {
  if (diagram.owners.every((row) => row.every((owner) => owner === null))) yield diagnose('empty-diagram', start);
}

function* wrongNames(diagram: Diagram, { names = {}, entryAt = atStart }: CheckOptions): Iterable<Diagnostic> {
  const { unknown, duplicate } = chosenNames(diagram, names);
  for (const name of unknown) {
    const detail = `"${names[name] ?? ''}", which no box is titled, or is not a name`;
    yield diagnose('unknown-name', entryAt('names', name), name, detail);
  }
  for (const name of duplicate)
    yield diagnose('duplicate-name', entryAt('names', name), name, `"${names[name] ?? ''}" has a name already`);
}

function* wrongChoices(diagram: Diagram, options: CheckOptions): Iterable<Diagnostic> {
  const { entryAt = atStart } = options;
  for (const { option, name, reason, value } of refusalsOf(diagram, options)) {
    const at = entryAt(option, name);
    switch (reason) {
      case 'unknown-name':
        yield diagnose('unknown-name', at, name, `no box, and stands in ${option === 'kindOf' ? 'kinds' : option}`);
        break;
      case 'unknown-kind':
        yield diagnose('unknown-option', at, `${name}=${value}`, `a kind is one of ${kindNames.join(', ')}`);
        break;
      case 'unsafe-link':
        yield diagnose('unsafe-link', at, value);
    }
  }
}

const replacedRules = {
  control: 'control-character',
  bidi: 'bidi-control',
  surrogate: 'unpaired-surrogate',
} as const satisfies Record<Replaced['kind'], RuleId>;

function* replacedCharacters({ grid }: Diagram): Iterable<Diagnostic> {
  for (const { at, codePoint, kind } of grid.replaced)
    yield diagnose(
      replacedRules[kind],
      placeOf(grid, at),
      `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
    );
}

function* doubts(diagram: Diagram): Iterable<Diagnostic> {
  for (const { kind, at, taken } of diagram.doubts) yield diagnose(kind, place(diagram, at), '', taken);
}

const looseRules = {
  'dangling-end': 'dangling-end',
  'orphan-head': 'orphan-head',
  'open-box': 'open-box',
  stray: 'stray-ink',
} as const satisfies Record<Loose['kind'], RuleId>;

function* repairsAndLooseInk(diagram: Diagram): Iterable<Diagnostic> {
  const nameOf = namesOf(diagram, [...diagram.repairs, ...diagram.loose]);
  for (const { kind, at, box, detail } of diagram.repairs)
    yield diagnose(kind, place(diagram, at), nameOf(box), detail);
  for (const { kind, at, box } of diagram.loose) yield diagnose(looseRules[kind], place(diagram, at), nameOf(box));
}

const start: Place = { line: 1, column: 1 };

function atStart(): Place {
  return start;
}

function place(diagram: Diagram, at: Point): Place {
  return placeOf(diagram.grid, at);
}

/** How a sentence calls each of the boxes of which something is told; `''` where that is none. */
function namesOf({ boxes }: Diagram, told: readonly { readonly box: BoxId | null }[]): (id: BoxId | null) => string {
  const named = new Set(told.map(({ box }) => box));
  const names = new Map<BoxId | null, string>();
  for (const box of boxes) if (named.has(box.id)) names.set(box.id, titleOf(box) || 'a box without words');
  return (id) => names.get(id) ?? '';
}
