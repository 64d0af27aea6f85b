import type { Element } from 'hast';
import { ARM } from '../../ink/glyphs.ts';
import type { BoxId, Direction } from '../../model.ts';
import { areasOf, pxOfCell } from '../picture/areas.ts';
import { bendsOf, isBend, type Passage } from '../picture/joins.ts';
import { longText } from './long-text.ts';
import { endMark, jointDot, looseRing, trimOf, type WireSizes } from './marks.ts';
import { spanOf } from '../picture/obstacles.ts';
import { arcTo, lineTo, moveTo, penOf, type Spot, type Steps } from './path.ts';
import { opposed, spotAt, unit, type Route } from '../picture/routes.ts';
import { straightOn, uprightsOf, type Upright } from '../picture/runs.ts';
import type { Frame } from '../picture/shapes.ts';
import { linkTo, sideOfLink, type Knot, type Link } from '../picture/tracks.ts';
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
export function* drawWires(
  routes: readonly Route[],
  gaps: readonly Frame[],
  { sizes, emphasised }: WireLook,
): Generator<Element, void> {
  const uprights = areasOf<Upright>(pxOfCell);
  // one net alone hops over nothing
  if (routes.length > 1)
    for (const route of routes) if (!route.lifeline) for (const each of uprightsOf(route)) uprights.add(each, each);
  const open = areasOf<Frame>(pxOfCell);
  for (const gap of gaps) open.add(gap, gap);
  for (const route of routes) {
    const straight: Straight = (from, to) => {
      const run = spanOf(from, to);
      const others = from.y === to.y ? uprights.near(run).filter(({ net }) => net !== route.net.id) : [];
      return straightOn(from, to, others, open.near(run));
    };
    const wires = wiresOf(route, straight, sizes);
    const [heads, rings] = [longText(), longText()];
    for (const knot of route.knots) {
      if (!knot) continue;
      const spot = spotAt(route, knot.number);
      heads.add(endMark(knot, spot, sizes));
      heads.add(jointDot(knot, spot));
      rings.add(looseRing(knot, spot));
    }
    const marks = heads.whole();
    yield s(
      'g',
      { className: edgeClass(route, emphasised) },
      s('path', { className: 'd-wire', d: wires + rings.whole() }),
      marks === '' ? [] : s('path', { className: 'd-head', d: marks }),
    );
  }
}

/** A straight run of a net, with what interrupts it. */
type Straight = (from: Spot, to: Spot) => Steps;

function edgeClass({ net, lifeline, knots }: Route, emphasised: WireLook['emphasised']): string {
  if (lifeline) return 'd-edge d-life';
  const strong = net.ends.some(({ attached }) => attached !== null && emphasised.has(attached));
  const stray = knots.some((knot) => knot?.dangles && knot.end?.head === 'arrow');
  return ['d-edge', net.style === 'dashed' ? 'd-dashed' : '', strong ? 'd-strong' : '', stray ? 'd-stray' : '']
    .filter(Boolean)
    .join(' ');
}

