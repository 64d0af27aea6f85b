/** Measures one hostile family in one way, `node bench/growth-of-one.ts FAMILY WAY`: prints bytes and milliseconds at each size as JSON. */
import { families } from '../tests/diagram/hostile/families.ts';
import { processorTimeOf } from './clock.ts';
import type { Measure } from './growth.ts';
import { usesNamed } from './ways.ts';

const shares = [0.01, 0.1, 1];

const [name, way = ''] = process.argv.slice(2);
const family = families.find((one) => one.name === name);
const [, use] = usesNamed(way, [])[0] ?? [];
if (!family || !use) throw new Error(`There is no family ${String(name)}, or no way to use it`);
const measures = shares.map((share): Measure => {
  const source = family.draw(share);
  return { bytes: Buffer.byteLength(source), time: processorTimeOf(() => use(source), Math.round(1 / share)) };
});
console.log(JSON.stringify(measures));
