import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCase } from '../tests/diagram/notation.ts';

export interface Drawing {
  readonly name: string;
  readonly source: string;
}

const tests = fileURLToPath(new URL('../tests/diagram/', import.meta.url));

/** The ten drawings that all began with. */
export function seedDrawings(): readonly Drawing[] {
  return filesIn('seed/*.txt').map(({ name, text }) => ({ name, source: text }));
}

/** Every drawing of the test cases. */
export function corpus(): readonly Drawing[] {
  return filesIn('cases/**/*.txt').map(({ name, text }) => ({ name, source: readCase(text).drawing }));
}

function filesIn(pattern: string): readonly { readonly name: string; readonly text: string }[] {
  return globSync(pattern, { cwd: tests })
    .sort()
    .map((file) => ({ name: file.replace(/^.*\/|\.txt$/g, ''), text: readFileSync(tests + file, 'utf8') }));
}
