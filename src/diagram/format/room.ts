import { HORIZONTAL, LEFT, RIGHT } from '../glyphs.ts';
import type { Box, Diagram, TextLine } from '../model.ts';
import { clearRects } from '../render/neighbours.ts';
import type { ColumnMap } from '../render/room.ts';
import type { Hand } from './hand.ts';
import type { Needs } from './needs.ts';
import { keyOf, put, type Layer } from './layer.ts';

/** The drawing with boxes that end before what stands beside them, and that grow by a column where their words touch the wall. */
export function withRoom(diagram: Diagram): Diagram {
  const rects = clearRects(diagram);
  const boxes = diagram.boxes.map((box) => ({ ...box, rect: rects.get(box.id) ?? box.rect }));
  return {
    ...diagram,
    boxes: boxes.map((box) => (isTight(box, diagram) && isFree(box, boxes, diagram) ? grown(box) : box)),
  };
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
function isFree(box: Box, boxes: readonly Box[], { nets, labels, captions, noteSpans }: Diagram): boolean {
  const { top, right, bottom } = box.rect;
  const within = (row: number, from: number, to: number): boolean =>
    row >= top && row <= bottom && from <= right + 2 && to > right;
  const others = boxes.filter(({ rect, shape }) => shape !== 'words' && rect.top <= bottom && rect.bottom >= top);
  if (others.some(({ rect }) => [rect.left, rect.right].some((wall) => wall > right && wall <= right + 2)))
    return false;
  const lines = [...labels, ...captions].flatMap((one) => one.lines);
  return (
    !lines.some(({ row, column, width }) => within(row, column, column + width - 1)) &&
    !noteSpans.some(({ row, column, end }) => within(row, column, end - 1)) &&
    !nets.some(({ segments }) =>
      segments.some(
        ({ from, to }) => from.row <= bottom && to.row >= top && from.column <= right + 2 && to.column > right,
      ),
    )
  );
}

function grown(box: Box): Box {
  const rect = { ...box.rect, right: box.rect.right + 1 };
  if (box.kind === 'group') return { ...box, rect };
  const compartments = box.compartments.map((one) =>
    one.rect.right >= box.rect.right ? { ...one, rect: { ...one.rect, right: rect.right } } : one,
  );
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
