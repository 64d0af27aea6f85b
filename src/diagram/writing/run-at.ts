import type { TextRun } from '../model.ts';
import { firstFrom } from '../geometry/sorted.ts';

/** The runs of all rows; those of one row stand from left to right. */
type Runs = readonly (readonly TextRun[])[];

/** The run that lies over a cell. */
export function runAt(runs: Runs, row: number, column: number): TextRun | null {
  const inRow = runs[row];
  if (!inRow || inRow.length === 0) return null;
  const run = inRow[firstEndingAfter(inRow, column)];
  return run && run.column <= column ? run : null;
}

/** The runs that lie over some of the columns of a row, both included. */
export function runsOver(runs: Runs, row: number, from: number, to: number): readonly TextRun[] {
  const inRow = runs[row] ?? [];
  const found: TextRun[] = [];
  for (let k = firstEndingAfter(inRow, from); (inRow[k]?.column ?? Infinity) <= to; k++) {
    const run = inRow[k];
    if (run) found.push(run);
  }
  return found;
}

/** The place of a run among those of its row. */
export function placeInRow(runs: Runs, { row, column }: TextRun): number {
  return firstEndingAfter(runs[row] ?? [], column);
}

function firstEndingAfter(inRow: readonly TextRun[], from: number): number {
  return firstFrom(inRow, ({ column, width }) => column + width > from);
}
