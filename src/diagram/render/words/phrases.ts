import type { Box, TextLine } from '../../model.ts';
import { isHead, rowsOf } from '../picture/block.ts';
import { cellsByColumn, type Cell } from '../picture/list.ts';

/**
 * The lines of a box as phrases to be read: a point or a qualifier that is wrapped in the drawing is one phrase again, and two
 * columns are told one after the other.
 *
 *     │ (Flink/         │
 *     │  Storm)         │   (Flink/Storm)
 *     │ - Optimized for │   Optimized for fast reads
 *     │   fast reads    │
 *
 * A table is read along its rows, cell by cell.
 */
export function phrasesOf(box: Box, lines: readonly TextLine[]): readonly string[] {
  const rows = rowsOf(lines);
  if (box.shape === 'table') return rows.map((row) => row.lines.map(({ text }) => text).join(', '));
  const qualifier = lines.filter(({ role }) => role === 'qualifier').map(({ text }) => text);
  const cells = cellsByColumn(rows.filter((row) => !isHead(row)));
  const title = lines.filter(({ role }) => role === 'title').map(({ text }) => text);
  return [...title, ...(qualifier.length > 0 ? [joined(qualifier)] : []), ...phrasesIn(cells, roomIn(box))];
}

/** Lines as one line: a blank between two, but none behind a stroke that ends a line (`FCM/` and `APNS`). */
export function joined(lines: readonly string[]): string {
  return lines
    .join(' ')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\S\/) /gu, '')
    .trim();
}

const bullet = /^[-–—*•·◦▪▫‣○●▸►]\s+/u;
const number = /^(?:\d+|[a-z])[.)]\s/u;
/** `Topic: orders` says something of its own. */
const label = /^\S+:(?:\s|$)/u;

function phrasesIn(columns: readonly (readonly Cell[])[], room: number): readonly string[] {
  return columns.flatMap((cells) => {
    const phrases: string[][] = [];
    let first: Cell | undefined;
    for (const [index, cell] of cells.entries()) {
      const above = cells[index - 1];
      const words = cell.text.replace(bullet, '');
      const last = phrases.at(-1);
      const goesOn = first && above && continues(cell, { first, above, room });
      if (last && (goesOn || last.at(-1)?.endsWith(':'))) last.push(words);
      else phrases.push([words]);
      if (!goesOn) first = cell;
    }
    return phrases.map((lines) => (lines.length > 1 ? joined(lines) : lines.join('')));
  });
}

interface Before {
  /** The line that begins the phrase. */
  readonly first: Cell;
  readonly above: Cell;
  readonly room: number;
}

/** What hangs below a point goes on. Without points a line does that begins small, or whose first word had no room above. */
function continues({ text, at, row, apart }: Cell, { first, above, room }: Before): boolean {
  if (apart || isPoint(text) || label.test(text) || row > above.row + 1 || above.text.endsWith(':')) return false;
  if (above.text.endsWith('/')) return true;
  if (isPoint(first.text)) return at > first.at && at <= first.at + 4;
  const [word = ''] = text.split(' ');
  return /^[\p{Ll}+&]/u.test(text) || (room <= narrow && above.text.length + 1 + word.length >= room);
}

/** Only narrow boxes make an author wrap; in a wide one each line says something of its own. */
const narrow = 24;

function isPoint(text: string): boolean {
  return bullet.test(text) || number.test(text);
}

/** Columns between the walls, less a blank at either side. */
function roomIn({ rect }: Box): number {
  return rect.right - rect.left - 3;
}
