import { isBracketed } from './parentheses.ts';
import { cutsAt, isOver, piecesOf } from './cuts.ts';
import { DOWN, UP } from '../ink/glyphs.ts';
import { textOf } from '../geometry/cells.ts';
import { cutAtLegs } from './legs.ts';
import type { Ink, TextRun } from '../model.ts';
import type { Territory } from '../lines/territory.ts';

type Row = Ink['cells'][number];

/**
 * Gathers writing: neighbours on a row that do not draw, words joined by one blank. Two blanks or a line part two runs.
 * Returns the runs of each row from left to right.
 */
export function findText(ink: Ink, { claimOf }: Pick<Territory, 'claimOf'>): readonly (readonly TextRun[])[] {
  // rows of which some names are parted by one blank
  const parted = new Set<number>();
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
      while (
        isWritten(column) ||
        (cells[column] === ' ' && isWritten(column + 1) && !partsBrackets(column) && !entersBox(column))
      )
        column++;
      const run = { text: textOf(ink.grid, row, start, column), row, column: start, width: column - start };
      const [above = [], below = []] = [ink.cells[row - 1], ink.cells[row + 1]];
      for (const piece of cutAtOwnLines(run, above, below))
        for (const part of cutAtLines(piece, above, below)) {
          const names = cutAtLegs(part, ink, claimOf, (from) => parted.has(from));
          if (names.length > 1) parted.add(row);
          for (const name of names) runs.push(name);
        }
    }
    return runs;

    /** `[Postgres] [Redis]` are two boxes of brackets. */
    function partsBrackets(at: number): boolean {
      return cells[at - 1] === ']' && cells[at + 1] === '[';
    }

    /** The words before a box whose wall is missing are none of its words. */
    function entersBox(at: number): boolean {
      return claimOf(row, at) === 'free' && claimOf(row, at + 1) === 'inside';
    }

    function isWritten(at: number): boolean {
      return at < cells.length && cells[at] !== ' ' && !drawn[at];
    }
  });
}

/**
 * Three words or more that one blank parts are as many runs, where each has a line of its own right above or below it, a
 * column aside at most.
 *
 *        ▼       ▼       ▼
 *     Sample1 Sample2 Sample3
 */
function cutAtOwnLines(run: TextRun, above: Row, below: Row): readonly TextRun[] {
  const words = piecesOf(
    run,
    [...run.text.matchAll(/\S+/gu)].map(({ index }) => index),
  );
  if (words.length < 3 || run.text.length !== run.width) return [run];
  const haveOwn = (near: Row, leads: (cell: Row[number]) => boolean) => {
    const lines: number[] = [];
    for (let at = run.column - 1; at <= run.column + run.width; at++) if (leads(near[at] ?? null)) lines.push(at);
    return words.length === lines.length && words.every((word, k) => isOver(word, lines[k] ?? -Infinity));
  };
  const isLed =
    haveOwn(above, (cell) => cell?.head === 'down' || ((cell?.arms ?? 0) & DOWN) !== 0) ||
    haveOwn(below, takesFromAbove);
  return isLed ? words : [run];
}

/**
 * Words that interrupt several uprights are as many labels. A blank between each two uprights parts them: either the one
 * that sets the pieces best round their lines, or the one that lets each begin at its line. A bracket stays with its word.
 *
 *        │        │
 *     NO (stay) YES (go)
 *        │        ▼
 */
function cutAtLines(run: TextRun, above: Row, below: Row): readonly TextRun[] {
  const lines: number[] = [];
  for (let off = 0; off < run.width; off++)
    if (((above[run.column + off]?.arms ?? 0) & DOWN) !== 0 && takesFromAbove(below[run.column + off])) lines.push(off);
  if (lines.length < 2 || run.text.length !== run.width || isBracketed(run)) return [run];
  const round = cutsAt(run, lines, (line, next) => (line + next) / 2);
  const behind = cutsAt(run, lines, (_, next) => next - 1);
  if (!round || !behind) return [run];
  const misfit = (starts: readonly number[], at: (start: number, end: number) => number) =>
    starts.reduce((sum, start, k) => sum + Math.abs(at(start, starts[k + 1] ?? run.width + 1) - (lines[k] ?? 0)), 0);
  const best =
    misfit(round, (start, end) => (start + end - 2) / 2) <= misfit(behind, (start) => start) ? round : behind;
  return piecesOf(run, best);
}

function takesFromAbove(cell: Row[number] | undefined): boolean {
  return !!cell && ((cell.arms & UP) !== 0 || cell.head === 'down');
}
