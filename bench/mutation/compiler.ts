import { join } from 'node:path';
import ts from 'typescript';
import type { Mutant } from './lab.ts';

/** Many mutants of different files are checked at once; what fails then is checked alone. */
export function withoutTypeErrors(project: string, mutants: readonly Mutant[]): ReadonlySet<Mutant> {
  const compiler = openCompiler(project);
  const sound = new Set<Mutant>();
  const doubtful: Mutant[] = [];
  const queues = [...Map.groupBy(mutants, ({ file }) => file).values()];
  for (let turn = 0; queues.some((queue) => turn < queue.length); turn++) {
    const round = queues.flatMap((queue) => queue[turn] ?? []);
    const failed = compiler.failing(round);
    for (const mutant of round) {
      if (failed.has(mutant)) doubtful.push(mutant);
      else sound.add(mutant);
    }
  }
  for (const mutant of doubtful) if (compiler.failing([mutant]).size === 0) sound.add(mutant);
  return sound;
}

interface Compiler {
  /** Those of the mutants, each of a file of its own, with which their file has an error. */
  readonly failing: (mutants: readonly Mutant[]) => ReadonlySet<Mutant>;
}

/** The project's own settings; only what is unused or unreachable is no error: a mutant often leaves that behind. */
function openCompiler(project: string): Compiler {
  const { config } = ts.readConfigFile(join(project, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, project);
  const lenient = { ...options, noUnusedLocals: false, noUnusedParameters: false, allowUnreachableCode: true };
  const engine = fileNames.filter((name) => name.includes('/src/diagram/'));
  const changed = new Map<string, { readonly version: number; readonly text: string }>();
  let version = 0;
  const textOf = (path: string): string | undefined => changed.get(path)?.text ?? ts.sys.readFile(path);
  const service = ts.createLanguageService({
    getCompilationSettings: () => lenient,
    getScriptFileNames: () => engine,
    getScriptVersion: (path) => String(changed.get(path)?.version ?? 0),
    getScriptSnapshot: (path) => {
      const text = textOf(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => project,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (path) => ts.sys.fileExists(path),
    readFile: (path) => ts.sys.readFile(path),
  });
  return {
    failing: (mutants) => {
      const paths = mutants.map(({ file }) => join(project, file));
      mutants.forEach((mutant, at) => {
        const path = paths[at] ?? '';
        changed.set(path, { version: ++version, text: mutated(ts.sys.readFile(path) ?? '', mutant) });
      });
      const failed = mutants.filter((_, at) => {
        const path = paths[at] ?? '';
        return service.getSyntacticDiagnostics(path).length + service.getSemanticDiagnostics(path).length > 0;
      });
      for (const path of paths) changed.set(path, { version: ++version, text: ts.sys.readFile(path) ?? '' });
      return new Set(failed);
    },
  };
}

function mutated(text: string, { line, column, before, after }: Mutant): string {
  const rows = text.split('\n');
  const start = rows.slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0) + column - 1;
  return `${text.slice(0, start)}${after}${text.slice(start + before.length)}`;
}
