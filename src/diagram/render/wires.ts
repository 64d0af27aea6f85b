import type { Element } from 'hast';
import type { Direction } from '../model.ts';
import { arcTo, lineTo, moveTo, pathData, type Spot, type Steps } from './path.ts';
import { opposed, unit, type Link, type Route, type Vertex } from './routes.ts';
import type { Frame } from './shapes.ts';
import { s } from './tree.ts';

/** How large the parts of a line are drawn; a thumbnail has larger ones. */
export interface WireSizes {
  readonly bend: number;
  readonly headLength: number;
  readonly headHalf: number;
  readonly notch: number;
}

export const wireSizes: WireSizes = { bend: 8, headLength: 10, headHalf: 4.3, notch: 2.5 };
export const thumbSizes: WireSizes = { bend: 12, headLength: 15, headHalf: 6.4, notch: 3.8 };

const hopRadius = 6;
const dotRadius = 3;
const ringRadius = 3.5;

/**
 * The lines of the diagram, one group a net: one path for its wires, one for its heads and dots. Lines bend in the direction
 * of the flow, hop over uprights of other nets and leave `gaps` open for words that stand on them.
 */
export function drawWires(routes: readonly Route[], gaps: readonly Frame[], sizes: WireSizes = wireSizes): readonly Element[] {
  return routes.map((route) => {
    const uprights = routes.filter((other) => other !== route).flatMap(uprightsOf);
    const wires = wireSteps(route, uprights, gaps, sizes);
    const heads = [...route.vertices.values()].map((vertex) => endMark(vertex, sizes) + jointDot(vertex)).join('');
    return s(
      'g',
      { className: route.net.style === 'dashed' ? 'd-edge d-dashed' : 'd-edge' },
      s('path', { className: 'd-wire', d: pathData(wires) + [...route.vertices.values()].map(looseRing).join('') }),
      ...(heads === '' ? [] : [s('path', { className: 'd-head', d: heads })]),
    );
  });
}

