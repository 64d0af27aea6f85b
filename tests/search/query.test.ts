import { describe, expect, test } from 'vitest';
import { fullLookup } from '../../src/search/lookup.ts';
import { packIndex } from '../../src/search/pack.ts';
import { understand } from '../../src/search/query.ts';
import { correct, distance } from '../../src/search/spelling.ts';
import { smallCatalog } from './small-catalog.ts';

const lookup = fullLookup(packIndex(smallCatalog));
const keysOf = (query: string): readonly string[] =>
  understand(query, lookup).terms.flatMap((term) => term.forms.flatMap((form) => form.keys));

describe('understanding a query', () => {
  test('case, hyphens and plurals do not matter', () => {
    expect(keysOf('AUDIT-TRAILS')).toEqual(keysOf('audit trail'));
  });

  test('"route53", "Route 53" and "route-53" are one', () => {
    expect(keysOf('route53')).toEqual(['+rout+53']);
    expect(keysOf('Route 53')).toContain('+rout+53');
    expect(keysOf('route-53')).toEqual(keysOf('Route 53'));
  });

  test('the words of a question go, its subject stays', () => {
    expect(understand('what is the best way to do an audit trail?', lookup).terms.map((term) => term.said)).toEqual(
      understand('audit trail', lookup).terms.map((term) => term.said),
    );
  });

  test('a query of nothing but stop words is still looked for', () => {
    expect(understand('what is it', lookup).terms).not.toEqual([]);
  });

  test('a synonym leads to the words of the catalog, also as a phrase', () => {
    expect(keysOf('spikes')).toContain('+vari+workload');
    expect(keysOf('faas')).toContain('serverless');
    expect(keysOf('functions as a service')).toContain('serverless');
  });

  test('the words of a known phrase count less than the phrase', () => {
    const terms = understand('lambda architecture', lookup).terms;
    const weightOf = (said: string): number => terms.find((term) => term.said === said)?.weight ?? 0;
    expect(weightOf('lambda architecture')).toBeGreaterThan(weightOf('lambda') + weightOf('architecture'));
  });

  test.each([
    ['severless', 'serverless'],
    ['audit trial', 'audit trail'],
    ['kafak', 'kafka'],
    ['arhcitecture', 'architecture'],
  ])('%s is read as %s', (typed, meant) => {
    expect(understand(typed, lookup).corrected).toBe(meant);
  });

  test('a known word, a synonym and a number are never put right', () => {
    for (const query of ['kafka', 'spikes', 'faas', 'event', 'http2'])
      expect(understand(query, lookup).corrected).toBeNull();
  });

  test('a word that only the prose has is left to Pagefind, also when it is misspelt', () => {
    expect(understand('truthful kafka', lookup)).toMatchObject({ inProse: ['truthful'], corrected: null });
    expect(understand('thruthful', lookup)).toMatchObject({ inProse: ['truthful'], corrected: 'truthful' });
  });

  test('spelling can be turned off', () => {
    expect(understand('severless', lookup, { spelling: false })).toMatchObject({ corrected: null });
  });

  test('a word that is still being typed stands for what begins so', () => {
    expect(keysOf('kaf')).toContain('kafka');
    expect(understand('kaf', lookup).corrected).toBeNull();
  });

  test.each(['team of 4', 'we are 4 people', '4 developers', 'small team'])(
    '"%s" is a wish for small teams',
    (query) => {
      const fits = smallCatalog.patterns.filter((pattern) =>
        understand(query, lookup).wishes.every((wish) => wish.fit(pattern) > 0),
      );
      expect(fits.map(({ title }) => title)).toEqual(['Serverless']);
    },
  );

  test('"any scale" asks for the whole range', () => {
    const [wish] = understand('any scale', lookup).wishes;
    expect(smallCatalog.patterns.filter((pattern) => (wish?.fit(pattern) ?? 0) > 0).map(({ title }) => title)).toEqual([
      'Serverless',
    ]);
  });

  test.each([
    '',
    '   ',
    '"',
    '😀😀',
    '<script>alert(1)</script>',
    'שלום עולם',
    '\u202e\u0000',
    '+++',
    'a'.repeat(10_000),
    'word '.repeat(2_000),
    '((((',
  ])('anything may be typed: %j', (query) => {
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now();
      understand(query, lookup);
      return performance.now() - began;
    });
    expect(Math.min(...times)).toBeLessThan(100);
  });
});

describe('spelling', () => {
  test('a letter put in, left out or swapped counts one, a changed one more', () => {
    expect(distance('serverless', 'severless', 3)).toBe(1);
    expect(distance('trail', 'trial', 3)).toBe(1);
    expect(distance('cqrs', 'cqsr', 3)).toBe(1);
    expect(distance('kafka', 'kinesis', 9)).toBeGreaterThan(6);
  });

  test('it stops beyond its limit', () => {
    expect(distance('architecture', 'kafka', 2)).toBe(3);
  });

  test('short words are left alone, and a first letter is not guessed lightly', () => {
    const vocabulary = new Map([
      ['heap', 3],
      ['sqs', 2],
      ['serverless', 5],
    ]);
    expect(correct('cheap', vocabulary)).toBeNull();
    expect(correct('sns', vocabulary)).toBeNull();
    expect(correct('zerverless', vocabulary)).toBe('serverless');
  });
});
