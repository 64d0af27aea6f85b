import { DIRECTIONS } from './glyphs.ts';
import type { LineCell, Lines } from './lines.ts';
import type { Point, Rect, Segment, Stroke } from './model.ts';
import type { NetEnd, RawNet, RawNets } from './nets.ts';
import { unionOf } from './union.ts';

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
  const upright = unionOf(cells.length);
  const level = unionOf(cells.length);
  for (const { index, arms } of cells) {
    if (arms.down?.kind === 'cell') upright.join(index, arms.down.to);
    if (arms.up?.kind === 'cell') upright.join(index, arms.up.to);
    if (arms.right?.kind === 'cell') level.join(index, arms.right.to);
  }
  const columns = chainColumns(cells, upright.find, raw, rectOf);
  const placeOf = (index: number): Point => {
    const cell = cells[index];
    if (!cell) return { row: 0, column: 0 };
    return { row: cell.row, column: columns.get(upright.find(index)) ?? cell.column };
  };
  return raw.nets.map((net) => routeOf(net, cells, upright.find, level.find, placeOf, raw.crossings, rectOf));
}

/** The column of every chain of cells that are joined up and down. */
function chainColumns(
  cells: readonly LineCell[],
  chainOf: (cell: number) => number,
  raw: RawNets,
  rectOf: (end: NetEnd) => Rect | null,
): ReadonlyMap<number, number> {
  const votes = new Map<number, Map<number, number>>();
  for (const { index, column } of cells) {
    const chain = chainOf(index);
    const list = votes.get(chain) ?? new Map<number, number>();
    votes.set(chain, list.set(column, (list.get(column) ?? 0) + 1));
  }
  const ranges = new Map<number, { least: number; most: number }>();
  for (const net of raw.nets)
    for (const end of net.ends) {
      if (end.direction !== 'up' && end.direction !== 'down') continue;
      const rect = rectOf(end);
      if (!rect) continue;
      const chain = chainOf(end.cell);
      const range = ranges.get(chain) ?? { least: -Infinity, most: Infinity };
      const inset = rect.right - rect.left >= 2 ? 1 : 0;
      ranges.set(chain, {
        least: Math.max(range.least, rect.left + inset),
        most: Math.min(range.most, rect.right - inset),
      });
    }
  const columns = new Map<number, number>();
  for (const [chain, list] of votes) {
    let column = 0;
    let most = 0;
    for (const [candidate, count] of list)
      if (count > most || (count === most && candidate < column)) [column, most] = [candidate, count];
    const range = ranges.get(chain);
    columns.set(chain, range ? Math.max(Math.min(column, range.most), range.least) : column);
  }
  return columns;
}

function routeOf(
  net: RawNet,
  cells: readonly LineCell[],
  uprightOf: (cell: number) => number,
  levelOf: (cell: number) => number,
  placeOf: (cell: number) => Point,
  crossings: ReadonlySet<number>,
  rectOf: (end: NetEnd) => Rect | null,
): Route {
  const spans = new Map<string, { vertical: boolean; at: number; from: number; to: number }>();
  const own = new Set(net.cells);
  const stretch = (key: string, vertical: boolean, at: number, value: number) => {
    const span = spans.get(key);
    if (!span) spans.set(key, { vertical, at, from: value, to: value });
    else spans.set(key, { ...span, from: Math.min(span.from, value), to: Math.max(span.to, value) });
  };
  const joints: Point[] = [];
  for (const index of net.cells) {
    const cell = cells[index];
    if (!cell) continue;
    const place = placeOf(index);
    const links = DIRECTIONS.filter((direction) => cell.arms[direction]?.kind === 'cell');
    const met = DIRECTIONS.filter((direction) => cell.arms[direction] && cell.arms[direction].kind !== 'nowhere');
    const crossing = crossings.has(index);
    const vertical =
      links.some((direction) => direction === 'up' || direction === 'down') ||
      (!crossing && met.some((direction) => direction === 'up' || direction === 'down'));
    const horizontal =
      links.some((direction) => direction === 'left' || direction === 'right') ||
      (!crossing && met.some((direction) => direction === 'left' || direction === 'right'));
    const lone = !vertical && !horizontal;
    if (crossing) continue;
    if (vertical || (lone && cell.ink.head !== 'left' && cell.ink.head !== 'right'))
      stretch(`v${String(uprightOf(index))}`, true, place.column, place.row);
    if (horizontal || (lone && (cell.ink.head === 'left' || cell.ink.head === 'right')))
      stretch(`h${String(levelOf(index))}`, false, place.row, place.column);
    if (met.length > 2) joints.push(place);
  }
  const ends = net.ends.map((end) => {
    const place = placeOf(end.cell);
    const rect = rectOf(end);
    const point =
      end.beside !== null
        ? { row: place.row, column: placeOf(end.beside).column }
        : rect
          ? onBorder(end, place, rect)
          : place;
    const upright = end.direction === 'up' || end.direction === 'down';
    if (own.has(end.cell)) {
      if (upright) stretch(`v${String(uprightOf(end.cell))}`, true, place.column, point.row);
      else stretch(`h${String(levelOf(end.cell))}`, false, place.row, point.column);
    }
    return point;
  });
  const segments = [...spans.values()]
    .filter(({ from, to }) => to > from)
    .map(({ vertical, at, from, to }): Segment =>
      vertical
        ? { from: { row: from, column: at }, to: { row: to, column: at } }
        : { from: { row: at, column: from }, to: { row: at, column: to } },
    );
  return { segments, joints, ends, style: styleOf(net, cells), placeOf };
}

function onBorder(end: NetEnd, place: Point, rect: Rect): Point {
  const beside = end.run ? 1 : 0;
  switch (end.direction) {
    case 'up':
      return { row: rect.bottom + beside, column: place.column };
    case 'down':
      return { row: rect.top - beside, column: place.column };
    case 'left':
      return { row: place.row, column: rect.right + beside };
    case 'right':
      return { row: place.row, column: rect.left - beside };
  }
}

function styleOf(net: RawNet, cells: readonly LineCell[]): Stroke {
  const count: Record<Stroke, number> = { light: 0, heavy: 0, double: 0, dashed: 0 };
  for (const index of net.cells) count[cells[index]?.ink.stroke ?? 'light']++;
  for (const stroke of ['dashed', 'heavy', 'double'] as const)
    if (count[stroke] * 2 >= net.cells.length && count[stroke] > 0) return stroke;
  return 'light';
}
