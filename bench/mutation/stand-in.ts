/** What the tests import as `vitest` while mutants are judged: it keeps the tests, so that any of them can be run any time. */
export { expect } from './expect.ts';

export interface Test {
  readonly name: string;
  readonly run: () => unknown;
}

interface Collected {
  readonly tests: Test[];
  readonly before: (() => unknown)[];
}

let collected: Collected = { tests: [], before: [] };

/** The tests of a module, in its order, and what has to be done before any of them. */
export async function collect(load: () => Promise<unknown>): Promise<Collected> {
  collected = { tests: [], before: [] };
  await load();
  return collected;
}

/**
 * Left out, because a mutant would wait for them too long: each reads hundreds of drawings with a foreign tool, or ten thousand
 * texts. What only they would find counts as not found.
 */
const tooLong: ReadonlySet<string> = new Set([
  'Mermaid, read by Mermaid',
  'D2, read by D2',
  'is a drawing: nothing throws',
]);

function keep(name: string, run: () => unknown): void {
  if (!tooLong.has(name)) collected.tests.push({ name, run });
}

function group(name: string, inside: () => unknown): void {
  if (!tooLong.has(name)) inside();
}

type Add = (name: string, run: () => unknown) => void;

/** `each` hands over one row after the other; a row that is a list becomes the arguments. */
function each(add: Add) {
  return (rows: readonly unknown[]) => (name: string, run: (...values: readonly unknown[]) => unknown) => {
    for (const row of rows) add(name, () => run(...(Array.isArray(row) ? (row as readonly unknown[]) : [row])));
  };
}

export const it = Object.assign(keep, { each: each(keep) });
export const test = it;
export const describe = Object.assign(group, { each: each(group) });
export function beforeAll(run: () => unknown): void {
  collected.before.push(run);
}
