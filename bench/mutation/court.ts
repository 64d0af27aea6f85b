import { Worker } from 'node:worker_threads';
import type { Lab, Mutant } from './lab.ts';
import { say } from './report.ts';
import type { Answer, Order, Setting, Step, Watched } from './orders.ts';

/** `unmet`: no test runs the mutant. `slow`: it does not end, or takes all memory; a test would show that as well. */
export type Verdict = 'found' | 'slow' | 'left' | 'unmet';

export interface Watch {
  readonly files: readonly Watched[];
  /** A mark for each mutant that is met while the engine loads: only a new thread knows it. */
  readonly still: Uint8Array;
}

/** Runs every test once, without a mutant. One that fails already, as it reads the source of the engine, is left out. */
export async function watchTests(lab: Lab, jobs: number): Promise<Watch> {
  const shares = Array.from({ length: jobs }, (_, job) => lab.tests.filter((__, index) => index % jobs === job));
  const watches = await Promise.all(shares.map((tests) => watchSome(lab, tests)));
  return { files: watches.flatMap(({ files }) => files), still: watches[0]?.still ?? new Uint8Array() };
}

function watchSome({ watched, numbers }: Lab, tests: readonly string[]): Promise<Watch> {
  const files: Watched[] = [];
  const thread = start({ project: watched, files: tests, mutants: numbers, active: -1 });
  return new Promise((resolve, reject) => {
    thread.on('error', reject);
    thread.on('message', (answer: Answer) => {
      if (answer.kind === 'watched') {
        files.push(answer);
        const spent = answer.tests.reduce((sum, { milliseconds }) => sum + milliseconds, answer.load.milliseconds);
        console.error(`${answer.file}: ${answer.tests.length} tests, ${Math.round(spent)} ms`);
      }
      if (answer.kind === 'broken') console.error(`Left out, it fails without a mutant: ${answer.test}`);
      if (answer.kind !== 'done') return;
      resolve({ files, still: answer.still });
      void thread.terminate();
    });
    send(thread, { kind: 'watch' });
  });
}

export interface Means {
  readonly jobs: number;
  /** Milliseconds of tests for a mutant, and minutes for all of them. */
  readonly budget: number;
  readonly minutes: number;
}

/** A verdict for each mutant, in their order; fewer when the time is over. */
export async function judgeAll(
  lab: Lab,
  watch: Watch,
  mutants: readonly Mutant[],
  { jobs, budget, minutes }: Means,
): Promise<readonly (Verdict | null)[]> {
  const verdicts = mutants.map((): Verdict | null => null);
  const end = performance.now() + 60_000 * minutes;
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    const bench = new Bench(lab);
    while (next < mutants.length && performance.now() < end) {
      const index = next++;
      const mutant = mutants[index];
      if (mutant === undefined) break;
      const still = watch.still[mutant.number] === 1 || remembering.includes(mutant.file);
      const steps = stepsFor(mutant.number, watch, still, budget);
      const verdict = steps.length > 0 ? await bench.judge(mutant.number, steps, still) : 'unmet';
      verdicts[index] = verdict;
      if (verdict === 'left' || verdict === 'unmet') console.error(say(mutant, verdict));
      done++;
      if (done % 50 === 0) console.error(`${done} of ${mutants.length} judged, ${missed(verdicts)} not found`);
    }
    await bench.close();
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return verdicts;
}

/** Files that keep what they made between two drawings: a mutant would outlive its turn. */
const remembering = ['src/diagram/ink/ink-cells.ts', 'src/diagram/ink/glyphs.ts'];

function missed(verdicts: readonly (Verdict | null)[]): number {
  return verdicts.filter((verdict) => verdict === 'left' || verdict === 'unmet').length;
}

/** Tests that compare to the last letter find most: they come before all others, and have at most three quarters of the time. */
const exact = /\/golden[^/]*\.test\.ts$/;

/**
 * The tests that meet a mutant, until the time is spent: the quickest of those that are exact, then one file after the other,
 * so that every file has its share. One that is met while the engine loads may show in any test.
 */
