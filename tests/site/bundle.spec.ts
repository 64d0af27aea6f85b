import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { render } from '../../src/diagram/index.ts';
import type * as Engine from '../../src/diagram/index.ts';
import { dist, travels } from './built.ts';

const bundle = readFileSync(join(dist, 'plumbline.js'), 'utf8');
const seed = new URL('../diagram/seed/', import.meta.url);

test('the engine is one file for browsers, complete in itself, of 90 KB at most', () => {
  expect(travels(bundle)).toBeLessThanOrEqual(90_000);
  expect(bundle).not.toMatch(/["'`]node:|\brequire\(|\bprocess\./);
  expect(bundle).not.toMatch(/(?:^|[;}])\s*import\b|\bimport\s*\(|[}*]\s*from\s*["']/);
});

test('it gives the same bytes in the browser as in Node', async ({ page }) => {
  const sources = readdirSync(seed)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, seed), 'utf8'));
  expect(sources.length).toBeGreaterThanOrEqual(10);
  await page.goto('/404.html');
  const drawn = await page.evaluate(async (texts) => {
    const address = '/plumbline.js';
    const engine = (await import(address)) as Pick<typeof Engine, 'render'>;
    return texts.map((text) => JSON.stringify([engine.render(text), engine.render(text, { standalone: true }).svg]));
  }, sources);
  const here = sources.map((text) => JSON.stringify([render(text), render(text, { standalone: true }).svg]));
  expect(drawn).toEqual(here);
});
