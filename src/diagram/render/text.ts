import type { Box, Diagram, Direction, End, Net, Point, Rect, Segment, TextLine } from '../model.ts';
import { createCanvas, type Canvas } from './canvas.ts';
import { clearOfSiblings, makeRoom, type ColumnMap } from './room.ts';

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
  const boxes = diagram.boxes.map((box) => ({ ...box, rect: clearOfSiblings(box, diagram.boxes) }));
  const across = makeRoom({ ...diagram, boxes });
  for (const box of boxes) drawBox(canvas, box, across);
  for (const net of diagram.nets) drawNet(canvas, net, { boxes, across, heads: ascii ? asciiHeads : heads, beside: ascii });
  const written = [
    ...diagram.boxes.flatMap((box) => box.text),
    ...diagram.labels.flatMap(({ lines }) => lines),
    ...diagram.captions.flatMap(({ lines }) => lines),
  ];
  for (const line of written) canvas.write({ row: line.row, column: across(line.column) }, line.text);
  for (const box of diagram.boxes)
    if (box.kind === 'node') for (const { row, column } of box.steps) canvas.sign({ row, column: across(column) }, '↓');
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
  if (box.kind === 'node') for (const { rect } of box.compartments) outline({ ...rect, right: Math.min(rect.right, box.rect.right) });
  else for (const row of box.dividers) outline({ ...box.rect, top: row, bottom: row });
  const title = box.titleInBorder ? box.text[0] : undefined;
  if (title) clearBeside(canvas, title, across);
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
  readonly boxes: readonly Box[];
  readonly across: ColumnMap;
  readonly heads: typeof heads;
  /** Lines begin and end beside a border, without a tee in it: in ASCII a `+` there would read as a corner. */
  readonly beside: boolean;
}

/** A head stands in the cell before the border that it points at; in the border where that cell is taken or the line has no other. */
function drawNet(canvas: Canvas, net: Net, { boxes, across, heads, beside }: Pen): void {
  const placed = ({ row, column }: Point): Point => ({ row, column: across(column) });
  const ends = net.ends.map((end): DrawnEnd => {
    const box = boxes.find(({ id }) => id === end.attached);
    const lifeline = box !== undefined && standsApart(end, box.rect);
    const point = placed(box && box.shape !== 'words' && !lifeline ? onBorder(end, box.rect) : end.point);
    const last = lastPiece(net, end);
    const length = last ? across(last.to.column) - across(last.from.column) + last.to.row - last.from.row : 0;
    const before = back(point, end.direction);
    const free = length > 1 && !canvas.taken(before) && !net.joints.some((joint) => meets(placed(joint), before));
    const words = box?.shape === 'words' && !lifeline;
    const apart = words ? free && (end.direction === 'left' || end.direction === 'right') : free && (end.head !== 'none' || ((beside || lifeline) && end.attached !== null && length > 2));
    return { given: last ? cornerNear(last, end) : end.point, point, stop: apart ? before : point, direction: end.direction, head: end.head, words: words && !apart };
  });
  const stopAt = (point: Point): Point => ends.find(({ given }) => meets(given, point))?.stop ?? placed(point);
  for (const { from, to } of net.segments) canvas.line(stopAt(from), stopAt(to), net.style);
  for (const { stop, point, head, direction, words } of ends) {
    if (words) canvas.arm(stop, direction, net.style);
    if (head !== 'none') canvas.sign(canvas.hasSign(stop) ? point : stop, heads[head === 'marker' ? 'marker' : direction]);
  }
}

interface DrawnEnd {
  readonly given: Point;
  readonly point: Point;
  /** The last cell that is drawn: the point, or the cell before it. */
  readonly stop: Point;
  readonly direction: Direction;
  readonly head: End['head'];
  /** The line runs up to words, and has to point at them. */
  readonly words: boolean;
}

/** An end may belong to a box that stands far above it, when it meets the box's lifeline. */
function standsApart({ point, direction }: End, { top, right, bottom, left }: Rect): boolean {
  const upright = direction === 'up' || direction === 'down';
  return upright ? point.column < left - 1 || point.column > right + 1 : point.row < top - 1 || point.row > bottom + 1;
}

/** The piece of the line that ends there; in a mended drawing it may stop a few cells before or behind. */
function lastPiece(net: Net, end: End): Segment | undefined {
  const upright = end.direction === 'up' || end.direction === 'down';
  const inLine = net.segments.filter(({ from, to }) =>
    upright ? from.column === end.point.column && to.column === end.point.column : from.row === end.point.row && to.row === end.point.row,
  );
  const off = (piece: Segment): number => distance(cornerNear(piece, end), end.point);
  return inLine.filter((piece) => off(piece) <= MENDED).sort((a, b) => off(a) - off(b))[0];
}

const MENDED = 3;

function cornerNear({ from, to }: Segment, { point }: End): Point {
  return distance(from, point) <= distance(to, point) ? from : to;
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.row - b.row) + Math.abs(a.column - b.column);
}

/** The cell of the border that an end is attached to: on the nearer of the two sides that lie across its way. */
function onBorder({ point, direction }: End, { top, right, bottom, left }: Rect): Point {
  const nearer = (at: number, first: number, second: number): number => (Math.abs(at - first) <= Math.abs(at - second) ? first : second);
  const upright = direction === 'up' || direction === 'down';
  return upright ? { row: nearer(point.row, top, bottom), column: point.column } : { row: point.row, column: nearer(point.column, left, right) };
}

function meets(a: Point, b: Point): boolean {
  return a.row === b.row && a.column === b.column;
}

const steps = { up: [-1, 0], right: [0, 1], down: [1, 0], left: [0, -1] } as const satisfies Record<Direction, readonly [number, number]>;

function back(point: Point, direction: Direction): Point {
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