function stepsFor(mutant: number, { files, still: stills }: Watch, still: boolean, budget: number): readonly Step[] {
  const met = still && stills[mutant] === 1;
  const queues = files.map(({ file, load, tests }) => {
    const again = !still && load.seen[mutant] === 1;
    const steps = tests
      .map(({ milliseconds, seen }, test) => ({ file, test, again, milliseconds, meets: seen[mutant] === 1 }))
      .filter(({ meets }) => again || met || meets)
      .sort((a, b) => a.milliseconds - b.milliseconds);
    // the first test of a file that is loaded again waits for that as well
    return steps.map(({ meets: _, ...step }, index): Step =>
      again && index === 0 ? { ...step, milliseconds: step.milliseconds + load.milliseconds } : step,
    );
  });
  const first = inTurn(
    queues.filter(([step]) => step && exact.test(step.file)),
    0.75 * budget,
  );
  const spent = first.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const others = queues.filter(([step]) => step && !exact.test(step.file));
  return [...first, ...inTurn(others, budget - spent)];
}

/** Of all files the one has its turn that would have spent least; one at least, then until the time is spent. */
function inTurn(queues: readonly (readonly Step[])[], budget: number): readonly Step[] {
  const chosen: Step[] = [];
  let waiting = queues.map((steps) => ({ steps, cost: 0 }));
  let spent = 0;
  for (;;) {
    const costs = waiting.map(({ steps, cost }) => cost + (steps[0]?.milliseconds ?? Infinity));
    const turn = waiting[costs.indexOf(Math.min(...costs))];
    const step = turn?.steps[0];
    if (!turn || !step) return chosen;
    const fits = chosen.length === 0 || spent + step.milliseconds <= budget;
    const rest = fits ? { steps: turn.steps.slice(1), cost: turn.cost + step.milliseconds } : null;
    if (fits) chosen.push(step);
    if (fits) spent += step.milliseconds;
    waiting = waiting.flatMap((each) => (each !== turn ? [each] : rest === null ? [] : [rest]));
  }
}

/** One thread at a time, used again as long as it is sound. */
class Bench {
  readonly #lab: Lab;
  #thread: Worker | null = null;
  #loads = 0;

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  /** A mutant that changes what the engine makes while it loads has a thread of its own. */
  async judge(mutant: number, steps: readonly Step[], still: boolean): Promise<Verdict> {
    if (still || this.#loads > 200) await this.close();
    this.#loads += new Set(steps.filter(({ again }) => again).map(({ file }) => file)).size;
    const { switched, tests, numbers } = this.#lab;
    const setting = { project: switched, files: tests, mutants: numbers, active: still ? mutant : -1 };
    const thread = (this.#thread ??= start(setting));
    const verdict = await verdictOf(thread, { kind: 'judge', mutant, steps });
    if (still || verdict === 'slow') await this.close();
    return verdict;
  }

  async close(): Promise<void> {
    await this.#thread?.terminate();
    this.#thread = null;
    this.#loads = 0;
  }
}

function verdictOf(thread: Worker, order: Extract<Order, { kind: 'judge' }>): Promise<Verdict> {
  return new Promise((resolve) => {
    let patience = Infinity;
    let rest = Infinity;
    // a mutant may not end, and not be met again: the work of the thread is watched from here as well
    const timer = setInterval(() => {
      void thread.cpuUsage().then(
        ({ user, system }) => {
          const spent = (user + system) / 1000;
          if (patience < Infinity) [rest, patience] = [spent + patience, Infinity];
          if (spent > rest) end('slow');
        },
        () => undefined,
      );
    }, 500);
    const end = (verdict: Verdict): void => {
      clearInterval(timer);
      thread.removeAllListeners('message').removeAllListeners('error');
      thread.on('error', () => undefined);
      resolve(verdict);
    };
    thread.on('error', () => end('slow'));
    thread.on('message', (answer: Answer) => {
      if (answer.kind === 'begun') patience = 1000 + answer.patience;
      if (answer.kind === 'judged') end(answer.late ? 'slow' : answer.by === null ? 'left' : 'found');
    });
    send(thread, order);
  });
}

function start(setting: Setting): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: 1500 };
  return new Worker(new URL('./judge.ts', import.meta.url), { workerData: setting, resourceLimits });
}

function send(thread: Worker, order: Order): void {
  thread.postMessage(order);
}
