import type { Box, Diagram, Point, Rect, TextLine } from '../../model.ts';
import { createCanvas, type Canvas } from './canvas.ts';
import { drawLines } from './lines.ts';
import { withClearRects } from './neighbours.ts';
import { plain } from './plain.ts';
import { clearOfCorner, makeRoom, type Placing } from './room.ts';
import { boxDrawing, type Script } from './script.ts';

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
  return ascii ? written(diagram, plain) : toDrawing(diagram);
}

/** The same in box drawing, for one who never asks for ASCII. */
export function toDrawing(diagram: Diagram): string {
  return written(diagram, boxDrawing);
}

function written(diagram: Diagram, script: Script): string {
  const canvas = createCanvas(script.glyphs);
  const boxes = withClearRects(diagram).boxes.map((box) => ({ ...box, text: clearOfCorner(box) }));
  const place = makeRoom({ ...diagram, boxes }, script);
  for (const box of boxes) drawBox(canvas, box, place);
  drawLines(canvas, diagram.nets, { boxes, place, script });
  for (const { lines, placement, segment } of diagram.labels) {
    const isInLine = placement === 'on' && segment.from.row === segment.to.row;
    for (const line of lines) canvas.write(isInLine ? clearOfHead(canvas, place(line), line) : place(line), line.text);
  }
  for (const { text } of boxes) for (const line of text) canvas.write(place(line), line.text);
  for (const { lines } of diagram.captions) for (const line of lines) canvas.write(place(line), line.text);
  for (const box of boxes) if (box.kind === 'node') for (const step of box.steps) canvas.sign(place(step), '↓');
  keepLoose(canvas, diagram, place);
  const drawn = canvas.rows().join('\n');
  return `${[drawn, diagram.notes].filter(Boolean).join('\n\n')}\n`;
}

/** Words drawn into a line leave a piece of it between them and a head, where the line goes on behind them: `--GET->`. */
function clearOfHead(canvas: Canvas, { row, column }: Point, { width }: TextLine): Point {
  const hasSign = (off: number) => canvas.hasSign({ row, column: column + off });
  const step = hasSign(-1) ? 1 : hasSign(width) ? -1 : 0;
  const beyond = step > 0 ? width + 1 : -2;
  const at = { row, column: column + beyond };
  return canvas.taken(at) && !hasSign(beyond) && !canvas.turns(at) ? { row, column: column + step } : { row, column };
}

function drawBox(canvas: Canvas, box: Box, place: Placing): void {
  if (box.shape === 'words') return;
  const outline = (rect: Rect): void => {
    const { row: top, column: left } = place({ row: rect.top, column: rect.left });
    const { row: bottom, column: right } = place({ row: rect.bottom, column: rect.right });
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
  if (title) clearBeside(canvas, title, place);
}

/** A title in a border has a blank on either side. */
function clearBeside(canvas: Canvas, title: TextLine, place: Placing): void {
  const { row, column } = place(title);
  canvas.sign({ row, column: column - 1 }, ' ');
  canvas.sign({ row, column: column + title.width }, ' ');
}

/** Loose ink stays where it was given, unless something stands there now. */
function keepLoose(canvas: Canvas, { grid, owners }: Diagram, place: Placing): void {
  owners.forEach((row, at) =>
    row.forEach((owner, column) => {
      const glyph = grid.cells[at]?.[column];
      const there = place({ row: at, column });
      if (owner === 'loose' && glyph && !canvas.taken(there)) canvas.sign(there, glyph);
    }),
  );
}
