import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sheets } from './golden/sheets.ts';
import { readCase } from './notation.ts';

/**
 * What the engine makes of the cases, to the last letter: a folder of `golden/` for each kind of sheet, a file for each group of
 * cases. It is no law: when a change makes the engine better, write the sheets anew and look at the difference.
 *
 *     npm run test:unit -- tests/diagram/golden -u && git diff tests/diagram/golden
 *
 * A sheet names its cases. A new case changes nothing until it is asked for: GOLDEN=all before the same command.
 */
const here = fileURLToPath(new URL('./', import.meta.url));
const title = /^=== (.+\.txt)\n/gm;
const drawings = new Map([...read('cases'), ...read('seed'), ...oddOnes()]);
const groups = [...new Set([...drawings.keys()].map((name) => name.replace(/\/.*/, '')))];

describe.each(Object.entries(sheets))('%s', (kind, { groups: wanted, tell }) => {
  it.each(groups.filter((group) => wanted.test(group)))('%s', async (group) => {
    const golden = `${here}golden/${kind}/${group}.txt`;
    const known = existsSync(golden)
      ? [...readFileSync(golden, 'utf8').matchAll(title)].map(([, name]) => name ?? '')
      : [];
    const all = [...drawings.keys()].filter((name) => name.startsWith(`${group}/`));
    const names = process.env['GOLDEN'] === 'all' ? all : all.filter((name) => known.includes(name));
    const told = names.map((name) => `=== ${name}\n${tell(drawings.get(name) ?? '').trimEnd()}\n`);
    expect(told.length).toBeGreaterThan(0);
    await expect(told.join('')).toMatchFileSnapshot(golden);
  });
});

function read(folder: 'cases' | 'seed'): readonly (readonly [name: string, drawing: string])[] {
  const files = globSync('**/*.txt', { cwd: here + folder }).sort();
  return files.map((file) => {
    const text = readFileSync(`${here}${folder}/${file}`, 'utf8');
    const name = file.replaceAll('\\', '/');
    return folder === 'cases' ? [name, readCase(text).drawing] : [`seed/${name}`, text];
  });
}

/** Cases with one to three cells changed and what was not needed taken out, so that nobody can say what they mean; but each meets a rule that no other drawing meets. */
function oddOnes(): readonly (readonly [name: string, drawing: string])[] {
  const parts = readFileSync(`${here}golden/odd.txt`, 'utf8').split(title).slice(1);
  return parts.flatMap((name, at) => (at % 2 === 0 ? [[name, parts[at + 1] ?? ''] as const] : []));
}
