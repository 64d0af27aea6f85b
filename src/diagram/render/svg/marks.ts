import { joiningOf } from '../picture/joins.ts';
import { lineTo, movedTo, moveTo, pathData, type Spot } from './path.ts';
import { unit } from '../picture/routes.ts';
import type { Knot } from '../picture/tracks.ts';

/** How large the parts of a line are drawn; a thumbnail has larger ones. */
export interface WireSizes {
  readonly bend: number;
  readonly headLength: number;
  readonly headHalf: number;
  readonly notch: number;
}

export const wireSizes: WireSizes = { bend: 8, headLength: 10, headHalf: 4.3, notch: 2.5 };
export const thumbSizes: WireSizes = { bend: 12, headLength: 15, headHalf: 6.4, notch: 3.8 };

const dotRadius = 3;
const ringRadius = 3.5;

/** The head or marker of an end; its tip is where the end is. */
export function endMark({ end }: Knot, spot: Spot, { headLength, headHalf, notch }: WireSizes): string {
  if (!end || end.head === 'none') return '';
  const { x, y } = unit[end.direction];
  if (end.head === 'marker') return disc({ x: spot.x - x * ringRadius, y: spot.y - y * ringRadius }, ringRadius);
  const back = (along: number, aside: number): Spot => ({
    x: spot.x - x * along - y * aside,
    y: spot.y - y * along + x * aside,
  });
  const corners = [back(headLength, headHalf), back(headLength - notch, 0), back(headLength, -headHalf)];
  return pathData([moveTo(spot.x, spot.y), ...corners.map((corner) => lineTo(corner.x, corner.y))], true);
}

/** Where tails and heads share a rail, a dot says that the lines join. */
export function jointDot({ number, links }: Knot, spot: Spot): string {
  return joiningOf(number, links) === 'bus' ? disc(spot, dotRadius) : '';
}

/** A line that arrives nowhere ends in an open ring. */
export function looseRing({ end, dangles }: Knot, spot: Spot): string {
  return dangles && end?.head === 'none' ? disc(spot, ringRadius) : '';
}

/** Two half arcs. */
function disc({ x, y }: Spot, radius: number): string {
  const arc = `${radius} ${radius} 0 0 1`;
  return `${movedTo(x - radius, y)}a${arc} ${2 * radius} 0 ${arc}-${2 * radius} 0z`;
}

/** How far before the place of an end its line stops. */
export function trimOf({ end, dangles }: Knot, { headLength, notch }: WireSizes): number {
  if (!end) return 0;
  if (end.head === 'arrow') return headLength - notch - 1;
  if (end.head === 'marker') return ringRadius;
  return dangles ? ringRadius : 0;
}
