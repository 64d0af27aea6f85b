import { withCorners } from './blank-corners.ts';
import { drawCorners, drawUprights } from './corners.ts';
import { drawDashes } from './dashes.ts';
import { drawDiagonals } from './diagonals.ts';
import { boxGlyph } from './glyphs.ts';
import { drawHeads, drawMarkers } from './heads.ts';
import type { Grid, Ink } from '../model.ts';
import type { Rows } from './ink-cells.ts';
import { turnCorners } from './turned-corners.ts';

/**
 * Decides for every cell whether it draws or is read. Box drawing always draws; every other glyph draws only where
 * its neighbours make it so: the `-` of a bullet, the `|` in prose and the `v` of a word are writing.
 * An arrow that stands alone (`A → B`, `↓` between boxes) draws with no arms; inside a box without boxes it is read again later.
 */
export function findInk(grid: Grid): Ink {
  const cells: Rows = grid.cells.map((row) => row.map((grapheme) => boxGlyph(grapheme) ?? null));
  const lines = withCorners(grid.cells.map(asLine));
  lines.forEach((line, row) => drawDashes(line, cells[row] ?? [], [lines[row - 1] ?? '', lines[row + 1] ?? '']));
  drawUprights(lines, cells);
  drawCorners(lines, cells);
  drawDiagonals(lines, cells);
  drawHeads(grid, lines, cells);
  drawMarkers(lines, cells);
  return turnCorners({ grid, cells });
}

/** One UTF-16 unit a column, so that a column is an index; a longer grapheme becomes a letter, its right half too. */
function asLine(row: readonly string[]): string {
  const line = row.join('');
  return line.length === row.length && !row.includes('')
    ? line
    : row.map((grapheme) => (grapheme.length === 1 ? grapheme : 'x')).join('');
}
