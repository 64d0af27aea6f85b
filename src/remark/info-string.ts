import { diagnose, type Diagnostic } from '../diagram/index.ts';

/** What the author says of a diagram in the fence's info string. */
export interface FenceOptions {
  readonly title: string | null;
  readonly id: string | null;
  readonly as: 'svg' | 'text';
  /** Name → title of a part, as the engine takes them. */
  readonly names: Readonly<Record<string, string>>;
}

export interface InfoString {
  readonly options: FenceOptions;
  /** What was not understood; the places are those of the fence, line 1 and column 1. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads what follows `diagram` in a fence: `title="Reads and writes" id=cqrs as=svg names="client=CLIENT, web-1=Web Server#1"`.
 * Values stand bare or in quotes. Every word that is no option is an error that names it.
 */
export function readInfoString(info: string): InfoString {
  const found: Record<'title' | 'id' | 'as' | 'names', string | null> = {
    title: null,
    id: null,
    as: null,
    names: null,
  };
  const diagnostics: Diagnostic[] = [];
  for (const { key, value } of wordsOf(info)) {
    const trouble = troubleWith(key, value, found);
    if (trouble !== null) diagnostics.push(diagnose('unknown-option', start, key, trouble));
    else found[key as keyof typeof found] = value;
  }
  const { names, diagnostics: wrongNames } = readNames(found.names ?? '');
  const options: FenceOptions = { title: found.title, id: found.id, as: found.as === 'text' ? 'text' : 'svg', names };
  return { options, diagnostics: [...diagnostics, ...wrongNames] };
}

const start = { line: 1, column: 1 };

/** What each option may hold. */
const allowed = {
  title: { pattern: /\S/u, says: 'a title needs words' },
  id: { pattern: /^[a-z][a-z0-9-]*$/, says: 'an id is lower-case letters, digits and hyphens, a letter first' },
  as: { pattern: /^(?:svg|text)$/, says: 'allowed are svg and text' },
  names: { pattern: /=/, says: 'names are written name=Title, with commas between them' },
} as const;

function troubleWith(key: string, value: string | null, found: Readonly<Record<string, string | null>>): string | null {
  if (!Object.hasOwn(allowed, key)) return `there is no such option; there are ${Object.keys(allowed).join(', ')}`;
  if (value === null) return 'it needs a value, as in as=text';
  if (found[key] !== null) return 'it is given twice';
  const { pattern, says } = allowed[key as keyof typeof allowed];
  return pattern.test(value) ? null : `"${value}": ${says}`;
}

interface Word {
  readonly key: string;
  readonly value: string | null;
}

/** `key`, `key=value`, `key="a value"`; a backslash keeps a quote inside quotes. */
function wordsOf(info: string): readonly Word[] {
  const words = info.matchAll(/([^\s="']+)(?:=(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|(\S*)))?|(\S+)/g);
  return [...words].map(([whole, key, double, single, bare]) => {
    const quoted = (double ?? single)?.replace(/\\(["'\\])/g, '$1');
    return { key: key ?? whole, value: quoted ?? bare ?? null };
  });
}

/** `a=Title, b=Other, with a comma#2`: a comma ends a title only where another `name=` follows it. */
function readNames(text: string): {
  readonly names: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const names: Record<string, string> = {};
  const diagnostics: Diagnostic[] = [];
  for (const pair of text.split(/,\s*(?=[^\s,=]+\s*=)/).filter((each) => each.trim() !== '')) {
    const [name = '', ...title] = pair.split('=');
    const key = name.trim();
    if (Object.hasOwn(names, key)) diagnostics.push(diagnose('duplicate-name', start, key, 'it is given twice'));
    else
      Object.defineProperty(names, key, {
        value: title.join('=').trim(),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return { names, diagnostics };
}
