import type { Findings } from '../findings.ts';
import { VERTICAL, isUpright } from '../ink/glyphs.ts';
import type { Linework } from '../boxes/linework.ts';
import type { TextRun } from '../model.ts';

/** `1`, `*`, `0..n`, `0:1` */
const count = /^(?:\d+(?:\.\.|:))?[\d*nNmM]$/u;

/**
 * Joins free runs that two blanks part on a row, or more where the second is a remark: `/api  (bearer token)` is one piece
 * of writing. Two stay two where each has a line of its own beside, above or below it.
 */
export function joinSpaced(
  free: readonly TextRun[],
  { linework, territory, isRemarkAt }: Findings,
): readonly TextRun[] {
  const joined: TextRun[] = [];
  // the last of them has a line on its left, above or below
  let lined = false;
  for (const run of free) {
    const last = joined.at(-1);
    if (last && isSpaced(last, run) && !(lined && hasLine(run, 'right'))) {
      joined[joined.length - 1] = joinTwo(last, run);
      lined ||= isMet(run.row, last.column + last.width, run.column + run.width);
    } else {
      joined.push(run);
      lined = hasLine(run, 'left');
    }
  }
  return joined;

  function isSpaced(left: TextRun, right: TextRun): boolean {
    return (
      right.row === left.row &&
      (partedByTwoBlanks(left, right, linework) || isBeforeRemark(left, right)) &&
      territory.regionAt(left.row, left.column) === territory.regionAt(right.row, right.column)
    );
  }

  /** A label beside a line and its remark, or how many there are of both ends: nothing is drawn between. */
  function isBeforeRemark(left: TextRun, right: TextRun): boolean {
    const { row, column, width } = left;
    const isMore = isRemarkAt(right.row, right.column) || [left, right].every(({ text }) => count.test(text));
    if (!isMore || !hasLine(left, 'left')) return false;
    const between = linework.ink.cells[row]?.slice(column + width, right.column);
    return !between?.some((cell) => cell !== null);
  }

  /** An upright line stands beside the writing, or meets it from above or below. */
  function hasLine({ row, column, width }: TextRun, side: 'left' | 'right'): boolean {
    const near = side === 'left' ? [1, 2, 3].map((off) => column - off) : [0, 1, 2].map((off) => column + width + off);
    return near.some((at) => isLineUpright(row, at)) || isMet(row, column, column + width);
  }

  /** An upright line stands above or below some columns of a row. */
  function isMet(row: number, from: number, end: number): boolean {
    for (let column = from; column < end; column++)
      if (isLineUpright(row - 1, column) || isLineUpright(row + 1, column)) return true;
    return false;
  }

  function isLineUpright(row: number, column: number): boolean {
    const cell = linework.ink.cells[row]?.[column];
    return (
      !!cell && territory.claimOf(row, column) === 'free' && ((cell.arms & VERTICAL) !== 0 || isUpright(cell.head))
    );
  }
}

/** Two blanks, on which nothing is drawn, lie between two runs of a row. */
export function partedByTwoBlanks({ row, column, width }: TextRun, right: TextRun, { ink }: Linework): boolean {
  const end = column + width;
  return right.column === end + 2 && !ink.cells[row]?.[end] && !ink.cells[row]?.[end + 1];
}

/** Two runs of a row as one, with the blanks that part them. */
export function joinTwo(left: TextRun, right: TextRun): TextRun {
  const blanks = ' '.repeat(right.column - left.column - left.width);
  return {
    ...left,
    text: `${left.text}${blanks}${right.text}`,
    width: right.column + right.width - left.column,
  };
}
