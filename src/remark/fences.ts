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
  /** A closing fence follows; without one the drawing goes on to the end of the file, or of its quote. */
  readonly closed: boolean;
}

/**
 * The `diagram` fences of a Markdown or MDX text, in order: also in lists, in quotes and indented. Fences in front matter, in
 * comments and inside other fences are writing. Reads lines only, so that the command needs no Markdown parser.
 */
export function findFences(markdown: string): readonly Fence[] {
  const lines = markdown.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const fences: Fence[] = [];
  for (let at = endOfFrontMatter(lines); at < lines.length; at++) {
    const opening = openingOf(lines[at] ?? '');
    if (!opening) {
      at = endOfComment(lines, at);
      continue;
    }
    const { end, closed } = endOfFence(lines, at, opening);
    const word = /^diagram(?:\s+|$)/.exec(opening.info);
    if (word) {
      const body = lines.slice(at + 1, end).map((line) => inside(line, opening));
      const source = body.map(({ text }) => text).join('\n');
      const info = opening.info.slice(word[0].length);
      const before = (lines[at] ?? '').trimEnd().slice(0, info === '' ? undefined : -info.length);
      fences.push({ info, before, source, line: at + 1, offsets: body.map(({ offset }) => offset), closed });
    }
    at = closed ? end : end - 1;
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

/** The line after the front matter. */
function endOfFrontMatter(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0;
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  return end === -1 ? 0 : end + 1;
}

const comments = [
  { opens: '{/*', closes: '*/' },
  { opens: '<!--', closes: '-->' },
] as const;

/** The last line of the comment that begins on a line and goes on below it; the line itself without one. */
function endOfComment(lines: readonly string[], at: number): number {
  const line = (lines[at] ?? '').replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
  for (const { opens, closes } of comments) {
    const start = line.lastIndexOf(opens);
    if (start === -1 || line.includes(closes, start + opens.length)) continue;
    for (let end = at + 1; end < lines.length; end++) if (lines[end]?.includes(closes)) return end;
  }
  return at;
}

function openingOf(line: string): Opening | null {
  const match = /^((?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*)(`{3,}|~{3,})(.*)$/.exec(line);
  if (!match) return null;
  const [, before = '', mark = '', info = ''] = match;
  if (mark.startsWith('`') && info.includes('`')) return null;
  return { mark, info: info.trim(), indent: before.length, quoted: before.includes('>') };
}

/** The line of the closing fence, or the first one after the block. */
function endOfFence(lines: readonly string[], at: number, { mark, quoted }: Opening): { end: number; closed: boolean } {
  for (let end = at + 1; end < lines.length; end++) {
    const line = lines[end] ?? '';
    if (quoted && !/^[ \t]*>/.test(line)) return { end, closed: false };
    if (closes(line, mark)) return { end, closed: true };
  }
  return { end: lines.length, closed: false };
}

function closes(line: string, mark: string): boolean {
  const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return closing !== undefined && closing.startsWith(mark);
}

/** A line of the drawing without the indent of its fence; a line that begins further left keeps all it has. */
function inside(line: string, { indent, quoted }: Opening): { readonly text: string; readonly offset: number } {
  const before = (quoted ? /^[ \t>]*/ : /^[ \t]*/).exec(line.slice(0, indent))?.[0].length ?? 0;
  return { text: line.slice(before), offset: before };
}
