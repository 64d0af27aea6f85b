import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fullLookup } from '../../src/search/lookup.ts';
import { packIndex } from '../../src/search/pack.ts';
import { search } from '../../src/search/rank.ts';
import { catalogData } from './catalog-data.ts';

/** A query as an engineer types it: one of `first` should lead, all of `inTopFive` should be among the first five. */
interface Expected {
  readonly query: string;
  readonly kind: string;
  readonly first: readonly string[];
  readonly inTopFive: readonly string[];
}

const queries = readFileSync(new URL('queries.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Expected);

const lookup = fullLookup(packIndex(catalogData));

const judged = queries.map((expected) => {
  const answer = search(expected.query, lookup);
  const order = answer.isFallback ? [] : answer.order.map(({ pattern }) => lookup.patterns[pattern]?.slug ?? '');
  return {
    ...expected,
    order: order.slice(0, 5),
    isEmpty: order.length === 0,
    isFirst: expected.first.includes(order[0] ?? ''),
    isInFive: expected.inTopFive.every((slug) => order.slice(0, 5).includes(slug)),
  };
});

const share = (all: typeof judged, holds: (one: (typeof judged)[number]) => boolean): number =>
  all.filter(holds).length / all.length;
const misses = (holds: (one: (typeof judged)[number]) => boolean): string =>
  judged
    .filter((one) => !holds(one))
    .map(({ query, order, first }) => `${query} → ${order.join(', ')}; expected ${first.join(' or ')}`)
    .join('\n');

describe('queries that engineers type', () => {
  test('there are enough, of every kind and for every pattern', () => {
    expect(queries.length).toBeGreaterThanOrEqual(120);
    expect(new Set(queries.map(({ kind }) => kind))).toEqual(
      new Set(['exact', 'synonym', 'typo', 'technology', 'question', 'facet']),
    );
    for (const { slug } of catalogData.patterns)
      expect(queries.filter(({ first }) => first[0] === slug).length, slug).toBeGreaterThanOrEqual(4);
    expect(catalogData.patterns.length).toBe(10);
  });

  test('the right pattern comes first for nine in ten', () => {
    expect(
      share(judged, (one) => one.isFirst),
      misses((one) => one.isFirst),
    ).toBeGreaterThanOrEqual(0.9);
  });

  test('all that belong are among the first five for nine in ten', () => {
    expect(
      share(judged, (one) => one.isInFive),
      misses((one) => one.isInFive),
    ).toBeGreaterThanOrEqual(0.9);
  });

  test('no kind of query is left behind', () => {
    for (const kind of new Set(queries.map((one) => one.kind))) {
      const own = judged.filter((one) => one.kind === kind);
      expect(
        share(own, (one) => one.isFirst),
        kind,
      ).toBeGreaterThanOrEqual(0.8);
    }
  });

  test('no page is empty', () => {
    expect(judged.filter(({ isEmpty }) => isEmpty).map(({ query }) => query)).toEqual([]);
  });

  test('an answer takes a few milliseconds', () => {
    const times = queries.map(({ query }) => {
      const began = performance.now();
      search(query, lookup);
      return performance.now() - began;
    });
    expect(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(20);
  });
});
