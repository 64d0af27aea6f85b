import type { Findings } from './findings.ts';
import { VERTICAL } from './glyphs.ts';
import type { TextRun } from './model.ts';

/**
 * Joins free runs that two blanks part on a row: `/api  (bearer token)` is one piece of writing. Two stay two where each
 * has a line of its own beside, above or below it.
 */
export function joinSpaced(free: readonly TextRun[], { linework, territory }: Findings): readonly TextRun[] {
  const joined: TextRun[] = [];
  for (const run of free) {
    const last = joined.at(-1);
    if (last && isSpaced(last, run) && !(hasLine(last, 'left') && hasLine(run, 'right')))
      joined[joined.length - 1] = {
        ...last,
        text: `${last.text}  ${run.text}`,
        width: run.column + run.width - last.column,
      };
    else joined.push(run);
  }
  return joined;

  function isSpaced(left: TextRun, right: TextRun): boolean {
    return (
      left.row === right.row &&
      right.column - left.column - left.width === 2 &&
      !linework.ink.cells[left.row]?.[right.column - 1] &&
      !linework.ink.cells[left.row]?.[right.column - 2] &&
      territory.regionAt(left.row, left.column) === territory.regionAt(right.row, right.column)
    );
  }

  /** An upright line stands beside the writing, or meets it from above or below. */
  function hasLine({ row, column, width }: TextRun, side: 'left' | 'right'): boolean {
    const near = side === 'left' ? [1, 2, 3].map((off) => column - off) : [0, 1, 2].map((off) => column + width + off);
    return (
      near.some((at) => isUpright(row, at)) ||
      [row - 1, row + 1].some((other) =>
        Array.from({ length: width }, (_, off) => column + off).some((at) => isUpright(other, at)),
      )
    );
  }

  function isUpright(row: number, column: number): boolean {
    const cell = linework.ink.cells[row]?.[column];
    return (
      !!cell &&
      territory.claimOf(row, column) === 'free' &&
      ((cell.arms & VERTICAL) !== 0 || cell.head === 'up' || cell.head === 'down')
    );
  }
}
