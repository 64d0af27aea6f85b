import type { Box, BoxId, Diagram, NetId, Point } from '../../model.ts';
import { areasOf, type Areas } from './areas.ts';
import { axesOf, axisAt, type Axis } from './axes.ts';
import type { Bare } from './bare.ts';
import { axisColumns } from './columns.ts';
import { inLine, movedSides, rowsOf, solveMoves } from './moves.ts';
import { crowdedSides } from './ports.ts';
import { meantSides, holds, type SidesOf } from './sides.ts';

/** Where things stand from left to right once the small crookedness of the drawing is taken out. Columns may be halves. */
export interface Straight {
  readonly sides: SidesOf;
  /** The upright axes of a net. */
  uprightsOf(net: NetId): readonly Axis[];
  /** The column on which a point of a net stands. */
  columnOf(net: NetId, point: Point): number;
}

/**
 * Sets the columns straight: edges that differ by one become equal, rows of boxes move as one to stand under their fork,
 * and upright lines go through the middle of the boxes they were meant to.
 */
export function straighten(diagram: Diagram, bare: ReadonlyMap<BoxId, Bare>): Straight {
  const even = meantSides(diagram.boxes);
  const axes = diagram.nets.flatMap((net) => axesOf(net, 'upright'));
  const flush = new Set([...bare].flatMap(([id, { align }]) => (align === 'middle' ? [] : [id])));
  const ports = crowdedSides(diagram.nets, flush);
  const rows = rowsOf(diagram, even, flush);
  const still = new Set<string>();
  for (;;) {
    const moves = solveMoves(rows, axes, even, ports, still);
    const sides = inLine(movedSides(even, moves), rows, still);
    const columns = axisColumns(axes, diagram, sides, moves, ports, flush);
    const moved = [...rows].filter(([key, row]) => !still.has(key) && moves.get(row[0]?.id ?? ''));
    const neighbours = moved.length > 0 ? neighboursOf(diagram, sides, columns) : null;
    const wrong = neighbours ? moved.filter(([, row]) => !isSound(row, neighbours, sides)).map(([key]) => key) : [];
    if (wrong.length === 0) return { sides, ...columnsUnder(axes, columns) };
    // One at a time, because it may have led others astray; not for ever.
    for (const key of still.size < mostTries ? wrong.slice(0, 1) : wrong) still.add(key);
  }
}

function columnsUnder(axes: readonly Axis[], columns: ReadonlyMap<Axis, number>): Omit<Straight, 'sides'> {
  const nets = Map.groupBy(axes, ({ net }) => net);
  const uprightsOf = (net: NetId): readonly Axis[] => nets.get(net) ?? [];
  const columnOf = (net: NetId, point: Point): number => {
    const axis = axisAt(uprightsOf(net), 'upright', point);
    return (axis && columns.get(axis)) ?? point.column;
  };
  return { uprightsOf, columnOf };
}

/** After so many tries, everything that is wrong stays where it was. */
const mostTries = 12;

/** Boxes and upright lines, where they stand now. */
interface Neighbours {
  readonly boxes: Areas<Box>;
  readonly lines: Areas<Axis>;
  /** The columns of the lines that are attached to each box. */
  readonly attached: ReadonlyMap<BoxId, readonly number[]>;
}

function neighboursOf(diagram: Diagram, sides: SidesOf, columns: ReadonlyMap<Axis, number>): Neighbours {
  const boxes = areasOf<Box>();
  for (const box of diagram.boxes) boxes.add(box, { ...box.rect, ...sides.get(box.id) });
  const lines = areasOf<Axis>();
  const attached = new Map<BoxId, number[]>();
  for (const [axis, column] of columns) {
    lines.add(axis, { left: column, right: column, top: axis.from, bottom: axis.to });
    for (const end of axis.ends) {
      if (end.attached === null) continue;
      const own = attached.get(end.attached);
      if (own) own.push(column);
      else attached.set(end.attached, [column]);
    }
  }
  return { boxes, lines, attached };
}

/** Whether a row may stand where it was moved to: on its lines, inside its group, clear of other boxes and lines. */
function isSound(row: readonly Box[], { boxes, lines, attached }: Neighbours, sides: SidesOf): boolean {
  return row.every(({ id, parent, rect: { top, bottom } }) => {
    const own = sides.get(id);
    const around = parent === null ? undefined : sides.get(parent);
    if (!own || (around && (own.left < around.left + 2 || own.right > around.right - 2))) return false;
    const room = { left: own.left - 1, right: own.right + 1, top, bottom };
    if (boxes.near(room).some((other) => other.id !== id && other.parent === parent)) return false;
    if ((attached.get(id) ?? []).some((column) => !holds(own, column))) return false;
    return lines.near(room).every(({ ends }) => ends.some((end) => end.attached === id));
  });
}
