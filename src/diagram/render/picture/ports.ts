import { ARM } from '../../ink/glyphs.ts';
import type { BoxId, End, Net } from '../../model.ts';

/** Sides of boxes with more than one port, and of boxes with no middle: none of their ports is meant for the middle. */
export function crowdedSides(nets: readonly Net[], without: ReadonlySet<BoxId> = new Set()): ReadonlySet<string> {
  const crowded = new Set<string>();
  const ends = nets.flatMap((net) => net.ends);
  for (const [box, own] of Map.groupBy(ends, ({ attached }) => attached)) {
    // the sides of the box as arms
    let seen = 0;
    for (const end of own) {
      const side = ARM[end.direction];
      if ((seen & side) !== 0 || without.has(box ?? '')) crowded.add(sideOf(end));
      seen |= side;
    }
  }
  return crowded;
}

/** The side of a box that an end arrives at, as a key. */
export function sideOf({ attached, direction }: End): string {
  return `${attached ?? ''} ${direction}`;
}
