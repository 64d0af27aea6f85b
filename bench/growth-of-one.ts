/** Measures one hostile family in one way, `node bench/growth-of-one.ts FAMILY WAY`: prints bytes and milliseconds at each size as JSON. */
import { families } from '../tests/diagram/hostile/families.ts';
import { processorTimesOf } from './clock.ts';
import type { Measure } from './growth.ts';
import { usesNamed } from './ways.ts';

const shares = [0.01, 0.1, 1];

const [name, way = ''] = process.argv.slice(2);
const family = families.find((one) => one.name === name);
const [, use] = usesNamed(way, [])[0] ?? [];
if (!family || !use) throw new Error(`There is no family ${String(name)}, or no way to use it`);
// as much drawing at each size: the same small one over and over the processor would know by heart
const drawn = shares.map((share) =>
  Array.from({ length: Math.round(1 / share) }, (_, variant) => family.draw(share, variant)),
);
const times = processorTimesOf(
  drawn.map((sources) => ({ run: (number) => use(sources[number % sources.length] ?? ''), held: sources.length })),
);
const measures = drawn.map((sources, k): Measure => {
  const bytes = sources.reduce((sum, source) => sum + Buffer.byteLength(source), 0) / sources.length;
  return { bytes, time: times[k] ?? 0 };
});
console.log(JSON.stringify(measures));
