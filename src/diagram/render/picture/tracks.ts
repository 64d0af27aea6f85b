import type { BoxId, Direction, End, Net, Point } from '../../model.ts';
import { axesOf, directionLie, type Axis } from './axes.ts';
import { flowsOf, type Flow } from './flows.ts';
import { passagesOf, type Passage } from './joins.ts';
import type { Lifelines } from './lifelines.ts';
import { piecesAt, piecesOf, pointsOf, pruned, type Piece, type PiecesAt } from './pieces.ts';
import { sideOf } from './ports.ts';
import type { Straight } from './straighten.ts';

/** A net as a graph of orthogonal pieces, before anything has a place in the picture. */
export interface Track {
  readonly net: Net;
  /** What hangs from a part for messages to arrive at. */
  readonly lifeline: boolean;
  /** By their numbers; `null` where a point of the net was left out. */
  readonly knots: readonly (Knot | null)[];
  readonly links: readonly Link[];
  /** The column of each knot once the drawing is set straight. */
  readonly columns: readonly number[];
  readonly levels: readonly Level[];
}

/** A level axis, and the boxes that it leads to. */
export interface Level extends Axis {
  readonly number: number;
  /** `crowded`: other lines arrive at the same `side`. */
  readonly boxes: readonly { readonly id: BoxId; readonly side: string; readonly crowded: boolean }[];
}

/** What the tracks are laid among. */
interface Around {
  readonly lifelines: Lifelines;
  readonly straight: Straight;
  /** Sides of boxes at which several lines arrive. */
  readonly crowded: ReadonlySet<string>;
}

/** A corner, a joint or an end of a net. */
export interface Knot {
  /** Its place among the knots of the net. */
  readonly number: number;
  /** The cell that it comes from. */
  readonly point: Point;
  readonly end: End | null;
  /** The line only touches the box at this end, or runs past it: a leg of its own leads to the border. */
  readonly apart: boolean;
  /** The line arrives nowhere here, and that is odd: a lifeline just ends. */
  readonly dangles: boolean;
  /** The pieces that leave it, no two to one side. */
  readonly links: readonly Link[];
  /** The ways on which lines go through it. */
  readonly passages: readonly Passage[];
}

/** A straight piece between two knots; `a` is above or left of `b`. */
export interface Link extends Piece {
  /** Its place among the links of the net. */
  readonly number: number;
  readonly flow: Flow;
}

/** The side to which a link leaves a knot. */
export function sideOfLink({ a, upright }: Link, knot: number): Direction {
  if (a === knot) return upright ? 'down' : 'right';
  return upright ? 'up' : 'left';
}

/** The link that leaves a knot to a side. */
export function linkTo(direction: Direction, { links, number }: Knot): Link | undefined {
  for (const link of links) if (sideOfLink(link, number) === direction) return link;
  return undefined;
}

/** The tracks of all nets. They are the same however wide the columns are. */
export function tracksOf(nets: readonly Net[], around: Around): readonly Track[] {
  return nets.map((net) => trackOf(net, around));
}

function trackOf(net: Net, around: Around): Track {
  const lifeline = around.lifelines.isOne(net.id);
  const points = pointsOf(net);
  const numbers = net.ends.map(({ point }) => points.numberOf(point));
  const endsAt = points.list.map(() => 0);
  for (const number of numbers) endsAt[number] = (endsAt[number] ?? 0) + 1;
  const pieces = [
    ...pruned(
      piecesOf(net, points),
      endsAt.map((count) => count > 0),
    ),
  ];
  const straightAt = piecesAt(pieces, points.list.length);
  const straight = pieces.length;
  const places = [...points.list];
  const ends = points.list.map((): End | null => null);
  for (const [index, end] of net.ends.entries()) {
    const number = numbers[index] ?? 0;
    if (endsAt[number] === 1 && isLineEnd(number, end, straightAt, pieces)) {
      ends[number] = end;
      continue;
    }
    const own = places.length;
    const first = end.direction === 'up' || end.direction === 'left';
    ends.push(end);
    places.push(end.point);
    pieces.push({ a: first ? own : number, b: first ? number : own, upright: directionLie(end) === 'upright' });
  }
  const flows = flowsOf(net, ends, pieces);
  const links = pieces.map(({ a, b, upright }, number): Link => {
    return { number, a, b, upright, flow: flows[number] ?? 'both' };
  });
  const at = straight === pieces.length ? straightAt : piecesAt(pieces, places.length);
  const knots = places.map((point, number): Knot | null => {
    const own = linksOf(number, at, links);
    const end = ends[number] ?? null;
    if (end === null && own.length === 0) return null;
    const apart = number >= points.list.length;
    const dangles = end?.attached === null && !lifeline;
    return { number, point, end, apart, dangles, links: own, passages: passagesOf(number, own) };
  });
  const columns = knots.map((knot) => (knot ? around.straight.columnOf(net.id, knot.point) : 0));
  return { net, lifeline, knots, links, columns, levels: levelsOf(net, around) };
}

function levelsOf(net: Net, { lifelines, crowded }: Around): readonly Level[] {
  return axesOf(net, 'level').map((axis, number): Level => {
    const boxes = axis.ends.flatMap((end) =>
      end.attached === null || lifelines.of(end) !== null
        ? []
        : [{ id: end.attached, side: sideOf(end), crowded: crowded.has(sideOf(end)) }],
    );
    // without the room that a list which grew has left over
    return { ...axis, number, boxes: boxes.slice() };
  });
}

/** The links of a knot; of several to one side the last. */
function linksOf(knot: number, at: PiecesAt, links: readonly Link[]): readonly Link[] {
  const own: Link[] = [];
  for (let k = at.from(knot); k < at.from(knot + 1); k++) {
    const link = links[at.piece(k)];
    if (!link) continue;
    const side = sideOfLink(link, knot);
    const before = own.findIndex((other) => sideOfLink(other, knot) === side);
    if (before === -1) own.push(link);
    else own[before] = link;
  }
  // without the room that a list which grew has left over
  return own.slice();
}

/** Whether a line comes to its end here in the direction that the end says, and does nothing else. */
function isLineEnd(knot: number, end: End, at: PiecesAt, pieces: readonly Piece[]): boolean {
  if (at.count(knot) !== 1) return at.count(knot) === 0;
  const only = pieces[at.piece(at.from(knot))];
  const onward = end.direction === 'down' || end.direction === 'right';
  return (
    only !== undefined && only.upright === (directionLie(end) === 'upright') && (onward ? only.b : only.a) === knot
  );
}
