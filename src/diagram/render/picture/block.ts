import type { TextLine } from '../../model.ts';
import { mostOf } from './extremes.ts';
import { setList, type ListLine, type Row, type Run } from './list.ts';
import { textStyles, textWidth } from './metrics.ts';

/** A line of a block: its runs, and the space that it takes. */
export interface BlockLine extends ListLine {
  /** Where it stands in the drawing. */
  readonly row: number;
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

/**
 * Sets the lines of a box. Two columns in the drawing stay two columns, a nested list stays nested. `steps` are the rows in
 * which an arrow joins the line above to the line below.
 */
export function blockOf(lines: readonly TextLine[], steps: readonly number[] = []): Block {
  const rows = rowsOf(lines);
  const caps = isCapitals(lines.filter(({ role }) => role === 'title'));
  const list = setList(rows.filter((row) => !isHead(row)));
  const set = rows.map((row, index): BlockLine => {
    const body = list.get(row);
    const before = rows[index - 1];
    const step = before !== undefined && steps.some((at) => at > before.at && at < row.at);
    const gap = step ? gapOfStep : gapBetween(before, row);
    if (body) return { ...body, row: row.at, height: 19, gap, step };
    return { runs: [headRun(row, caps)], bullets: [], row: row.at, height: row.role === 'title' ? 20 : 18, gap, step };
  });
  const firstOfList = rows.findIndex((row) => !isHead(row));
  return {
    lines: set,
    width: mostOf(
      set.flatMap(({ runs }) => runs.map((run) => run.x + textWidth(run.text, run.style))),
      0,
    ),
    height: heightOf(set),
    head: heightOf(firstOfList === -1 ? set : set.slice(0, firstOfList)),
  };
}

/** Lines by the row on which they stand. */
export function rowsOf(lines: readonly TextLine[]): readonly Row[] {
  const rows: Row[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last?.at === line.row) rows[rows.length - 1] = { ...last, lines: [...last.lines, line] };
    else rows.push({ at: line.row, role: line.role, lines: [line] });
  }
  return rows;
}

function heightOf(lines: readonly BlockLine[]): number {
  return lines.reduce((sum, { height, gap }) => sum + height + gap, 0);
}

/** A row of the title or of the qualifier. */
export function isHead({ role }: Row): boolean {
  return role === 'title' || role === 'qualifier';
}

function headRun({ role, lines }: Row, caps: boolean): Run {
  const text = lines.map((line) => line.text).join('  ');
  if (role === 'qualifier') return { text, x: 0, className: 'd-qual', style: textStyles.qualifier };
  return {
    text,
    x: 0,
    className: caps ? 'd-title d-caps' : 'd-title',
    style: caps ? textStyles.caps : textStyles.title,
  };
}

/** Capitals throughout, with a word that is no mere abbreviation. */
function isCapitals(titles: readonly TextLine[]): boolean {
  const text = titles.map((line) => line.text).join(' ');
  return !/\p{Ll}/u.test(text) && text.split(/\s+/).some((word) => (word.match(/\p{Lu}/gu)?.length ?? 0) >= 5);
}

function gapBetween(before: Row | undefined, row: Row): number {
  // the head of a box is never below its list
  if (!before || isHead(row)) return 0;
  return isHead(before) || row.at > before.at + 1 ? gapBeforeList : 0;
}
