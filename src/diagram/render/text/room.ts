import { byPlace } from '../../geometry/by-place.ts';
import type { Box, Diagram, Label, Point, Segment, TextLine } from '../../model.ts';
import { lifelinesOf } from '../picture/lifelines.ts';
import { uprightsOf } from './neighbours.ts';
import type { Script } from './script.ts';
import { shiftsUpTo } from './shifts.ts';

/** Where a cell of the straightened drawing goes when boxes and lines make room. Never left of or above its own place. */
export type Placing = (point: Point) => Point;

export type ColumnMap = (column: number) => number;

/** Room for words everywhere, and for what the script needs room for. */
export function makeRoom(diagram: Diagram, script: Script): Placing {
  const arrows = script.columnsIn(diagram).map((column) => [column, 1] as const);
  const across = widen(diagram, new Map([...closeBranches(diagram), ...arrows]));
  const heightened = [...new Set([...script.rowsIn(diagram), ...rowsOfLines(diagram)])];
  const down = shiftsUpTo(heightened.reduce((most, row) => Math.max(most, row), 0));
  for (const row of heightened) down.add(row, 1);
  return ({ row, column }) => ({ row: row + down.at(row), column: across(column) });
}

/**
 * Finds the columns to widen. A wall that stands in its words moves to the right, and all that stands right of it moves with it:
 *
 *     │ Notificatio│n   │          │ Notification│   │
 *     └────────────┘    │    →     └─────────────┘   │
 */
export function widen(
  diagram: Diagram,
  first: ReadonlyMap<number, number> = new Map(),
  padding: (line: TextLine, lack: number) => number = () => 0,
): ColumnMap {
  const found = walls(diagram);
  const uprights = uprightsOf(diagram);
  const writtenOver = lifelinesOfWords(diagram);
  const inWay = diagram.labels.flatMap((label) =>
    label.lines.flatMap((line) => {
      const after = isDrawnInto(label) ? 1 : 0;
      return obstacles(uprights, writtenOver, label, line, after).map((column) => ({ column, line, after }));
    }),
  );
  const columns = [...first.keys(), ...found.map(({ right }) => right), ...inWay.map(({ column }) => column)];
  const shifts = shiftsUpTo(columns.reduce((most, column) => Math.max(most, column), 0));
  for (const [at, by] of first) shifts.add(at, by);
  const map: ColumnMap = (column) => column + shifts.at(column);
  const push = (wall: number, line: TextLine, after: number): void => {
    const missing = map(line.column) + line.width + after - map(wall);
    const lack = missing + padding(line, missing);
    if (line.column < wall && lack > 0) shifts.add(wall, lack);
  };
  for (const { right, line, after } of found) push(right, line, after);
  for (const { column, line, after } of inWay) push(column, line, after);
  return map;
}

/** What a branch of a tree lacks to have a piece of line and a blank before its words: `├sda1` becomes `├─ sda1`. */
function closeBranches({ boxes, nets }: Diagram): ReadonlyMap<number, number> {
  const words = new Map(boxes.filter(({ shape }) => shape === 'words').map(({ id, rect }) => [id, rect.left]));
  const lacking = nets.flatMap(({ segments, ends }) => {
    const above = ends.filter(({ direction }) => direction === 'up').map(({ point }) => ({ from: point, to: point }));
    const trunks = byPlace<Segment>();
    for (const piece of [...segments.filter(isVertical), ...above])
      for (let row = piece.from.row; row <= piece.to.row; row++)
        trunks.add(row, piece.from.column, piece.from.column, piece);
    return ends
      .filter(({ direction, head }) => direction === 'right' && head === 'none')
      .flatMap(({ point, attached }) => {
        const left = words.get(attached ?? '');
        const trunk = trunks.near(point.row, 0, point.column).find(({ from }) => from.column <= point.column);
        return left === undefined || !trunk ? [] : [[left, BRANCH - (left - trunk.from.column)] as const];
      });
  });
  return new Map(lacking.filter(([, lack]) => lack > 0).sort((a, b) => a[1] - b[1]));
}

/** Rows for the line above and below a label that stood in its place: one has to move down, and what follows it. */
function rowsOfLines({ labels }: Diagram): readonly number[] {
  return labels.flatMap(({ placement, segment: { from, to }, lines }) =>
    placement === 'on' && to.row - from.row === 2 ? lines.flatMap(({ row }) => [row, row + 1]) : [],
  );
}

/** Columns from a trunk to the words of its branches. */
const BRANCH = 3;

/** The words of a box; a title that stands right at the corner leaves room for border: `┌[ Orders ]───┐`, `┌── [ Orders ] ─┐`. */
export function clearOfCorner({ rect, text, titleInBorder }: Box): readonly TextLine[] {
  const [title, ...others] = text;
  const after = title ? title.column - rect.left : 0;
  if (!title || !titleInBorder || after < 1 || after > 2) return text;
  return [{ ...title, column: rect.left + (after === 1 ? 4 : 3) }, ...others];
}

interface Wall {
  readonly right: number;
  readonly line: TextLine;
  /** Cells that stay free between the words and the wall. */
  readonly after: number;
}

/** Every line in a box with the wall right of it, from left to right. */
function walls(diagram: Diagram): readonly Wall[] {
  const found = diagram.boxes
    .filter(({ shape }) => shape !== 'words')
    .flatMap((box) => {
      const wallRightOf = wallsRightIn(box);
      return box.text.map((line) => ({ right: wallRightOf(line), line, after: line.row === box.rect.top ? 1 : 0 }));
    });
  return found.sort((a, b) => a.right - b.right);
}

function wallsRightIn(box: Box): (line: TextLine) => number {
  const homes = new Map<TextLine, number>();
  if (box.kind === 'node')
    for (const { rect, text } of box.compartments) for (const line of text) homes.set(line, rect.right);
  return (line) => Math.min(homes.get(line) ?? box.rect.right, box.rect.right);
}

/** The pieces of lifelines that hang from words, which could not follow them: a label may lie over them. */
function lifelinesOfWords(diagram: Diagram): ReadonlySet<Segment> {
  const lifelines = lifelinesOf(diagram);
  const words = new Set(diagram.boxes.filter(({ shape }) => shape === 'words').map(({ id }) => id));
  const own = diagram.nets.filter(
    ({ id, ends }) => lifelines.isOne(id) && ends.some(({ attached }) => attached !== null && words.has(attached)),
  );
  return new Set(own.flatMap(({ segments }) => segments));
}

/** A level line goes on behind the label that it is written on: one stroke at least before another line crosses it. */
function isDrawnInto({ placement, segment }: Label): boolean {
  return placement === 'on' && !isVertical(segment);
}

/**
 * Columns right of a label's first cell, up to `after` it, where a border or a line, but not the line it is written on, stands
 * in its way.
 */
function obstacles(
  uprights: ReturnType<typeof uprightsOf>,
  writtenOver: ReadonlySet<Segment>,
  label: Label,
  line: TextLine,
  after: number,
): readonly number[] {
  return uprights(line.row, line.column + 1, line.column + line.width - 1 + after)
    .filter(({ segment }) => segment === null || !writtenOver.has(segment))
    .filter(({ segment }) => segment === null || label.placement !== 'on' || !same(segment, label.segment))
    .map(({ column }) => column);
}

function isVertical({ from, to }: Segment): boolean {
  return from.column === to.column;
}

function same(a: Segment, b: Segment): boolean {
  return meets(a.from, b.from) && meets(a.to, b.to);
}

function meets(a: Point, b: Point): boolean {
  return a.row === b.row && a.column === b.column;
}
