import { HORIZONTAL, LEFT, RIGHT, VERTICAL } from './glyphs.ts';
import { ink, isWord, type Rows } from './ink-cells.ts';
import type { InkCell } from '../model.ts';

const upright = /[|+│┃║├┤┼┬┴┌┐└┘╭╮╰╯╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋┆┊╎:'`.,/\\^vV▼▲↓↑▽△*]/u;

/** A head that a line has right behind it: it may stand in a wall. */
const headOfLine = /^(?:[-=]>|.<[-=])/u;

/** Rows of a lifeline before its first message, and after its last. */
const LONGEST_WAIT = 6;

/** Draws the `|`, `:` and `!` that go on above, below or beside. */
export function drawUprights(lines: readonly string[], cells: Rows): void {
  // the last row of the column of signs between words that was found in each column
  const writtenTo = new Map<number, number>();
  const isLevel = (row: number, ...columns: number[]) =>
    columns.every((column) => cells[row]?.[column]?.arms === HORIZONTAL);
  lines.forEach((line, row) => {
    const above = lines[row - 1] ?? '';
    const below = lines[row + 1] ?? '';
    const drifted = hasBarForEachPlus(line, above) || hasBarForEachPlus(line, below);
    // nothing but lifelines that go on, also right below words written over one
    const bare = /^\s*\|(?:\s+\|)+\s*$/u.test(line);
    for (const match of line.matchAll(/[|:!]/gu)) {
      const column = match.index;
      const bar = match[0];
      if (isLevel(row - 1, column - 1, column + 1)) {
        const end = endOfSigns(row, column, bar, drifted);
        if (isLevel(end, column - 1, column + 1)) writtenTo.set(column, end);
      }
      if (row < (writtenTo.get(column) ?? 0)) continue;
      const touches = (near: string, inks: readonly (InkCell | null)[] | undefined) =>
        upright.test(near[column] ?? ' ') ||
        ((inks?.[column]?.arms ?? 0) & HORIZONTAL) !== 0 ||
        headOfLine.test(` ${near}  `.slice(column, column + 3));
      const up = touches(above, cells[row - 1]);
      const down = touches(below, cells[row + 1]);
      const beside =
        ((cells[row]?.[column - 1]?.arms ?? 0) & RIGHT) !== 0 || ((cells[row]?.[column + 1]?.arms ?? 0) & LEFT) !== 0;
      if (bar === '|') {
        const framed = isWord(line[column - 1]) && isWord(line[column + 1]);
        const shifted = () =>
          /[|+]/u.test(
            above.slice(Math.max(0, column - 4), column + 5) + below.slice(Math.max(0, column - 4), column + 5),
          );
        const closes =
          column === line.length - 1 &&
          (/^\s*\|[^|]*\|$/u.test(line) || (line[column - 1] === ' ' && /^\s*\|/u.test(line)));
        if (!(up || down || beside || closes || drifted || bare || (!framed && shifted()))) continue;
      } else if ([line[column - 1], line[column + 1]].some((near) => isWord(near) || near === bar)) continue;
      else if (!(up && down) && !(bar === ':' && endsLifeline(lines, row, column))) continue;
      const drawn = cells[row];
      if (drawn) drawn[column] = ink(bar, VERTICAL, null, false, bar === '|' ? 'light' : 'dashed');
    }
  });

  /** The row below a column of signs between words that begins right below an edge; the row itself where it is none. */
  function endOfSigns(row: number, column: number, bar: string, drifted: boolean): number {
    let end = row;
    while (lines[end]?.[column] === bar && isBetweenWords(lines[end] ?? '', column)) end++;
    const flat = [row - 1, end].filter((at) => isLevel(at, column)).length;
    // a line may leave the box at one of its edges there
    if (bar !== '|') return flat > 0 ? end : row;
    // in one row: `NFL | NBA | MLB`, `tree|sitter`
    const around = (lines[row] ?? '').slice(column - 2, column + 2);
    const isSign = !drifted && end === row + 1 && /\S \| |[\p{L}\p{N}]\|[\p{L}\p{N}]/u.test(around);
    return flat > 1 && isSign ? end : row;
  }
}

/**
 * Words stand before a sign and right behind it: with the edges of their box above and below them it is one of them.
 *
 *     +---------------+     +------------------------+
 *     | id   : number |     | jobs := make(chan int) |
 *     | name : string |     +------------------------+
 *     +---------------+
 */
function isBetweenWords(line: string, column: number): boolean {
  const before = line.slice(0, column).trimEnd().slice(-1);
  return /[^|│┃║:!]/u.test(before) && /^ ?[^\s|│┃║:!]/u.test(line.slice(column + 1, column + 3));
}

/** The first or last of a column of colons, at one of which a message begins or ends: `:---- GET --->:`. */
function endsLifeline(lines: readonly string[], row: number, column: number): boolean {
  const isColon = (at: number) => lines[at]?.[column] === ':';
  const step = isColon(row + 1) ? 1 : -1;
  for (let at = row; isColon(at) && Math.abs(at - row) <= LONGEST_WAIT; at += step)
    if (/[-.=~<>]/u.test(`${lines[at]?.[column - 1] ?? ' '}${lines[at]?.[column + 1] ?? ' '}`)) return at !== row;
  return false;
}

/** Between the edges of several boxes there is one bar for each corner, however far the words have pushed them. */
function hasBarForEachPlus(line: string, edges: string): boolean {
  const bars = line.split('|').length;
  return bars > 4 && /^[\s+\-=vV^]+$/u.test(edges) && edges.split('+').length === bars;
}
