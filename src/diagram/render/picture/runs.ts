import type { NetId } from '../../model.ts';
import type { Area } from './areas.ts';
import { arcTo, lineTo, moveTo, type Spot, type Steps } from '../svg/path.ts';
import type { Route } from './routes.ts';
import type { Frame } from './shapes.ts';

const hopRadius = 6;

/** An upright piece of line that others hop over. */
export interface Upright extends Area {
  readonly net: NetId;
}

/** A straight run: it hops over the uprights of other nets and stays open where words stand on it. */
export function straightOn(from: Spot, to: Spot, uprights: readonly Upright[], gaps: readonly Frame[]): Steps {
  if (uprights.length === 0 && gaps.length === 0) return [lineTo(to.x, to.y)];
  const breaks = [...(from.y === to.y ? hopsOn(from, to, uprights) : []), ...gapsOn(from, to, gaps)];
  const distance = ({ start }: Break): number => Math.abs(start.x - from.x) + Math.abs(start.y - from.y);
  const ordered = breaks.sort((a, b) => distance(a) - distance(b));
  return [...ordered.flatMap(({ start, steps }) => [lineTo(start.x, start.y), ...steps]), lineTo(to.x, to.y)];
}

interface Break {
  readonly start: Spot;
  readonly steps: Steps;
}

function hopsOn(from: Spot, to: Spot, uprights: readonly Upright[]): readonly Break[] {
  const sign = Math.sign(to.x - from.x);
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const crossings = uprights
    .filter(
      (each) => each.left > left + 3 && each.left < right - 3 && from.y > each.top + 1 && from.y < each.bottom - 1,
    )
    .map((each) => each.left)
    .sort((a, b) => a - b);
  return crossings.map((x, index) => {
    const rooms = [
      x - (crossings[index - 1] ?? left - (x - left)),
      (crossings[index + 1] ?? right + (right - x)) - x,
    ].map((gap) => gap / 2);
    const radius = Math.min(hopRadius, ...rooms);
    return { start: { x: x - sign * radius, y: from.y }, steps: [arcTo(x + sign * radius, from.y, radius, sign > 0)] };
  });
}

function gapsOn(from: Spot, to: Spot, gaps: readonly Frame[]): readonly Break[] {
  const level = from.y === to.y;
  return gaps.flatMap(({ left, top, right, bottom }): readonly Break[] => {
    const hit = level
      ? from.y > top && from.y < bottom && Math.min(from.x, to.x) < left && Math.max(from.x, to.x) > right
      : from.x > left && from.x < right && Math.min(from.y, to.y) < top && Math.max(from.y, to.y) > bottom;
    if (!hit) return [];
    const near = level
      ? { x: to.x > from.x ? left : right, y: from.y }
      : { x: from.x, y: to.y > from.y ? top : bottom };
    const far = level ? { x: to.x > from.x ? right : left, y: from.y } : { x: from.x, y: to.y > from.y ? bottom : top };
    return [{ start: near, steps: [moveTo(far.x, far.y)] }];
  });
}

/** The upright pieces of a net. */
export function uprightsOf({ net, links, xs, ys }: Route): readonly Upright[] {
  const uprights: Upright[] = [];
  for (const { a, b } of links) {
    const [x, top, bottom] = [xs[a] ?? 0, ys[a] ?? 0, ys[b] ?? 0];
    if (x === xs[b])
      uprights.push({ left: x, right: x, top: Math.min(top, bottom), bottom: Math.max(top, bottom), net: net.id });
  }
  return uprights;
}
