import { VERTICAL } from '../glyphs.ts';
import type { Box, Diagram, Ink, TextLine } from '../model.ts';
import { graphemes, widthOf } from '../width.ts';
import { keyOf, put, type Key, type Layer } from './layer.ts';

/** Writing with its place in the straight drawing. */
export interface Writing {
  readonly cells: readonly string[];
  readonly row: number;
  readonly column: number;
}

/** All writing of a drawing: what belongs to boxes and lines at its straight place, the rest where it stands. */
export function wordsOf({ boxes, labels, captions, noteSpans, grid }: Diagram, ink: Ink): readonly Writing[] {
  const lines = [
    ...boxes.flatMap((box) => linesOf(box, ink)),
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

/**
 * The lines of a box. In a box with inner walls a line stays as far from the wall left of it as it stood:
 *
 *     │ us      │ eu │          │ us     │ eu │
 *     │ apac   │ us  │    →     │ apac   │ us │
 */
function linesOf(box: Box, ink: Ink): readonly TextLine[] {
  if (box.kind === 'group' || box.compartments.length < 2) return box.text;
  const walls = new Map(box.compartments.flatMap(({ rect, text }) => text.map((line) => [line, rect.left] as const)));
  return box.text.map((line) => {
    const wall = walls.get(line);
    const given = wallLeftOf(line, ink);
    if (wall === undefined || given === null || line.row === box.rect.top) return line;
    const column = line.span.column - (given - wall);
    return Math.abs(given - wall) > PUSHED || column <= wall ? line : { ...line, column };
  });
}

/** How far a text may push the walls right of it. */
const PUSHED = 4;

function wallLeftOf({ span }: TextLine, ink: Ink): number | null {
  for (let column = span.column - 1; column >= 0; column--)
    if (((ink.cells[span.row]?.[column]?.arms ?? 0) & VERTICAL) === VERTICAL) return column;
  return null;
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
export function titlesOf({ boxes }: Diagram): ReadonlySet<Key> {
  const keys = new Set<Key>();
  for (const box of boxes) {
    if (box.shape === 'words') continue;
    const dividers = box.kind === 'group' ? box.dividers : box.compartments.map(({ rect }) => rect.top);
    const rows = new Set([box.rect.top, box.rect.bottom, ...dividers]);
    for (const { row, column, width } of box.text)
      if (rows.has(row)) for (let at = column - 2; at <= column + width + 1; at++) keys.add(keyOf({ row, column: at }));
  }
  return keys;
}
