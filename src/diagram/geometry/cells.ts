import type { Grid } from '../model.ts';

/** Nothing stands there, or it is outside of the drawing. */
export function isBlank({ cells }: Grid, row: number, column: number): boolean {
  return (cells[row]?.[column] ?? ' ') === ' ';
}

/** Nothing stands in a row from one column to the one before another. */
export function areBlank(grid: Grid, row: number, start: number, end: number): boolean {
  return textOf(grid, row, Math.max(0, start), end).trim() === '';
}

/** What stands in a row from one column to the one before another; the whole row where they are not given. */
export function textOf({ cells, lines }: Grid, row: number, start = 0, end?: number): string {
  return lines[row]?.slice(start, end) ?? cells[row]?.slice(start, end).join('') ?? '';
}
