import type { TextLine } from '../../model.ts';
import { columnsOf } from '../../grid/width.ts';
import { leastOf } from './extremes.ts';
import { textStyles, textWidth, type TextStyle } from './metrics.ts';

/** Words of a line that are set in one go; `x` counts from the left edge of the block. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly className: string;
  readonly style: TextStyle;
}

/** What stands on one row of the drawing. */
export interface Row {
  readonly at: number;
  readonly role: TextLine['role'];
  readonly lines: readonly TextLine[];
}

/** A row of a list as it is set. */
export interface ListLine {
  readonly runs: readonly Run[];
  /** Where the rules that stand for hyphens begin. */
  readonly bullets: readonly number[];
}

const bulletWidth = 11;
const columnGap = 18;
/** What a column of the drawing is at least between two columns of a list. */
const columnStep = 8;
/** What one column of indent in the drawing is in the list. */
const indentStep = 5;

/** Sets the rows below the head: cells of each column, bullets and indents. */
export function setList(rows: readonly Row[]): ReadonlyMap<Row, ListLine> {
  const starts = columnStarts(rows);
  const split = rows.map((row) => ({ row, cells: cellsOf(row, starts) }));
  const placed = new Map<Row, ListLine>(rows.map((row) => [row, { runs: [], bullets: [] }]));
  let left = 0;
  for (let column = 0; column <= starts.length; column++) {
    const cells = split.flatMap(({ row, cells }) =>
      cells.filter((cell) => cell.column === column).map((cell) => ({ row, cell })),
    );
    const inColumn = setColumn(cells.map(({ cell }) => cell));
    let width = 0;
    for (const [index, { row, cell }] of cells.entries()) {
      const set = inColumn[index];
      const before = placed.get(row);
      if (!set || !before) continue;
      const last = cell.apart ? before.runs.at(-1) : undefined;
      const start = last ? last.x + Math.ceil(textWidth(last.text, last.style)) + columnGap : left;
      placed.set(row, {
        runs: [...before.runs, { ...set.run, x: start + set.run.x }],
        bullets: set.bullet === null ? before.bullets : [...before.bullets, start + set.bullet],
      });
      width = Math.max(width, start - left + set.run.x + textWidth(set.run.text, set.run.style));
    }
    const inDrawing = (starts[column] ?? 0) - (starts[column - 1] ?? leastOf(cells.map(({ cell }) => cell.at)));
    left += Math.max(Math.ceil(width) + columnGap, Math.min(inDrawing, 40) * columnStep);
  }
  return placed;
}

/** The same rows for reading: the cells of each column from top to bottom, the columns from left to right. */
export function cellsByColumn(rows: readonly Row[]): readonly (readonly Cell[])[] {
  const starts = columnStarts(rows);
  const cells = rows.flatMap((row) => cellsOf(row, starts));
  return [...starts, null].map((_, column) => cells.filter((cell) => cell.column === column));
}

/** Where second and further columns begin: places after a wide gap that at least two rows share, give or take one. */
function columnStarts(rows: readonly Row[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const row of rows) for (const { at } of partsOf(row).slice(1)) counts.set(at, (counts.get(at) ?? 0) + 1);
  return [...counts.keys()]
    .filter((start) => [-1, 0, 1].reduce((sum, off) => sum + (counts.get(start + off) ?? 0), 0) > 1)
    .sort((a, b) => a - b)
    .filter((start, index, all) => index === 0 || start - (all[index - 1] ?? 0) > 1);
}

/** What stands in one column of a row. */
export interface Cell {
  readonly text: string;
  /** Where it begins in the drawing. */
  readonly at: number;
  readonly row: number;
  readonly column: number;
  /** It stands apart from other words of the row in the same column, which no other row shares. */
  readonly apart: boolean;
}

/** So many blanks part words that say something of their own. */
const apartBlanks = 3;

function cellsOf(row: Row, starts: readonly number[]): readonly Cell[] {
  const cells: Cell[] = [];
  for (const part of partsOf(row)) {
    const column = starts.filter((start) => start <= part.at + 1).length;
    const last = cells.at(-1);
    const inside = last?.column === column;
    const apart = inside && part.at - last.at - columnsOf(last.text) >= apartBlanks;
    if (inside && !apart) cells[cells.length - 1] = { ...last, text: `${last.text} ${part.text}` };
    else cells.push({ ...part, row: row.at, column, apart });
  }
  return cells;
}

function partsOf({ lines }: Row): readonly { readonly text: string; readonly at: number }[] {
  return lines.flatMap((line) =>
    [...line.text.matchAll(/\S+(?:\s\S+)*/gu)].map((match) => ({
      text: match[0],
      at: line.column + columnsOf(line.text.slice(0, match.index)),
    })),
  );
}

const bulletSign = /^[-–—*•·◦▪▫‣○●▸►]\s+/u;
const numberSign = /^(?:\d+|[a-z])[.)]\s/u;

interface SetCell {
  readonly run: Run;
  readonly bullet: number | null;
}

/** Indents count only where there is a list: otherwise they come from centring, and the lines stand flush left. */
function setColumn(cells: readonly Cell[]): readonly SetCell[] {
  const points = cells.filter(({ text }) => bulletSign.test(text) || numberSign.test(text));
  const base = leastOf(points.map(({ at }) => at));
  let point: { readonly at: number; readonly textX: number } | null = null;
  return cells.map(({ text, at, apart }): SetCell => {
    const indent = points.length === 0 || apart ? 0 : Math.max(0, at - base) * indentStep;
    const words = text.replace(bulletSign, '');
    const bulleted = words !== text;
    const hangs = point !== null && at > point.at && at <= point.at + 4;
    const x: number = bulleted ? indent + bulletWidth : hangs && !numberSign.test(text) && point ? point.textX : indent;
    if (bulleted) point = { at, textX: x };
    else if (numberSign.test(text)) point = { at, textX: x + 15 };
    const heading = /:$/u.test(words) && !bulleted;
    return {
      run: { text: words, x, className: heading ? 'd-qual' : 'd-item', style: textStyles.item },
      bullet: bulleted ? indent : null,
    };
  });
}
