import { DOWN, RIGHT, UP, VERTICAL } from './glyphs.ts';
import { ink, type Rows } from './ink-cells.ts';

const falling = '\\╲';
const slanted = /[/\\╱╲]/gu;
const besideSlant = /[\s/\\╱╲|│]/u;
const nothingElse = /^[\s/\\╱╲|│]*$/u;

/**
 * Draws the `/` and `\` that lead aside as they go down: two or more in a row with nothing beside them, or a single one
 * on a row of lines only, between things above and below. The words of a label may touch the next one: `(approve)/`.
 *
 *         root
 *        /    \
 *     left    right
 */
export function drawDiagonals(lines: readonly string[], cells: Rows): void {
  const lone = lines.map((line) => nothingElse.test(line));
  const slants: (readonly [row: number, column: number, glyph: string])[] = [];
  lines.forEach((line, row) => {
    for (const { 0: glyph, index: column } of line.matchAll(slanted)) {
      if (cells[row]?.[column]) continue;
      const aside = falling.includes(glyph) ? 1 : -1;
      if (!standsAlone(line, column)) {
        if (isTouched(line, column) && isBetween(row, column, aside, glyph)) slants.push([row, column, glyph]);
        continue;
      }
      const chained =
        isSame(row + 1, column + aside, glyph) ||
        isSame(row - 1, column - aside, glyph) ||
        (aside === 1 && isHook(row + 1, column + 1)) ||
        isBelowCorner(row, column, aside) ||
        isBetweenTurns(row, column, aside);
      if (chained || (lone[row] && isNear(row + 1, column + aside) && isNear(row - 1, column - aside)))
        slants.push([row, column, glyph]);
    }
  });
  for (const [row, column, glyph] of slants) {
    const target = cells[row];
    if (target) target[column] = ink(glyph, VERTICAL);
  }

  function isSame(row: number, column: number, glyph: string): boolean {
    const line = lines[row] ?? '';
    return line[column] === glyph && standsAlone(line, column);
  }

  /** A piece of the same diagonal on one side, and something that it may lead to on the other. */
  function isBetween(row: number, column: number, aside: number, glyph: string): boolean {
    return (
      (isSame(row - 1, column - aside, glyph) && isNear(row + 1, column + aside)) ||
      (isSame(row + 1, column + aside, glyph) && isNear(row - 1, column - aside))
    );
  }

  /** Between a corner and the bar that it leads to: `.---` over `|/`. */
  function isBelowCorner(row: number, column: number, aside: number): boolean {
    const corner = cells[row - 1]?.[column - aside];
    const bar = cells[row]?.[column + aside];
    return !!corner && '.,'.includes(corner.glyph) && (corner.arms & DOWN) !== 0 && bar?.arms === VERTICAL;
  }

  /** Two turns of a line lead to it: `---.` above and `'---` below. */
  function isBetweenTurns(row: number, column: number, aside: number): boolean {
    const [above, below] = [cells[row - 1]?.[column - aside], cells[row + 1]?.[column + aside]];
    return ((above?.arms ?? 0) & DOWN) !== 0 && ((below?.arms ?? 0) & UP) !== 0;
  }

  /** The end of a hook in two steps: `\` and below it `\->`. */
  function isHook(row: number, column: number): boolean {
    const cell = cells[row]?.[column];
    return cell?.glyph === '\\' && cell.arms === (UP | RIGHT);
  }

  function isNear(row: number, column: number): boolean {
    return /\S/u.test((lines[row] ?? '').slice(Math.max(0, column - 1), column + 2));
  }
}

/** Words touch it on one side only. */
function isTouched(line: string, column: number): boolean {
  return besideSlant.test(line[column - 1] ?? ' ') !== besideSlant.test(line[column + 1] ?? ' ');
}

function standsAlone(line: string, column: number): boolean {
  return besideSlant.test(line[column - 1] ?? ' ') && besideSlant.test(line[column + 1] ?? ' ');
}
