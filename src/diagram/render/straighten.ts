import type { Box, BoxId, Diagram, NetId, Point } from '../model.ts';
import { axesOf, isOn } from './axes.ts';
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
    const wrong = [...rows.entries()].find(
      ([key, row]) => !still.has(key) && moves.get(row[0]?.id ?? '') && !isSound(row, diagram, sides, columns),
    );
    if (!wrong) return { sides, columnOf: (net, point) => lookUp(columns, net, point) };
    still.add(wrong[0]);
  }
}

function lookUp(columns: ReadonlyMap<NetAxis, number>, net: NetId, point: Point): number {
  for (const [axis, column] of columns) if (axis.net === net && isOn(axis, point, 'upright')) return column;
  return point.column;
}

/** Whether a row may stand where it was moved to: on its lines, inside its group, clear of other boxes and lines. */
function isSound(
  row: readonly Box[],
  { boxes }: Diagram,
  sides: SidesOf,
  columns: ReadonlyMap<NetAxis, number>,
): boolean {
  return row.every((box) => {
    const own = sides.get(box.id);
    const parent = box.parent === null ? undefined : sides.get(box.parent);
    if (!own || (parent && (own.left < parent.left + 2 || own.right > parent.right - 2))) return false;
    const beside = boxes.filter(
      (other) =>
        other.id !== box.id &&
        other.parent === box.parent &&
        overlaps(box.rect.top, box.rect.bottom, other.rect.top, other.rect.bottom),
    );
    if (
      beside.some(({ id }) =>
        overlaps(own.left - 1, own.right + 1, sides.get(id)?.left ?? 0, sides.get(id)?.right ?? 0),
      )
    )
      return false;
    return [...columns].every(([axis, column]) => {
      if (axis.ends.some(({ attached }) => attached === box.id)) return holds(own, column);
      return (
        !overlaps(box.rect.top, box.rect.bottom, axis.from, axis.to) || column < own.left - 1 || column > own.right + 1
      );
    });
  });
}
