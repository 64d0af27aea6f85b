import type { Grid, Replaced } from '../model.ts';
import { columnsOf, graphemes, needsSegmenter, widthOf } from './width.ts';

const TAB = 8;
const blanks = /^[\s\u00a0\u2000-\u200a\u3000]$/u;
// eslint-disable-next-line no-control-regex -- these are the characters that this stage is there to take out
const harmful = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/u;

/** A row as `Grid.cells` and `Grid.lines` have it. */
interface Row {
  readonly cells: readonly string[];
  readonly line: string | null;
}

/**
 * Turns a text into cells. Whatever came in: BOM, CRLF, tabs, trailing blanks and an indent that all lines share
 * change nothing in what comes out but `indent`. A character that could do harm is replaced by U+FFFD (a bidi
 * control is left out, for it takes no column) and noted.
 */
export function readGrid(source: string): Grid {
  const replaced: Replaced[] = [];
  const rows = source
    .replace(/^\ufeff/u, '')
    .split(/\r\n|\n|\r/u)
    .map((line, row) => readRow(line, row, replaced));
  while (rows.at(-1)?.cells.length === 0) rows.pop();

  const indent = commonIndent(rows.map((row) => row.cells));
  const cells = rows.map((row) => (indent === 0 ? row.cells : row.cells.slice(indent)));
  const lines = rows.map((row) => row.line?.slice(indent) ?? null);
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  const moved = replaced.map((one) => ({ ...one, at: { row: one.at.row, column: one.at.column - indent } }));
  return { cells, lines, width, height: cells.length, indent, replaced: moved };
}

function readRow(typed: string, row: number, replaced: Replaced[]): Row {
  const trimmed = typed.trimEnd();
  const safe = withoutTabs(harmful.test(trimmed) ? withoutHarm(trimmed, row, replaced) : trimmed);
  if (!needsSegmenter(safe)) {
    const line = safe.replace(/\u00a0/gu, ' ').trimEnd();
    return { cells: line.split(''), line };
  }
  const cells = cellsOf(safe);
  return { cells, line: cells.every(({ length }) => length === 1) ? cells.join('') : null };
}

/** What stands behind a tab begins at the next column that the width of tabs divides. */
function withoutTabs(line: string): string {
  if (!line.includes('\t')) return line;
  const pieces = line.split('\t');
  const last = pieces.pop() ?? '';
  return pieces.map((piece) => piece + ' '.repeat(TAB - (columnsOf(piece) % TAB))).join('') + last;
}

function cellsOf(line: string): string[] {
  const cells: string[] = [];
  for (const grapheme of graphemes(line)) {
    const width = widthOf(grapheme);
    if (width === 0) {
      const base = cells.findLastIndex((cell) => cell !== '');
      if (base >= 0 && cells[base] !== ' ') cells[base] += grapheme;
      continue;
    }
    if (blanks.test(grapheme)) {
      for (let k = 0; k < width; k++) cells.push(' ');
      continue;
    }
    cells.push(grapheme);
    if (width === 2) cells.push('');
  }
  while (cells.at(-1) === ' ') cells.pop();
  return cells;
}

function withoutHarm(line: string, row: number, replaced: Replaced[]): string {
  let out = '';
  for (const character of line) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (!harmful.test(character)) {
      out += character;
      continue;
    }
    const kind = codePoint >= 0xd800 && codePoint <= 0xdfff ? 'surrogate' : codePoint < 0xa0 ? 'control' : 'bidi';
    replaced.push({ at: { row, column: out.length }, codePoint, kind });
    if (kind !== 'bidi') out += '\ufffd';
  }
  return out;
}

function commonIndent(rows: readonly (readonly string[])[]): number {
  let indent = rows.at(-1)?.length ?? 0;
  for (const row of rows) {
    if (row.length === 0) continue;
    let blank = 0;
    while (blank < indent && row[blank] === ' ') blank++;
    indent = Math.min(indent, blank);
  }
  return indent;
}
