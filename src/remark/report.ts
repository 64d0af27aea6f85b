import { columnsOf, type Diagnostic } from '../diagram/index.ts';

/** A diagnostic with its place in a file. */
export interface Finding extends Omit<Diagnostic, 'line' | 'column'> {
  /** `''` when the text has no file. */
  readonly file: string;
  readonly line: number;
  /** Of the file, from 1: a letter that is twice as wide takes two. A tab in a drawing goes to the next eighth. */
  readonly column: number;
  /** The line of the file as it is written. */
  readonly sourceLine: string;
  /** Characters of that line that stand before the drawing: its fence is indented, in a list or in a quote. */
  readonly indent?: number;
}

/**
 * A finding for people: what, where, the line with a caret, and what to do.
 *
 *     cqrs.mdx:61:27 warning: This line leaves Asia Edge and arrives nowhere. (dangling-end)
 *        61 │   └────┬────┘   │
 *           │                 ^
 *        Extend it to a border, or end it in a head.
 */
export function formatFinding(finding: Finding): string {
  const { file, line, column, severity, message, rule, help } = finding;
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  return [
    `${file ? `${file}:` : ''}${line}:${column} ${severity}: ${message} (${rule})`,
    `   ${number} │ ${printable(finding)}`,
    `   ${gutter} │ ${' '.repeat(Math.max(0, column - 1))}^`,
    `   ${help}`,
    '',
  ].join('\n');
}

/**
 * The line so that the caret stands below its column: tabs as the blanks that they stand for, and nothing that would change
 * the terminal instead of being seen. What turns the direction takes no column in a drawing and gets none here.
 */
function printable({ sourceLine, indent = 0 }: Finding): string {
  const drawn = untabbed(sourceLine.slice(indent));
  const line = `${sourceLine.slice(0, indent).replace(/\t/g, ' ')}${drawn}`;
  return line.replace(/\p{Bidi_Control}/gu, '').replace(/[\p{Cc}\p{Cs}]/gu, '\uFFFD');
}

function untabbed(drawn: string): string {
  let columns = 0;
  return drawn.replace(/\t|[^\t]+/g, (piece) => {
    const width = piece === '\t' ? tab - (columns % tab) : columnsOf(piece);
    columns += width;
    return piece === '\t' ? ' '.repeat(width) : piece;
  });
}

/** As the engine reads them. */
const tab = 8;
