import { byPlace } from '../../geometry/by-place.ts';
import { keyOf, type CellKey } from '../../geometry/cell-key.ts';
import { DOWN, HORIZONTAL, LEFT, RIGHT, UP, VERTICAL } from '../../ink/glyphs.ts';
import type { Net, Point, Segment } from '../../model.ts';

/** A cell where two pieces run straight over each other and are not joined. */
interface Crossing {
  readonly at: Point;
  readonly level: Segment;
  readonly upright: Segment;
}

export function crossingsOf(nets: readonly Net[]): readonly Crossing[] {
  const pieces = nets.flatMap(({ segments }) => segments);
  const joints = new Set(nets.flatMap((net) => net.joints.map(keyOf)));
  const byRow = byPlace<Segment>();
  for (const piece of pieces)
    if (piece.from.row === piece.to.row) byRow.add(piece.from.row, piece.from.column, piece.to.column, piece);
  const found: Crossing[] = [];
  for (const upright of pieces.filter(({ from, to }) => from.column === to.column))
    for (let row = upright.from.row + 1; row < upright.to.row; row++) {
      const at = { row, column: upright.from.column };
      const level = byRow
        .near(row, at.column, at.column)
        .find(({ from, to }) => at.column > from.column && at.column < to.column);
      if (level && !joints.has(keyOf(at))) found.push({ at, level, upright });
    }
  return found;
}

/**
 * Crossings that a `┼` would join: both ends of a piece turn to the same side, as those of a rail do.
 *
 *     ┌───┼───┐            ┌───│───┐
 *     ▼   ▼   │     →      ▼   ▼   │
 */
export function crossingsLikeJoints(nets: readonly Net[]): readonly Crossing[] {
  const sides = new Map<CellKey, number>();
  const add = (point: Point, side: number) => sides.set(keyOf(point), (sides.get(keyOf(point)) ?? 0) | side);
  for (const { segments } of nets)
    for (const { from, to } of segments) {
      const upright = from.column === to.column;
      add(from, upright ? DOWN : RIGHT);
      add(to, upright ? UP : LEFT);
    }
  const turns = ({ from, to }: Segment, axis: number) =>
    ((sides.get(keyOf(from)) ?? 0) & (sides.get(keyOf(to)) ?? 0) & axis) !== 0;
  return crossingsOf(nets).filter(({ level, upright }) => turns(level, VERTICAL) || turns(upright, HORIZONTAL));
}
