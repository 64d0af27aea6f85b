import { areasOf, pxOfCell, type Areas } from './areas.ts';
import { grown, spanOf } from './obstacles.ts';
import { spotAt, type Route } from './routes.ts';
import type { Link } from './tracks.ts';

/** A straight piece of line, which covers its length with some air around it. */
export interface Strip {
  readonly route: Route;
  readonly link: Link;
}

/** What stays free between a line or a label and anything else. */
export const clearance = 3;

/** The strips of all lines. */
export function stripsOf(routes: readonly Route[]): Areas<Strip> {
  const strips = areasOf<Strip>(pxOfCell);
  for (const route of routes)
    for (const link of route.links)
      strips.add({ route, link }, grown(spanOf(spotAt(route, link.a), spotAt(route, link.b)), clearance));
  return strips;
}

/** Where a strip ends on the right. */
export function rightOf({ route, link }: Strip): number {
  return Math.max(spotAt(route, link.a).x, spotAt(route, link.b).x) + clearance;
}

/** Whether a strip lies in the line through a place, upright or level. */
export function isInLine({ route, link }: Strip, upright: boolean, at: number): boolean {
  const [from, to] = [spotAt(route, link.a), spotAt(route, link.b)];
  const isUpright = from.x === to.x && from.y !== to.y;
  return isUpright === upright && Math.abs(at - (upright ? from.x : from.y)) < 1;
}
