import type { Diagnostic } from '../diagram/index.ts';

/** A diagnostic with its place in a file. */
export interface Finding extends Omit<Diagnostic, 'line' | 'column'> {
  /** `''` when the text has no file. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The line of the file as it is written. */
  readonly sourceLine: string;
}

/**
 * A finding for people: what, where, the line with a caret, and what to do.
 *
 *     cqrs.mdx:61:27 warning: This line leaves Asia Edge and arrives nowhere. (dangling-end)
 *        61 │   └────┬────┘   │
 *           │                 ^
 *        Extend it to a border, or end it in a head.
 */
export function formatFinding({ file, line, column, severity, message, rule, sourceLine, help }: Finding): string {
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  return [
    `${file ? `${file}:` : ''}${line}:${column} ${severity}: ${message} (${rule})`,
    `   ${number} │ ${printable(sourceLine)}`,
    `   ${gutter} │ ${' '.repeat(Math.max(0, column - 1))}^`,
    `   ${help}`,
    '',
  ].join('\n');
}

/** Control and direction characters would change the terminal instead of being seen. */
function printable(line: string): string {
  return line.replace(/\t/g, ' ').replace(/[\p{Cc}\p{Bidi_Control}\p{Cs}]/gu, '\uFFFD');
}
