import type { Direction, End, Point } from '../../model.ts';
import { axisAt } from './axes.ts';
import type { Layout } from './layout.ts';
import type { Spot } from '../svg/path.ts';
import type { Knot, Track } from './tracks.ts';

/** A net in px: a graph of orthogonal pieces. */
export interface Route extends Pick<Track, 'net' | 'lifeline' | 'knots' | 'links' | 'levels'> {
  /** Where each knot stands in the picture, by its number. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Those of the levels. */
  readonly heights: readonly number[];
}

/** Where a point of the net stands in the picture. */
export function spotOf(point: Point, { net, levels, heights }: Route, layout: Layout): Spot {
  return { x: layout.netX(net.id, point), y: heightOf(point, levels, heights, layout) };
}

function heightOf(point: Point, levels: Route['levels'], heights: Route['heights'], layout: Layout): number {
  const level = axisAt(levels, 'level', point);
  return (level && heights[level.number]) ?? layout.y(point.row);
}

/** Where a knot stands in the picture. */
export function spotAt({ xs, ys }: Route, knot: number): Spot {
  return { x: xs[knot] ?? 0, y: ys[knot] ?? 0 };
}

/** The middle of a border to its outer edge: heads and tails meet it there. */
const borderHalf = 0.6;
/** The same for a lifeline. */
const lifelineHalf = 0.5;

const opposite = { up: 'down', right: 'left', down: 'up', left: 'right' } as const satisfies Record<
  Direction,
  Direction
>;
export const unit = {
  up: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
} as const satisfies Record<Direction, Spot>;

/** Brings the nets of a diagram into the picture; `heights` are those of the level lines of each. */
export function routesOf(layout: Layout, heights: readonly (readonly number[])[]): readonly Route[] {
  return layout.plan.tracks.map((track, index) => routeOf(track, heights[index] ?? [], layout));
}

function routeOf(
  { net, lifeline, knots, links, columns, levels }: Track,
  heights: Route['heights'],
  layout: Layout,
): Route {
  const [xs, ys] = [knots.map(() => 0), knots.map(() => 0)];
  for (const knot of knots) if (knot) ({ x: xs[knot.number], y: ys[knot.number] } = place(knot));
  return { net, lifeline, knots, links, levels, xs, ys, heights };

  function place({ number, point, end, apart }: Knot): Spot {
    const spot = { x: layout.x(columns[number] ?? 0), y: heightOf(point, levels, heights, layout) };
    if (!end) return spot;
    const border = atBorder(end, spot, layout);
    return apart ? ahead(spot, border, end.direction) : border;
  }
}

/** A leg never runs backwards: where the border is behind, it stays where it is. */
function ahead(from: Spot, to: Spot, direction: Direction): Spot {
  const { x, y } = unit[direction];
  return (to.x - from.x) * x + (to.y - from.y) * y > 0 ? to : from;
}

/** An end meets the outer edge of the border that it walks to, from outside or from inside a group. */
function atBorder(end: End, spot: Spot, layout: Layout): Spot {
  const { attached, direction, point } = end;
  const box = layout.plan.family.box(attached);
  if (!box) return spot;
  const lifeline = layout.plan.lifelines.of(end);
  if (lifeline !== null) return { x: layout.netX(lifeline, point) - unit[direction].x * lifelineHalf, y: spot.y };
  const frame = layout.frame(box.id);
  const { rect } = box;
  const half = box.shape === 'words' ? 0 : borderHalf;
  const towards = unit[direction];
  const upright = towards.x === 0;
  const [first, last, at] = upright ? [rect.top, rect.bottom, point.row] : [rect.left, rect.right, point.column];
  const near = at - first <= last - at;
  const border = upright ? (near ? frame.top : frame.bottom) : near ? frame.left : frame.right;
  return upright ? { x: spot.x, y: border - towards.y * half } : { x: border - towards.x * half, y: spot.y };
}

export function opposed(direction: Direction): Direction {
  return opposite[direction];
}
