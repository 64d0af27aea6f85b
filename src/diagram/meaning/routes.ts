import { LEFT, RIGHT, isUpright, slantOf } from '../ink/glyphs.ts';
import type { Arm, LineCell, Lines } from '../lines/lines.ts';
import type { Point, Rect, Segment, Stroke } from '../model.ts';
import type { NetEnd, RawNet, RawNets } from '../lines/nets.ts';
import { unionOf } from '../geometry/union.ts';
import { BEND, LEVEL, spansOf, UPRIGHT, type Spans } from './spans.ts';

/** A net set straight: every piece horizontal or vertical, ends on borders. */
export interface Route {
  readonly segments: readonly Segment[];
  readonly joints: readonly Point[];
  readonly ends: readonly Point[];
  readonly style: Stroke;
  /** Place of each line cell in the straightened drawing. */
  readonly placeOf: (cell: number) => Point;
}

/**
 * Sets nets straight. Cells that hang together vertically share one column, also where they were drawn a column or two
 * aside; it is the column that most of them have, moved as little as lets every end meet its box.
 *
 *     └────┬────┘         └────┬────┘
 *           │         →        │
 *        ┌──┘               ┌──┘
 */
export function routeNets(lines: Lines, raw: RawNets, rectOf: (end: NetEnd) => Rect | null): readonly Route[] {
  const { cells } = lines;
  const chains = chainsOf(cells);
  const level = unionOf(cells.length);
  for (const { index, arms } of cells) if (arms.right?.kind === 'cell') level.join(index, arms.right.to);
  const columns = chainColumns(cells, chains, raw, rectOf);
  const placeOf = (index: number, side: Side = 'up'): Point => {
    const cell = cells[index];
    if (!cell) return { row: 0, column: 0 };
    return { row: cell.row, column: columns.get(chains(index, side)) ?? cell.column };
  };
  const touched = rowsTouched(cells, raw);
  const spans = spansOf(cells.length * 2);
  return raw.nets.map((net) => routeOf(net, cells, chains, level.find, placeOf, raw.crossings, touched, rectOf, spans));
}

/** The rows of messages that touch a lifeline where its bar is gone, by the cell of the bar above. */
function rowsTouched(cells: readonly LineCell[], { nets }: RawNets): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  for (const { ends } of nets)
    for (const { beside, cell } of ends)
      if (beside !== null) rows.set(beside, Math.max(cells[cell]?.row ?? 0, rows.get(beside) ?? 0));
  return rows;
}

/** A diagonal turns in one of its cells: above it the line has another column than below it. */
type Side = 'up' | 'down';
type ChainOf = (cell: number, side: Side) => number;

/** The cells that share one column. */
function chainsOf(cells: readonly LineCell[]): ChainOf {
  const upright = unionOf(cells.length * 2);
  const bends = bendsOf(cells);
  const nodeOf = (cell: number, side: Side) => (side === 'down' && bends.has(cell) ? cells.length + cell : cell);
  for (const { index, arms } of cells) {
    if (arms.down?.kind === 'cell') upright.join(nodeOf(index, 'down'), nodeOf(arms.down.to, 'up'));
    if (arms.up?.kind === 'cell') upright.join(nodeOf(index, 'up'), nodeOf(arms.up.to, 'down'));
  }
  return (cell, side) => upright.find(nodeOf(cell, side));
}

/** The cells where diagonals bend: each in its last one where it comes down to a line that others share, else in its first one. */
function bendsOf(cells: readonly LineCell[]): ReadonlySet<number> {
  const bends = new Set<number>();
  const next = (at: LineCell | undefined, side: Side) => {
    const arm = at?.arms[side];
    return arm?.kind === 'cell' ? cells[arm.to] : undefined;
  };
  const isDiagonal = (one: LineCell | undefined): one is LineCell => one !== undefined && slantOf(one.ink) !== 0;
  // the last cell of the diagonal that each is part of: what is below comes later
  const last = new Map<number, LineCell>();
  for (const cell of cells.toReversed()) {
    if (!isDiagonal(cell)) continue;
    const below = next(cell, 'down');
    const end = (isDiagonal(below) ? last.get(below.index) : undefined) ?? cell;
    last.set(cell.index, end);
    const foot = next(end, 'down');
    if (foot && foot.ink.head === null ? end === cell : !isDiagonal(next(cell, 'up'))) bends.add(cell.index);
  }
  return bends;
}

