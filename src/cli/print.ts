import { parse, toGraph, toOutline, toSvgText, toText, type RenderOptions } from '../diagram/index.ts';
import type { Drawing } from './drawings.ts';
import type { Command } from './usage.ts';

/** What a command that prints says of a drawing. `several`: there is more than one, so each says where it comes from. */
export function printed(
  command: Exclude<Command, 'check'>,
  drawing: Drawing,
  { ascii, several }: { ascii: boolean; several: boolean },
): string {
  const diagram = parse(drawing.source);
  const { title, id, names } = drawing.fence?.options ?? {};
  const options: RenderOptions = { title: title ?? undefined, idPrefix: id ?? undefined, names, standalone: true };
  switch (command) {
    case 'graph': {
      const graph = toGraph(diagram, options);
      return several ? json({ ...originOf(drawing), ...graph }) : `${JSON.stringify(graph, null, 2)}\n`;
    }
    case 'svg': {
      const svg = toSvgText(diagram, options);
      return several ? json({ ...originOf(drawing), svg }) : ended(svg);
    }
    case 'text':
      return headed(drawing, ended(toText(diagram, { ascii })), several);
    case 'outline':
      return headed(drawing, ended(toOutline(diagram, options).text), several);
  }
}

function originOf({ file, fence }: Drawing): { readonly file: string; readonly line?: number } {
  return { file: file || '-', ...(fence && { line: fence.line }) };
}

function json(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

function headed(drawing: Drawing, text: string, several: boolean): string {
  const { file, line } = originOf(drawing);
  return several ? `# ${file}${line === undefined ? '' : `:${line}`}\n\n${text}\n` : text;
}

function ended(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
