import type { BoxId, End, Net } from '../../model.ts';

/** Sides of boxes with more than one port, and of boxes with no middle: none of their ports is meant for the middle. */
export function crowdedSides(nets: readonly Net[], without: ReadonlySet<BoxId> = new Set()): ReadonlySet<string> {
  const seen = new Set<string>();
  const crowded = new Set<string>();
  for (const { ends } of nets)
    for (const end of ends) {
      const side = sideOf(end);
      if (seen.has(side) || without.has(end.attached ?? '')) crowded.add(side);
      seen.add(side);
    }
  return crowded;
}

/** The side of a box that an end arrives at, as a key. */
export function sideOf({ attached, direction }: End): string {
  return `${attached ?? ''} ${direction}`;
}
