import { describe, expect, it } from 'vitest';
import { readCatalog } from '../../src/catalog/integrity.ts';
import {
  complexitiesOf,
  complexityLabel,
  quantityLabel,
  scaleLabel,
  scalesOf,
  teamLabel,
} from '../../src/catalog/labels.ts';
import { neighbours, relatedTo } from '../../src/catalog/related.ts';
import { rowsOf } from '../../src/catalog/rows.ts';
import { soundContent } from './content.ts';

const patterns = readCatalog(soundContent()).patterns.map(({ value }) => value);
const [first, second] = patterns;
if (!first || !second) throw new Error('the sound content has two patterns');

describe('ranges in words', () => {
  it.each([
    [{ scale: { min: 'medium', max: 'large' } }, 'Medium to large'],
    [{ scale: { min: 'large', max: 'large' } }, 'Large'],
    [{ scale: 'any' }, 'Any'],
  ] as const)('scale %j is "%s"', (fit, label) => {
    expect(scaleLabel(fit)).toBe(label);
  });
  it('complexity has its own order', () => {
    expect(complexityLabel({ complexity: { min: 'low', max: 'medium' } })).toBe('Low to medium');
    expect(complexitiesOf({ complexity: { min: 'medium', max: 'high' } })).toEqual(['medium', 'high']);
    expect(scalesOf({ scale: { min: 'small', max: 'medium' } })).toEqual(['small', 'medium']);
    expect(scalesOf({ scale: 'any' })).toEqual(['small', 'medium', 'large']);
  });
  it.each([
    [{ teamSize: { min: 5, max: null } }, '5+'],
    [{ teamSize: { min: 1, max: 5 } }, '1–5'],
    [{ teamSize: 'any' }, 'Any'],
  ] as const)('team %j is "%s"', (fit, label) => {
    expect(teamLabel(fit)).toBe(label);
  });
});

describe('quantities in words', () => {
  it.each([
    [{ metric: 'requestRate', comparison: 'atMost', value: 10000, unit: 'requests/s' }, 'at most 10,000 requests/s'],
    [{ metric: 'latency', comparison: 'fromTo', value: [200, 20], unit: 'ms' }, 'from 200 ms to 20 ms'],
    [{ metric: 'cacheLifetime', comparison: 'equals', value: 1, unit: 'years' }, '1 year'],
    [{ metric: 'cacheHitRatio', comparison: 'atLeast', value: 95, unit: '%' }, 'at least 95%'],
  ] as const)('%j', (quantity, label) => {
    expect(
      quantityLabel({ ...quantity, value: Array.isArray(quantity.value) ? [200, 20] : (quantity.value as number) }),
    ).toBe(label);
  });
});

describe('edges', () => {
  it('are written once and told on both pages', () => {
    expect(relatedTo(second, patterns)).toMatchObject([{ slug: 'first', label: 'combines with', derived: false }]);
    expect(relatedTo(first, patterns)).toMatchObject([
      { id: 'p002#with-first', slug: 'second', label: 'combines with', derived: true },
    ]);
  });
  it('pages follow each other by id', () => {
    expect(neighbours(first, patterns)).toMatchObject({ previous: null, next: { slug: 'second' } });
    expect(neighbours(second, patterns)).toMatchObject({ previous: { slug: 'first' }, next: null });
  });
});

describe('rows', () => {
  it('stand in the order of the page, each with its section', () => {
    expect(rowsOf(second).map(({ section, id }) => `${section}#${id}`)).toEqual([
      'use-cases#shops',
      'when-to-use#one',
      'when-to-use#two',
      'when-not-to-use#three',
      'when-not-to-use#four',
      'tradeoffs#quick',
      'tradeoffs#dear',
      'components#server',
      'related#with-first',
    ]);
  });
  it('are editorial unless they say otherwise', () => {
    expect(rowsOf(first).every(({ source }) => source === 'editorial')).toBe(true);
  });
});
