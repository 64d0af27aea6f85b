import { DOWN, HORIZONTAL, RIGHT, UP, VERTICAL } from './glyphs.ts';
import { ink, type Rows } from './ink-cells.ts';

const falling = '\\╲';
const slanted = /[/\\╱╲]/gu;
const besideSlant = /[\s/\\╱╲|│]/u;
/** Columns from a single slant to the next words, at least. */
const FARTHEST_WORDS = 10;
const nothingElse = /^[\s/\\╱╲|│]*$/u;

/**
 * Draws the `/` and `\` that lead aside as they go down: two or more in a row with nothing beside them, or a single one
 * with lines only around it on its row, between things above and below. The words of a label may touch the next one: `(approve)/`.
 *
 *         root
 *        /    \
 *     left    right
 */
export function drawDiagonals(lines: readonly string[], cells: Rows): void {
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
        isAtCorner(row, column, aside, -1) ||
        isAtCorner(row, column, aside, 1);
      if (chained || (isAmongLines(line, column) && isNear(row + 1, column + aside) && isNear(row - 1, column - aside)))
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

  /** It goes on from a corner that nothing else leads to: `.---` over ` /`. */
  function isAtCorner(row: number, column: number, aside: number, step: 1 | -1): boolean {
    const corner = column + aside * step;
    const { arms } = cells[row + step]?.[corner] ?? { arms: 0 };
    return (arms & HORIZONTAL) !== 0 && (arms & (step === 1 ? UP : DOWN)) !== 0 && lines[row]?.[corner] === ' ';
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

/** No words stand near on the row. */
function isAmongLines(line: string, column: number): boolean {
  return nothingElse.test(line.slice(Math.max(0, column - FARTHEST_WORDS), column + FARTHEST_WORDS + 1));
}

/** No word stands right beside it, or beside another of its kind: `ws://`. */
function standsAlone(line: string, column: number): boolean {
  return [-1, 1].every((step) => {
    const next = column + (line[column + step] === line[column] ? 2 : 1) * step;
    return besideSlant.test(line[next] ?? ' ');
  });
}
