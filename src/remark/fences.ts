/** A fenced block that is marked `diagram`, with where it stands in its file. */
export interface Fence {
  /** What follows the word `diagram`. */
  readonly info: string;
  /** What stands before that on its line. */
  readonly before: string;
  readonly source: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  /** How many columns each line of the drawing stands right of the file's edge: in a list, in a quote. */
  readonly offsets: readonly number[];
}

/**
 * The `diagram` fences of a Markdown or MDX text, in order: also in lists, in quotes and indented. Fences inside other fences
 * are writing. Reads lines only, so that the command needs no Markdown parser.
 */
export function findFences(markdown: string): readonly Fence[] {
  const lines = markdown.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const fences: Fence[] = [];
  for (let at = 0; at < lines.length; at++) {
    const opening = openingOf(lines[at] ?? '');
    if (!opening) continue;
    const closing = lines.findIndex((line, index) => index > at && closes(line, opening.mark));
    const end = closing === -1 ? lines.length : closing;
    const word = /^diagram(?:\s+|$)/.exec(opening.info);
    if (word) {
      const body = lines.slice(at + 1, end).map((line) => inside(line, opening.indent, opening.quoted));
      const source = body.map(({ text }) => text).join('\n');
      const info = opening.info.slice(word[0].length);
      const before = (lines[at] ?? '').trimEnd().slice(0, info === '' ? undefined : -info.length);
      fences.push({ info, before, source, line: at + 1, offsets: body.map(({ offset }) => offset) });
    }
    at = end;
  }
  return fences;
}

interface Opening {
  readonly mark: string;
  readonly info: string;
  /** The column at which the fence stands, list markers counted. */
  readonly indent: number;
  readonly quoted: boolean;
}

function openingOf(line: string): Opening | null {
  const match = /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(`{3,}|~{3,})(.*)$/.exec(line);
  if (!match) return null;
  const [, before = '', mark = '', info = ''] = match;
  if (mark.startsWith('`') && info.includes('`')) return null;
  return { mark, info: info.trim(), indent: before.length, quoted: before.includes('>') };
}

function closes(line: string, mark: string): boolean {
  const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return closing !== undefined && closing.startsWith(mark);
}

/** A line of the drawing without the indent of its fence; a line that begins further left keeps all it has. */
function inside(line: string, indent: number, quoted: boolean): { readonly text: string; readonly offset: number } {
  const before = (quoted ? /^[ \t>]*/ : /^[ \t]*/).exec(line.slice(0, indent))?.[0].length ?? 0;
  return { text: line.slice(before), offset: before };
}
