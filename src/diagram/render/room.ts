import type { Box, Diagram, Label, Net, Point, Rect, Segment, TextLine } from '../model.ts';

/** Where a cell of the straightened drawing goes when boxes and lines make room. Never left of or above its own place. */
export type Placing = (point: Point) => Point;

export type ColumnMap = (column: number) => number;

/** Room for words everywhere; in ASCII also for short arrows, and for rails that would run along other lines. */
export function makeRoom(diagram: Diagram, { ascii }: { readonly ascii: boolean }): Placing {
  const arrows = new Map(ascii ? shortArrows(diagram).map((column) => [column, 1]) : []);
  const across = widen(diagram, new Map([...closeBranches(diagram), ...arrows]));
  const heightened = ascii ? closeRails(diagram) : [];
  return ({ row, column }) => ({
    row: row + heightened.filter((at) => at <= row).length,
    column: across(column),
  });
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
  const widened = new Map(first);
  const map: ColumnMap = (column) => {
    let moved = column;
    for (const [at, by] of widened) if (at <= column) moved += by;
    return moved;
  };
  const push = (wall: number, line: TextLine, after: number): void => {
    const missing = map(line.column) + line.width + after - map(wall);
    const lack = missing + padding(line, missing);
    if (line.column < wall && lack > 0) widened.set(wall, (widened.get(wall) ?? 0) + lack);
  };
  for (const { right, line, after } of walls(diagram)) push(right, line, after);
  for (const label of diagram.labels)
    for (const line of label.lines) for (const column of obstacles(diagram, label, line)) push(column, line, 0);
  return map;
}

/** What a branch of a tree lacks to have a piece of line and a blank before its words: `├sda1` becomes `├─ sda1`. */
function closeBranches({ boxes, nets }: Diagram): ReadonlyMap<number, number> {
  const words = new Map(boxes.filter(({ shape }) => shape === 'words').map(({ id, rect }) => [id, rect.left]));
  const lacking = nets.flatMap(({ segments, ends }) => {
    const above = ends.filter(({ direction }) => direction === 'up').map(({ point }) => ({ from: point, to: point }));
    const trunks = [...segments.filter(isVertical), ...above];
    return ends
      .filter(({ direction, head }) => direction === 'right' && head === 'none')
      .flatMap(({ point, attached }) => {
        const left = words.get(attached ?? '');
        const trunk = trunks.find((piece) => spans(piece, point.row) && piece.from.column <= point.column);
        return left === undefined || !trunk ? [] : [[left, BRANCH - (left - trunk.from.column)] as const];
      });
  });
  return new Map(lacking.filter(([, lack]) => lack > 0).sort((a, b) => a[1] - b[1]));
}

/** Columns from a trunk to the words of its branches. */
const BRANCH = 3;

/** In ASCII an arrow between words takes two cells, `A -> B`, where `A → B` takes one. */
function shortArrows({ boxes, nets }: Diagram): readonly number[] {
  const words = new Set(boxes.filter(({ shape }) => shape === 'words').map(({ id }) => id));
  const between = nets.filter(
    ({ ends }) =>
      ends.some(({ head }) => head !== 'none') &&
      ends.every(({ attached }) => attached !== null && words.has(attached)),
  );
  return between.flatMap(({ segments }) =>
    segments.filter(({ from, to }) => from.row === to.row && to.column - from.column < 3).map(({ to }) => to.column),
  );
}

/**
 * Rows to move down so that no rail runs right beside a border or another rail, where every `+` would join both:
 *
 *     +----+----+             +----+----+
 *     +----+----+----+   →         |
 *                             +----+----+----+
 */
function closeRails({ boxes, nets }: Diagram): readonly number[] {
  const words = new Set(boxes.filter(({ shape }) => shape === 'words').map(({ id }) => id));
  const meetsWords = ({ ends }: Net) => ends.some(({ attached }) => attached !== null && words.has(attached));
  const drawn = nets.filter((net) => !meetsWords(net));
  const steps = drawn.flatMap(({ segments }) =>
    segments.filter(({ from, to }) => to.row - from.row === 1).map(({ to }) => to.row),
  );
  const rails = drawn.flatMap(({ segments }) => segments.filter(({ from, to }) => from.row === to.row));
  const stacked = rails
    .filter((rail) =>
      rails.some(
        ({ from, to }) =>
          from.row === rail.from.row - 1 && from.column <= rail.to.column && to.column >= rail.from.column,
      ),
    )
    .map(({ from }) => from.row);
  return [...new Set([...steps, ...stacked, ...nets.flatMap((net) => turnsAtWords(net, words))])];
}

