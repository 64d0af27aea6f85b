import { describe, expect, test } from 'vitest';
import { fullLookup } from '../../src/search/lookup.ts';
import { markWords } from '../../src/search/marks.ts';
import { countFacets, passes, readTicks } from '../../src/search/narrow.ts';
import { packIndex } from '../../src/search/pack.ts';
import { hitOf, search } from '../../src/search/rank.ts';
import type { Hit } from '../../src/search/rank.ts';
import { smallCatalog } from './small-catalog.ts';

const lookup = fullLookup(packIndex(smallCatalog));
const hits = (query: string): readonly Hit[] =>
  search(query, lookup).order.flatMap((ranked) => hitOf(ranked, lookup) ?? []);
const titles = (query: string): readonly string[] => hits(query).map((hit) => hit.pattern.title);

describe('ranking', () => {
  test('a title goes before a row, a row before a drawing', () => {
    expect(titles('serverless audit')[0]).toBe('Serverless');
    expect(titles('kafka')).toEqual(['Event-Driven', 'Stream Layers']);
  });

  test('the Lambda architecture is not AWS Lambda, and the other way round', () => {
    expect(titles('lambda architecture')[0]).toBe('Stream Layers');
    expect(titles('aws lambda')[0]).toBe('Serverless');
  });

  test('words are joined by "or": one unknown word does not empty the page', () => {
    expect(titles('audit trail xyzzyq')[0]).toBe('Event-Driven');
  });

  test('a pattern that answers more of the query goes first', () => {
    expect(titles('kafka batch layer')[0]).toBe('Stream Layers');
  });

  test('a hit names its rows, best first, each with its address', () => {
    const row = hits('audit trail')[0]?.rows[0];
    expect(row?.record).toMatchObject({ url: '/patterns/orders/#audit', why: 'benefit' });
  });

  test('a wish lifts what fits and hides nothing', () => {
    expect(titles('kafka team of 4')).toEqual(expect.arrayContaining(['Event-Driven', 'Stream Layers', 'Serverless']));
    expect(titles('team of 4')[0]).toBe('Serverless');
  });

  test('nothing found is not an empty page', () => {
    const answer = search('qqqqqq', lookup);
    expect(answer.isFallback).toBe(true);
    expect(answer.order).toHaveLength(smallCatalog.patterns.length);
  });

  test('the same query gives the same order', () => {
    expect(titles('events kafka lambda')).toEqual(titles('events kafka lambda'));
  });
});

describe('marking', () => {
  const marked = (text: string, ...keys: readonly string[]): string =>
    markWords(text, keys)
      .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
      .join('');

  test('words are marked as they are written', () => {
    expect(marked('Events: the Event is caught.', 'event')).toBe('[Events]: the [Event] is caught.');
  });

  test('a pair is marked where its words are neighbours', () => {
    expect(marked('A trail, an audit trail.', '+audit+trail')).toBe('A trail, an [audit] [trail].');
  });

  test('the pieces are the text', () => {
    const text = '<b>Pay & go</b> “now”';
    expect(
      markWords(text, ['pay', 'now'])
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});

describe('narrowing down', () => {
  const none = readTicks(new URLSearchParams());

  test('ticks of one facet widen, ticks of two narrow', () => {
    const narrowed = (address: string): readonly string[] =>
      smallCatalog.patterns
        .filter((pattern) => passes(pattern, readTicks(new URLSearchParams(address))))
        .map(({ title }) => title);
    expect(narrowed('complexity=low&complexity=high')).toEqual(['Event-Driven', 'Stream Layers', 'Serverless']);
    expect(narrowed('complexity=low&category=data')).toEqual([]);
    expect(narrowed('team=up+to+5')).toEqual(['Serverless']);
  });

  test('a value counts what it would leave, zero included', () => {
    const counts = countFacets(smallCatalog.patterns, smallCatalog.patterns, { ...none, complexity: ['low'] });
    const of = (facet: string) =>
      Object.fromEntries(
        counts.find((one) => one.facet === facet)?.values.map(({ value, count }) => [value, count]) ?? [],
      );
    expect(of('category')).toMatchObject({ application: 1, data: 0 });
    expect(of('complexity')).toEqual({ low: 1, medium: 2, high: 2 });
  });

  test('an address may say anything', () => {
    expect(readTicks(new URLSearchParams('scale=huge&scale=large'))).toEqual({ ...none, scale: ['large'] });
  });
});
