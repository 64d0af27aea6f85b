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
      const run = { text: cells.slice(start, column).join(''), row, column: start, width: column - start };
      runs.push(...cutUnderHeads(run, ink.cells[row - 1] ?? []));
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

/**
 * Three words or more that one blank parts are as many runs, where each has a head of its own right above its middle.
 *
 *        ▼       ▼       ▼
 *     Sample1 Sample2 Sample3
 */
function cutUnderHeads(run: TextRun, above: Ink['cells'][number]): readonly TextRun[] {
  const heads = above
    .slice(run.column, run.column + run.width)
    .flatMap((cell, off) => (cell?.head === 'down' ? [off] : []));
  if (heads.length < 3 || !/^[\x20-\u02ff]*$/u.test(run.text)) return [run];
  const words = [...run.text.matchAll(/\S+/gu)].map(({ 0: text, index }) => ({ text, index }));
  const isOwn = (word: { readonly text: string; readonly index: number }, head = -9) =>
    Math.abs(word.index + (word.text.length - 1) / 2 - head) <= 2;
  if (words.length !== heads.length || !words.every((word, k) => isOwn(word, heads[k]))) return [run];
  return words.map(({ text, index }) => ({ text, row: run.row, column: run.column + index, width: text.length }));
}
