import { describe, expect, test } from 'vitest';
import { stemOf, wordsOf } from '../../src/search/words.ts';

describe('words', () => {
  test('a word knows where it stands in the text as written', () => {
    const text = 'Pay per “Exécution”';
    expect(wordsOf(text).map(({ text: folded, start, end }) => [folded, text.slice(start, end)])).toEqual([
      ['pay', 'Pay'],
      ['per', 'per'],
      ['execution', 'Exécution'],
    ]);
  });

  test('hyphens, slashes and dots part words; apostrophes do not', () => {
    expect(wordsOf("real-time CI/CD Node.js it's").map(({ text }) => text)).toEqual([
      'real',
      'time',
      'ci',
      'cd',
      'node',
      'js',
      'its',
    ]);
  });

  test.each([
    'caching cached caches cache',
    'scaling scales scalable scalability',
    'replication replicate replica replicas',
    'consistent consistency consistently',
    'deploy deployment deploys deployed',
    'logs logging logged',
    'delivery deliver delivering',
    'partition partitioned partitioning',
    'eventual eventually',
    'queries query',
    'latency latencies',
  ])('%s: one stem', (forms) => {
    expect(new Set(forms.split(' ').map(stemOf)).size).toBe(1);
  });

  test.each([
    ['server', 'serverless'],
    ['server', 'service'],
    ['event', 'eventual'],
    ['batch', 'bash'],
    ['user', 'use'],
  ])('%s is not %s', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });

  test('a pasted book is read only so far', () => {
    expect(wordsOf('word '.repeat(50_000)).length).toBeLessThan(5_000);
  });
});
