import fc from 'fast-check';
import { defects, spoil, type Spoiling } from './crooked.ts';
import { plans } from './plan.ts';
import { scraps } from './scraps.ts';
import { drawPlan } from './sketch.ts';

/** `LAW_RUNS=5000 LAW_SEED=7` looks longer and elsewhere; the seed stays put otherwise, so that everyone sees the same drawings. */
const numRuns = Number(process.env['LAW_RUNS'] ?? 300);
const seed = Number(process.env['LAW_SEED'] ?? 1);
export const often = { numRuns, seed };
/** For laws that read a drawing many times. */
export const seldom = { numRuns: Math.ceil(numRuns / 3), seed };

/** For laws that write all that there is. */
export const rarely = { numRuns: Math.ceil(numRuns / 10), seed };

/** Clean drawings with what they mean. */
export const drawings = plans.map(drawPlan);

export const spoilings: fc.Arbitrary<Spoiling> = fc.record({
  defect: fc.constantFrom(...defects),
  place: fc.nat(40),
  amount: fc.integer({ min: 1, max: 3 }),
});

/** Drawings with one defect; a clean one where none fits. */
export const crooked = fc.tuple(drawings, spoilings).map(([sketch, how]) => spoil(sketch, how) ?? sketch.drawing);

/** Clean ones, crooked ones, and scraps that mean little. */
export const anything = fc.oneof(
  drawings.map(({ drawing }) => drawing),
  crooked,
  scraps,
);
