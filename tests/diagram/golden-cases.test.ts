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
const drawings = new Map(
  globSync(['cases/*/*.txt', 'seed/*.txt'], { cwd: here })
    .sort()
    .map((file) => [file.replace(/^cases./, '').replaceAll('\\', '/'), file]),
);
const groups = [...new Set([...drawings.keys()].map((name) => name.replace(/\/.*/, '')))];
const title = /^=== (.+\.txt)$/gm;

describe.each(Object.entries(sheets))('%s', (kind, { groups: wanted, tell }) => {
  it.each(groups.filter((group) => wanted.test(group)))('%s', async (group) => {
    const golden = `${here}golden/${kind}/${group}.txt`;
    const known = existsSync(golden)
      ? [...readFileSync(golden, 'utf8').matchAll(title)].map(([, name]) => name ?? '')
      : [];
    const all = [...drawings.keys()].filter((name) => name.startsWith(`${group}/`));
    const names = process.env['GOLDEN'] === 'all' ? all : all.filter((name) => known.includes(name));
    const told = names.map((name) => {
      const text = readFileSync(here + (drawings.get(name) ?? ''), 'utf8');
      return `=== ${name}\n${tell(group === 'seed' ? text : readCase(text).drawing).trimEnd()}\n`;
    });
    expect(told.length).toBeGreaterThan(0);
    await expect(told.join('')).toMatchFileSnapshot(golden);
  });
});
