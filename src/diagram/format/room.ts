import { keyOf } from '../geometry/cell-key.ts';
import { byPlace } from '../geometry/by-place.ts';
import { HORIZONTAL, LEFT, RIGHT } from '../ink/glyphs.ts';
import type { Box, Diagram, TextLine } from '../model.ts';
import { withClearRects } from '../render/text/neighbours.ts';
import type { ColumnMap } from '../render/text/room.ts';
import type { Hand } from './hand.ts';
import type { Needs } from './needs.ts';
import { put, type Layer } from './layer.ts';

/** The drawing with boxes that end before what stands beside them, and that grow by a column where their words touch the wall. */
export function withRoom(diagram: Diagram): Diagram {
  const clear = withClearRects(diagram);
  const tight = new Set(clear.boxes.filter((box) => isTight(box, diagram)));
  if (tight.size === 0) return clear;
  const isTaken = takenIn(clear);
  return { ...clear, boxes: clear.boxes.map((box) => (tight.has(box) && isFree(box, isTaken) ? grown(box) : box)) };
}

/** A blank stood between the words and their wall before the wall was set straight. */
export function paddingOf({ grid }: Diagram): (line: TextLine, lack: number) => number {
  return (line, lack) => (lack > 0 || (lack === 0 && wasFollowedByBlank(line, grid)) ? 1 : 0);
}

function isTight({ shape, rect, text }: Box, { grid }: Diagram): boolean {
  return (
    shape === 'box' &&
    text.some(
      (line) =>
        line.row > rect.top &&
        line.row < rect.bottom &&
        line.column + line.width === rect.right &&
        wasFollowedByBlank(line, grid),
    )
  );
}

function wasFollowedByBlank({ span }: TextLine, { cells }: Diagram['grid']): boolean {
  return (cells[span.row]?.[span.end] ?? ' ') === ' ';
}

/** Two more columns right of a box are blank, but for its own strayed walls. */
function isFree({ rect: { top, right, bottom } }: Box, isTaken: ReturnType<typeof takenIn>): boolean {
  for (let row = top; row <= bottom; row++) if (isTaken(row, right + 1, right + 2)) return false;
  return true;
}

/** Asks whether anything of the straight drawing stands on a row between two columns, both inclusive. */
function takenIn({
  boxes,
  nets,
  labels,
  captions,
  noteSpans,
}: Diagram): (row: number, from: number, to: number) => boolean {
  const standing = byPlace<{ readonly from: number; readonly to: number }>();
  const stand = (row: number, from: number, to: number): void => standing.add(row, from, to, { from, to });
  for (const { rect, shape } of boxes)
    if (shape !== 'words')
      for (let row = rect.top; row <= rect.bottom; row++)
        for (const wall of [rect.left, rect.right]) stand(row, wall, wall);
  for (const { segments } of nets)
    for (const { from, to } of segments)
      for (let { row } = from; row <= to.row; row++) stand(row, from.column, to.column);
  for (const { row, column, width } of [...labels, ...captions].flatMap((one) => one.lines))
    stand(row, column, column + width - 1);
  for (const { row, column, end } of noteSpans) stand(row, column, end - 1);
  return (row, from, to) => standing.near(row, from, to).some((one) => one.from <= to && one.to >= from);
}

function grown(box: Box): Box {
  const rect = { ...box.rect, right: box.rect.right + 1 };
  if (box.kind === 'group') return { ...box, rect };
  const compartments = box.compartments.map((one) => ({ ...one, rect: { ...one.rect, right: rect.right } }));
  return { ...box, rect, compartments };
}

/** Moves ink to the right where columns were added; borders and lines that lead across are drawn on. */
export function stretch(layer: Layer, across: ColumnMap, needs: Needs, hand: Hand): Layer {
  const wide: Layer = [];
  layer.forEach((row, at) => {
    wide[at] = [];
    row.forEach((glyph, column) => {
      put(wide, { row: at, column: across(column) }, glyph);
      const before = needs.get(keyOf({ row: at, column: column - 1 }));
      const here = needs.get(keyOf({ row: at, column }));
      if (!before || !here || ((before.border | before.line) & RIGHT) === 0 || ((here.border | here.line) & LEFT) === 0)
        return;
      for (let added = across(column - 1) + 1; added < across(column); added++)
        put(wide, { row: at, column: added }, hand.glyph({ row: at, column }, HORIZONTAL, here.style));
    });
  });
  return wide;
}
