import type { Findings } from '../findings.ts';
import type { Candidate } from './labels.ts';
import type { Rect, TextRun } from '../model.ts';

/**
 * Tells whether a box stands between some words and a line above or below them: the words are said of the box, or of nothing.
 *
 *     │ Gateway │ :8080         │ Synth ├──► Citation
 *     └────┬────┘               └───────┘
 *          └──────┐             takes two seconds
 */
export function pastBoxes({
  territory,
  structure,
}: Findings): (runs: readonly TextRun[], candidate: Pick<Candidate, 'cell' | 'placement'>) => boolean {
  // long words have many lines above them, in one row or two
  const known = new Map<TextRun, Map<number, boolean>>();
  return (runs, { cell, placement }) => {
    if (placement !== 'above' && placement !== 'below') return false;
    const run = (placement === 'above' ? runs.at(-1) : runs[0]) as TextRun;
    if (isBehindWall(run, cell.row)) return true;
    // words that stand centred at the line may well reach below the boxes beside it
    const middle = run.column + (run.width - 1) / 2;
    if (Math.abs(cell.column - middle) <= 1 && !isBetween(run, cell.column, cell.row)) return false;
    const rows = known.get(run) ?? new Map<number, boolean>();
    const between = rows.get(cell.row) ?? isAnyBetween(run, cell.row);
    known.set(run, rows.set(cell.row, between));
    return between;
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

  function rectsAt(row: number, column: number): Rect[] {
    return territory.bordersAt(row, column).flatMap((part) => structure.parts[part]?.rect ?? []);
  }
}