/** Columns aside that a diagonal need not keep. */
const SHORTEST = 4;

/** The column of every chain of cells that are joined up and down. */
function chainColumns(
  cells: readonly LineCell[],
  chainOf: ChainOf,
  raw: RawNets,
  rectOf: (end: NetEnd) => Rect | null,
): ReadonlyMap<number, number> {
  // most chains are straight: only those that are not have to vote
  const first = new Int32Array(cells.length * 2).fill(-1);
  const votes = new Map<number, Map<number, number>>();
  const eachLink = (visit: (chain: number, column: number) => void): void => {
    for (const { index, column } of cells) {
      const [above, below] = [chainOf(index, 'up'), chainOf(index, 'down')];
      visit(above, column);
      if (below !== above) visit(below, column);
    }
  };
  eachLink((chain, column) => {
    if (first[chain] === -1) first[chain] = column;
    else if (first[chain] !== column) votes.set(chain, new Map());
  });
  if (votes.size > 0)
    eachLink((chain, column) => {
      const list = votes.get(chain);
      list?.set(column, (list.get(column) ?? 0) + 1);
    });
  const ranges = new Map<number, { least: number; most: number }>();
  for (const net of raw.nets)
    for (const end of net.ends) {
      if (!isUpright(end.direction)) continue;
      const rect = rectOf(end);
      if (!rect) continue;
      const chain = chainOf(end.cell, end.direction);
      const range = ranges.get(chain) ?? { least: -Infinity, most: Infinity };
      const inset = insetOf(rect, cells[end.cell]);
      ranges.set(chain, {
        least: Math.max(range.least, rect.left + inset),
        most: Math.min(range.most, rect.right - inset),
      });
    }
  const columns = new Map<number, number>();
  for (const chain of new Set([...votes.keys(), ...ranges.keys()])) {
    let column = first[chain] ?? 0;
    let most = 0;
    for (const [candidate, count] of votes.get(chain) ?? [])
      if (count > most || (count === most && candidate < column)) [column, most] = [candidate, count];
    const range = ranges.get(chain);
    columns.set(chain, range ? Math.max(Math.min(column, range.most), range.least) : column);
  }
  for (const { index } of cells) straightenBend(chainOf(index, 'up'), chainOf(index, 'down'));
  return columns;

  /**
   * Above and below its bend a diagonal takes one column where both ends allow it, also where it is short and its line turns
   * there, else columns that leave room for the turn.
   */
  function straightenBend(above: number, below: number): void {
    if (above === below) return;
    const upper = columns.get(above) ?? first[above] ?? 0;
    const lower = columns.get(below) ?? first[below] ?? 0;
    const isShort = Math.abs(upper - lower) <= SHORTEST;
    if (isFit(below, upper) || (isShort && !ranges.has(below))) columns.set(below, upper);
    else if (isShort && !ranges.has(above)) columns.set(above, lower);
    else if (Math.abs(upper - lower) === 1 && isFit(above, 2 * upper - lower)) columns.set(above, 2 * upper - lower);
  }

  function isFit(chain: number, column: number): boolean {
    const range = ranges.get(chain);
    return range !== undefined && column >= range.least && column <= range.most;
  }
}

/** How far from the corners of a box a line arrives; a diagonal is set clear of them. */
function insetOf({ left, right }: Rect, cell: LineCell | undefined): number {
  if (right - left < 2) return 0;
  return cell && slantOf(cell.ink) !== 0 && right - left >= 4 ? 2 : 1;
}

