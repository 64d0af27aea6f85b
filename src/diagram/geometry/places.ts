import type { Grid, Point } from '../model.ts';

/** A place as people and tools tell it: in the drawing as given, line and column from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a cell of the grid stands in the drawing as given: the common indent that `readGrid` took off is added again. */
export function placeOf(grid: Grid, { row, column }: Point): Place {
  return { line: row + 1, column: column + grid.indent + 1 };
}
