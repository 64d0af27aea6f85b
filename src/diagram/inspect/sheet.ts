import type { Grid, Point, Rect, Span } from '../model.ts';
import { placeOf } from '../geometry/places.ts';

/** What a stage says: a mark for cells, and lines of text. */
export interface View {
  readonly marks: Marks;
  readonly values: readonly string[];
}

/** Marks over a grid, each one column wide. */
export interface Marks {
  /** What a cell without a mark shows: what is drawn there, or nothing. */
  readonly unmarked: 'drawn' | 'blank';
  readonly rows: readonly (readonly (string | undefined)[] | undefined)[];
}

/** An empty sheet to set marks on; a later mark covers an earlier one. */
export function openMarks(unmarked: Marks['unmarked']): Marks & {
  readonly set: (row: number, column: number, mark: string) => void;
} {
  const rows: (string | undefined)[][] = [];
  return {
    unmarked,
    rows,
    set(row, column, mark) {
      (rows[row] ??= [])[column] = mark;
    },
  };
}

/**
 * The drawing with its rulers:
 *
 *              10
 *      123456789012
 *     1┌──────────┐
 */
export function sheetOf(grid: Grid, { rows, unmarked }: Marks): readonly string[] {
  const height = Math.max(grid.height, rows.length);
  const width = rows.reduce((most, row) => Math.max(most, row?.length ?? 0), grid.width);
  const gutter = String(height).length;
  const lines: string[] = [];
  for (let row = 0; row < height; row++) {
    const line = lineOf(grid.cells[row] ?? [], rows[row] ?? [], unmarked);
    lines.push(`${String(row + 1).padStart(gutter)} ${line}`.trimEnd());
  }
  const ruler = rulerOf(width, grid.indent).map((line) => `${' '.repeat(gutter)} ${line}`.trimEnd());
  return width === 0 ? ['(nothing)'] : [...ruler, ...lines];
}

function lineOf(cells: readonly string[], marks: readonly (string | undefined)[], unmarked: Marks['unmarked']): string {
  const line: string[] = [];
  for (let column = 0; column < Math.max(cells.length, marks.length); column++) {
    const cell = unmarked === 'drawn' ? (cells[column] ?? ' ') : ' ';
    const wide = unmarked === 'drawn' && cells[column + 1] === '';
    if (marks[column] !== undefined) line.push(marks[column] ?? '');
    // half of a wide letter beside a mark would move the row
    else if (wide && marks[column + 1] !== undefined) line.push(' ');
    else if (cell === '' && marks[column - 1] !== undefined) line.push(' ');
    else line.push(cell);
  }
  return line.join('');
}

/** Tens end at their column; below them the last digit of every column. */
function rulerOf(width: number, indent: number): readonly [string, string] {
  let tens = '';
  let ones = '';
  for (let column = indent + 1; column <= indent + width; column++) {
    ones += String(column % 10);
    if (column % 10 === 0) tens = tens.padEnd(column - indent - String(column).length) + String(column);
  }
  return [tens, ones];
}

const numerals = '123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The mark of the n-th thing of a stage, from 0; where there are many they come round again. */
export function markOf(index: number): string {
  return numerals[index % numerals.length] ?? '';
}

/** The border cells of a rectangle. */
export function* borderOf({ top, left, bottom, right }: Rect): Iterable<Point> {
  for (let column = left; column <= right; column++) yield { row: top, column };
  for (let row = top + 1; row < bottom; row++) {
    yield { row, column: left };
    yield { row, column: right };
  }
  for (let column = left; column <= right; column++) yield { row: bottom, column };
}

/** `3:14` */
export function at(grid: Grid, point: Point): string {
  const { line, column } = placeOf(grid, point);
  return `${line}:${column}`;
}

/** `3:14-20`, both ends in it. */
export function along(grid: Grid, { row, column, end }: Span): string {
  const last = placeOf(grid, { row, column: end - 1 }).column;
  return `${at(grid, { row, column })}${end - column > 1 ? `-${last}` : ''}`;
}

/** `1:1 to 3:12`, its corners. */
export function within(grid: Grid, { top, left, bottom, right }: Rect): string {
  return `${at(grid, { row: top, column: left })} to ${at(grid, { row: bottom, column: right })}`;
}

/** `2 frames`, `1 frame`. */
export function counted(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : thing.endsWith('x') ? 'es' : 's'}`;
}
