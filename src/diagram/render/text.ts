import type { Box, Diagram, Rect, TextLine } from '../model.ts';
import { createCanvas, type Canvas } from './canvas.ts';
import { drawLines } from './lines.ts';
import { clearOfCorner, clearOfSiblings, makeRoom, type ColumnMap } from './room.ts';

export interface TextOptions {
  /** Only `+ - | > < ^ v` for lines; words stay as they are. */
  readonly ascii?: boolean;
}

/**
 * The same drawing with straight borders, a tee wherever a line leaves, heads before the borders that they point at, captions
 * above and the notes below. Words never change; a box grows where its words would not fit. Reading the result gives the same
 * graph, and drawing that gives the same text.
 */
export function toText(diagram: Diagram, { ascii = false }: TextOptions = {}): string {
  const canvas = createCanvas({ ascii });
  const boxes = diagram.boxes.map((box) => ({
    ...box,
    rect: clearOfSiblings(box, diagram.boxes),
    text: clearOfCorner(box),
  }));
  const across = makeRoom({ ...diagram, boxes }, { ascii });
  for (const box of boxes) drawBox(canvas, box, across);
  drawLines(canvas, diagram.nets, { boxes, across, ascii });
  const written = [
    ...boxes.flatMap((box) => box.text),
    ...diagram.labels.flatMap(({ lines }) => lines),
    ...diagram.captions.flatMap(({ lines }) => lines),
  ];
  for (const line of written) canvas.write({ row: line.row, column: across(line.column) }, line.text);
  for (const box of boxes)
    if (box.kind === 'node') for (const { row, column } of box.steps) canvas.sign({ row, column: across(column) }, '↓');
  keepLoose(canvas, diagram, across);
  const drawn = canvas.rows().join('\n');
  return `${[drawn, diagram.notes].filter(Boolean).join('\n\n')}\n`;
}

function drawBox(canvas: Canvas, box: Box, across: ColumnMap): void {
  if (box.shape === 'words') return;
  const outline = (rect: Rect): void => {
    const { top, right, bottom, left } = { ...rect, right: across(rect.right), left: across(rect.left) };
    canvas.line({ row: top, column: left }, { row: top, column: right }, box.style);
    canvas.line({ row: bottom, column: left }, { row: bottom, column: right }, box.style);
    canvas.line({ row: top, column: left }, { row: bottom, column: left }, box.style);
    canvas.line({ row: top, column: right }, { row: bottom, column: right }, box.style);
  };
  outline(box.rect);
  if (box.kind === 'node')
    for (const { rect } of box.compartments) outline({ ...rect, right: Math.min(rect.right, box.rect.right) });
  else for (const row of box.dividers) outline({ ...box.rect, top: row, bottom: row });
  const title = box.titleInBorder ? box.text[0] : undefined;
  if (title) clearBeside(canvas, title, across);
}

/** A title in a border has a blank on either side. */
function clearBeside(canvas: Canvas, { row, column, width }: TextLine, across: ColumnMap): void {
  const first = across(column);
  canvas.sign({ row, column: first - 1 }, ' ');
  canvas.sign({ row, column: first + width }, ' ');
}

/** Loose ink stays where it was given, unless something stands there now. */
function keepLoose(canvas: Canvas, { grid, owners }: Diagram, across: ColumnMap): void {
  owners.forEach((row, at) =>
    row.forEach((owner, column) => {
      const glyph = grid.cells[at]?.[column];
      const place = { row: at, column: across(column) };
      if (owner === 'loose' && glyph && !canvas.taken(place)) canvas.sign(place, glyph);
    }),
  );
}