/** Rows where a rail runs right at words: its `+` would have no bar that makes it a corner. The branches of a tree stand close. */
function turnsAtWords({ ends, segments }: Net, words: ReadonlySet<string>): readonly number[] {
  if (ends.some(({ direction }) => direction === 'left' || direction === 'right')) return [];
  const turning = ends.filter(
    ({ attached, point }) =>
      words.has(attached ?? '') &&
      segments.some(({ from, to }) => from.row === to.row && (meets(from, point) || meets(to, point))),
  );
  return turning.map(({ point, direction }) => (direction === 'up' ? point.row : point.row + 1));
}

/**
 * A box whose long line has pushed its wall into the box beside it, or over the line that leaves it, ends before that; the
 * words then make room for all of them.
 */
export function clearOfNeighbours(box: Box, { boxes, nets }: Diagram): Rect {
  const { id, rect } = box;
  const beside = boxes.filter(
    (other) =>
      other.parent === box.parent &&
      other.shape !== 'words' &&
      other.rect.left > rect.left &&
      other.rect.left < rect.right,
  );
  const inWay = beside.filter((other) => other.rect.top <= rect.bottom && other.rect.bottom >= rect.top);
  const leaving = nets.flatMap(({ segments, ends }) =>
    ends
      .filter(({ attached, direction }) => attached === id && direction === 'left')
      .filter(({ point }) => point.row > rect.top && point.row < rect.bottom)
      .flatMap(({ point }) => segments.filter(({ from, to }) => from.row === point.row && to.row === point.row))
      .filter(({ from, to }) => from.column > rect.left && from.column < rect.right && to.column > rect.right),
  );
  const starts = [...inWay.map((other) => other.rect.left), ...leaving.map(({ from }) => from.column)];
  return { ...rect, right: Math.min(rect.right, ...starts.map((column) => column - 1)) };
}

/** The words of a box; a title that stands right at the corner leaves room for border: `┌[ Orders ]───┐`, `┌── [ Orders ] ─┐`. */
export function clearOfCorner({ rect, text, titleInBorder }: Box): readonly TextLine[] {
  const [title, ...others] = text;
  if (!title || !titleInBorder || title.column !== rect.left + 1) return text;
  return [{ ...title, column: rect.left + 4 }, ...others];
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
    .flatMap((box) =>
      box.text.map((line) => ({ right: wallRightOf(line, box), line, after: line.row === box.rect.top ? 1 : 0 })),
    );
  return found.sort((a, b) => a.right - b.right);
}

function wallRightOf(line: TextLine, box: Diagram['boxes'][number]): number {
  const home = box.kind === 'node' ? box.compartments.find(({ text }) => text.includes(line)) : undefined;
  return Math.min(home?.rect.right ?? box.rect.right, box.rect.right);
}

/** Columns right of a label's first cell where a border or a line, but not the line it is written on, stands in its way. */
function obstacles(diagram: Diagram, label: Label, line: TextLine): readonly number[] {
  const first = line.column + 1;
  const inWay = (at: Point): boolean =>
    at.row === line.row && at.column >= first && at.column < line.column + line.width;
  const borders = diagram.boxes.filter(({ shape }) => shape !== 'words').flatMap(({ rect }) => wallsAt(rect, line.row));
  const lines = diagram.nets.flatMap(({ segments }) =>
    segments.filter((segment) => isVertical(segment) && spans(segment, line.row)),
  );
  const columns = [
    ...borders,
    ...lines
      .filter((segment) => !same(segment, label.segment) || label.placement !== 'on')
      .map(({ from }) => from.column),
  ];
  return columns.filter((column) => inWay({ row: line.row, column })).sort((a, b) => a - b);
}

function wallsAt({ top, right, bottom, left }: Rect, row: number): readonly number[] {
  return row >= top && row <= bottom ? [left, right] : [];
}

function isVertical({ from, to }: Segment): boolean {
  return from.column === to.column;
}

function spans({ from, to }: Segment, row: number): boolean {
  return from.row <= row && row <= to.row;
}

function same(a: Segment, b: Segment): boolean {
  return meets(a.from, b.from) && meets(a.to, b.to);
}

function meets(a: Point, b: Point): boolean {
  return a.row === b.row && a.column === b.column;
}