/** Walks the net so that nothing is drawn twice: from the ends first, then each branch from the bend in which it leaves. */
function wiresOf(route: Route, straight: Straight, sizes: WireSizes): string {
  const pen = penOf();
  const bends = bendsOf(route, sizes);
  const radiusAt = ({ number }: Knot): number => bends[number] ?? 0;
  const drawn = drawnOf(route);

  const walk = (start: Knot, arm: Direction): void => {
    for (let at = start, leaving: Direction = arm; ;) {
      const link = linkTo(leaving, at);
      if (!link || drawn.hasLink(link)) return;
      drawn.addLink(link);
      const far = route.knots[link.a === at.number ? link.b : link.a];
      if (!far) return;
      const spot = spotAt(route, far.number);
      const arriving = opposed(leaving);
      const open = far.passages.filter(
        (each) => (each.from === arriving || each.to === arriving) && !drawn.hasPassage(far, each),
      );
      const passage = open.find((each) => !isBend(each)) ?? open[0];
      const stop =
        passage && isBend(passage) ? radiusAt(far) : passage ? 0 : arrivalTrim(far, arriving, radiusAt(far), sizes);
      for (const step of straight(pen.at(), along(spot, arriving, stop))) pen.draw(step);
      if (!passage) return;
      drawn.addPassage(far, passage);
      leaving = passage.from === arriving ? passage.to : passage.from;
      const onward = linkTo(leaving, far);
      const past = along(spot, leaving, radiusAt(far));
      if (isBend(passage)) pen.draw(bend(spot, arriving, leaving, radiusAt(far)));
      // A line that came round a bend has drawn what follows, but only from where its bend ended.
      else if (onward && drawn.hasLink(onward)) pen.draw(lineTo(past.x, past.y));
      at = far;
    }
  };
  const walkBack = (knot: Knot, arm: Direction): void => {
    const link = linkTo(arm, knot);
    if (!link || drawn.hasLink(link)) return;
    start(knot, arm, arrivalTrim(knot, arm, radiusAt(knot), sizes));
    walk(knot, arm);
  };
  const start = (knot: Knot, arm: Direction, distance: number): void => {
    const { x, y } = along(spotAt(route, knot.number), arm, distance);
    pen.draw(moveTo(x, y));
  };

  for (const knot of route.knots) {
    const [link, ...others] = knot?.links ?? [];
    if (!knot || !link || others.length > 0 || drawn.hasLink(link)) continue;
    const arm = sideOfLink(link, knot.number);
    start(knot, arm, trimOf(knot, sizes));
    walk(knot, arm);
  }
  for (const knot of route.knots) {
    if (!knot) continue;
    for (const passage of knot.passages) {
      if (drawn.hasPassage(knot, passage)) continue;
      drawn.addPassage(knot, passage);
      const { from, to } = passage;
      start(knot, from, isBend(passage) ? radiusAt(knot) : 0);
      if (isBend(passage)) pen.draw(bend(spotAt(route, knot.number), from, to, radiusAt(knot)));
      walk(knot, to);
      walkBack(knot, from);
    }
    for (const link of knot.links) walkBack(knot, sideOfLink(link, knot.number));
  }
  return pen.data();
}

/** What of a net was drawn. */
function drawnOf({ knots, links }: Route) {
  const drawnLinks = links.map(() => false);
  const drawnPassages = knots.map(() => 0);
  return {
    hasLink: ({ number }: Link): boolean => drawnLinks[number] === true,
    addLink: ({ number }: Link): void => void (drawnLinks[number] = true),
    hasPassage: ({ number }: Knot, passage: Passage): boolean => ((drawnPassages[number] ?? 0) & bitOf(passage)) !== 0,
    addPassage: ({ number }: Knot, passage: Passage): void => {
      drawnPassages[number] = (drawnPassages[number] ?? 0) | bitOf(passage);
    },
  };
}

/** A bit for each two sides, whichever is the first. */
function bitOf({ from, to }: Passage): number {
  return 1 << (ARM[from] | ARM[to]);
}

/** Where a line stops that does not go on: at the mark of an end, before a bend that others draw, or in the joint. */
function arrivalTrim(knot: Knot, arm: Direction, radius: number, sizes: WireSizes): number {
  const passages = knot.passages.filter(({ from, to }) => from === arm || to === arm);
  if (passages.length > 0 && passages.every(isBend)) return radius;
  return knot.links.length === 1 ? trimOf(knot, sizes) : 0;
}

function along({ x, y }: Spot, direction: Direction, distance: number): Spot {
  return { x: x + unit[direction].x * distance, y: y + unit[direction].y * distance };
}

/** A quarter turn: it arrives on one arm and leaves on the other. */
function bend(spot: Spot, arriving: Direction, leaving: Direction, radius: number): Steps[number] {
  const to = along(spot, leaving, radius);
  if (radius === 0) return lineTo(to.x, to.y);
  const heading = unit[opposed(arriving)];
  const clockwise = heading.x * unit[leaving].y - heading.y * unit[leaving].x > 0;
  return arcTo(to.x, to.y, radius, clockwise);
}
