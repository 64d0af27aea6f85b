import type { NetId } from '../../model.ts';
import { areasOf, pxOfCell, type Areas } from './areas.ts';
import { grown, sharedBy, spanOf } from './obstacles.ts';
import { spotAt, type Route } from './routes.ts';
import type { Frame } from './shapes.ts';

/** What a straight piece of line covers, with some air. */
export interface Strip extends Frame {
  readonly net: NetId;
  readonly upright: boolean;
  /** The place of an upright line from left to right, of a level one from top to bottom. */
  readonly at: number;
}

/** What stays free between a line or a label and anything else. */
export const clearance = 3;

/** The strips of all lines. */
export function stripsOf(routes: readonly Route[]): Areas<Strip> {
  const strips = areasOf<Strip>(pxOfCell);
  for (const route of routes)
    for (const { a, b } of route.links) {
      const [from, to] = [spotAt(route, a), spotAt(route, b)];
      const upright = from.x === to.x && from.y !== to.y;
      const { left, top, right, bottom } = grown(spanOf(from, to), clearance);
      const strip = { left, top, right, bottom, net: route.net.id, upright, at: upright ? from.x : from.y };
      strips.add(strip, strip);
    }
  return strips;
}

/** Px² that a frame shares with strips, but for those that do not count. */
export function touchedLines(
  strips: Areas<Strip>,
  frame: Frame,
  counts: (strip: Strip) => boolean = () => true,
): number {
  return strips.near(frame).reduce((sum, strip) => (counts(strip) ? sum + sharedBy(frame, strip) : sum), 0);
}