function routeOf(
  net: RawNet,
  cells: readonly LineCell[],
  uprightOf: ChainOf,
  levelOf: (cell: number) => number,
  placeOf: (cell: number, side?: Side) => Point,
  crossings: ReadonlySet<number>,
  touched: ReadonlyMap<number, number>,
  rectOf: (end: NetEnd) => Rect | null,
  { stretch, trim, take }: Spans,
): Route {
  const joints: Point[] = [];
  // where a row of cells turns at its ends: what was drawn beyond a corner that was set nearer is no piece of it
  const turns: { readonly level: number; readonly from: number; readonly to: number }[] = [];
  for (const index of net.cells) {
    const cell = cells[index];
    if (!cell || crossings.has(index)) continue;
    const { arms } = cell;
    const place = placeOf(index);
    if (isBarb(cell)) continue;
    const leads = (arm: Arm | undefined) => isMet(arm) && !(arm?.kind === 'cell' && isBarb(cells[arm.to]));
    const [up, right, down, left] = [leads(arms.up), leads(arms.right), leads(arms.down), leads(arms.left)];
    const vertical = up || down;
    const horizontal = left || right;
    const [above, below] = [uprightOf(index, 'up'), uprightOf(index, 'down')];
    if (vertical) stretch(UPRIGHT, above, place.column, place.row);
    if (above !== below) {
      const { row, column } = placeOf(index, 'down');
      stretch(UPRIGHT, below, column, row);
      stretch(BEND, index, place.row, place.column);
      stretch(BEND, index, place.row, column);
    }
    if (horizontal) stretch(LEVEL, levelOf(index), place.row, place.column);
    if (vertical && left !== right)
      turns.push({
        level: levelOf(index),
        from: left ? -Infinity : place.column,
        to: left ? place.column : Infinity,
      });
    if (Number(up) + Number(right) + Number(down) + Number(left) > 2) joints.push(place);
  }
  for (const { level, from, to } of turns) trim(LEVEL, level, from, to);
  const ends = net.ends.map((end) => {
    const side = end.direction === 'down' ? 'down' : 'up';
    const { row, column } = placeOf(end.cell, side);
    const place = { row: touched.get(end.cell) ?? row, column };
    const rect = rectOf(end);
    const point =
      end.beside !== null
        ? { row: place.row, column: placeOf(end.beside).column }
        : rect
          ? onBorder(end, place, rect)
          : isSame(place, end.at)
            ? end.at
            : place;
    // where no lifeline is touched, a cell that a piece ends in is part of it already
    const isWithin = touched.size === 0 && point === end.at && !crossings.has(end.cell) && !isBarb(cells[end.cell]);
    if (isWithin) return point;
    if (isUpright(end.direction)) stretch(UPRIGHT, uprightOf(end.cell, end.direction), place.column, point.row);
    else stretch(LEVEL, levelOf(end.cell), place.row, point.column);
    return point;
  });
  return { segments: take(), joints, ends, style: styleOf(net, cells), placeOf };
}

function isMet(arm: Arm | undefined): boolean {
  return arm !== undefined && arm.kind !== 'nowhere';
}

/** The stroke beside the bar of a head: `\|/`. It is no piece of the line. */
function isBarb(cell: LineCell | undefined): boolean {
  return cell !== undefined && '\\/'.includes(cell.ink.glyph) && (cell.ink.arms === LEFT || cell.ink.arms === RIGHT);
}

function isSame(one: Point, other: Point): boolean {
  return one.row === other.row && one.column === other.column;
}

function onBorder(end: NetEnd, place: Point, rect: Rect): Point {
  const beside = end.run ? 1 : 0;
  switch (end.direction) {
    case 'up':
      return { row: rect.bottom + beside, column: place.column };
    case 'down':
      return { row: rect.top - beside, column: place.column };
    case 'left':
      return { row: place.row, column: end.run ? end.run.column + end.run.width : rect.right };
    case 'right':
      return { row: place.row, column: end.run ? end.run.column - 1 : rect.left };
  }
}

function styleOf(net: RawNet, cells: readonly LineCell[]): Stroke {
  const count: Record<Stroke, number> = { light: 0, heavy: 0, double: 0, dashed: 0 };
  for (const index of net.cells) count[cells[index]?.ink.stroke ?? 'light']++;
  for (const stroke of ['dashed', 'heavy', 'double'] as const) if (count[stroke] * 2 >= net.cells.length) return stroke;
  return 'light';
}
