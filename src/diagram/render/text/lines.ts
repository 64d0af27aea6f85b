import { keyOf } from '../../geometry/cell-key.ts';
import { isUpright } from '../../ink/glyphs.ts';
import { byPlace, type ByPlace } from '../../geometry/by-place.ts';
import type { Box, BoxId, Direction, End, Net, Point, Rect, Segment } from '../../model.ts';
import type { Canvas } from './canvas.ts';
import type { Placing } from './room.ts';
import type { Script } from './script.ts';

interface Pen {
  readonly boxes: ReadonlyMap<BoxId, Box>;
  /** Upper and lower edges. */
  readonly borders: ByPlace<Box>;
  readonly place: Placing;
  readonly script: Script;
}

/** Draws all lines with their heads on the borders that stand already. */
export function drawLines(
  canvas: Canvas,
  nets: readonly Net[],
  { boxes, ...how }: { readonly boxes: readonly Box[]; readonly place: Placing; readonly script: Script },
): void {
  const borders = byPlace<Box>();
  for (const box of boxes.filter(({ shape }) => shape === 'box'))
    for (const row of [box.rect.top, box.rect.bottom]) borders.add(row, box.rect.left, box.rect.right, box);
  const pen: Pen = { boxes: new Map(boxes.map((box) => [box.id, box])), borders, ...how };
  for (const net of nets) drawNet(canvas, net, pen);
  for (const { at } of pen.script.crossingsOf(nets)) canvas.sign(pen.place(at), pen.script.crossing);
}

/** A head stands in the cell before the border that it points at; in the border where that cell is taken or the line has no other. */
function drawNet(canvas: Canvas, net: Net, { boxes, borders, place, script }: Pen): void {
  const joints = new Set(net.joints.map((joint) => keyOf(place(joint))));
  const lastPiece = lastPieces(net);
  // a level line of three cells between words has none left for blanks
  const shortest = isTied(net, boxes) ? 2 : 1;
  const ends = net.ends.map((end): DrawnEnd => {
    const box = boxes.get(end.attached ?? '');
    const lifeline = box !== undefined && standsApart(end, box.rect);
    const point = place(box && box.shape !== 'words' && !lifeline ? onBorder(end, box.rect) : end.point);
    const last = lastPiece(end);
    const length = last ? distance(place(last.from), place(last.to)) : 0;
    const upright = isUpright(end.direction);
    const words = box?.shape === 'words' && !lifeline;
    const before = words ? rightAfter(back(point, end.direction), box.rect, place) : back(point, end.direction);
    const free = length > shortest && !canvas.taken(before) && !joints.has(keyOf(before));
    // a tee would be read as a corner of something else
    const noTee =
      lifeline ||
      canvas.turns(point) ||
      (length > 2 && script.isApart(end.direction, box && onBorder(end, box.rect), borders));
    const apart = free && (words ? !upright : end.head !== 'none' || (box !== undefined && noTee));
    const stop = apart ? before : point;
    return {
      given: last ? stopOf(last, end) : end.point,
      point,
      stop,
      direction: end.direction,
      head: end.head,
      reach: words && !apart ? besideWords(stop, end, box.rect, place) : null,
    };
  });
  const stops = new Map(ends.toReversed().map(({ given, stop }) => [keyOf(given), stop]));
  const stopAt = (point: Point): Point => stops.get(keyOf(point)) ?? place(point);
  for (const { from, to } of net.segments) canvas.line(stopAt(from), stopAt(to), net.style);
  for (const { stop, point, head, direction, reach } of ends) {
    if (reach) {
      canvas.line(stop, reach, net.style);
      canvas.line(reach, stop, net.style);
      canvas.arm(reach, direction, net.style);
    }
    if (head !== 'none')
      canvas.sign(canvas.hasSign(stop) ? point : stop, script.heads[head === 'marker' ? 'marker' : direction]);
  }
}

