import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Instrumenter } from '@stryker-mutator/instrumenter';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A change of the engine that a test should notice. */
export interface Mutant {
  readonly number: number;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly kind: string;
  /** What stands there, and what the mutant puts in its place. */
  readonly before: string;
  readonly after: string;
}

/** Two copies of the project: in one the engine says which mutants it meets, in the other it only obeys the switch. */
export interface Lab {
  readonly project: string;
  readonly mutants: readonly Mutant[];
  /** One more than the highest number of a mutant: the instrumenter leaves numbers out. */
  readonly numbers: number;
  readonly watched: string;
  readonly switched: string;
  readonly tests: readonly string[];
  readonly remove: () => void;
}

/** The engine with all its mutants in it, each behind a switch, beside the tests that run it; in a folder of its own. */
export async function makeLab(): Promise<Lab> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-mutation-'));
  const files = globSync('src/diagram/**/*.ts', { cwd: root }).map((name) => name.replaceAll('\\', '/'));
  const { files: instrumented, mutants } = await instrument(files.sort());
  const lab = { watched: join(folder, 'watched'), switched: join(folder, 'switched') };
  for (const [copy, watched] of [[lab.watched, true] as const, [lab.switched, false] as const]) {
    for (const part of ['src/remark', 'tests/diagram', 'tests/remark', 'package.json'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    for (const part of ['node_modules', 'public']) symlinkSync(join(root, part), join(copy, part));
    for (const { name, content } of instrumented) {
      mkdirSync(dirname(join(copy, name)), { recursive: true });
      writeFileSync(join(copy, name), withSwitches(content, watched));
    }
  }
  const tests = globSync('tests/{diagram,remark}/**/*.test.ts', { cwd: root }).filter((file) => !tooLong.test(file));
  const numbers = 1 + Math.max(...mutants.map(({ number }) => number));
  const remove = (): void => rmSync(folder, { recursive: true });
  return { ...lab, project: root, mutants, numbers, tests: tests.sort(), remove };
}

/** Drawings of a megabyte: a mutant would wait for them too long. What only they would find counts as not found. */
const tooLong = /\/hostile\.test\.ts$/;

async function instrument(names: readonly string[]): Promise<{
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly mutants: readonly Mutant[];
}> {
  const silent = () => undefined;
  const asks = () => false;
  const logger = { trace: silent, debug: silent, info: silent, warn: silent, error: silent, fatal: silent };
  const levels = { isTraceEnabled: asks, isDebugEnabled: asks, isInfoEnabled: asks };
  const instrumenter = new Instrumenter({
    ...logger,
    ...levels,
    isWarnEnabled: asks,
    isErrorEnabled: asks,
    isFatalEnabled: asks,
  });
  const sources = names.map((name) => ({ name, mutate: true, content: readFileSync(join(root, name), 'utf8') }));
  const result = await instrumenter.instrument(sources, {
    ignorers: [],
    excludedMutations: [],
    noHeader: true,
    plugins: null,
  });
  const rows = new Map(sources.map(({ name, content }) => [name, content.split('\n')]));
  const mutants = result.mutants.map(({ id, fileName, location: { start, end }, mutatorName, replacement }): Mutant => {
    const lines = (rows.get(fileName) ?? []).slice(start.line, end.line + 1);
    const last = lines.length - 1;
    const before = lines.map((line, at) =>
      line.slice(at === 0 ? start.column : 0, at === last ? end.column : undefined),
    );
    const place = { file: fileName, line: start.line + 1, column: start.column + 1 };
    return { number: Number(id), ...place, kind: mutatorName, before: before.join('\n'), after: replacement };
  });
  return { files: result.files, mutants };
}

/** The instrumenter's calls as plain comparisons: the engine runs as fast as it can between two of them. */
function withSwitches(content: string, watched: boolean): string {
  return content
    .replace(/stryMutAct_9fa48\("(\d+)"\)/g, '(mutation.active === $1 && mutation.hit())')
    .replace(/stryCov_9fa48\(([^)]*)\)/g, (_, numbers: string) =>
      watched ? `(${numbers.replace(/"(\d+)"(?:, )?/g, 'mutation.seen[$1] = ')}1)` : '0',
    );
}
