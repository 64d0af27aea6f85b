import type { FilterData, FilterPattern } from '../../src/catalog/facets.ts';
import { facetNames } from '../../src/catalog/facets.ts';

/**
 * A catalog of so many patterns, made of the real ones: each takes its values from ten of them at random, and its title is words
 * of theirs in another order. As hard to compress as prose is, and the same on every run.
 */
export function grownCatalog(real: FilterData, size: number): FilterData {
  const random = randomFrom(4);
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  };
  const words = real.patterns.flatMap(({ title }) => title.split(' '));
  const some = (count: number): string => Array.from({ length: count }, () => pick(words)).join(' ');
  const patterns = Array.from({ length: size }, (_, at): FilterPattern => {
    const title = `${some(3)} ${at}`;
    const values = facetNames.map((facet) => {
      // Half of one pattern's values and half of another's, in the order of the vocabulary.
      const known = new Set([...pick(real.patterns).values[facet], ...pick(real.patterns).values[facet]]);
      const ids = real.values[facet].map(({ id }) => id).filter((id) => known.has(id) && random() < 0.7);
      return [facet, ids.length > 0 ? ids : [pick(real.values[facet]).id]] as const;
    });
    return {
      slug: title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
      title,
      team: pick(real.patterns).team,
      values: Object.fromEntries(values) as unknown as FilterPattern['values'],
    };
  });
  return { values: real.values, patterns };
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
