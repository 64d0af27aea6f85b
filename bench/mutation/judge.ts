/** Runs in a thread of its own: the tests of one copy of the project, as the messages ask. A thread that hangs is ended from outside. */
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { globSync } from 'node:fs';
import fc from 'fast-check';
import { collect, type Test } from './stand-in.ts';
import { spent } from './switch.ts';
import type { Answer, Order, Setting, Step, Timed } from './orders.ts';

const { project, files, mutants, active } = workerData as Setting;
const standIn = new URL('./stand-in.ts', import.meta.url).href;

registerHooks({
  resolve: (name, context, next) => (name === 'vitest' ? { url: standIn, shortCircuit: true } : next(name, context)),
});
fc.configureGlobal({ endOnFailure: true });
process.env['LAW_RUNS'] ??= '15';
globalThis.mutation.active = active;

const loaded = new Map<string, readonly Test[]>();

parentPort?.on('message', (order: Order) => {
  void (order.kind === 'watch' ? watch() : judge(order.mutant, order.steps));
});

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}

/** Runs every test once without a mutant, and says how long each took and which mutants it met. */
async function watch(): Promise<void> {
  const { seen: still } = await timed(async () => {
    for (const file of globSync('src/diagram/**/*.ts', { cwd: project })) await import(urlOf(file));
  });
  for (const file of files) {
    const load = await timed(() => testsOf(file, ''));
    const tests: Timed[] = [];
    for (const { name, run } of load.value) {
      const { milliseconds, seen, error } = await timed(run);
      if (error !== null) answer({ kind: 'broken', test: `${file}: ${name}: ${error}` });
      tests.push({ name, milliseconds, seen: error === null ? seen : new Uint8Array(mutants) });
    }
    answer({ kind: 'watched', file, load: { name: file, milliseconds: load.milliseconds, seen: load.seen }, tests });
  }
  answer({ kind: 'done', still });
}

async function timed<T>(run: () => T): Promise<Timed & { readonly value: Awaited<T>; readonly error: string | null }>;
async function timed(run: () => unknown): Promise<Timed & { readonly value: unknown; readonly error: string | null }> {
  const seen = new Uint8Array(mutants);
  globalThis.mutation.seen = seen;
  const start = spent();
  let value: unknown;
  let error: string | null = null;
  try {
    value = await run();
  } catch (thrown) {
    error = String(thrown).slice(0, 2000);
  }
  globalThis.mutation.seen = new Uint8Array(mutants);
  return { name: '', milliseconds: spent() - start, seen, value, error };
}

/** Runs the tests until one fails. */
async function judge(mutant: number, steps: readonly Step[]): Promise<void> {
  globalThis.mutation.active = mutant;
  for (const { file, test, again, milliseconds } of steps) {
    const patience = 2000 + 10 * milliseconds;
    globalThis.mutation.deadline = spent() + patience;
    answer({ kind: 'begun', patience });
    try {
      const tests = await testsOf(file, again ? `?mutant=${mutant}` : '');
      await tests[test]?.run();
    } catch {
      answer({ kind: 'judged', mutant, by: { file, test }, late: spent() > globalThis.mutation.deadline });
      return;
    }
  }
  answer({ kind: 'judged', mutant, by: null, late: false });
}

/** The tests of a file. With a query it is loaded anew: some files read drawings while they load. */
async function testsOf(file: string, query: string): Promise<readonly Test[]> {
  const known = loaded.get(file + query);
  if (known !== undefined) return known;
  const before = globalThis.mutation.active;
  if (query === '') globalThis.mutation.active = active;
  const { tests, before: first } = await collect(() => import(urlOf(file) + query));
  for (const run of first) await run();
  globalThis.mutation.active = before;
  loaded.set(file + query, tests);
  return tests;
}

function urlOf(file: string): string {
  return pathToFileURL(join(project, file)).href;
}
