import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkCatalog, readCatalog } from '../../src/catalog/integrity.ts';
import { describeProblem } from '../../src/catalog/problem.ts';
import { rowsOf } from '../../src/catalog/rows.ts';
import { readSources } from '../../src/catalog/sources.ts';
import { namesInFences } from '../../src/site/catalog-check.ts';

const sources = readSources(fileURLToPath(new URL('../../', import.meta.url)), namesInFences);

describe('the content of this catalog', () => {
  it('has no problems', () => {
    expect(checkCatalog(sources).map(describeProblem)).toEqual([]);
  });

  const pages = readCatalog(sources).patterns.map(({ value }) => [value.slug, value] as const);
  it.each(pages)('%s names every row once, and what the source states is marked', (_slug, pattern) => {
    const rows = rowsOf(pattern);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.some(({ source }) => source === 'seed')).toBe(true);
  });
});
