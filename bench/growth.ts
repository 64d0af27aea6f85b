import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { families } from '../tests/diagram/hostile/families.ts';
import { middleOf } from './clock.ts';
import { table } from './table.ts';
import { plain, usesNamed, wayNames } from './ways.ts';

/** A hundred times the input should take no more than this many times as long, where memory is as fast for much as for little. */
const linear = 120;
/** Milliseconds below which a full-size drawing is done before anyone could tell how it grows. */
const unmeasurable = 25;
const child = fileURLToPath(new URL('growth-of-one.ts', import.meta.url));

/**
 * Prints for each hostile family what ten and a hundred times its bytes cost against the smallest size, and beside them what a plain
 * list of the cells of a text costs on the same machine: memory is slower where there is more of it, and processors differ in that. So
 * this tells, and the steps judge. A hundred small drawings are read beside the large one, and what is made of them is held in memory
 * as well; where the bytes did not grow exactly so, the cost is told for that growth. `asked` names what the drawings are put to; `all`
 * is all of it, exports too.
 */
export function printGrowth(only: string, asked: string): void {
  const list = costOf(
    Array.from({ length: 1 + MORE }, () => measureOnce('prose of a megabyte', plain)),
    100,
    2,
  );
  console.log(`\nA list of the cells of a text, on this machine: ×100 costs ×${list.toFixed(0)}`);
  for (const [way] of usesNamed(asked, ['parse', ...wayNames])) {
    const rows = families
      .filter(({ name }) => name.includes(only))
      .map(({ name }) => {
        const measured = measure(name, way);
        const times = [0, 1, 2].map((size) => middleOf(measured.map((sizes) => sizes[size]?.time ?? 0)));
        const [ten, hundred] = [costOf(measured, 10, 1), costOf(measured, 100, 2)];
        const isTold = (times[2] ?? 0) >= unmeasurable;
        const over = hundred <= linear ? '' : hundred <= list ? 'over, as the list is' : 'over';
        return [
          name,
          ...times.map((time) => time.toFixed(time < 10 ? 2 : 0)),
          ...(isTold ? [`×${ten.toFixed(0)}`, `×${hundred.toFixed(0)}`, over] : ['', '', '']),
        ];
      });
    table(
      `Growth of ${way}, from the text on: milliseconds`,
      ['family', '1', '×10', '×100', 'cost ×10', 'cost ×100', ''],
      rows,
    );
  }
}

/** What one size of a family costs. */
export interface Measure {
  readonly bytes: number;
  readonly time: number;
}

/**
 * The sizes of a family. Where the growth is near the limit or over it, more processes measure it, and the middle one counts: each
 * compiles the engine a little differently.
 */
function measure(family: string, way: string): readonly (readonly Measure[])[] {
  const first = measureOnce(family, way);
  if (costOf([first], 100, 2) < linear * CERTAIN) return [first];
  return [first, ...Array.from({ length: MORE }, () => measureOnce(family, way))];
}

/** In a process of its own, so that no family finds what another has left in memory. */
function measureOnce(family: string, way: string): readonly Measure[] {
  return JSON.parse(execFileSync(process.execPath, [child, family, way], { encoding: 'utf8' })) as readonly Measure[];
}

/** What is below this part of the limit is not measured again; how often the rest is. */
const CERTAIN = 0.95;
const MORE = 4;

/** What so many times the bytes cost against the smallest size: in the middle one of the processes. */
function costOf(measured: readonly (readonly Measure[])[], times: number, size: number): number {
  return middleOf(
    measured.map((sizes) => {
      const [base, grown] = [sizes[0], sizes[size]];
      if (!base || !grown) return 0;
      return (grown.time / Math.max(base.time, 0.01)) * (times / (grown.bytes / base.bytes));
    }),
  );
}
