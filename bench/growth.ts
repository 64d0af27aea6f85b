import { families, type Family } from '../tests/diagram/hostile/families.ts';
import { processorTimeOf } from './clock.ts';
import { table } from './table.ts';
import { usesNamed, wayNames } from './ways.ts';

/** A hundred times the input may take this many times as long. */
const limit = 120;
/** Milliseconds below which a full-size drawing is done before anyone could tell how it grows. */
const unmeasurable = 25;
const shares = [0.01, 0.1, 1] as const;

/**
 * Prints for each hostile family what ten and a hundred times its bytes cost against the smallest size. Returns what grows faster
 * than linear: a hundred small drawings are held in memory beside the large one. Where the bytes did not grow exactly so, the cost is told for that growth.
 * `asked` names what the drawings are put to; `all` is all of it, exports too.
 */
export function printGrowth(only: string, asked: string): readonly string[] {
  const broken: string[] = [];
  for (const [way, use] of usesNamed(asked, ['parse', ...wayNames])) {
    const rows = families
      .filter(({ name }) => name.includes(only))
      .map(({ name, draw }) => {
        const sizes = measureAll(draw, use);
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

interface Measure {
  readonly bytes: number;
  readonly time: number;
}

/** Each size; where the growth is over the limit all are measured again, and the best of each counts: other programs take memory, too. */
function measureAll(draw: Family['draw'], use: (source: string) => unknown): readonly Measure[] {
  const measured = () => shares.map((share) => measure(draw(share), use, 1 / share));
  let sizes = measured();
  for (let again = 0; again < AGAIN && growth(sizes[0], sizes[2], 100) > limit; again++)
    sizes = measured().map((one, k) => ({ ...one, time: Math.min(one.time, sizes[k]?.time ?? Infinity) }));
  return sizes;
}

/** How often a family over the limit is measured again. */
const AGAIN = 2;

function measure(source: string, use: (source: string) => unknown, held: number): Measure {
  return { bytes: Buffer.byteLength(source), time: processorTimeOf(() => use(source), Math.round(held)) };
}

function growth(base: Measure | undefined, grown: Measure | undefined, times: number): number {
  if (!base || !grown) return 0;
  return (grown.time / Math.max(base.time, 0.01)) * (times / (grown.bytes / base.bytes));
}
