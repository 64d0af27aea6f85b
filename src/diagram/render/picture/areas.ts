import { byPlace } from '../../geometry/by-place.ts';

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
}

/** The tiles are four rows high and as wide as pieces of rows are; `cell` is how large a cell is: 1 where areas count in cells. */
export function areasOf<Thing>(cell = 1): Areas<Thing> {
  const tiles = byPlace<{ readonly thing: Thing; readonly area: Area }>();
  const height = cell * 4;
  const bandOf = (at: number): number => Math.floor(at / height);
  return {
    add: (thing, area) => {
      const entry = { thing, area };
      for (let band = bandOf(area.top); band <= bandOf(area.bottom); band++)
        tiles.add(band, area.left / cell, area.right / cell, entry);
    },
    near: (area) => {
      const { left, top, right, bottom } = area;
      const first = bandOf(top);
      const found: Thing[] = [];
      for (let band = first; band <= bandOf(bottom); band++)
        for (const { thing, area: own } of tiles.near(band, left / cell, right / cell)) {
          const meets = own.left <= right && own.right >= left && own.top <= bottom && own.bottom >= top;
          // What reaches over several bands counts in the first that both are in.
          if (meets && band === Math.max(first, bandOf(own.top))) found.push(thing);
        }
      return found;
    },
  };
}

/** Cells to the px of a picture, about: things in px are as near each other as in the drawing. */
export const pxOfCell = 12;
