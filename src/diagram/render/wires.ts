import type { Element } from 'hast';
import type { BoxId, Direction } from '../model.ts';
import { areasOf, pxOfCell } from './areas.ts';
import { bendsOf, isBend, type Passage } from './joins.ts';
import { endMark, jointDot, looseRing, trimOf, type WireSizes } from './marks.ts';
import { spanOf } from './obstacles.ts';
import { arcTo, lineTo, moveTo, pathData, type Spot, type Steps } from './path.ts';
import { opposed, unit, type Route, type Vertex } from './routes.ts';
import { straightOn, uprightsOf, type Upright } from './runs.ts';
import type { Frame } from './shapes.ts';
import type { Link } from './tracks.ts';
import { s } from './tree.ts';

export interface WireLook {
  readonly sizes: WireSizes;
  /** Lines of these boxes are drawn stronger. */
  readonly emphasised: ReadonlySet<BoxId>;
}

/**
 * The lines of the diagram, one group a net: one path for its wires, one for its heads and dots. Lines bend in the direction
 * of the flow, hop over uprights of other nets and leave `gaps` open for words that stand on them.
 */
export function drawWires(
  routes: readonly Route[],
  gaps: readonly Frame[],
  { sizes, emphasised }: WireLook,
): readonly Element[] {
  const uprights = areasOf<Upright>(pxOfCell);
  for (const route of routes)
    if (!route.lifeline)
      for (const each of uprightsOf(route)) uprights.add(each, { ...each, left: each.x, right: each.x });
  const open = areasOf<Frame>(pxOfCell);
  for (const gap of gaps) open.add(gap, gap);
  return routes.map((route) => {
    const straight: Straight = (from, to) => {
      const run = spanOf(from, to);
      const others = from.y === to.y ? uprights.near(run).filter(({ net }) => net !== route.net.id) : [];
      return straightOn(from, to, others, open.near(run));
    };
    const wires = wireSteps(route, straight, sizes);
    const heads = [...route.vertices.values()].map((vertex) => endMark(vertex, sizes) + jointDot(vertex)).join('');
    return s(
      'g',
      { className: edgeClass(route, emphasised) },
      s('path', { className: 'd-wire', d: pathData(wires) + [...route.vertices.values()].map(looseRing).join('') }),
      heads === '' ? [] : s('path', { className: 'd-head', d: heads }),
    );
  });
}

/** A straight run of a net, with what interrupts it. */
type Straight = (from: Spot, to: Spot) => Steps;

function edgeClass({ net, lifeline, vertices }: Route, emphasised: WireLook['emphasised']): string {
  if (lifeline) return 'd-edge d-life';
  const strong = net.ends.some(({ attached }) => attached !== null && emphasised.has(attached));
  const stray = [...vertices.values()].some(({ dangles, end }) => dangles && end?.head === 'arrow');
  return ['d-edge', net.style === 'dashed' ? 'd-dashed' : '', strong ? 'd-strong' : '', stray ? 'd-stray' : '']
    .filter(Boolean)
    .join(' ');
}

/** Walks the net so that nothing is drawn twice: from the ends first, then each branch from the bend in which it leaves. */
function wireSteps(route: Route, straight: Straight, sizes: WireSizes): Steps {
  const steps: Steps[number][] = [];
  const bends = bendsOf(route, sizes);
  const drawnLinks = new Set<Link>();
  const drawnPassages = new Set<string>();

  const walk = (key: string, arm: Direction): void => {
    for (let at = key, leaving: Direction = arm; ;) {
      const vertex = route.vertices.get(at);
      const link = vertex?.arms.get(leaving);
      if (!link || drawnLinks.has(link)) return;
      drawnLinks.add(link);
      const next = link.a === at ? link.b : link.a;
      const far = route.vertices.get(next);
      if (!far) return;
      const arriving = opposed(leaving);
      const passage = far.passages
        .filter(
          (each) => (each.from === arriving || each.to === arriving) && !drawnPassages.has(passageKey(next, each)),
        )
        .sort((one, other) => Number(isBend(one)) - Number(isBend(other)))[0];
      const stop =
        passage && isBend(passage)
          ? (bends.get(next) ?? 0)
          : passage
            ? 0
            : arrivalTrim(far, arriving, bends.get(next) ?? 0, sizes);
      for (const step of straight(lastSpot(steps), along(far.spot, arriving, stop))) steps.push(step);
      if (!passage) return;
      drawnPassages.add(passageKey(next, passage));
      leaving = passage.from === arriving ? passage.to : passage.from;
      const radius = bends.get(next) ?? 0;
      const onward = far.arms.get(leaving);
      if (isBend(passage)) steps.push(bend(far.spot, arriving, leaving, radius));
      // A line that came round a bend has drawn what follows, but only from where its bend ended.
      else if (onward && drawnLinks.has(onward))
        steps.push(lineTo(along(far.spot, leaving, radius).x, along(far.spot, leaving, radius).y));
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
    for (const passage of vertex.passages) {
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

/** Where a line stops that does not go on: at the mark of an end, before a bend that others draw, or in the joint. */
function arrivalTrim(vertex: Vertex, arm: Direction, radius: number, sizes: WireSizes): number {
  const passages = vertex.passages.filter(({ from, to }) => from === arm || to === arm);
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
