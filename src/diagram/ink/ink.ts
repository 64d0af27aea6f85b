import { findBlankCorners } from './blank-corners.ts';
import { drawCorners } from './corners.ts';
import { drawDashes } from './dashes.ts';
import { drawDiagonals } from './diagonals.ts';
import { RIGHT, boxGlyph, withoutSelector } from './glyphs.ts';
import { drawHeads, drawMarkers } from './heads.ts';
import type { Grid, Ink } from '../model.ts';
import { ink, type Rows } from './ink-cells.ts';
import { turnCorners } from './turned-corners.ts';
import { drawUprights } from './uprights.ts';

/**
 * Decides for every cell whether it draws or is read. Box drawing always draws; every other glyph draws only where
 * its neighbours make it so: the `-` of a bullet, the `|` in prose and the `v` of a word are writing.
 * An arrow that stands alone (`A → B`, `↓` between boxes) draws with no arms; inside a box without boxes it is read again later.
 */
export function findInk(grid: Grid): Ink {
  const cells: Rows = grid.cells.map((row) => row.map((grapheme) => boxGlyph(grapheme) ?? null));
  const typed = grid.cells.map((row, at) => grid.lines[at] ?? asLine(row));
  const blank = findBlankCorners(typed);
  const lines = withPluses(typed, blank);
  lines.forEach((line, row) => drawDashes(line, cells[row] ?? [], [lines[row - 1] ?? '', lines[row + 1] ?? '']));
  drawUprights(lines, cells);
  drawCorners(lines, cells);
  drawDiagonals(lines, cells);
  drawHeads(grid, lines, cells);
  drawMarkers(lines, cells);
  for (const [row, column, arms] of blank) {
    const line = cells[row];
    const before = line?.[column];
    const glyph = typed[row]?.[column] ?? ' ';
    // boxes side by side share a corner
    if (line) line[column] = ink(glyph, before?.glyph === glyph ? before.arms | arms : arms);
  }
  return turnCorners({ grid, cells });
}

/** One UTF-16 unit a column, so that a column is an index; a longer grapheme becomes a letter, its right half too. */
function asLine(row: readonly string[]): string {
  return row.map((grapheme) => (withoutSelector(grapheme).length === 1 ? grapheme.charAt(0) : 'x')).join('');
}

/** Each of these corners as a `+`, so that what stands beside it is read as beside one. */
function withPluses(lines: readonly string[], corners: ReturnType<typeof findBlankCorners>): readonly string[] {
  if (corners.length === 0) return lines;
  const rows = lines.map((line) => [...line]);
  for (const [row, column, arms] of corners) {
    const line = rows[row] ?? [];
    const inward = column + ((arms & RIGHT) !== 0 ? 1 : -1);
    line[column] = '+';
    if (".,'`".includes(line[inward] ?? '-')) line[inward] = '-';
  }
  return rows.map((row) => row.join('').replace(/(?<=\+)_[_+vV^▼▲]*(?=\+)/gu, (edge) => edge.replaceAll('_', '-')));
}
