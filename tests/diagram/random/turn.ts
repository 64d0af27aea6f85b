import { columnsOf } from '../../../src/diagram/index.ts';
import type { Cell, Rect } from './canvas.ts';
import { fit } from './fit.ts';
import { columnNeeds, rowNeeds } from './needs.ts';
import type { Frame, Label, Line, Scene, Tail } from './scene.ts';

/** One of the eight ways to lay a sheet of paper: rows and columns swapped or not, then either axis turned round. */
export interface Turn {
  readonly swap: boolean;
  readonly flipRows: boolean;
  readonly flipColumns: boolean;
}

/**
 * The same layout mirrored or turned, with its words upright. Boxes, lines, heads and the pieces of line that labels
 * stand at change their places as the turn says; then the axes are stretched until all words have room.
 *
 *     ┌───┐     ┌───┐                     ┌───┐
 *     │ A ├────►│ B │   rows and columns  │ A │
 *     └───┘ GET └───┘       swapped       └─┬─┘
 *                                           │ GET
 *                                           ▼
 *                                         ┌───┐
 *                                         │ B │
 *                                         └───┘
 *
 * Titles keep their place at the upper left of what they name; words at an upright stand right of it.
 */
export function turnScene(scene: Scene, turn: Turn): Scene {
  const turned = turnPlaces(scene, turn);
  const cells = cellsOf(turned);
  const rows = fit(
    cells.map(({ row }) => row),
    rowNeeds(turned, turn.swap ? 3 : null),
  );
  const columns = fit(
    cells.map(({ column }) => column),
    columnNeeds(turned, turn.swap ? 5 : null),
  );
  return fromTheCorner(placeAnew(turned, ({ row, column }) => ({ row: rows(row), column: columns(column) })));
}

function turnPlaces(scene: Scene, { swap, flipRows, flipColumns }: Turn): Scene {
  const turnCell = (cell: Cell): Cell => {
    const { row, column } = swap ? { row: cell.column, column: cell.row } : cell;
    return { row: flipRows ? -row : row, column: flipColumns ? -column : column };
  };
  const turnLabel = (given: Label): Label => {
    const label = besideNoBorder(given, scene.frames);
    const [from, to] = [turnCell(label.from), turnCell(label.to)];
    const place = !swap ? label.place : label.place === 'beside' ? 'above' : 'beside';
    const flipped = { above: 'below', below: 'above', on: 'on', beside: 'beside' } as const;
    return { ...label, from, to, place: flipRows ? flipped[place] : place };
  };
  return {
    frames: scene.frames.map((frame) => ({ ...frame, rect: rectOf(frame.rect, turnCell) })),
    lines: scene.lines.map((line) => ({ ...line, from: turnCell(line.from), to: turnCell(line.to) })),
    labels: scene.labels.map(turnLabel),
    tails: scene.tails.map((tail) => ({ ...tail, start: turnCell(tail.start), end: turnCell(tail.end) })),
  };
}

/** Of an upright that passes the borders of groups, words stand at the piece between two of them. */
function besideNoBorder(label: Label, frames: readonly Frame[]): Label {
  if (label.place !== 'beside') return label;
  const { column } = label.from;
  const borders = frames
    .filter(({ rect }) => rect.left <= column && rect.right >= column)
    .flatMap(({ rect }) => [rect.top, rect.bottom]);
  return {
    ...label,
    from: { row: Math.max(label.from.row, ...borders.filter((row) => row < label.at.row)), column },
    to: { row: Math.min(label.to.row, ...borders.filter((row) => row > label.at.row)), column },
  };
}

/** All cells whose coordinates matter. */
function cellsOf({ frames, lines }: Scene): Cell[] {
  return [
    ...frames.flatMap(({ rect }) => [
      { row: rect.top, column: rect.left },
      { row: rect.bottom, column: rect.right },
    ]),
    ...lines.flatMap(({ from, to }) => [from, to]),
  ];
}

