import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, toHast, type Diagram } from '../../../src/diagram/index.ts';
import { serialise } from '../../../src/diagram/render/serialise.ts';
import { pictureOf } from '../../../src/diagram/render/picture.ts';
import { plans } from '../random/plan.ts';
import { scraps } from '../random/scraps.ts';
import { drawPlan } from '../random/sketch.ts';
import { borders, distanceToBorder, escapedWriting, headTips, slantedLines } from './drawn.ts';

const seed = new URL('../seed/', import.meta.url);
const drawings = readdirSync(seed)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, diagram: parse(readFileSync(new URL(name, seed), 'utf8')) }));

describe.each(drawings)('$name', ({ diagram }) => {
  const drawn = toHast(diagram);

  it('comes out straight and closed, with writing inside its boxes and heads that touch', () => {
    expect(faults(diagram)).toEqual([]);
  });

  it('has no label that touches anything', () => {
    const { labels } = pictureOf(diagram, new Map());
    expect(labels.filter(({ touched }) => touched > 0)).toEqual([]);
    expect(labels.length).toBe(diagram.labels.length);
  });

  it('takes 3 KB at most on its way', () => {
    expect(gzipSync(serialise(drawn), { level: 9 }).length).toBeLessThan(3000);
  });
});

describe('random drawings', () => {
  it('come out straight, with writing inside its boxes and heads that touch', () => {
    fc.assert(
      fc.property(plans.map(drawPlan), ({ drawing }) => {
        expect(faults(parse(drawing)), drawing).toEqual([]);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('are drawn however little they mean: nothing throws, every number is a number', () => {
    fc.assert(
      fc.property(scraps, (text) => {
        expect(serialise(toHast(parse(text)))).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

/** What is wrong with a drawing: lines that slant, writing that leaves its box, heads that touch nothing. */
function faults(diagram: Diagram): readonly string[] {
  const drawn = toHast(diagram);
  const walls = borders(drawn);
  const words = diagram.boxes.some(({ shape }) => shape === 'words' || shape === 'cell');
  const loose = words ? [] : headTips(drawn).filter((tip) => !walls.some((wall) => distanceToBorder(tip, wall) <= 1));
  return [
    ...slantedLines(drawn).map(({ from }) => `a slanted line at ${from.x},${from.y}`),
    ...escapedWriting(drawn).map((text) => `"${text}" leaves its box`),
    ...loose.map(({ x, y }) => `the head at ${x},${y} touches nothing`),
  ];
}
