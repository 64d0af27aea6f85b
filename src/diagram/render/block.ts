import type { TextLine } from '../model.ts';
import { columnsOf } from '../width.ts';
import { textStyles, textWidth, type TextStyle } from './metrics.ts';

/** Words of a line that are set in one go; `x` counts from the left edge of the block. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly className: string;
  readonly style: TextStyle;
}

export interface BlockLine {
  readonly runs: readonly Run[];
  /** Where the rules that stand for hyphens begin. */
  readonly bullets: readonly number[];
  readonly height: number;
  /** Space above it. */
  readonly gap: number;
  /** An arrow leads to it from the line above. */
  readonly step: boolean;
}

/** The writing of a box as it is set: the hierarchy of title, qualifier and list, in px. */
export interface Block {
  readonly lines: readonly BlockLine[];
  readonly width: number;
  readonly height: number;
  /** Height of the title and the qualifier that begin it: the icon stands level with them. */
  readonly head: number;
}

const gapBeforeList = 7;
const gapOfStep = 22;
const bulletWidth = 11;
const columnGap = 18;
/** What one column of indent in the drawing is in the list. */
const indentStep = 5;

/**
 * Sets the lines of a box. Two columns in the drawing stay two columns, a nested list stays nested. `steps` are the rows in
 * which an arrow joins the line above to the line below.
 */
export function blockOf(lines: readonly TextLine[], steps: readonly number[] = []): Block {
  const heads = lines.filter(isHead);
  const caps = isCapitals(heads.filter(({ role }) => role === 'title'));
  const list = setList(lines.filter((line) => !isHead(line)));
  const set = lines.map((line, index): BlockLine => {
    const body = list.get(line);
    const before = lines[index - 1];
    const step = before !== undefined && steps.some((row) => row > before.row && row < line.row);
    const gap = step ? gapOfStep : gapBetween(before, line);
    if (body) return { ...body, height: 19, gap, step };
    return { runs: [headRun(line, caps)], bullets: [], height: line.role === 'title' ? 20 : 18, gap, step };
  });
  const firstOfList = lines.findIndex((line) => !isHead(line));
  return {
    lines: set,
    width: Math.max(0, ...set.flatMap(({ runs }) => runs.map((run) => run.x + textWidth(run.text, run.style)))),
    height: heightOf(set),
    head: heightOf(firstOfList === -1 ? set : set.slice(0, firstOfList)),
  };
}

function heightOf(lines: readonly BlockLine[]): number {
  return lines.reduce((sum, { height, gap }) => sum + height + gap, 0);
}

function isHead({ role }: TextLine): boolean {
  return role === 'title' || role === 'qualifier';
}

function headRun({ role, text }: TextLine, caps: boolean): Run {
  if (role === 'qualifier') return { text, x: 0, className: 'd-qual', style: textStyles.qualifier };
  return { text, x: 0, className: caps ? 'd-title d-caps' : 'd-title', style: caps ? textStyles.caps : textStyles.title };
}

/** Capitals throughout, with a word that is no mere abbreviation. */
function isCapitals(titles: readonly TextLine[]): boolean {
  const text = titles.map((line) => line.text).join(' ');
  return !/\p{Ll}/u.test(text) && text.split(/\s+/).some((word) => (word.match(/\p{Lu}/gu)?.length ?? 0) >= 5);
}

function gapBetween(before: TextLine | undefined, line: TextLine): number {
  if (!before || isHead(line)) return before && isHead(line) && !isHead(before) ? gapBeforeList : 0;
  return isHead(before) || line.row > before.row + 1 ? gapBeforeList : 0;
}

interface Cell {
  readonly text: string;
  /** Where it begins in the drawing. */
  readonly at: number;
  readonly column: number;
}

type ListLine = Pick<BlockLine, 'runs' | 'bullets'>;

/** Sets the lines below the head: cells of each column, bullets and indents. */
function setList(lines: readonly TextLine[]): ReadonlyMap<TextLine, ListLine> {
  const starts = columnStarts(lines);
  const rows = lines.map((line) => ({ line, cells: cellsOf(line, starts) }));
  const placed = new Map<TextLine, ListLine>(lines.map((line) => [line, { runs: [], bullets: [] }]));
  let left = 0;
  for (let column = 0; column <= starts.length; column++) {
    const cells = rows.flatMap(({ line, cells }) => cells.filter((cell) => cell.column === column).map((cell) => ({ line, cell })));
    const inColumn = setColumn(cells.map(({ cell }) => cell));
    let width = 0;
    for (const [index, { line }] of cells.entries()) {
      const set = inColumn[index];
      const before = placed.get(line);
      if (!set || !before) continue;
      const run: Run = { ...set.run, x: left + set.run.x };
      placed.set(line, {
        runs: [...before.runs, run],
        bullets: set.bullet === null ? before.bullets : [...before.bullets, left + set.bullet],
      });
      width = Math.max(width, set.run.x + textWidth(run.text, run.style));
    }
    left += width + columnGap;
  }
  return placed;
}

/** Where second and further columns begin: places after a wide gap that at least two lines share, give or take one. */
function columnStarts(lines: readonly TextLine[]): readonly number[] {
  const starts = lines.flatMap((line) => partsOf(line).slice(1).map(({ at }) => at));
  const shared = starts.filter((start) => starts.filter((other) => Math.abs(other - start) <= 1).length > 1);
  return [...new Set(shared)].sort((a, b) => a - b).filter((start, index, all) => index === 0 || start - (all[index - 1] ?? 0) > 1);
}

function cellsOf(line: TextLine, starts: readonly number[]): readonly Cell[] {
  const cells: Cell[] = [];
  for (const part of partsOf(line)) {
    const column = starts.filter((start) => start <= part.at + 1).length;
    const last = cells.at(-1);
    if (last?.column === column) cells[cells.length - 1] = { ...last, text: `${last.text} ${part.text}` };
    else cells.push({ ...part, column });
  }
  return cells;
}

function partsOf(line: TextLine): readonly { readonly text: string; readonly at: number }[] {
  return [...line.text.matchAll(/\S+(?:\s\S+)*/gu)].map((match) => ({
    text: match[0],
    at: line.column + columnsOf(line.text.slice(0, match.index)),
  }));
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
  const base = Math.min(...points.map(({ at }) => at));
  let point: { readonly at: number; readonly textX: number } | null = null;
  return cells.map(({ text, at }): SetCell => {
    const indent = points.length === 0 ? 0 : Math.max(0, at - base) * indentStep;
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