function placeAnew({ frames, lines, labels, tails }: Scene, place: (cell: Cell) => Cell): Scene {
  const placed = lines.map((line): Line => ({ ...line, from: place(line.from), to: place(line.to) }));
  return {
    frames: frames.map((frame) => withLead({ ...frame, rect: rectOf(frame.rect, place) }, placed)),
    lines: placed,
    labels: labels.map((label) => writeLabel({ ...label, from: place(label.from), to: place(label.to) })),
    tails: tails.map((tail) => writeTail({ ...tail, start: place(tail.start), end: place(tail.end) })),
  };
}

/** Moves the rows of a box down until no line meets its wall where a divider does. */
function withLead(frame: Frame, lines: readonly Line[]): Frame {
  const { box, rect } = frame;
  if (box.kind !== 'node') return frame;
  const dividers = box.rows.flatMap((words, index) => (words === null ? [rect.top + 1 + index] : []));
  const ports = new Set(
    lines
      .flatMap(({ from, to }) => [from, to])
      .filter(({ column }) => column === rect.left || column === rect.right)
      .map(({ row }) => row),
  );
  const slack = rect.bottom - rect.top + 1 - box.height;
  const leads = Array.from({ length: slack + 1 }, (_, lead) => lead);
  const lead = leads.find((each) => dividers.every((row) => !ports.has(row + each)));
  return { ...frame, lead: lead ?? 0 };
}

function writeLabel(label: Label): Label {
  const { rows: given, place } = label;
  const words = given.map((row) => row.trim());
  const rows = place === 'on' ? words.map((row) => ` ${row} `) : words;
  const [top, bottom] = [Math.min(label.from.row, label.to.row), Math.max(label.from.row, label.to.row)];
  const [left, right] = [Math.min(label.from.column, label.to.column), Math.max(label.from.column, label.to.column)];
  if (place === 'beside') {
    const row = top + 1 + Math.floor((bottom - top - 1 - rows.length) / 2);
    return { ...label, rows, at: { row, column: left + 2 } };
  }
  const widest = Math.max(...rows.map(columnsOf));
  const row = top + { above: -rows.length, on: 0, below: 1 }[place];
  return { ...label, rows, at: { row, column: left + 1 + Math.floor((right - left - 1 - widest) / 2) } };
}

function writeTail(tail: Tail): Tail {
  const { start, end, words } = tail;
  if (start.row === end.row)
    return {
      ...tail,
      at: { row: end.row, column: start.column < end.column ? end.column + 1 : end.column - columnsOf(words) },
    };
  return {
    ...tail,
    at: {
      row: end.row,
      column: end.column - Math.floor((columnsOf(words) - 1) / 2),
    },
  };
}

/** Moves all so that the uppermost row and the leftmost column are the first ones. */
function fromTheCorner(scene: Scene): Scene {
  const cells = [...cellsOf(scene), ...scene.labels.map(({ at }) => at), ...scene.tails.map(({ at }) => at)];
  const top = Math.min(...cells.map(({ row }) => row));
  const left = Math.min(...cells.map(({ column }) => column));
  const move = (cell: Cell): Cell => ({ row: cell.row - top, column: cell.column - left });
  return {
    frames: scene.frames.map((frame) => ({ ...frame, rect: rectOf(frame.rect, move) })),
    lines: scene.lines.map((line) => ({ ...line, from: move(line.from), to: move(line.to) })),
    labels: scene.labels.map((label) => ({ ...label, from: move(label.from), to: move(label.to), at: move(label.at) })),
    tails: scene.tails.map((tail) => ({ ...tail, start: move(tail.start), end: move(tail.end), at: move(tail.at) })),
  };
}

function rectOf({ top, left, bottom, right }: Rect, move: (cell: Cell) => Cell): Rect {
  const [a, b] = [move({ row: top, column: left }), move({ row: bottom, column: right })];
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}
