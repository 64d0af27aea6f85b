import { keyOf } from '../../geometry/cell-key.ts';
import type { Box, BoxId, Diagram, Net, Point, Segment } from '../../model.ts';
import { clearRects } from '../text/neighbours.ts';

/**
 * The drawing with boxes that end before what stands beside them, where long words had pushed a wall into the next box or past
 * it. A line that ends at such a wall follows it.
 *
 *     │ exponential waits │   │ 14 days │         │ exponential waits │ 14 days │
 *     │ (Go)   ├──►│ (SQS) │                 →    │ (Go)             ├►│ (SQS)   │
 */
export function apart(diagram: Diagram): Diagram {
  const rects = clearRects(diagram);
  if (rects.size === 0) return diagram;
  const lefts = new Set(diagram.boxes.map(({ parent, rect }) => `${String(parent)},${String(rect.left)}`));
  const isIntoAnother = ({ parent }: Box, right: number) => lefts.has(`${String(parent)},${String(right + 1)}`);
  const moved = new Map<BoxId, number>();
  for (const box of diagram.boxes) {
    const right = rects.get(box.id)?.right;
    if (right !== undefined && isIntoAnother(box, right)) moved.set(box.id, right);
  }
  if (moved.size === 0) return diagram;
  return {
    ...diagram,
    boxes: diagram.boxes.map((box) => ({ ...box, rect: { ...box.rect, right: moved.get(box.id) ?? box.rect.right } })),
    nets: diagram.nets.map((net) => followed(net, moved)),
  };
}

function followed(net: Net, moved: ReadonlyMap<BoxId, number>): Net {
  const places = new Map(
    net.ends.flatMap(({ attached, direction, point }) => {
      const wall = moved.get(attached ?? '');
      const isAtWall = wall !== undefined && direction === 'left' && point.column > wall;
      return isAtWall ? [[keyOf(point), { row: point.row, column: wall }] as const] : [];
    }),
  );
  if (places.size === 0) return net;
  const place = (point: Point): Point => places.get(keyOf(point)) ?? point;
  // where the words had pushed the wall past the end of the line, the line lay inside the box: it leads on from the wall
  const follow = ({ from, to }: Segment): Segment => {
    const wall = places.get(keyOf(to));
    if (!wall || from.column > wall.column) return inOrder(place(from), place(to));
    const next = net.ends.find(
      ({ point }) => point.row === wall.row && point.column > wall.column && point.column < to.column,
    );
    return { from: wall, to: next?.point ?? wall };
  };
  return {
    ...net,
    segments: net.segments.map(follow),
    ends: net.ends.map((end) => ({ ...end, point: place(end.point) })),
  };
}

/** A piece whose ends may have changed places on their row, from its upper or left end on. */
function inOrder(a: Point, b: Point): Segment {
  return a.row === b.row && a.column > b.column ? { from: b, to: a } : { from: a, to: b };
}
