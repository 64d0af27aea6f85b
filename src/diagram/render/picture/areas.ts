import { numbersByPlace } from '../../geometry/by-place.ts';

/** What a thing covers, in cells or in px. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Things by what they cover, so that a question looks only at what is near, however large the drawing. */
export interface Areas<Thing> {
  readonly add: (thing: Thing, area: Area) => void;
  /** What meets an area, edges included, each once. */
  readonly near: (area: Area) => readonly Thing[];
  /** How much of an area is covered by things that count, what several cover as often. */
  readonly shared: (area: Area, counts?: (thing: Thing) => boolean) => number;
}

/** The tiles are four rows high and as wide as pieces of rows are; `cell` is how large a cell is: 1 where areas count in cells. */
export function areasOf<Thing>(cell = 1): Areas<Thing> {
  const tiles = numbersByPlace();
  const things: Thing[] = [];
  const [lefts, tops, rights, bottoms]: readonly [number[], number[], number[], number[]] = [[], [], [], []];
  const height = cell * 4;
  const bandOf = (at: number): number => Math.floor(at / height);

  /** Tells of each thing that meets an area, and how much of it the thing covers. */
  const meet = ({ left, top, right, bottom }: Area, tell: (thing: Thing, covered: number) => void): void => {
    const first = bandOf(top);
    for (let band = first; band <= bandOf(bottom); band++)
      for (const number of tiles.near(band, left / cell, right / cell)) {
        const begin = tops[number] ?? 0;
        const across = Math.min(rights[number] ?? 0, right) - Math.max(lefts[number] ?? 0, left);
        const down = Math.min(bottoms[number] ?? 0, bottom) - Math.max(begin, top);
        // What reaches over several bands counts in the first that both are in.
        if (across >= 0 && down >= 0 && (band === first || begin >= band * height))
          tell(things[number] as Thing, across * down);
      }
  };
  return {
    add: (thing, { left, top, right, bottom }) => {
      const number = things.push(thing) - 1;
      lefts.push(left);
      tops.push(top);
      rights.push(right);
      bottoms.push(bottom);
      for (let band = bandOf(top); band <= bandOf(bottom); band++) tiles.add(band, left / cell, right / cell, number);
    },
    near: (area) => {
      const found: Thing[] = [];
      meet(area, (thing) => found.push(thing));
      return found;
    },
    shared: (area, counts = () => true) => {
      let sum = 0;
      meet(area, (thing, covered) => {
        if (covered > 0 && counts(thing)) sum += covered;
      });
      return sum;
    },
  };
}

/** Cells to the px of a picture, about: things in px are as near each other as in the drawing. */
export const pxOfCell = 12;
