import { aroundOf } from './around.ts';
import { ink, type Rows } from './ink-cells.ts';
import { plusesOf } from './pluses.ts';
import { roundCornerArms } from './round-corners.ts';
import type { InkCell } from '../model.ts';

/** Draws the `+` and the `.`, `,`, `'`, `` ` ``, `:`, `/`, `\\` that turn a line. All look at what was drawn before any of them. */
export function drawCorners(lines: readonly string[], cells: Rows): void {
  const around = aroundOf(lines, cells);
  const pluses = plusesOf(around);
  const found: (readonly [row: number, column: number, cell: InkCell])[] = [];
  lines.forEach((line, row) => {
    for (const { 0: glyph, index: column } of line.matchAll(/[+:.,'`/\\]/gu)) {
      const arms = glyph === '+' ? pluses.armsAt(row, column) : roundCornerArms(around, row, column, glyph);
      if (arms !== 0) found.push([row, column, ink(glyph, arms)]);
    }
  });
  for (const [row, column, cell] of found) {
    const target = cells[row];
    if (target) target[column] = cell;
  }
}
