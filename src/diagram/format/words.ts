import { keyOf, type CellKey } from '../geometry/cell-key.ts';
import type { Diagram, TextLine } from '../model.ts';
import { graphemes, widthOf } from '../grid/width.ts';
import { put, type Layer } from './layer.ts';

/** Writing with its place in the straight drawing. */
export interface Writing {
  readonly cells: readonly string[];
  readonly row: number;
  readonly column: number;
}

/** All writing of a drawing: what belongs to boxes and lines at its straight place, the rest where it stands. */
export function wordsOf({ boxes, labels, captions, noteSpans, grid }: Diagram): readonly Writing[] {
  const lines = [
    ...boxes.flatMap(({ text }) => text),
    ...labels.flatMap((label) => label.lines),
    ...captions.flatMap((caption) => caption.lines),
  ];
  const notes = noteSpans.map(({ row, column, end }) => ({
    cells: (grid.cells[row] ?? []).slice(column, end),
    row,
    column,
  }));
  return [...lines.map(asCells), ...notes];
}

function asCells({ text, row, column }: TextLine): Writing {
  return {
    cells: graphemes(text).flatMap((grapheme) => (widthOf(grapheme) === 2 ? [grapheme, ''] : [grapheme])),
    row,
    column,
  };
}

export function write(layer: Layer, { cells, row, column }: Writing): void {
  cells.forEach((cell, k) => {
    if (cell !== ' ') put(layer, { row, column: column + k }, cell);
  });
}

/** The cells of titles in borders, with what sets them off on either side: `─ Orders ─`, `┤ Orders ├`. */
export function titlesOf({ boxes }: Diagram): ReadonlySet<CellKey> {
  const keys = new Set<CellKey>();
  for (const box of boxes) {
    if (box.shape === 'words') continue;
    const dividers = box.kind === 'group' ? box.dividers : box.compartments.map(({ rect }) => rect.top);
    const rows = new Set([box.rect.top, box.rect.bottom, ...dividers]);
    for (const { row, column, width } of box.text)
      if (rows.has(row)) for (let at = column - 2; at <= column + width + 1; at++) keys.add(keyOf({ row, column: at }));
  }
  return keys;
}