/** A level line without a head leads straight from some words to others: `sshd───bash`. */
function isTied({ ends, segments }: Net, boxes: Pen['boxes']): boolean {
  return (
    segments.length === 1 &&
    ends.every(
      ({ head, direction, attached }) =>
        head === 'none' && !isUpright(direction) && boxes.get(attached ?? '')?.shape === 'words',
    )
  );
}

/** A line that leaves words to the right begins one blank after them, wherever columns were widened. */
function rightAfter(before: Point, { top, right, left }: Rect, place: Placing): Point {
  const end = place({ row: top, column: left }).column + right - left;
  return {
    row: before.row,
    column: Math.min(before.column, Math.max(end + 2, place({ row: top, column: right }).column)),
  };
}

/** Right at words that have moved away from the end of their line: one blank before them, or the row below or above. */
function besideWords(stop: Point, { direction }: End, { top, bottom, left }: Rect, place: Placing): Point {
  switch (direction) {
    case 'right':
      return { row: stop.row, column: Math.max(stop.column, place({ row: top, column: left }).column - 2) };
    case 'up':
      return { row: Math.min(stop.row, place({ row: bottom, column: left }).row + 1), column: stop.column };
    case 'down':
      return { row: Math.max(stop.row, place({ row: top, column: left }).row - 1), column: stop.column };
    case 'left':
      return stop;
  }
}

interface DrawnEnd {
  readonly given: Point;
  readonly point: Point;
  /** The last cell that is drawn: the point, or the cell before it. */
  readonly stop: Point;
  readonly direction: Direction;
  readonly head: End['head'];
  /** The last cell before words, when the line runs up to them and has to point at them. */
  readonly reach: Point | null;
}

/** An end may belong to a box that stands far above it, when it meets the box's lifeline. */
export function standsApart({ point, direction }: End, { top, right, bottom, left }: Rect): boolean {
  const upright = isUpright(direction);
  return upright ? point.column < left - 1 || point.column > right + 1 : point.row < top - 1 || point.row > bottom + 1;
}

/** The piece of the line that ends there; in a mended drawing it may stop a few cells before, or reach past a pushed wall. */
function lastPieces({ segments }: Net): (end: End) => Segment | undefined {
  const upright = Map.groupBy(
    segments.filter(({ from, to }) => from.column === to.column),
    ({ from }) => from.column,
  );
  const level = Map.groupBy(
    segments.filter(({ from, to }) => from.row === to.row),
    ({ from }) => from.row,
  );
  return ({ direction, point }) => {
    const inLine = isUpright(direction) ? upright.get(point.column) : level.get(point.row);
    const off = ({ from, to }: Segment): number => distance(from, point) + distance(point, to) - distance(from, to);
    const best = (inLine ?? []).filter((piece) => off(piece) <= 2 * MENDED).sort((a, b) => off(a) - off(b))[0];
    // a rail ends right here: the piece belongs to another end
    const across = isUpright(direction) ? level.get(point.row) : upright.get(point.column);
    return best && off(best) > 0 && across?.some((piece) => off(piece) === 0) ? undefined : best;
  };
}

const MENDED = 3;

/** Where one walks off a piece when going in the direction of its end. */
function stopOf({ from, to }: Segment, { direction }: End): Point {
  return direction === 'up' || direction === 'left' ? from : to;
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.row - b.row) + Math.abs(a.column - b.column);
}

/** The cell of the border that an end is attached to: on the nearer of the two sides that lie across its way. */
function onBorder({ point, direction }: End, { top, right, bottom, left }: Rect): Point {
  const nearer = (at: number, first: number, second: number): number =>
    Math.abs(at - first) <= Math.abs(at - second) ? first : second;
  const upright = isUpright(direction);
  return upright
    ? { row: nearer(point.row, top, bottom), column: point.column }
    : { row: point.row, column: nearer(point.column, left, right) };
}

const steps = { up: [-1, 0], right: [0, 1], down: [1, 0], left: [0, -1] } as const satisfies Record<
  Direction,
  readonly [number, number]
>;

function back(point: Point, direction: Direction): Point {
  const [row, column] = steps[direction];
  return { row: point.row - row, column: point.column - column };
}
