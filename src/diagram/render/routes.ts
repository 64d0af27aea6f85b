import type { Box, BoxId, Direction, End, Net, Point } from '../model.ts';
import { axesOf, directionLie, isOn, type Axis } from './axes.ts';
import { lifelinesOf, type Lifelines } from './lifelines.ts';
import { flowsOf, keyOf, piecesAt, piecesOf, pointsOf, pruned, type Flow, type Piece } from './pieces.ts';
import { crowdedSides, sideOf } from './ports.ts';
import type { Layout } from './layout.ts';
import type { Spot } from './path.ts';

/** A corner, a joint or an end of a net in the picture. */
export interface Vertex {
  readonly spot: Spot;
  readonly end: End | null;
  /** The line arrives nowhere here, and that is odd: a lifeline just ends. */
  readonly dangles: boolean;
  readonly arms: ReadonlyMap<Direction, Link>;
}

/** A straight piece between two vertices; `a` is above or left of `b`. */
export interface Link {
  readonly a: string;
  readonly b: string;
  readonly flow: Flow;
}

/** A net in px: a graph of orthogonal pieces. */
export interface Route {
  readonly net: Net;
  /** What hangs from a part for messages to arrive at. */
  readonly lifeline: boolean;
  readonly vertices: ReadonlyMap<string, Vertex>;
  readonly links: readonly Link[];
  /** Where a point of the net stands in the picture. */
  spotOf(point: Point): Spot;
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

/** Brings the nets of a diagram into the picture. Level lines between boxes go to the middle of a side if they were near it. */
export function routesOf(layout: Layout): readonly Route[] {
  const { nets, boxes } = layout.plan.diagram;
  const around: Around = {
    layout,
    boxes: new Map(boxes.map((box) => [box.id, box])),
    crowded: crowdedSides(nets),
    lifelines: lifelinesOf(layout.plan.diagram),
  };
  return nets.map((net) => routeOf(net, around));
}

/** What a net has to know of the others. */
interface Around {
  readonly layout: Layout;
  readonly boxes: ReadonlyMap<BoxId, Box>;
  readonly crowded: ReadonlySet<string>;
  readonly lifelines: Lifelines;
}

function routeOf(net: Net, around: Around): Route {
  const { layout, lifelines } = around;
  const lifeline = lifelines.isOne(net.id);
  const levels = Map.groupBy(
    axesOf(net, 'level').map((axis) => ({ axis, y: levelY(axis, around) })),
    ({ axis }) => axis.at,
  );
  const spotOf = (point: Point): Spot => ({
    x: layout.netX(net.id, point),
    y: levels.get(point.row)?.find(({ axis }) => isOn(axis, point, 'level'))?.y ?? layout.y(point.row),
  });
  const points = pointsOf(net);
  const straight = pruned(piecesOf(net, points), new Set(net.ends.map(({ point }) => keyOf(point))));
  const spots = new Map([...points].map(([key, point]) => [key, spotOf(point)]));
  const ends = new Map<string, End>();
  const pieces = [...straight];
  const straightAt = piecesAt(straight);
  const endsAt = Map.groupBy(net.ends, ({ point }) => keyOf(point));
  for (const [index, end] of net.ends.entries()) {
    const key = keyOf(end.point);
    const border = atBorder(end, spotOf(end.point), around);
    const alone = endsAt.get(key)?.length === 1;
    if (alone && isLineEnd(key, end, straightAt.get(key) ?? [])) {
      ends.set(key, end);
      spots.set(key, border);
      continue;
    }
    // The line only touches the box here, or runs past it: a leg of its own leads to the border.
    const own = `${key} ${index}`;
    const first = end.direction === 'up' || end.direction === 'left';
    ends.set(own, end);
    spots.set(own, ahead(spotOf(end.point), border, end.direction));
    pieces.push({ a: first ? own : key, b: first ? key : own, upright: directionLie(end) === 'upright' });
  }
  const flows = flowsOf(net, ends, pieces);
  const links = new Map(pieces.map((piece, index): [Piece, Link] => [piece, linkOf(piece, flows[index] ?? 'both')]));
  const at = piecesAt(pieces);
  const vertices = new Map<string, Vertex>();
  for (const [key, spot] of spots) {
    const arms = new Map<Direction, Link>();
    for (const piece of at.get(key) ?? []) {
      const link = links.get(piece);
      if (link && piece.a === key) arms.set(piece.upright ? 'down' : 'right', link);
      if (link && piece.b === key) arms.set(piece.upright ? 'up' : 'left', link);
    }
    const end = ends.get(key) ?? null;
    if (end === null && arms.size === 0) continue;
    vertices.set(key, { end, arms, spot, dangles: end?.attached === null && !lifeline });
  }
  return { net, lifeline, vertices, links: [...links.values()], spotOf };
}

function linkOf({ a, b }: Piece, flow: Flow): Link {
  return { a, b, flow };
}

/** Whether a line comes to its end here in the direction that the end says, and does nothing else; `touching` are the pieces here. */
function isLineEnd(key: string, end: End, touching: readonly Piece[]): boolean {
  const [only] = touching;
  if (!only) return true;
  const onward = end.direction === 'down' || end.direction === 'right';
  return (
    touching.length === 1 && only.upright === (directionLie(end) === 'upright') && (onward ? only.b : only.a) === key
  );
}

/** A leg never runs backwards: where the border is behind, it stays where it is. */
function ahead(from: Spot, to: Spot, direction: Direction): Spot {
  const { x, y } = unit[direction];
  return (to.x - from.x) * x + (to.y - from.y) * y > 0 ? to : from;
}

/** An end meets the outer edge of the border that it walks to, from outside or from inside a group. */
function atBorder(end: End, spot: Spot, { layout, boxes, lifelines }: Around): Spot {
  const { attached, direction, point } = end;
  const box = attached === null ? undefined : boxes.get(attached);
  if (!box) return spot;
  const lifeline = lifelines.of(end);
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

/** How far from the middle of a side, in px or parts of it, a level line may be that is meant for the middle. */
const nearMiddle = 20;

/** A level line goes to the middle of the lowest box that it is meant for, as long as it stays on the side of the others. */
function levelY(axis: Axis, { layout, crowded, lifelines }: Around): number {
  const y = layout.y(axis.at);
  const frames = axis.ends.flatMap((end) =>
    end.attached === null || lifelines.of(end) !== null
      ? []
      : [{ ...layout.frame(end.attached), crowded: crowded.has(sideOf(end)) }],
  );
  const meant = frames
    .filter(
      (frame) =>
        !frame.crowded &&
        Math.abs((frame.top + frame.bottom) / 2 - y) <= Math.max(nearMiddle, (frame.bottom - frame.top) * 0.08),
    )
    .sort((a, b) => a.bottom - a.top - (b.bottom - b.top))[0];
  if (!meant) return y;
  const middle = Math.floor((meant.top + meant.bottom) / 2) + 0.5;
  return frames.every(({ top, bottom }) => middle > top + 6 && middle < bottom - 6) ? middle : y;
}

export function opposed(direction: Direction): Direction {
  return opposite[direction];
}
