import type { Point } from '../model.ts';

/** Cells that can be written to, by row and column. */
export type Layer = string[][];

export function glyphAt(layer: readonly (readonly string[])[], { row, column }: Point): string {
  return layer[row]?.[column] ?? ' ';
}

export function put(layer: Layer, { row, column }: Point, glyph: string): void {
  while (layer.length <= row) layer.push([]);
  const line = layer[row] ?? [];
  while (line.length < column) line.push(' ');
  line[column] = glyph;
}

export function trimmed(row: readonly string[]): readonly string[] {
  return row.slice(0, row.findLastIndex((glyph) => glyph !== ' ') + 1);
}
