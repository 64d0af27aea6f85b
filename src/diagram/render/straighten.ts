import type { Box, BoxId, Diagram, NetId, Point } from '../model.ts';
import { axesOf, isOn } from './axes.ts';
import { bandRows, bandsOf, type Bands } from './bands.ts';
import type { Bare } from './bare.ts';
import { axisColumns, type NetAxis } from './columns.ts';
import { inLine, movedSides, rowsOf, solveMoves } from './moves.ts';
import { crowdedSides } from './ports.ts';
import { meantSides, holds, overlaps, type SidesOf } from './sides.ts';

/** Where things stand from left to right once the small crookedness of the drawing is taken out. Columns may be halves. */
export interface Straight {
  readonly sides: SidesOf;
  /** The column on which a point of a net stands. */
  columnOf(net: NetId, point: Point): number;
}

/**
 * Sets the columns straight: edges that differ by one become equal, rows of boxes move as one to stand under their fork,
 * and upright lines go through the middle of the boxes they were meant to.
 */
export function straighten(diagram: Diagram, bare: ReadonlyMap<BoxId, Bare>): Straight {
  const even = meantSides(diagram.boxes);
  const axes = diagram.nets.flatMap((net) => axesOf(net, 'upright').map((axis): NetAxis => ({ ...axis, net: net.id })));
  const flush = new Set([...bare].flatMap(([id, { align }]) => (align === 'middle' ? [] : [id])));
  const ports = crowdedSides(diagram.nets, flush);
  const rows = rowsOf(diagram, even, flush);
  const still = new Set<string>();
  for (;;) {
    const moves = solveMoves(rows, axes, even, ports, still);
    const sides = inLine(movedSides(even, moves), rows, still);
    const columns = axisColumns(axes, diagram, sides, moves, ports, flush);
    const moved = [...rows].filter(([key, row]) => !still.has(key) && moves.get(row[0]?.id ?? ''));
    const neighbours = moved.length > 0 ? neighboursOf(diagram.boxes, columns) : null;
    const wrong = neighbours ? moved.filter(([, row]) => !isSound(row, neighbours, sides)).map(([key]) => key) : [];
    if (wrong.length === 0) {
      const byPlace = Map.groupBy(columns, ([{ net, at }]) => `${net} ${at}`);
      return { sides, columnOf: (net, point) => lookUp(byPlace.get(`${net} ${point.column}`) ?? [], point) };
    }
    // One at a time, because it may have led others astray; not for ever.
    for (const key of still.size < mostTries ? wrong.slice(0, 1) : wrong) still.add(key);
  }
}

function lookUp(columns: readonly (readonly [NetAxis, number])[], point: Point): number {
  return columns.find(([axis]) => isOn(axis, point, 'upright'))?.[1] ?? point.column;
}

/** After so many tries, everything that is wrong stays where it was. */
const mostTries = 12;

/** Boxes and upright lines by their rows. */
interface Neighbours {
  readonly boxes: Bands<Box>;
  readonly columns: Bands<readonly [NetAxis, number]>;
}

function neighboursOf(boxes: readonly Box[], columns: ReadonlyMap<NetAxis, number>): Neighbours {
  const byRows: Neighbours = { boxes: bandsOf(bandRows), columns: bandsOf(bandRows) };
  for (const box of boxes) byRows.boxes.add(box, box.rect.top, box.rect.bottom);
  for (const entry of columns) byRows.columns.add(entry, entry[0].from, entry[0].to);
  return byRows;
}

/** Whether a row may stand where it was moved to: on its lines, inside its group, clear of other boxes and lines. */
function isSound(row: readonly Box[], { boxes, columns }: Neighbours, sides: SidesOf): boolean {
  return row.every((box) => {
    const own = sides.get(box.id);
    const parent = box.parent === null ? undefined : sides.get(box.parent);
    if (!own || (parent && (own.left < parent.left + 2 || own.right > parent.right - 2))) return false;
    const { top, bottom } = box.rect;
    const beside = boxes.near(top, bottom).filter((other) => other.id !== box.id && other.parent === box.parent);
    if (
      beside.some(({ id }) =>
        overlaps(own.left - 1, own.right + 1, sides.get(id)?.left ?? 0, sides.get(id)?.right ?? 0),
      )
    )
      return false;
    // Lines that end at a box reach it, or stop a cell before.
    return columns.near(top - 1, bottom + 1).every(([axis, column]) => {
      if (axis.ends.some(({ attached }) => attached === box.id)) return holds(own, column);
      return !overlaps(top, bottom, axis.from, axis.to) || column < own.left - 1 || column > own.right + 1;
    });
  });
}
