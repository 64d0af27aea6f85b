/** Milliseconds of a short run once it is warm: the middle one of many. */
export function warmTimeOf(run: () => unknown, rounds = 60): number {
  for (let round = 0; round < rounds / 2; round++) run();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

/**
 * Milliseconds of processor time that one run takes, collecting garbage included; work of other programs does not count. As many
 * results as `held` are kept alive, so that a hundred small ones weigh on memory as one large one does. A short run is repeated
 * until the clock, which ticks slowly, can tell; the best of five counts, or of as many as begin within four seconds, but of two
 * at least: the first run of a kind grows the heap and is not warm.
 */
export function processorTimeOf(run: () => unknown, held = 1): number {
  const results: unknown[] = [];
  let best = Infinity;
  for (let attempt = 0, spent = 0; attempt < 2 || (attempt < 5 && spent < LONG); attempt++) {
    const start = process.threadCpuUsage();
    let runs = 0;
    let time = 0;
    do {
      results[runs % held] = run();
      runs++;
      const { user, system } = process.threadCpuUsage(start);
      time = (user + system) / 1000;
    } while (time < TICKS || runs < held);
    spent += time;
    best = Math.min(best, time / runs);
  }
  return best;
}

/** Milliseconds that the clock can tell well, and after which nothing is tried again. */
const TICKS = 80;
const LONG = 4000;
