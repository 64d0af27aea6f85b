import { remark, type Asked } from './command.ts';
import { readDrawings, type Drawing } from './drawings.ts';

/**
 * Prints what `print` makes of each drawing that a command is given, and returns the exit code. `several`: there is more
 * than one, so each says where it comes from.
 */
export async function printEach(
  asked: Pick<Asked, 'command' | 'words'>,
  print: (drawing: Drawing, several: boolean) => string,
): Promise<number> {
  const { drawings, code, several } = await readDrawings(asked);
  for (const { file, source } of drawings)
    if (source.trim() === '') remark(`${file || 'standard input'} is empty: there is nothing to draw.`);
  for (const drawing of drawings) process.stdout.write(print(drawing, several));
  return code;
}

/** One JSON document on a line of its own, with the place that the drawing comes from. */
export function documentOf(drawing: Drawing, value: object): string {
  return `${JSON.stringify({ ...originOf(drawing), ...value })}\n`;
}

/** Text under a heading that says where the drawing comes from, where there are several. */
export function headed(drawing: Drawing, text: string, several: boolean): string {
  const { file, line } = originOf(drawing);
  return several ? `# ${file}${line === undefined ? '' : `:${line}`}\n\n${ended(text)}\n` : ended(text);
}

export function ended(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

function originOf({ file, fence }: Drawing): { readonly file: string; readonly line?: number } {
  return { file: file || '-', ...(fence && { line: fence.line }) };
}
