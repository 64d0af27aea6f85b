import type { Asked, Command, Option, OptionValue } from './command.ts';
import { commands } from './commands.ts';

/** What the command line asks for, or the sentence that says why it cannot be understood. */
export type Request =
  | { readonly kind: 'help'; readonly command: string | null }
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'run'; readonly command: Command; readonly asked: Asked };

/** Reads the arguments after `plumbline`. Options may stand anywhere, `--name value` or `--name=value`; after `--` nothing is an option. */
export function readRequest(given: readonly string[]): Request {
  const split = given.includes('--') ? given.indexOf('--') : given.length;
  const before = given.slice(0, split);
  const name = before.find((word) => !isOption(word));
  const known = name === undefined ? undefined : commandOf(name);
  if (name === 'help') return { kind: 'help', command: before.find((word) => commandOf(word)) ?? null };
  if (before.includes('--help') || before.includes('-h'))
    return { kind: 'help', command: known ? (name ?? null) : null };
  const listed = Object.keys(commands).join(', ');
  if (name === undefined) return wrong(`say what to do: ${listed}. \`plumbline --help\` tells more.`);
  if (!known) return wrong(`there is no command "${name}"; there are ${listed}.`);

  const options = new Map<string, OptionValue>(
    Object.entries(known.options ?? {}).map(([option, { of }]) => [option, of === undefined ? false : null]),
  );
  const words: string[] = [];
  for (let at = 0; at < before.length; at++) {
    const word = before[at] ?? '';
    if (!isOption(word)) {
      words.push(word);
      continue;
    }
    const [, option = '', inside] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    const stated = options.has(option) ? known.options?.[option] : undefined;
    if (!stated) return wrong(`${name} has no option "${word}"; ${listOf(known)}.`);
    const value = stated.of === undefined ? inside : (inside ?? before[++at]);
    const read = readValue(stated, value);
    if (read === undefined)
      return wrong(`--${option} ${allowed(stated)}${value === undefined ? '' : `, not "${value}"`}.`);
    options.set(option, read);
  }
  const asked: Asked = {
    command: name,
    words: [...words.slice(1), ...given.slice(split + 1)],
    options: Object.fromEntries(options),
  };
  return { kind: 'run', command: known, asked };
}

/** `undefined` where the value is none that the option may have. */
function readValue({ of }: Option, value: string | undefined): OptionValue | undefined {
  if (of === undefined) return value === undefined ? true : undefined;
  if (value === undefined) return undefined;
  if (of === 'number') return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
  return of.includes(value) ? value : undefined;
}

function allowed({ of }: Option): string {
  if (of === undefined) return 'takes no value';
  return of === 'number' ? 'takes a number' : `takes one of ${of.join(', ')}`;
}

function listOf({ options = {} }: Command): string {
  const names = Object.keys(options).map((name) => `--${name}`);
  return `it has ${names.length === 0 ? 'none' : names.join(', ')}`;
}

function isOption(word: string): boolean {
  return word.startsWith('-') && word !== '-';
}

function commandOf(word: string): Command | undefined {
  return Object.hasOwn(commands, word) ? commands[word] : undefined;
}

function wrong(message: string): Request {
  return { kind: 'wrong', message };
}
