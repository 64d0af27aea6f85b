/**
 * How much of the engine its tests hold: `npm run mutation`. Each mutant changes one expression; the tests that run it should fail.
 *
 *     npm run mutation                         1500 mutants, always the same ones
 *     npm run mutation -- --all                each of them: hours
 *     npm run mutation -- --sample 300 --seed 2 --only render/ --jobs 1 --budget 2000 --minutes 10
 *
 * `--budget` is how many milliseconds of tests a mutant has to outlive; the quickest tests come first. What is not found by
 * then counts as not found, and so does what no test meets, so that the true figure is no lower than the one printed. A mutant
 * that the compiler refuses is none: it could never be committed.
 */
import { parseArgs } from 'node:util';
import { withoutTypeErrors } from './compiler.ts';
import { judgeAll, watchTests } from './court.ts';
import { makeLab, type Mutant } from './lab.ts';
import { report } from './report.ts';

const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '1500' },
    all: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: '2' },
    budget: { type: 'string', default: '15000' },
    minutes: { type: 'string', default: 'Infinity' },
  },
});

const lab = await makeLab();
try {
  const eligible = lab.mutants.filter(({ file }) => file.includes(values.only));
  const drawn = sampleOf(eligible, values.all ? eligible.length : Number(values.sample), Number(values.seed));
  const sound = withoutTypeErrors(lab.project, drawn);
  const chosen = drawn.filter((mutant) => sound.has(mutant));
  console.log(`${lab.mutants.length} mutants in the engine, ${drawn.length} drawn, ${chosen.length} of them compile.`);
  const jobs = Number(values.jobs);
  const means = { jobs, budget: Number(values.budget), minutes: Number(values.minutes) };
  const verdicts = await judgeAll(lab, await watchTests(lab, jobs), chosen, means);
  const judged = chosen.flatMap((mutant, index) => {
    const verdict = verdicts[index] ?? null;
    return verdict === null ? [] : [{ ...mutant, verdict }];
  });
  console.log(report(judged, Math.round((eligible.length * chosen.length) / Math.max(1, drawn.length))));
} finally {
  lab.remove();
}

/** So many of the mutants, the same for the same seed. They come in no order: where the time ends it, what was judged is a sample still. */
function sampleOf(mutants: readonly Mutant[], count: number, seed: number): readonly Mutant[] {
  const drawn = mutants.map((mutant) => ({ mutant, lot: lotOf(mutant.number, seed) }));
  const some = drawn.sort((a, b) => a.lot - b.lot).slice(0, count);
  return some.map(({ mutant }) => mutant);
}

/** A number that looks random: the finish of MurmurHash3. */
function lotOf(number: number, seed: number): number {
  let lot = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(seed, 0x85ebca6b);
  lot = Math.imul(lot ^ (lot >>> 16), 0x85ebca6b);
  lot = Math.imul(lot ^ (lot >>> 13), 0xc2b2ae35);
  return (lot ^ (lot >>> 16)) >>> 0;
}
