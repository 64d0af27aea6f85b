/** The commands, with what each prints. */
export const commands = {
  graph: 'the graph as JSON: nodes, edges, labels, captions, notes, what is odd',
  svg: 'the picture, as a file of its own',
  text: 'the same drawing, straight and clean (--ascii: in plain ASCII)',
  outline: 'the drawing in sentences',
  check: 'what is odd, with place and advice; exits 1 when there is an error',
} as const;

export type Command = keyof typeof commands;

export const usage = `plumbline reads text drawings as what they mean.

  plumbline COMMAND [OPTION] [FILE|-]...

${Object.entries(commands)
  .map(([name, prints]) => `  ${name.padEnd(9)}${prints}`)
  .join('\n')}

FILE is a drawing; in a .md or .mdx file all fences marked \`diagram\` are meant; - is standard input.
Several drawings give one JSON document a line from graph and svg, and a heading each from text and outline.
Exits 0 when it has printed, 1 when check found an error, 2 for wrong use.
`;

/** What the command line asks for, or the sentence that says why it cannot be understood. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'run'; readonly command: Command; readonly files: readonly string[]; readonly ascii: boolean };

/** Reads the arguments after `plumbline`. Options may stand anywhere; after `--` everything is a file. */
export function readRequest(words: readonly string[]): Request {
  const split = words.indexOf('--');
  const before = split === -1 ? words : words.slice(0, split);
  const options = before.filter((word) => word.startsWith('-') && word !== '-');
  const [command, ...files] = before.filter((word) => !options.includes(word));
  if (options.includes('--help') || options.includes('-h') || command === 'help') return { kind: 'help' };
  const listed = Object.keys(commands).join(', ');
  if (command === undefined) return wrong(`say what to do: ${listed}. \`plumbline --help\` tells more.`);
  if (!isCommand(command)) return wrong(`there is no command "${command}"; there are ${listed}.`);
  const unknown = options.find((option) => option !== '--ascii' || command !== 'text');
  if (unknown !== undefined)
    return wrong(`${command} has no option "${unknown}"; ${command === 'text' ? 'it has --ascii' : 'it has none'}.`);
  const all = [...files, ...(split === -1 ? [] : words.slice(split + 1))];
  return { kind: 'run', command, files: all, ascii: options.includes('--ascii') };
}

function wrong(message: string): Request {
  return { kind: 'wrong', message };
}

function isCommand(word: string): word is Command {
  return Object.hasOwn(commands, word);
}
