import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decisions, type Move } from '../../src/catalog/deciding.ts';
import { readCatalog } from '../../src/catalog/integrity.ts';
import { questions } from '../../src/catalog/questions.ts';
import { answersIn, queryOf, verdicts } from '../../src/catalog/verdict.ts';
import { withChange } from './content.ts';

const page = 'content/patterns/first.mdx';

/** What an answer does to the first of the two patterns, after a change in its page. */
function moved(question: string, answer: string, from = 'A tagline.', to = 'A tagline.'): readonly Move[] {
  const patterns = readCatalog(withChange(page, from, to)).patterns.map(({ value }) => value);
  const asked = decisions(patterns).find(({ id }) => id === question);
  return asked?.answers.find(({ id }) => id === answer)?.moves.filter(({ slug }) => slug === 'first') ?? [];
}

describe('an answer', () => {
  it('moves a pattern up or down by its fit', () => {
    expect(moved('team', 'few')).toMatchObject([{ step: -1, reasons: [{ anchor: 'fit', polarity: 'con' }] }]);
    expect(moved('team', 'some')).toMatchObject([{ step: 1, reasons: [{ anchor: 'fit', polarity: 'pro' }] }]);
    expect(moved('scale', 'large')).toMatchObject([{ step: -1 }]);
  });

  it('leaves a pattern alone that fits any, or has no row about it', () => {
    expect(moved('scale', 'large', 'scale: { min: small, max: medium }', 'scale: any')).toEqual([]);
    expect(moved('audit', 'yes')).toEqual([]);
  });

  it('counts the trade-offs of its quality, each with its row', () => {
    expect(moved('latency', 'seconds')).toEqual([
      {
        slug: 'first',
        title: 'first',
        step: 1,
        reasons: [{ polarity: 'pro', text: 'Quick.', page: 'first', anchor: 'quick' }],
      },
    ]);
    expect(
      moved('latency', 'seconds', 'polarity: pro, quality: latency', 'polarity: con, quality: latency'),
    ).toMatchObject([{ step: -1 }]);
    expect(
      moved('latency', 'seconds', 'polarity: pro, quality: latency', 'polarity: depends, quality: latency'),
    ).toMatchObject([{ step: 0 }]);
  });

  it('hears words where it matters which side says them', () => {
    expect(moved('load', 'bursts', 'text: One.', 'text: Load comes in bursts.')).toMatchObject([
      { step: 1, reasons: [{ anchor: 'one' }] },
    ]);
    expect(moved('load', 'bursts', 'text: Three.', 'text: Load comes in bursts.')).toMatchObject([
      { step: -1, reasons: [{ anchor: 'three' }] },
    ]);
    expect(moved('load', 'bursts', 'A summary.', 'Load comes in bursts.')).toEqual([]);
  });

  it('speaks for what another page says to take instead', () => {
    const second = 'content/patterns/second.mdx';
    const patterns = readCatalog(withChange(second, 'text: Three.', 'text: Load is steady.')).patterns;
    const asked = decisions(patterns.map(({ value }) => value)).find(({ id }) => id === 'load');
    const steady = asked?.answers.find(({ id }) => id === 'steady')?.moves ?? [];
    expect(steady.map(({ slug, step }) => [slug, step])).toEqual([
      ['first', 1],
      ['second', -1],
    ]);
    expect(steady[0]?.reasons).toEqual([
      { polarity: 'pro', text: 'Instead of second: load is steady.', page: 'second', anchor: 'three' },
    ]);
  });

  it.each([
    ['seconds', 'freshness, comparison: between, value: [1, 24], unit: h', -1],
    ['seconds', 'freshness, comparison: lessThan, value: 1, unit: s', 1],
    ['seconds', 'latency, comparison: fromTo, value: [2000, 20], unit: ms', 1],
    ['hours', 'freshness, comparison: between, value: [1, 24], unit: h', 1],
  ] as const)('%s: a figure %s is a step of %d', (answer, figure, step) => {
    const row = 'id: dear, polarity: con, quality: cost, text: Dear.';
    const measured = `id: dear, polarity: depends, quality: cost, source: seed, quantities: [{ metric: ${figure} }], text: Dear.`;
    const moves = moved('latency', answer, row, measured);
    expect(moves.flatMap(({ reasons }) => reasons).find(({ anchor }) => anchor === 'dear')?.polarity).toBe(
      step > 0 ? 'pro' : 'con',
    );
  });

  it('that hours will do has nothing against a quicker figure', () => {
    const row = 'id: dear, polarity: con, quality: cost, text: Dear.';
    const quick = `id: dear, polarity: con, quality: cost, source: seed, quantities: [{ metric: freshness, comparison: lessThan, value: 1, unit: s }], text: Dear.`;
    expect(moved('latency', 'hours', row, quick)).toEqual([]);
  });
});

describe('the guide', () => {
  it('asks at most seven questions, and names no pattern in them', () => {
    expect(questions.length).toBeLessThanOrEqual(7);
    const slugs = globSync('content/patterns/*.mdx').map((file) => basename(file, '.mdx'));
    expect(slugs.length).toBeGreaterThan(0);
    expect(JSON.stringify(questions)).not.toMatch(new RegExp(slugs.join('|')));
  });
});

describe('a result', () => {
  const asked = questions.map(({ id, answers }) => ({ id, answers: answers.map((answer) => answer.id) }));

  it('has one address, whatever the order of the answers', () => {
    const answers = new Map([
      ['load', 'bursts'],
      ['team', 'few'],
    ]);
    expect(queryOf(answers, asked)).toBe('?team=few&load=bursts');
    expect(queryOf(answersIn('?load=bursts&x=1&team=few&scale=huge', asked), asked)).toBe('?team=few&load=bursts');
    expect(queryOf(new Map(), asked)).toBe('');
  });

  it('counts steps, and of equals puts the one with fewer steps down first', () => {
    const move = (slug: string, step: number) => ({ slug, step, reason: '' });
    const moves = [move('a', 1), move('a', -1), move('b', -1), move('d', 1)];
    expect(verdicts(['a', 'b', 'c', 'd'], moves).map(({ slug, steps }) => [slug, steps])).toEqual([
      ['d', 1],
      ['c', 0],
      ['a', 0],
      ['b', -1],
    ]);
  });
});
