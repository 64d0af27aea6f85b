import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  conditionsOf,
  countValues,
  filterTitle,
  fitSaid,
  fitsFilter,
  readFilter,
  waysOut,
  withValues,
  writeFilter,
} from '../../src/catalog/facets.ts';
import type { Filter, FilterData } from '../../src/catalog/facets.ts';
import { filterDataOf } from '../../src/catalog/filter-data.ts';
import { patterns, words } from './real.ts';
import { grownCatalog } from './thousand.ts';

const data = filterDataOf(patterns, words);
const asked = (query: string): Filter => readFilter(new URLSearchParams(query), data);
const found = (query: string): readonly string[] =>
  data.patterns.filter((pattern) => fitsFilter(pattern, asked(query))).map(({ slug }) => slug);

describe('a filter in an address', () => {
  it.each([
    ['team=4&scale=medium&scale=large&category=data', '?category=data&scale=large&scale=medium&team=4'],
    ['scale=large&scale=large', '?scale=large'],
    ['technology=redis&hurts=cost&helps=latency', '?helps=latency&hurts=cost&technology=redis'],
    ['scale=enormous&q=x&team=four', ''],
    ['team=0', ''],
    ['team=1000', ''],
    ['team=007', '?team=7'],
    ['', ''],
  ])('%s is written %s', (query, written) => {
    expect(writeFilter(asked(query))).toBe(written);
  });
  it('is the same when it is read again', () => {
    const written = writeFilter(asked('hurts=cost&helps=latency&helps=availability&team=12'));
    expect(writeFilter(asked(written))).toBe(written);
  });
});

describe('a filter', () => {
  it('takes a team as a number', () => {
    expect(found('team=4')).toEqual(['basic-web-application', 'content-delivery', 'serverless']);
    expect(found('team=5')).toContain('event-driven');
  });
  it('takes either of two scales', () => {
    expect(found('scale=small&scale=large')).toHaveLength(
      new Set([...found('scale=small'), ...found('scale=large')]).size,
    );
  });
  it('wants both of two qualities', () => {
    const both = found('helps=latency&helps=consistency');
    expect(both).toContain('cqrs');
    expect(
      both.every((slug) => found('helps=latency').includes(slug) && found('helps=consistency').includes(slug)),
    ).toBe(true);
  });
  it('tells quality helped from quality hurt', () => {
    expect(found('hurts=consistency')).toContain('event-driven');
    expect(found('helps=consistency')).not.toContain('event-driven');
  });
  it('of nothing leaves everything', () => {
    expect(found('')).toHaveLength(data.patterns.length);
  });
});

describe('counts', () => {
  it('say what a tick would leave, for every value and a filter of several', () => {
    const filter = asked('scale=medium&team=6&helps=availability');
    const counts = countValues(data, filter);
    for (const facet of ['category', 'complexity', 'helps', 'hurts', 'technology'] as const)
      for (const { id, count } of counts[facet]) {
        const ticked = withValues(filter, facet, facet === 'helps' ? [...new Set(['availability', id])] : [id]);
        expect(count, `${facet} ${id}`).toBe(data.patterns.filter((pattern) => fitsFilter(pattern, ticked)).length);
      }
  });
  it('keep zero', () => {
    expect(countValues(data, asked(''))['helps']).toContainEqual({
      id: 'testability',
      label: 'Testability',
      count: 0,
      chosen: false,
    });
  });
  it('of one scale do not fall when another is ticked', () => {
    const large = (query: string) => countValues(data, asked(query)).scale.find(({ id }) => id === 'large')?.count;
    expect(large('scale=small')).toBe(large(''));
  });
});

describe('in words', () => {
  it('a title says the filter in the order of its address', () => {
    expect(filterTitle(conditionsOf(asked('technology=redis&team=4&scale=large&hurts=cost'), data))).toBe(
      'Patterns: large scale, team of 4, cost hurt, Redis',
    );
    expect(filterTitle([])).toBe('All patterns');
  });
  it('a pattern fits in one line', () => {
    expect(data.patterns.slice(0, 3).map(fitSaid)).toEqual([
      'small to medium scale, low complexity, team of 1–5',
      'large scale, high complexity, team of 10+',
      'medium to large scale, medium to high complexity, team of 5+',
    ]);
  });
  it('where nothing fits the ways out are what to let go, the most fruitful first', () => {
    expect(found('team=1&category=data')).toEqual([]);
    const ways = waysOut(asked('team=1&category=data'), data);
    expect(ways.map(({ said, count }) => [said, count])).toEqual([
      ['data', found('team=1').length],
      ['team of 1', found('category=data').length],
    ]);
    expect(ways.map(({ without }) => writeFilter(without))).toEqual(['?team=1', '?category=data']);
  });
  it('no way out is offered that leads to nothing', () => {
    const ways = waysOut(asked('team=1&category=data&category=integration&complexity=high'), data);
    expect(ways.every(({ count }) => count > 0)).toBe(true);
  });
});

describe('at 1,000 patterns', () => {
  const grown: FilterData = grownCatalog(data, 1000);
  it('what the browser loads to filter stays under 50 KB', () => {
    expect(gzipSync(JSON.stringify(grown), { level: 9 }).length).toBeLessThan(50_000);
  });
  it('a filter is counted within a frame or two', () => {
    const filter = readFilter(new URLSearchParams('scale=large&team=8&helps=latency'), grown);
    countValues(grown, filter);
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      countValues(grown, filter);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    expect(times[4]).toBeLessThan(50);
  });
});
