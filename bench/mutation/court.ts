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

function watchSome({ watched, mutants }: Lab, tests: readonly string[]): Promise<Watch> {
  const files: Watched[] = [];
  const thread = start({ project: watched, files: tests, mutants: mutants.length, active: -1 });
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
const remembering = ['src/diagram/ink-cells.ts', 'src/diagram/glyphs.ts'];

function missed(verdicts: readonly (Verdict | null)[]): number {
  return verdicts.filter((verdict) => verdict === 'left' || verdict === 'unmet').length;
}

/** Tests that compare to the last letter find most: they come before all others. */
const exact = /\/golden[^/]*\.test\.ts$/;

/**
 * The tests that meet a mutant, the quickest first, until the time is spent. Tests whose file met it while it loaded come last:
 * the file has to be loaded again for them. One that is met while the engine loads may show in any test.
 */
function stepsFor(mutant: number, { files, still: stills }: Watch, still: boolean, budget: number): readonly Step[] {
  const plain: Step[] = [];
  const again: Step[] = [];
  const met = still && stills[mutant] === 1;
  for (const { file, load, tests } of files) {
    const loading = !still && load.seen[mutant] === 1;
    tests.forEach(({ milliseconds, seen }, test) => {
      if (loading)
        again.push({ file, test, again: true, milliseconds: milliseconds + (test === 0 ? load.milliseconds : 0) });
      else if (met || seen[mutant] === 1) plain.push({ file, test, again: false, milliseconds });
    });
  }
  plain.sort((a, b) => Number(exact.test(b.file)) - Number(exact.test(a.file)) || a.milliseconds - b.milliseconds);
  const loads = new Map(files.map(({ file, load }) => [file, load.milliseconds]));
  again.sort((a, b) => (loads.get(a.file) ?? 0) - (loads.get(b.file) ?? 0) || a.test - b.test);
  let spent = 0;
  return [...plain, ...again].filter(({ milliseconds }, index) => (spent += milliseconds) <= budget || index === 0);
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
    const { switched, tests, mutants } = this.#lab;
    const setting = { project: switched, files: tests, mutants: mutants.length, active: still ? mutant : -1 };
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
  const limit = 30_000 + 10 * order.steps.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return new Promise((resolve) => {
    const end = (verdict: Verdict): void => {
      clearTimeout(timer);
      thread.removeAllListeners('message').removeAllListeners('error');
      thread.on('error', () => undefined);
      resolve(verdict);
    };
    const timer = setTimeout(() => end('slow'), limit);
    thread.on('error', () => end('slow'));
    thread.on('message', (answer: Answer) => {
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
