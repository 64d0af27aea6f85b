import { globSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { parse, toHast, type Diagram } from '../../../src/diagram/index.ts';
import { serialise } from '../../../src/diagram/render/svg/serialise.ts';
import { pictureOf } from '../../../src/diagram/render/picture/picture.ts';
import { readCase } from '../notation.ts';
import { plans } from '../random/plan.ts';
import { scraps } from '../random/scraps.ts';
import { drawPlan } from '../random/sketch.ts';
import { elementsOf, textOf } from './drawn.ts';
import { faultsOf } from './faults.ts';

const seed = new URL('../seed/', import.meta.url);
const drawings = readdirSync(seed)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, diagram: parse(readFileSync(new URL(name, seed), 'utf8')) }));

describe.each(drawings)('$name', ({ diagram }) => {
  const drawn = toHast(diagram);

  it('has words inside their boxes, off lines and each other, and heads that touch', () => {
    expect(faultsOf(drawn)).toEqual([]);
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

describe('every case', () => {
  const files = globSync('../cases/**/*.txt', { cwd: fileURLToPath(new URL('.', import.meta.url)) });

  it('has words inside their boxes, off lines and each other, and heads that touch', () => {
    const faulty = files.flatMap((file) => {
      const { drawing } = readCase(readFileSync(new URL(file, import.meta.url), 'utf8'));
      return faultsOf(toHast(parse(drawing))).map((fault) => `${file}: ${fault}`);
    });
    expect(faulty).toEqual([]);
    expect(files.length).toBeGreaterThan(500);
  });

  it('has every letter of its boxes, labels and captions in the picture', () => {
    const lost = files.filter((file) => {
      const diagram = parse(readCase(readFileSync(new URL(file, import.meta.url), 'utf8')).drawing);
      return writingOf(diagram) !== lettersOf(withTag(toHast(diagram), 'text').map(textOf));
    });
    expect(lost).toEqual([]);
  });
});

describe('random drawings', () => {
  it('have words inside their boxes, off lines and each other, and heads that touch', () => {
    fc.assert(
      fc.property(plans.map(drawPlan), ({ drawing }) => {
        expect(faultsOf(toHast(parse(drawing))), drawing).toEqual([]);
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

function writingOf({ boxes, labels, captions }: Diagram): string {
  const lines = [...boxes.flatMap(({ text }) => text), ...[...labels, ...captions].flatMap((each) => each.lines)];
  return lettersOf(lines.map(({ text }) => text));
}

function lettersOf(texts: readonly string[]): string {
  return [...texts.join('').replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');
}

function withTag(drawn: Element, tag: string): readonly Element[] {
  return elementsOf(drawn).filter(({ tagName }) => tagName === tag);
}
