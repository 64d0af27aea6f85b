/** Things by where they are along one axis, so that a question looks only at what is near. */
export interface Bands<T> {
  add(item: T, from: number, to: number): void;
  /** What reaches into a stretch, each once. */
  near(from: number, to: number): readonly T[];
}

/** Rows of a drawing that are looked through together. */
export const bandRows = 16;

export function bandsOf<T>(breadth: number): Bands<T> {
  const bands = new Map<number, { readonly item: T; readonly from: number; readonly to: number }[]>();
  const bandOf = (at: number): number => Math.floor(at / breadth);
  return {
    add(item, from, to) {
      for (let band = bandOf(from); band <= bandOf(to); band++) {
        const own = bands.get(band);
        if (own) own.push({ item, from, to });
        else bands.set(band, [{ item, from, to }]);
      }
    },
    near(from, to) {
      const first = bandOf(from);
      const found: T[] = [];
      for (let band = first; band <= bandOf(to); band++)
        for (const each of bands.get(band) ?? []) {
          // What reaches over several bands counts in the first that both are in.
          const meets = each.from <= to && each.to >= from;
          if (meets && band === Math.max(first, bandOf(each.from))) found.push(each.item);
        }
      return found;
    },
  };
}
