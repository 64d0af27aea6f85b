import type { Direction } from '../model.ts';
import type { WireSizes } from './marks.ts';
import { opposed, type Route } from './routes.ts';
import type { Link } from './tracks.ts';

type Arms = ReadonlyMap<Direction, Link>;

/** How the arms of a knot come together. */
export type Joining = 'none' | 'turn' | 'fork' | 'merge' | 'bus';

export function joiningOf(arms: Arms): Joining {
  if (arms.size < 2) return 'none';
  if (arms.size === 2) return 'turn';
  const flows = [...arms].map(([direction, link]) => inward(direction, link));
  const count = (wanted: string): number => flows.filter((flow) => flow === wanted).length;
  if (count('both') > 0) return 'bus';
  return count('in') === 1 ? 'fork' : count('out') === 1 ? 'merge' : 'bus';
}

function inward(direction: Direction, { flow }: Link): 'in' | 'out' | 'both' {
  if (flow === 'both') return 'both';
  const towardsB = direction === 'down' || direction === 'right';
  return (flow === 'to-b') === towardsB ? 'out' : 'in';
}

/** Two arms of a knot that a line goes through, straight on or round a bend. */
export interface Passage {
  readonly from: Direction;
  readonly to: Direction;
}

export function passagesOf(around: Arms): readonly Passage[] {
  const arms = [...around.keys()];
  const joining = joiningOf(around);
  switch (joining) {
    case 'none':
      return [];
    case 'turn':
      return [{ from: arms[0] ?? 'up', to: arms[1] ?? 'down' }];
    case 'fork':
    case 'merge': {
      const single = joining === 'fork' ? 'in' : 'out';
      const trunk = [...around].find(([direction, link]) => inward(direction, link) === single)?.[0] ?? 'up';
      return arms.filter((arm) => arm !== trunk).map((arm) => ({ from: trunk, to: arm }));
    }
    case 'bus':
      return arms
        .filter((arm) => (arm === 'up' || arm === 'left') && around.has(opposed(arm)))
        .map((arm) => ({ from: arm, to: opposed(arm) }));
  }
}

/** Whether a passage goes round a corner. */
export function isBend({ from, to }: Passage): boolean {
  return to !== opposed(from);
}

/** The radius at each vertex with a bend: as wanted, less where a run is too short for it. */
export function bendsOf({ vertices }: Route, sizes: WireSizes): ReadonlyMap<string, number> {
  const bent = new Set([...vertices].filter(([, { passages }]) => passages.some(isBend)).map(([key]) => key));
  const radii = new Map<string, number>();
  for (const key of bent) {
    const vertex = vertices.get(key);
    if (!vertex) continue;
    const bentArms = new Set(vertex.passages.filter(isBend).flatMap(({ from, to }) => [from, to]));
    const rooms = [...bentArms].map((arm) => {
      const link = vertex.arms.get(arm);
      if (!link) return 0;
      const far = link.a === key ? link.b : link.a;
      const other = vertices.get(far);
      if (!other) return 0;
      const length = Math.abs(other.spot.x - vertex.spot.x) + Math.abs(other.spot.y - vertex.spot.y);
      return bent.has(far) ? length / 2 : length - (other.end && other.end.head !== 'none' ? sizes.headLength + 1 : 0);
    });
    const radius = Math.min(sizes.bend, ...rooms);
    radii.set(key, radius < 1.5 ? 0 : Math.floor(radius * 2) / 2);
  }
  return radii;
}
