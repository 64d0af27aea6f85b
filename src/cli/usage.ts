import type { Command, Option } from './command.ts';
import { commands } from './commands.ts';

/** The help: of everything, or of one command. */
export function usageOf(name: string | null): string {
  const command = name === null ? undefined : commands[name];
  if (name !== null && command) {
    const { prints, takes = files, options = {} } = command;
    return `plumbline ${name}: ${prints}.\n\n  plumbline ${name} ${takes}\n${optionLines(options)}\n${meaning}`;
  }
  return `plumbline reads text drawings as what they mean.

  plumbline COMMAND [OPTION]... ${files}

${Object.entries(commands).map(entry).join('')}
${meaning}Several drawings give one JSON document a line from graph and svg, and a heading each from text and outline.
Exits 0 when it is done, 1 when check or fmt --check found something, 2 for wrong use. \`plumbline help COMMAND\` tells of one command.
`;
}

const files = '[FILE|-]...';

const meaning =
  'FILE is a drawing; in a .md or .mdx file all fences marked `diagram` are meant; - is standard input.\n';

function entry([name, { prints, takes, options = {} }]: readonly [string, Command]): string {
  const line = `  ${name.padEnd(9)}${prints}\n`;
  return `${line}${takes === undefined ? '' : `${indent}${name} ${takes}\n`}${optionLines(options)}`;
}

const indent = ' '.repeat(11);

function optionLines(options: Readonly<Record<string, Option>>): string {
  return Object.entries(options)
    .map(([name, option]) => `${indent}--${name}${valueOf(option)}: ${option.says}\n`)
    .join('');
}

function valueOf({ of }: Option): string {
  if (of === undefined) return '';
  return of === 'number' ? ' N' : ` ${of.join('|')}`;
}
