import type { Ink, TextRun } from './model.ts';

/**
 * Gathers writing: neighbours on a row that do not draw, words joined by one blank. Two blanks or a line part two runs.
 * Returns the runs of each row from left to right.
 */
export function findText(ink: Ink): readonly (readonly TextRun[])[] {
  return ink.grid.cells.map((cells, row) => {
    const drawn = ink.cells[row] ?? [];
    const runs: TextRun[] = [];
    let column = 0;
    while (column < cells.length) {
      if (cells[column] === ' ' || drawn[column]) {
        column++;
        continue;
      }
      const start = column;
      while (isWritten(column) || (cells[column] === ' ' && isWritten(column + 1) && !partsBrackets(column))) column++;
      runs.push({ text: cells.slice(start, column).join(''), row, column: start, width: column - start });
    }
    return runs;

    /** `[Postgres] [Redis]` are two boxes of brackets. */
    function partsBrackets(at: number): boolean {
      return cells[at - 1] === ']' && cells[at + 1] === '[';
    }

    function isWritten(at: number): boolean {
      return at < cells.length && cells[at] !== ' ' && !drawn[at];
    }
  });
}
