import { columnsOf } from '../../../src/diagram/index.ts';
import type { Rect } from './canvas.ts';
import type { Need } from './fit.ts';
import type { Frame, Label, Line, Scene, Tail } from './scene.ts';

/**
 * How many rows must lie between the rows of a scene, so that boxes hold their words and labels have room.
 * Neighbours stay as far apart as they are, or `apart` rows where the axis is a new one.
 */
export function rowNeeds(scene: Scene, apart: number | null): readonly Need[] {
  const things = thingsOf(scene);
  const rows = things.flatMap(({ top, bottom }) => [top, bottom]);
  return [
    ...neighbours(rows, apart),
    ...scene.frames.map((frame): Need => ({
      from: frame.rect.top,
      to: frame.rect.bottom,
      cells: heightOf(frame, scene),
    })),
    ...scene.frames.flatMap((frame) =>
      hasTitleInside(frame) ? below(frame.rect.top, inside(things, frame.rect), 3) : [],
    ),
    ...scene.lines.flatMap(lineRows),
    ...scene.labels.flatMap((label) => labelRows(label, things)),
    ...scene.tails.flatMap(({ start, end }) =>
      start.row === end.row ? [] : [...above(end.row, things, 3), ...below(end.row, things, 2)],
    ),
  ];
}

/** The same for columns. */
export function columnNeeds(scene: Scene, apart: number | null): readonly Need[] {
  const things = thingsOf(scene);
  const columns = things.flatMap(({ left, right }) => [left, right]);
  return [
    ...neighbours(columns, apart),
    ...scene.frames.map(({ box, rect }): Need => ({
      from: rect.left,
      to: rect.right,
      cells: box.kind === 'group' ? columnsOf(box.title) + 5 : box.width - 1,
    })),
    ...scene.frames.flatMap((frame) => titleColumns(frame, scene.lines)),
    ...scene.labels.flatMap((label) => labelColumns(label, things)),
    ...scene.tails.flatMap((tail) => tailColumns(tail, things)),
  ];
}

/** The places that boxes and lines take. */
function thingsOf({ frames, lines }: Scene): readonly Rect[] {
  return [...frames.map(({ rect }) => rect), ...lines.map(spaceOf)];
}

function spaceOf({ from, to }: Line | Label): Rect {
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

function neighbours(coordinates: readonly number[], apart: number | null): Need[] {
  const sorted = [...new Set(coordinates)].sort((a, b) => a - b);
  return sorted.slice(1).map((to, index) => {
    const from = sorted[index] ?? to;
    return { from, to, cells: apart ?? to - from };
  });
}

/** Where a line meets a side wall, the divider of a node must give way a row. */
function heightOf({ box, rect }: Frame, { lines }: Scene): number {
  if (box.kind === 'group') return 2;
  const divided = box.kind === 'node' && box.rows.includes(null);
  const ends = lines.flatMap(({ from, to }) => [from, to]);
  const ports = ends.filter(
    ({ row, column }) => (column === rect.left || column === rect.right) && row > rect.top && row < rect.bottom,
  );
  return box.height - 1 + (divided ? ports.length : 0);
}

function hasTitleInside({ box }: Frame): boolean {
  return box.kind === 'group' && !box.titleInBorder;
}

/** Lines that cross or reach the upper border stand right of the title. */
function titleColumns({ box, rect }: Frame, lines: readonly Line[]): Need[] {
  if (box.kind !== 'group' && !(box.kind === 'node' && box.titleInBorder)) return [];
  const { title } = box;
  return lines
    .map(spaceOf)
    .filter(
      ({ top, left, bottom, right }) =>
        left === right && top <= rect.top && bottom >= rect.top && left > rect.left && left < rect.right,
    )
    .map(({ left }) => ({ from: rect.left, to: left, cells: columnsOf(title) + 6 }));
}

/** Each head of an upright takes a cell, and a cell of line stays. */
function lineRows(line: Line): Need[] {
  const { top, bottom } = spaceOf(line);
  const heads = [line.start, line.end].filter(({ head }) => head !== 'none').length;
  return top === bottom ? [] : [{ from: top, to: bottom, cells: heads + 2 }];
}

function labelRows(label: Label, things: readonly Rect[]): Need[] {
  const piece = spaceOf(label);
  const near = things.filter(({ left, right }) => left <= piece.right && right >= piece.left);
  const rows = label.rows.length;
  switch (label.place) {
    case 'beside':
      return [{ from: piece.top, to: piece.bottom, cells: rows + 3 }];
    case 'above':
      return above(piece.top, near, rows + 2);
    case 'below':
      return below(piece.top, near, rows + 2);
    case 'on':
      return [];
  }
}

function labelColumns(label: Label, things: readonly Rect[]): Need[] {
  const piece = spaceOf(label);
  const widest = Math.max(...label.rows.map(columnsOf));
  if (label.place !== 'beside') return [{ from: piece.left, to: piece.right, cells: widest + 8 }];
  const near = things.filter(({ top, bottom }) => top <= piece.bottom && bottom >= piece.top);
  return rightOf(piece.left, near, widest + 6);
}

function tailColumns({ start, end, words }: Tail, things: readonly Rect[]): Need[] {
  const near = things.filter(({ top, bottom }) => top <= end.row && bottom >= end.row);
  if (start.row !== end.row)
    return [
      ...rightOf(end.column, near, Math.ceil(columnsOf(words) / 2) + 3),
      ...leftOf(end.column, near, Math.ceil(columnsOf(words) / 2) + 3),
    ];
  return start.column < end.column
    ? [{ from: start.column, to: end.column, cells: 4 }, ...rightOf(end.column, near, columnsOf(words) + 5)]
    : [{ from: end.column, to: start.column, cells: 4 }, ...leftOf(end.column, near, columnsOf(words) + 5)];
}

function inside(things: readonly Rect[], { top, left, bottom, right }: Rect): readonly Rect[] {
  return things.filter((thing) => thing.top > top && thing.bottom < bottom && thing.left > left && thing.right < right);
}

function above(row: number, things: readonly Rect[], cells: number): Need[] {
  return before(
    row,
    things.flatMap(({ top, bottom }) => [top, bottom]),
    cells,
  );
}

function below(row: number, things: readonly Rect[], cells: number): Need[] {
  return after(
    row,
    things.flatMap(({ top, bottom }) => [top, bottom]),
    cells,
  );
}

function leftOf(column: number, things: readonly Rect[], cells: number): Need[] {
  return before(
    column,
    things.flatMap(({ left, right }) => [left, right]),
    cells,
  );
}

function rightOf(column: number, things: readonly Rect[], cells: number): Need[] {
  return after(
    column,
    things.flatMap(({ left, right }) => [left, right]),
    cells,
  );
}

function before(to: number, coordinates: readonly number[], cells: number): Need[] {
  return coordinates.filter((from) => from < to).map((from) => ({ from, to, cells }));
}

function after(from: number, coordinates: readonly number[], cells: number): Need[] {
  return coordinates.filter((to) => to > from).map((to) => ({ from, to, cells }));
}
