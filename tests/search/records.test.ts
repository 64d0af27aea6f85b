import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../src/catalog/rows.ts';
import { catalog, catalogData } from './catalog-data.ts';

describe('the records of the catalog', () => {
  test.each(catalog.patterns.map(({ value }) => [value.slug, value] as const))(
    '%s: every row is a record with an address and a reason',
    (slug, pattern) => {
      const records = catalogData.records.filter((record) => record.pattern === slug);
      const rows = rowsOf(pattern);
      expect(rows.length).toBeGreaterThan(20);
      for (const row of rows) {
        const record = records.find(({ url, kind }) => url === `/patterns/${slug}/#${row.id}` && kind !== 'diagram');
        expect(record, row.id).toBeDefined();
        expect(record?.text).toContain(row.text);
        expect(record?.why).toMatch(/\w/);
      }
    },
  );

  test('a trade-off is found by its quality', () => {
    for (const { value } of catalog.patterns)
      for (const row of value.tradeoffs) {
        const record = catalogData.records.find(
          ({ url, kind }) =>
            url === `/patterns/${value.slug}/#${row.id}` && kind === (row.polarity === 'con' ? 'price' : 'trade-off'),
        );
        expect(record?.also).toContain(row.quality);
      }
  });

  test('the words inside the drawings are records', () => {
    for (const { slug } of catalogData.patterns) {
      const drawn = catalogData.records.filter(({ pattern, kind }) => pattern === slug && kind === 'diagram');
      expect(drawn.length, slug).toBeGreaterThanOrEqual(5);
    }
  });

  test('what the browser loads stays small: 60 KB compressed for ten patterns', () => {
    const bytes = gzipSync(JSON.stringify(catalogData), { level: 9 }).length;
    expect(bytes / Math.max(catalogData.patterns.length, 1)).toBeLessThan(6_000);
  });
});
