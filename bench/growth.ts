import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { families } from '../tests/diagram/hostile/families.ts';
import { table } from './table.ts';
import { usesNamed, wayNames } from './ways.ts';

/** A hundred times the input may take this many times as long. */
const limit = 120;
/** Milliseconds below which a full-size drawing is done before anyone could tell how it grows. */
const unmeasurable = 25;
const child = fileURLToPath(new URL('growth-of-one.ts', import.meta.url));

/**
 * Prints for each hostile family what ten and a hundred times its bytes cost against the smallest size. Returns what grows faster
 * than linear: a hundred small drawings are held in memory beside the large one. Where the bytes did not grow exactly so, the cost is told for that growth.
 * `asked` names what the drawings are put to; `all` is all of it, exports too.
 */
export function printGrowth(only: string, asked: string): readonly string[] {
  const broken: string[] = [];
  for (const [way] of usesNamed(asked, ['parse', ...wayNames])) {
    const rows = families
      .filter(({ name }) => name.includes(only))
      .map(({ name }) => {
        const sizes = measureAll(name, way);
        const [ten, hundred] = [growth(sizes[0], sizes[1], 10), growth(sizes[0], sizes[2], 100)];
        const full = sizes[2]?.time ?? 0;
        const isBroken = full >= unmeasurable && hundred > limit;
        if (isBroken) broken.push(`${way} of ${name}: ×100 costs ×${hundred.toFixed(0)}, ×${limit} at most`);
        const told = full < unmeasurable ? ['', ''] : [`×${ten.toFixed(0)}`, `×${hundred.toFixed(0)}`];
        return [name, ...sizes.map(({ time }) => time.toFixed(time < 10 ? 2 : 0)), ...told, isBroken ? 'broken' : ''];
      });
    table(
      `Growth of ${way}, from the text on: milliseconds`,
      ['family', '1', '×10', '×100', 'cost ×10', 'cost ×100', ''],
      rows,
    );
  }
  return broken;
}

/** What one size of a family costs. */
export interface Measure {
  readonly bytes: number;
  readonly time: number;
}

/**
 * Each size, in a process of its own, so that no family finds what another has left in memory. Where the growth is over the limit all
 * are measured again, and the best of each counts: other programs take memory and caches, too.
 */
function measureAll(family: string, way: string): readonly Measure[] {
  const measured = () =>
    JSON.parse(execFileSync(process.execPath, [child, family, way], { encoding: 'utf8' })) as readonly Measure[];
  let sizes = measured();
  for (let again = 0; again < AGAIN && growth(sizes[0], sizes[2], 100) > limit; again++)
    sizes = measured().map((one, k) => ({ ...one, time: Math.min(one.time, sizes[k]?.time ?? Infinity) }));
  return sizes;
}

/** How often a family over the limit is measured again. */
const AGAIN = 4;

function growth(base: Measure | undefined, grown: Measure | undefined, times: number): number {
  if (!base || !grown) return 0;
  return (grown.time / Math.max(base.time, 0.01)) * (times / (grown.bytes / base.bytes));
}
