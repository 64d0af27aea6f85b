import { Session } from 'node:inspector/promises';
import { families } from '../tests/diagram/hostile/families.ts';
import { table } from './table.ts';
import { usesNamed, wayNames } from './ways.ts';

/** A hundred times the input may take this many times as many steps: some things are sorted, or looked for in sorted lists. */
const limit = 120;

/**
 * Prints for each hostile family how many steps the engine takes to read and draw it: how often each of its blocks runs, as V8 counts
 * them. Steps are the same on every machine and know nothing of memory or load, so they tell how cost grows where a clock cannot.
 */
export async function printSteps(only: string, asked: string): Promise<readonly string[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const broken: string[] = [];
  for (const [way, use] of usesNamed(asked, ['parse', ...wayNames])) {
    const rows: string[][] = [];
    for (const { name, draw } of families.filter((family) => family.name.includes(only))) {
      const each: number[] = [];
      for (const share of [0.01, 0.1, 1]) {
        // of what is random as much is drawn at each size
        const sources = new Set(Array.from({ length: Math.round(1 / share) }, (_, variant) => draw(share, variant)));
        const bytes = [...sources].reduce((sum, source) => sum + Buffer.byteLength(source), 0);
        await session.post('Profiler.takePreciseCoverage');
        for (const source of sources) use(source);
        each.push((await steps(session)) / bytes);
      }
      const [one = 1, ten = 1, hundred = 1] = each;
      const growth = (hundred / one) * 100;
      const isBroken = growth > limit;
      if (isBroken) broken.push(`steps of ${way} of ${name}: ×100 takes ×${growth.toFixed(0)}, ×${limit} at most`);
      const told = [hundred.toFixed(0), `×${((ten / one) * 10).toFixed(1)}`, `×${growth.toFixed(0)}`];
      rows.push([name, ...told, isBroken ? 'broken' : '']);
    }
    table(`Growth of ${way}, from the text on: steps`, ['family', 'a byte', '×10', '×100', ''], rows);
  }
  session.disconnect();
  return broken;
}

/** Steps in the engine since they were taken last. */
async function steps(session: Session): Promise<number> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  return result
    .filter(({ url }) => url.includes('/src/diagram/'))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0);
}
