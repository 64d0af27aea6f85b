import type { Direction, End, Net, Point } from '../model.ts';
import { axesOf, axisUnder, directionLie, type Axis } from './axes.ts';
import { passagesOf, type Passage } from './joins.ts';
import type { Lifelines } from './lifelines.ts';
import { flowsOf, keyOf, piecesAt, piecesOf, pointsOf, pruned, type Flow, type Piece } from './pieces.ts';

/** A net as a graph of orthogonal pieces, before anything has a place in the picture. */
export interface Track {
  readonly net: Net;
  /** What hangs from a part for messages to arrive at. */
  readonly lifeline: boolean;
  readonly knots: readonly Knot[];
  readonly links: readonly Link[];
  readonly levels: readonly Axis[];
  /** The level axis that a point is on. */
  levelAt(point: Point): Axis | undefined;
}

/** A corner, a joint or an end of a net. */
export interface Knot {
  readonly key: string;
  /** The cell that it comes from. */
  readonly point: Point;
  readonly end: End | null;
  /** The line only touches the box at this end, or runs past it: a leg of its own leads to the border. */
  readonly apart: boolean;
  /** The line arrives nowhere here, and that is odd: a lifeline just ends. */
  readonly dangles: boolean;
  readonly arms: ReadonlyMap<Direction, Link>;
  /** The ways on which lines go through it. */
  readonly passages: readonly Passage[];
}

/** A straight piece between two knots; `a` is above or left of `b`. */
export interface Link {
  readonly a: string;
  readonly b: string;
  readonly flow: Flow;
}

/** The tracks of all nets. They are the same however wide the columns are. */
export function tracksOf(nets: readonly Net[], lifelines: Lifelines): readonly Track[] {
  return nets.map((net) => trackOf(net, lifelines.isOne(net.id)));
}

function trackOf(net: Net, lifeline: boolean): Track {
  const levels = axesOf(net, 'level');
  const points = pointsOf(net);
  const straight = pruned(piecesOf(net, points), new Set(net.ends.map(({ point }) => keyOf(point))));
  const pieces = [...straight];
  const straightAt = piecesAt(straight);
  const endsAt = Map.groupBy(net.ends, ({ point }) => keyOf(point));
  const places = new Map([...points].map(([key, point]) => [key, { point, apart: false }]));
  const ends = new Map<string, End>();
  for (const [index, end] of net.ends.entries()) {
    const key = keyOf(end.point);
    const alone = endsAt.get(key)?.length === 1;
    if (alone && isLineEnd(key, end, straightAt.get(key) ?? [])) {
      ends.set(key, end);
      continue;
    }
    const own = `${key} ${index}`;
    const first = end.direction === 'up' || end.direction === 'left';
    ends.set(own, end);
    places.set(own, { point: end.point, apart: true });
    pieces.push({ a: first ? own : key, b: first ? key : own, upright: directionLie(end) === 'upright' });
  }
  const flows = flowsOf(net, ends, pieces);
  const links = new Map(
    pieces.map((piece, index): [Piece, Link] => [piece, { a: piece.a, b: piece.b, flow: flows[index] ?? 'both' }]),
  );
  const at = piecesAt(pieces);
  const knots: Knot[] = [];
  for (const [key, place] of places) {
    const arms = new Map<Direction, Link>();
    for (const piece of at.get(key) ?? []) {
      const link = links.get(piece);
      if (link && piece.a === key) arms.set(piece.upright ? 'down' : 'right', link);
      if (link && piece.b === key) arms.set(piece.upright ? 'up' : 'left', link);
    }
    const end = ends.get(key) ?? null;
    if (end === null && arms.size === 0) continue;
    knots.push({ key, ...place, end, arms, passages: passagesOf(arms), dangles: end?.attached === null && !lifeline });
  }
  return { net, lifeline, knots, links: [...links.values()], levels, levelAt: axisUnder(levels, 'level') };
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
