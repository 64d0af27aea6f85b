import { columnsOf, diagnose, type Diagnostic, type Kind, type Place } from '../diagram/index.ts';
import { namesIn, pairsOf, wordsOf, type Entry, type Written } from './info-words.ts';

/** What the author says of a diagram in the fence's info string. */
export interface FenceOptions {
  readonly title: string | null;
  readonly id: string | null;
  readonly as: 'svg' | 'text';
  /** Name → title of a part, as the engine takes them. */
  readonly names: Readonly<Record<string, string>>;
  /** Name → kind. What is no kind the engine refuses. */
  readonly kindOf: Readonly<Record<string, Kind>>;
  /** Name → address. What is not safe the engine refuses. */
  readonly links: Readonly<Record<string, string>>;
  readonly emphasis: readonly string[];
}

export interface InfoString {
  readonly options: FenceOptions;
  /** What was not understood; columns count from the first character of the info string. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where an option stands, or an entry of one by its name; counted likewise. */
  readonly entryAt: (option: keyof FenceOptions, name?: string) => Place;
}

/**
 * Reads what follows `diagram` in a fence: `title="Reads and writes" id=cqrs as=svg names="client=CLIENT, web-1=Web Server#1"
 * kinds="web-1=store" links="client=/patterns/cqrs/" emphasis="client, web-1"`. Values stand bare or in quotes. Every word that
 * is no option is an error that names it.
 */
export function readInfoString(info: string): InfoString {
  const found = new Map<Option, Written>();
  const entries = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  const place = (at: number): Place => ({ line: 1, column: columnsOf(info.slice(0, at)) + 1 });

  for (const { key, value, at } of wordsOf(info)) {
    const trouble = troubleWith(key, value, found);
    if (trouble !== null) diagnostics.push(diagnose('unknown-option', place(at), key, trouble));
    else {
      if (value) found.set(key as Option, value);
      entries.set(keyOf(key), at);
    }
  }

  /** The entries of an option, each name once. */
  const read = (option: Option, split: (value: Written) => readonly Entry[]): readonly Entry[] => {
    const value = found.get(option);
    return (value ? split(value) : []).filter(({ name, at }) => {
      const key = keyOf(option, name);
      if (entries.has(key)) {
        diagnostics.push(diagnose('duplicate-name', place(at), name, `it is given twice in ${option}`));
        return false;
      }
      entries.set(key, at);
      return true;
    });
  };
  const record = (option: Option): Readonly<Record<string, string>> =>
    Object.fromEntries(read(option, pairsOf).map(({ name, value }) => [name, value]));

  const options: FenceOptions = {
    title: found.get('title')?.text ?? null,
    id: found.get('id')?.text ?? null,
    as: found.get('as')?.text === 'text' ? 'text' : 'svg',
    names: record('names'),
    kindOf: record('kinds') as Readonly<Record<string, Kind>>,
    links: record('links'),
    emphasis: read('emphasis', namesIn).map(({ name }) => name),
  };
  return {
    options,
    diagnostics,
    entryAt: (option, name) => place(entries.get(keyOf(option === 'kindOf' ? 'kinds' : option, name)) ?? 0),
  };
}

function keyOf(option: string, name?: string): string {
  return name === undefined ? option : `${option} ${name}`;
}

/** What each option may hold. */
const allowed = {
  title: { pattern: /\S/u, says: 'a title needs words' },
  id: { pattern: /^[a-z][a-z0-9-]*$/, says: 'an id is lower-case letters, digits and hyphens, a letter first' },
  as: { pattern: /^(?:svg|text)$/, says: 'allowed are svg and text' },
  names: { pattern: /=/, says: 'names are written name=Title, with commas between them' },
  kinds: { pattern: /=/, says: 'kinds are written name=kind, with commas between them' },
  links: { pattern: /=/, says: 'links are written name=address, with commas between them' },
  emphasis: { pattern: /\S/u, says: 'it lists names, with commas between them' },
} as const;

type Option = keyof typeof allowed;

function troubleWith(key: string, value: Written | null, found: ReadonlyMap<Option, Written>): string | null {
  if (!Object.hasOwn(allowed, key)) return `there is no such option; there are ${Object.keys(allowed).join(', ')}`;
  if (value === null) return 'it needs a value, as in as=text';
  const option = key as Option;
  if (found.has(option)) return 'it is given twice';
  const { pattern, says } = allowed[option];
  return pattern.test(value.text) ? null : `"${value.text}": ${says}`;
}