interface Upright {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

function uprightsOf({ links, vertices }: Route): readonly Upright[] {
  return links.flatMap(({ a, b }) => {
    const [from, to] = [vertices.get(a)?.spot, vertices.get(b)?.spot];
    return from && to && from.x === to.x ? [{ x: from.x, top: Math.min(from.y, to.y), bottom: Math.max(from.y, to.y) }] : [];
  });
}

// ---- heads, dots and rings ----

/** The head or marker of an end; its tip is where the end is. */
function endMark({ end, spot }: Vertex, { headLength, headHalf, notch }: WireSizes): string {
  if (!end || end.head === 'none') return '';
  const { x, y } = unit[end.direction];
  if (end.head === 'marker') return disc({ x: spot.x - x * ringRadius, y: spot.y - y * ringRadius }, ringRadius);
  const back = (along: number, aside: number): Spot => ({ x: spot.x - x * along - y * aside, y: spot.y - y * along + x * aside });
  const corners = [back(headLength, headHalf), back(headLength - notch, 0), back(headLength, -headHalf)];
  return pathData([moveTo(spot.x, spot.y), ...corners.map((corner) => lineTo(corner.x, corner.y))], true);
}

/** Where tails and heads share a rail, a dot says that the lines join. */
function jointDot(vertex: Vertex): string {
  return joiningOf(vertex) === 'bus' ? disc(vertex.spot, dotRadius) : '';
}

/** A line that arrives nowhere ends in an open ring. */
function looseRing({ end, spot }: Vertex): string {
  return end && end.attached === null && end.head === 'none' ? disc(spot, ringRadius) : '';
}

function disc({ x, y }: Spot, radius: number): string {
  return pathData([moveTo(x - radius, y), arcTo(x + radius, y, radius, true), arcTo(x - radius, y, radius, true)], true);
}

/** How far before the place of an end its line stops. */
function trimOf({ end }: Vertex, { headLength, notch }: WireSizes): number {
  if (!end) return 0;
  if (end.head === 'arrow') return headLength - notch - 1;
  if (end.head === 'marker') return ringRadius;
  return end.attached === null ? ringRadius : 0;
}

// ---- wires ----

type Joining = 'none' | 'turn' | 'fork' | 'merge' | 'bus';

function inward(direction: Direction, { flow }: Link): 'in' | 'out' | 'both' {
  if (flow === 'both') return 'both';
  const towardsB = direction === 'down' || direction === 'right';
  return (flow === 'to-b') === towardsB ? 'out' : 'in';
}

function joiningOf(vertex: Vertex): Joining {
  if (vertex.arms.size < 2) return 'none';
  if (vertex.arms.size === 2) return 'turn';
  const flows = [...vertex.arms].map(([direction, link]) => inward(direction, link));
  const count = (wanted: string): number => flows.filter((flow) => flow === wanted).length;
  if (count('both') > 0) return 'bus';
  return count('in') === 1 ? 'fork' : count('out') === 1 ? 'merge' : 'bus';
}

/** Two arms of a vertex that a line goes through, straight on or round a bend. */
interface Passage {
  readonly from: Direction;
  readonly to: Direction;
}

function passagesOf(vertex: Vertex): readonly Passage[] {
  const arms = [...vertex.arms.keys()];
  const joining = joiningOf(vertex);
  switch (joining) {
    case 'none':
      return [];
    case 'turn':
      return [{ from: arms[0] ?? 'up', to: arms[1] ?? 'down' }];
    case 'fork':
    case 'merge': {
      const single = joining === 'fork' ? 'in' : 'out';
      const trunk = [...vertex.arms].find(([direction, link]) => inward(direction, link) === single)?.[0] ?? 'up';
      return arms.filter((arm) => arm !== trunk).map((arm) => ({ from: trunk, to: arm }));
    }
    case 'bus':
      return arms.filter((arm) => (arm === 'up' || arm === 'left') && vertex.arms.has(opposed(arm))).map((arm) => ({ from: arm, to: opposed(arm) }));
  }
}

/** Walks the net so that nothing is drawn twice: from the ends first, then each branch from the bend in which it leaves. */
function wireSteps(route: Route, uprights: readonly Upright[], gaps: readonly Frame[], sizes: WireSizes): Steps {
  const steps: Steps[number][] = [];
  const bends = bendsOf(route, sizes);
  const drawnLinks = new Set<Link>();
  const drawnPassages = new Set<string>();

  const walk = (key: string, arm: Direction): void => {
    for (let at = key, leaving: Direction = arm; ; ) {
      const vertex = route.vertices.get(at);
      const link = vertex?.arms.get(leaving);
      const next = link && (link.a === at ? link.b : link.a);
      const far = next === undefined ? undefined : route.vertices.get(next);
      if (!vertex || !link || !far || next === undefined || drawnLinks.has(link)) return;
      drawnLinks.add(link);
      const arriving = opposed(leaving);
      const passage = passagesOf(far)
        .filter((each) => (each.from === arriving || each.to === arriving) && !drawnPassages.has(passageKey(next, each)))
        .sort((one, other) => Number(isBend(one)) - Number(isBend(other)))[0];
      const stop = passage && isBend(passage) ? (bends.get(next) ?? 0) : passage ? 0 : arrivalTrim(far, arriving, bends.get(next) ?? 0, sizes);
      steps.push(...straightOn(lastSpot(steps), along(far.spot, arriving, stop), uprights, gaps));
      if (!passage) return;
      drawnPassages.add(passageKey(next, passage));
      leaving = passage.from === arriving ? passage.to : passage.from;
      const radius = bends.get(next) ?? 0;
      const onward = far.arms.get(leaving);
      if (isBend(passage)) steps.push(bend(far.spot, arriving, leaving, radius));
      // A line that came round a bend has drawn what follows, but only from where its bend ended.
      else if (onward && drawnLinks.has(onward)) steps.push(lineTo(along(far.spot, leaving, radius).x, along(far.spot, leaving, radius).y));
      at = next;
    }
  };

  for (const [key, vertex] of route.vertices) {
    const [arm] = vertex.arms.keys();
    const link = arm && vertex.arms.get(arm);
    if (!arm || !link || vertex.arms.size > 1 || drawnLinks.has(link)) continue;
    const start = along(vertex.spot, arm, trimOf(vertex, sizes));
    steps.push(moveTo(start.x, start.y));
    walk(key, arm);
  }
  for (const [key, vertex] of route.vertices) {
    for (const passage of passagesOf(vertex)) {
      if (drawnPassages.has(passageKey(key, passage))) continue;
      drawnPassages.add(passageKey(key, passage));
      const radius = bends.get(key) ?? 0;
      const start = along(vertex.spot, passage.from, isBend(passage) ? radius : 0);
      steps.push(moveTo(start.x, start.y));
      if (isBend(passage)) steps.push(bend(vertex.spot, passage.from, passage.to, radius));
      walk(key, passage.to);
      walkBack(key, passage.from);
    }
    for (const [arm, link] of vertex.arms) if (!drawnLinks.has(link)) walkBack(key, arm);
  }
  return steps;

  function walkBack(key: string, arm: Direction): void {
    const vertex = route.vertices.get(key);
    const link = vertex?.arms.get(arm);
    if (!vertex || !link || drawnLinks.has(link)) return;
    const start = along(vertex.spot, arm, arrivalTrim(vertex, arm, bends.get(key) ?? 0, sizes));
    steps.push(moveTo(start.x, start.y));
    walk(key, arm);
  }
}

function passageKey(key: string, { from, to }: Passage): string {
  return `${key} ${[from, to].sort().join(' ')}`;
}

function isBend({ from, to }: Passage): boolean {
  return to !== opposed(from);
}

/** Where a line stops that does not go on: at the mark of an end, before a bend that others draw, or in the joint. */
function arrivalTrim(vertex: Vertex, arm: Direction, radius: number, sizes: WireSizes): number {
  const passages = passagesOf(vertex).filter(({ from, to }) => from === arm || to === arm);
  if (passages.length > 0 && passages.every(isBend)) return radius;
  return vertex.arms.size === 1 ? trimOf(vertex, sizes) : 0;
}

function along({ x, y }: Spot, direction: Direction, distance: number): Spot {
  return { x: x + unit[direction].x * distance, y: y + unit[direction].y * distance };
}

function lastSpot(steps: Steps): Spot {
  return steps.at(-1)?.to ?? { x: 0, y: 0 };
}

/** A quarter turn: it arrives on one arm and leaves on the other. */
function bend(spot: Spot, arriving: Direction, leaving: Direction, radius: number): Steps[number] {
  const to = along(spot, leaving, radius);
  if (radius === 0) return lineTo(to.x, to.y);
  const heading = unit[opposed(arriving)];
  const clockwise = heading.x * unit[leaving].y - heading.y * unit[leaving].x > 0;
  return arcTo(to.x, to.y, radius, clockwise);
}

/** The radius at each vertex with a bend: as wanted, less where a run is too short for it. */
function bendsOf({ vertices }: Route, sizes: WireSizes): ReadonlyMap<string, number> {
  const bent = new Set([...vertices].filter(([, vertex]) => passagesOf(vertex).some(isBend)).map(([key]) => key));
  const radii = new Map<string, number>();
  for (const key of bent) {
    const vertex = vertices.get(key);
    if (!vertex) continue;
    const bentArms = new Set(passagesOf(vertex).filter(isBend).flatMap(({ from, to }) => [from, to]));
    const rooms = [...bentArms].map((arm) => {
      const link = vertex.arms.get(arm);
      const far = link && (link.a === key ? link.b : link.a);
      const other = far === undefined ? undefined : vertices.get(far);
      if (!other || far === undefined) return 0;
      const length = Math.abs(other.spot.x - vertex.spot.x) + Math.abs(other.spot.y - vertex.spot.y);
      return bent.has(far) ? length / 2 : length - (other.end && other.end.head !== 'none' ? sizes.headLength + 1 : 0);
    });
    const radius = Math.min(sizes.bend, ...rooms);
    radii.set(key, radius < 1.5 ? 0 : Math.floor(radius * 2) / 2);
  }
  return radii;
}

/** A straight run: it hops over the uprights of other nets and stays open where words stand on it. */
function straightOn(from: Spot, to: Spot, uprights: readonly Upright[], gaps: readonly Frame[]): Steps {
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
    .filter(({ x, top, bottom }) => x > left + 3 && x < right - 3 && from.y > top + 1 && from.y < bottom - 1)
    .map(({ x }) => x)
    .sort((a, b) => a - b);
  return crossings.map((x, index) => {
    const rooms = [x - (crossings[index - 1] ?? left - (x - left)), (crossings[index + 1] ?? right + (right - x)) - x].map((gap) => gap / 2);
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
    const near = level ? { x: to.x > from.x ? left : right, y: from.y } : { x: from.x, y: to.y > from.y ? top : bottom };
    const far = level ? { x: to.x > from.x ? right : left, y: from.y } : { x: from.x, y: to.y > from.y ? bottom : top };
    return [{ start: near, steps: [moveTo(far.x, far.y)] }];
  });
}
