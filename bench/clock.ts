/** Milliseconds of a short run once it is warm: the middle one of many. */
export function warmTimeOf(run: () => unknown, rounds = 60): number {
  for (let round = 0; round < rounds / 2; round++) run();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return middleOf(times);
}

/** Work that is repeated; `held` is how many of its results are kept alive. */
export interface Work {
  readonly run: (number: number) => unknown;
  readonly held: number;
}

/**
 * Milliseconds of processor time that one run of each work takes, collecting garbage included. What other programs do does not count,
 * but it slows memory down: so the works take turns, and the best turn of each counts. In its turn a work is repeated until as many
 * results are kept as it says and the clock, which ticks slowly, can tell. There are six turns, or as many as begin within five
 * seconds, but three at least: the first ones are not warm.
 */
export function processorTimesOf(works: readonly Work[]): readonly number[] {
  let best = works.map(() => Infinity);
  const start = performance.now();
  for (let turn = 0; turn < 3 || (turn < 6 && performance.now() - start < LONG); turn++)
    best = works.map((work, k) => Math.min(best[k] ?? Infinity, timeOf(work)));
  return best;
}

function timeOf({ run, held }: Work): number {
  const results: unknown[] = [];
  const start = process.threadCpuUsage();
  let runs = 0;
  let time = 0;
  do {
    results[runs % held] = run(runs);
    runs++;
    const { user, system } = process.threadCpuUsage(start);
    time = (user + system) / 1000;
  } while (time < TICKS || runs < held);
  return time / runs;
}

/** The middle one of some numbers. */
export function middleOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

/** Milliseconds that the clock can tell well, and after which no turn begins. */
const TICKS = 80;
const LONG = 5000;
