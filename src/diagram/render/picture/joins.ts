import type { Direction } from '../../model.ts';
import type { WireSizes } from '../svg/marks.ts';
import { opposed, type Route } from './routes.ts';
import { sideOfLink, type Link } from './tracks.ts';

/** How the links of a knot come together. */
export type Joining = 'none' | 'turn' | 'fork' | 'merge' | 'bus';

export function joiningOf(knot: number, links: readonly Link[]): Joining {
  if (links.length < 2) return 'none';
  if (links.length === 2) return 'turn';
  let [into, out] = [0, 0];
  for (const link of links) {
    if (link.flow === 'both') return 'bus';
    if (isInward(link, knot)) into++;
    else out++;
  }
  return into === 1 ? 'fork' : out === 1 ? 'merge' : 'bus';
}

/** Whether what flows along a link flows to a knot at one of its ends. */
function isInward({ a, flow }: Link, knot: number): boolean {
  return (flow === 'to-a') === (a === knot);
}

/** Two arms of a knot that a line goes through, straight on or round a bend. */
export interface Passage {
  readonly from: Direction;
  readonly to: Direction;
}

const sides: readonly Direction[] = ['up', 'right', 'down', 'left'];
const passages = sides.map((from) => sides.map((to): readonly [Passage] => [{ from, to }]));

/** One passage in a list; equal ones are one value. */
function passage(from: Direction, to: Direction): readonly [Passage] {
  return passages[sides.indexOf(from)]?.[sides.indexOf(to)] ?? [{ from, to }];
}

export function passagesOf(knot: number, links: readonly Link[]): readonly Passage[] {
  const arms = links.map((link) => sideOfLink(link, knot));
  const has = (one: Direction, other: Direction) => arms.includes(one) && arms.includes(other);
  const joining = joiningOf(knot, links);
  switch (joining) {
    case 'none':
      return nowhere;
    case 'turn':
      return passage(arms[0] ?? 'up', arms[1] ?? 'down');
    case 'fork':
    case 'merge': {
      const trunk = arms[links.findIndex((link) => isInward(link, knot) === (joining === 'fork'))] ?? 'up';
      return arms.filter((arm) => arm !== trunk).map((arm) => passage(trunk, arm)[0]);
    }
    // of three arms or more two at least are opposite each other
    case 'bus': {
      const [upright, level] = [has('up', 'down'), has('left', 'right')];
      return upright && level ? both : upright ? passage('up', 'down') : passage('left', 'right');
    }
  }
}

const nowhere: readonly Passage[] = [];
const both: readonly Passage[] = [...passage('up', 'down'), ...passage('left', 'right')];

/** Whether a passage goes round a corner. */
export function isBend({ from, to }: Passage): boolean {
  return to !== opposed(from);
}

/** The radius at each knot with a bend: as wanted, less where a run is too short for it; 0 at all others. */
export function bendsOf({ knots, xs, ys }: Route, sizes: WireSizes): readonly number[] {
  const bent = knots.map((knot) => knot?.passages.some(isBend) ?? false);
  const radii = new Array<number>(knots.length).fill(0);
  for (const knot of knots) {
    if (!knot || !bent[knot.number]) continue;
    let room: number = sizes.bend;
    const turning = knot.passages.filter(isBend).flatMap(({ from, to }) => [from, to]);
    for (const link of knot.links)
      if (turning.includes(sideOfLink(link, knot.number))) room = Math.min(room, roomTo(link, knot.number));
    radii[knot.number] = room < 1.5 ? 0 : Math.floor(room * 2) / 2;
  }
  return radii;

  function roomTo(link: Link, knot: number): number {
    const far = link.a === knot ? link.b : link.a;
    const length = Math.abs((xs[far] ?? 0) - (xs[knot] ?? 0)) + Math.abs((ys[far] ?? 0) - (ys[knot] ?? 0));
    const end = knots[far]?.end;
    return bent[far] ? length / 2 : length - (end && end.head !== 'none' ? sizes.headLength + 1 : 0);
  }
}
