import type { Box, Diagram, Direction, End, Net, Point, Rect, TextLine } from '../model.ts';
import { createCanvas, type Canvas } from './canvas.ts';
import { makeRoom, type ColumnMap } from './room.ts';

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
  const across = makeRoom(diagram);
  for (const box of diagram.boxes) drawBox(canvas, box, across);
  for (const net of diagram.nets) drawNet(canvas, net, { diagram, across, heads: ascii ? asciiHeads : heads });
  const written = [
    ...diagram.boxes.flatMap((box) => box.text),
    ...diagram.labels.flatMap(({ lines }) => lines),
    ...diagram.captions.flatMap(({ lines }) => lines),
  ];
  for (const line of written) canvas.write({ row: line.row, column: across(line.column) }, line.text);
  for (const box of diagram.boxes)
    if (box.kind === 'node') for (const { row, column } of box.steps) canvas.sign({ row, column: across(column) }, ascii ? 'v' : '↓');
  keepLoose(canvas, diagram, across);
  const drawn = canvas.rows().join('\n').replace(/^\n+|\n+$/g, '');
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
  if (box.kind === 'node') for (const { rect } of box.compartments) outline(around(rect, box.rect));
  else for (const row of box.dividers) outline({ ...box.rect, top: row, bottom: row });
  const title = box.titleInBorder ? box.text[0] : undefined;
  if (title) clearBeside(canvas, title, across);
}

/** The border cells round a compartment, inside those of its box. */
function around({ top, right, bottom, left }: Rect, box: Rect): Rect {
  return {
    top: Math.max(top - 1, box.top),
    right: Math.min(right + 1, box.right),
    bottom: Math.min(bottom + 1, box.bottom),
    left: Math.max(left - 1, box.left),
  };
}

/** A title in a border has a blank on either side. */
function clearBeside(canvas: Canvas, title: TextLine, across: ColumnMap): void {
  const column = across(title.column);
  canvas.sign({ row: title.row, column: column - 1 }, ' ');
  canvas.sign({ row: title.row, column: column + title.width }, ' ');
}

const heads: Readonly<Record<Direction | 'marker', string>> = { up: '▲', right: '►', down: '▼', left: '◄', marker: '●' };
const asciiHeads: typeof heads = { up: '^', right: '>', down: 'v', left: '<', marker: 'o' };

interface Pen {
  readonly diagram: Diagram;
  readonly across: ColumnMap;
  readonly heads: typeof heads;
}

function drawNet(canvas: Canvas, net: Net, { diagram, across, heads }: Pen): void {
  const placed = ({ row, column }: Point): Point => ({ row, column: across(column) });
  const ends = net.ends.map((end) => ({ ...end, point: placed(end.point) }));
  const pieces = net.segments.map(({ from, to }) => ({ from: placed(from), to: placed(to) }));
  const length = (at: Point): number =>
    Math.max(0, ...pieces.filter(({ from, to }) => meets(from, at) || meets(to, at)).map(({ from, to }) => to.row - from.row + to.column - from.column));
  const bordered = (end: End): boolean => diagram.boxes.some(({ id, shape }) => id === end.attached && shape !== 'words');
  const before = ends.filter((end) => end.head !== 'none' && bordered(end) && length(end.point) > 1);
  for (const { from, to } of pieces) {
    const start = before.some(({ point }) => meets(point, from)) ? towards(from, to) : from;
    const stop = before.some(({ point }) => meets(point, to)) ? towards(to, from) : to;
    canvas.line(start, stop, net.style);
  }
  for (const end of ends) {
    if (end.head === 'none') continue;
    const step = before.includes(end) ? back(end) : end.point;
    const at = canvas.hasSign(step) ? end.point : step;
    canvas.sign(at, heads[end.head === 'marker' ? 'marker' : end.direction]);
  }
}

function meets(a: Point, b: Point): boolean {
  return a.row === b.row && a.column === b.column;
}

/** The cell beside `from` on the way to `to`. */
function towards(from: Point, to: Point): Point {
  return { row: from.row + Math.sign(to.row - from.row), column: from.column + Math.sign(to.column - from.column) };
}

const steps = { up: [-1, 0], right: [0, 1], down: [1, 0], left: [0, -1] } as const satisfies Record<Direction, readonly [number, number]>;

function back({ point, direction }: End): Point {
  const [row, column] = steps[direction];
  return { row: point.row - row, column: point.column - column };
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
