import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { IndexFiles } from '../../src/search/files.ts';
import { openLookup } from '../../src/search/lookup.ts';
import type { Lookup, Part } from '../../src/search/lookup.ts';
import { packIndex } from '../../src/search/pack.ts';
import { hitOf, search } from '../../src/search/rank.ts';
import type { Hit } from '../../src/search/rank.ts';
import { catalogData } from './catalog-data.ts';
import { manyPatterns } from './thousand.ts';

/** Bytes that may travel before the first answer stands, and what of them the script of the search takes. */
const budget = 150_000;
const script = 20_000;

/** Hits that a first answer shows. */
const pageful = 10;

const queries = [
  'kafka',
  'what happens if a whole region goes down',
  'severless lamda',
  'team of 4 low complexity',
  'gdpr data residency',
  'how do i get data from several systems into one report',
  'lambda architecture',
  'reads and writes need to scale differently',
  'cdn',
  'add a new consumer without changing the producer',
  'qqqqzzzz',
];

/** A browser that has loaded nothing: what it asks for is weighed, and answers as the site does. */
function visitor(files: IndexFiles): {
  readonly ask: (query: string) => readonly Hit[];
  readonly weight: () => number;
} {
  let weight = sizeOf(files.head);
  const lookup = openLookup(files.head);
  const settle = <Value>(question: (lookup: Lookup) => Value): Value => {
    for (;;) {
      lookup.wanted.clear();
      const answer = question(lookup);
      if (lookup.wanted.size === 0) return answer;
      for (const part of lookup.wanted) {
        const content = contentOf(files, part);
        weight += sizeOf(content);
        lookup.add(part, content);
      }
    }
  };
  return {
    ask: (query) => {
      const { order } = settle(() => search(query, lookup));
      return settle(() => order.slice(0, pageful).flatMap((ranked) => hitOf(ranked, lookup) ?? []));
    },
    weight: () => weight,
  };
}

function contentOf({ shards, rows, words }: IndexFiles, part: Part): unknown {
  const [kind, name = ''] = part.split('-');
  if (kind === 'shard') return shards[Number(name)];
  if (kind === 'rows') return rows[Number(name)];
  return words.get(name) ?? { words: '', counts: '' };
}

function sizeOf(content: unknown): number {
  return gzipSync(JSON.stringify(content), { level: 9 }).length;
}

describe.each([10, 1_000])('%i patterns', (count) => {
  let files: IndexFiles;
  beforeAll(() => {
    files = packIndex(count === 10 ? catalogData : manyPatterns(count));
  }, 120_000);

  test.each(queries)('the first answer stays within its budget: %s', (query) => {
    const { ask, weight } = visitor(files);
    expect(ask(query).length).toBeGreaterThan(0);
    expect(weight() + script).toBeLessThan(budget);
  });

  test('an answer of what is loaded takes less than 50 ms', () => {
    const { ask } = visitor(files);
    for (const query of queries) ask(query);
    const times = queries.map((query) => {
      const began = performance.now();
      ask(query);
      return performance.now() - began;
    });
    expect(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(50);
  });

  test('an index in parts answers like a whole one', () => {
    const fresh = queries.map((query) =>
      visitor(files)
        .ask(query)
        .map(({ pattern }) => pattern.slug),
    );
    const { ask } = visitor(files);
    for (const query of [...queries].reverse()) ask(query);
    expect(queries.map((query) => ask(query).map(({ pattern }) => pattern.slug))).toEqual(fresh);
  });
});
