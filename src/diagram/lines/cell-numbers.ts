import type { Grid } from '../model.ts';

/** A number for every cell, also a few columns beside the grid; 0 where none was set. */
export interface CellNumbers {
  readonly at: (row: number, column: number) => number;
  readonly set: (row: number, column: number, value: number) => void;
}

/** Columns before the first one and after the last one that a row has room for at once. */
const MARGIN = 8;

/** Each row is one array of numbers, made when its first one is set: rows of a drawing are of very different lengths. */
export function cellNumbers(grid: Grid): CellNumbers {
  const rows: (Int32Array | undefined)[] = [];
  return {
    at: (row, column) => rows[row]?.[column + MARGIN] ?? 0,
    set: (row, column, value) => {
      const place = column + MARGIN;
      let line = (rows[row] ??= new Int32Array((grid.cells[row]?.length ?? 0) + 2 * MARGIN));
      if (place >= line.length) {
        const longer = new Int32Array(place * 2);
        longer.set(line);
        rows[row] = line = longer;
      }
      line[place] = value;
    },
  };
}
