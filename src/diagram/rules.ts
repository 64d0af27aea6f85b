import type { Severity } from './model.ts';

/** What may be said about a drawing. */
export interface Rule {
  readonly severity: Severity;
  /** `drawing`: the place is in the drawing. `options`: it is where the options stand, such as the info string of a fence. */
  readonly about: 'drawing' | 'options';
  /** One sentence that names the thing: `thing` is a box, a name, an option or a character; `detail` is what was read. */
  readonly message: (thing: string, detail: string) => string;
  /** What to do next. */
  readonly help: string;
}

const straighten = 'Nothing needs to be done. `plumbline fmt --write` sets it straight in the source.';

/** The one table of rules: repairs are `info`, doubts `warning`, contradictions `error`. */
export const rules = {
  'ragged-border': {
    severity: 'info',
    about: 'drawing',
    message: (box, detail) => `The border of ${box} is ragged${read(detail)}.`,
    help: straighten,
  },
  'shifted-port': {
    severity: 'info',
    about: 'drawing',
    message: (box, detail) => `A line meets ${box} beside its place${read(detail)}.`,
    help: straighten,
  },
  'short-line': {
    severity: 'info',
    about: 'drawing',
    message: (box, detail) => `A line stops before it reaches ${box}${read(detail)}.`,
    help: straighten,
  },
  'missing-corner': {
    severity: 'info',
    about: 'drawing',
    message: (box, detail) => `A corner of ${box} is missing${read(detail)}.`,
    help: straighten,
  },
  'dangling-end': {
    severity: 'warning',
    about: 'drawing',
    message: (box) => (box ? `This line leaves ${box} and arrives nowhere.` : 'This line arrives nowhere.'),
    help: 'Extend it to a border, or end it in a head.',
  },
  'open-box': {
    severity: 'warning',
    about: 'drawing',
    message: (box) => `${box ? `The border of ${box}` : 'This looks like a box, but its border'} does not close.`,
    help: 'Draw the side or the corner that is missing.',
  },
  'orphan-head': {
    severity: 'warning',
    about: 'drawing',
    message: () => 'This head has no line, or points at nothing.',
    help: 'Draw the line up to the head, and the head up to a border.',
  },
  'stray-ink': {
    severity: 'warning',
    about: 'drawing',
    message: () => 'This ink belongs to no box and to no line.',
    help: 'Connect it, or take it out.',
  },
  'ambiguous-crossing': {
    severity: 'warning',
    about: 'drawing',
    message: (_, detail) => `Lines may cross or join here${read(detail)}.`,
    help: 'For a join end an arm in a tee (`┬ ┴ ├ ┤`); for a crossing let both lines run on straight.',
  },
  'ambiguous-label': {
    severity: 'warning',
    about: 'drawing',
    message: (_, detail) => `These words stand as near to one line as to another${read(detail)}.`,
    help: 'Move the words to the line that they name.',
  },
  'crowded-line': {
    severity: 'warning',
    about: 'drawing',
    message: (_, detail) => `This line connects more parts than can be told one by one${read(detail)}.`,
    help: 'Draw the part that stands between them, or a line for each connection.',
  },
  'control-character': {
    severity: 'warning',
    about: 'drawing',
    message: (codePoint) => `${codePoint} is a control character and was replaced.`,
    help: 'Take it out of the source.',
  },
  'bidi-control': {
    severity: 'warning',
    about: 'drawing',
    message: (codePoint) =>
      `${codePoint} changes the direction of writing and was isolated, so that words stand where they are drawn.`,
    help: 'Take it out of the source.',
  },
  'unpaired-surrogate': {
    severity: 'warning',
    about: 'drawing',
    message: (codePoint) => `${codePoint} is half of a character and was replaced.`,
    help: 'Type the character again.',
  },
  'unknown-name': {
    severity: 'error',
    about: 'options',
    message: (name, detail) => `The name ${quoted(name)} is given to ${detail}.`,
    help: 'Give it in `names="name=Title"`; names are `[a-z][a-z0-9-]*`, and `Title#2` is the second of equal titles.',
  },
  'duplicate-name': {
    severity: 'error',
    about: 'options',
    message: (name, detail) => `The name ${quoted(name)} is one too many${detail ? `: ${detail}` : ''}.`,
    help: 'Give each box one name, and each name to one box.',
  },
  'unknown-option': {
    severity: 'error',
    about: 'options',
    message: (option, detail) => `${quoted(option)} is not understood${detail ? `: ${detail}` : ''}.`,
    help: 'Options are `title="…"`, `id=…`, `as=svg|text`, `names="name=Title, …"`, and by name `kinds="name=store, …"`, `links="name=/path/, …"`, `emphasis="name, …"`.',
  },
  'empty-diagram': {
    severity: 'error',
    about: 'drawing',
    message: () => 'Nothing is drawn here, and nothing is written.',
    help: 'Draw a box, or take the diagram out.',
  },
  'unsafe-link': {
    severity: 'error',
    about: 'options',
    message: (address) => `The address ${quoted(address)} is not allowed.`,
    help: 'Use https, http, mailto, or a path of this site.',
  },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;

function read(detail: string): string {
  return detail ? `; ${detail}` : '';
}

function quoted(text: string): string {
  return `"${text}"`;
}
