import { check } from './check.ts';
import type { Command } from './command.ts';
import { exportAs } from './export.ts';
import { fmt } from './fmt.ts';
import { graph } from './graph.ts';
import { inspect } from './inspect.ts';
import { outline } from './outline.ts';
import { svg } from './svg.ts';
import { text } from './text.ts';

/** Every command, in the order of the help. A command is a line here and a file of its own. */
export const commands: Readonly<Record<string, Command>> = {
  graph,
  svg,
  text,
  outline,
  export: exportAs,
  fmt,
  check,
  inspect,
};
