import type { Findings } from '../findings.ts';
import type { Candidate } from './labels.ts';
import type { Rect, TextRun } from '../model.ts';
import { runsOver } from '../writing/run-at.ts';

/**
 * Tells whether a box or a name stands between some words and a line above or below them: the words are said of the box, or of nothing.
 *
 *     │ Gateway │ :8080         │ Synth ├──► Citation
 *     └────┬────┘               └───────┘
 *          └──────┐             takes two seconds
 */
export function pastBoxes({
  territory,
  structure,
  runs,
  words,
}: Findings): (runs: readonly TextRun[], candidate: Pick<Candidate, 'cell' | 'placement'>) => boolean {
  const isPastNames = once((run, lineRow) => areNamesBetween(run, lineRow));
  const isPastAny = once((run, lineRow) => isAnyBetween(run, lineRow));
  return (runs, { cell, placement }) => {
    if (placement !== 'above' && placement !== 'below') return false;
    const run = (placement === 'above' ? runs.at(-1) : runs[0]) as TextRun;
    if (isBehindWall(run, cell.row) || isPastNames(run, cell.row)) return true;
    // words that stand centred at the line may well reach below the boxes beside it
    const middle = run.column + (run.width - 1) / 2;
    if (Math.abs(cell.column - middle) <= 1 && !isBetween(run, cell.column, cell.row)) return false;
    return isPastAny(run, cell.row);
  };

  function isBehindWall({ row, column }: TextRun, lineRow: number): boolean {
    return [1, 2, 3].some((off) =>
      rectsAt(row, column - off).some(
        ({ top, bottom }) => top < row && bottom > row && (lineRow < top || lineRow > bottom),
      ),
    );
  }

  function isAnyBetween(run: TextRun, lineRow: number): boolean {
    for (let column = run.column; column < run.column + run.width; column++)
      if (isBetween(run, column, lineRow)) return true;
    return false;
  }

  function isBetween({ row }: TextRun, column: number, lineRow: number): boolean {
    const below = lineRow > row;
    return rectsAt(row + (below ? 1 : -1), column).some(({ top, bottom }) => (below ? top > row : bottom < row));
  }

  /** The row of names that a title stands over; the line is two rows away at most. */
  function areNamesBetween({ row, column, width }: TextRun, lineRow: number): boolean {
    const between = (row + lineRow) / 2;
    return runsOver(runs, between, column, column + width - 1).some((one) => words.wordsOf(one) !== null);
  }

  function rectsAt(row: number, column: number): Rect[] {
    return territory.bordersAt(row, column).flatMap((part) => structure.parts[part]?.rect ?? []);
  }
}

/** Long words have many lines above them, in one row or two: each row is looked at once. */
function once(look: (run: TextRun, row: number) => boolean): (run: TextRun, row: number) => boolean {
  const known = new Map<TextRun, Map<number, boolean>>();
  return (run, row) => {
    const rows = known.get(run) ?? new Map<number, boolean>();
    const found = rows.get(row) ?? look(run, row);
    known.set(run, rows.set(row, found));
    return found;
  };
}
