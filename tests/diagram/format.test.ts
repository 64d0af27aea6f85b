import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format, parse, toNotation } from '../../src/diagram/index.ts';
import { readCase } from './notation.ts';
import { spoil } from './random/crooked.ts';
import { crooked, drawings, often, seldom, spoilings } from './random/drawings.ts';
import { scraps } from './random/scraps.ts';

/** Drawings of a folder: what stands before the line `==>`, and what after it. */
function read(folder: string): readonly (readonly [name: string, before: string, after: string])[] {
  const url = new URL(`./${folder}/`, import.meta.url);
  const files = readdirSync(url, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt'));
  return files.sort().map((file) => {
    const text = readFileSync(new URL(file, url), 'utf8');
    const [before = '', after = ''] = text.split(/^==>\n/m);
    return [`${folder}/${file}`, folder === 'cases' ? readCase(text).drawing : before, after];
  });
}

const pairs = read('format').map(([name, before, after]) => [name, before.replace(/^#.*\n/, ''), after] as const);
const given = [...read('seed'), ...read('cases')];

function meaningOf(drawing: string): string {
  const diagram = parse(drawing);
  return `${toNotation(diagram)}${diagram.notes}`;
}

/** Every letter and digit, in order, row by row; a last row of edges alone may be new. */
function lettersOf(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}\n]/gu, '')
    .replace(/[vVxo]/g, '')
    .trimEnd();
}

describe('a crooked drawing', () => {
  it('has pairs of before and after', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(25);
  });

  it.each(pairs)('%s', (_, before, after) => {
    expect(format(before).text).toBe(after);
    expect(format(after)).toMatchObject({ text: after, changed: false, verdict: 'clean' });
  });
});

describe('every drawing that we have', () => {
  it.each(given)('%s keeps its meaning and its words, and is straight the first time', (_, drawing) => {
    const { text, changed, verdict, reason } = format(drawing);
    expect(changed).toBe(text !== drawing);
    expect(changed).toBe(verdict === 'straightened');
    expect(reason === null).toBe(verdict !== 'left');
    expect(meaningOf(text)).toBe(meaningOf(drawing));
    expect(lettersOf(text)).toBe(lettersOf(drawing));
    if (changed) expect(format(text).text).toBe(text);
  });

  it('is not touched without a repair, but for lines that are a column aside', () => {
    const clean = given.filter(([, drawing]) => parse(drawing).repairs.length === 0);
    const touched = clean.filter(([, drawing]) => format(drawing).changed).map(([name]) => name);
    expect(touched.length / clean.length, touched.join(', ')).toBeLessThan(0.02);
  });

  it('is set straight when it is crooked, in 24 of 25 cases or more', () => {
    const repaired = given.filter(([, drawing]) => parse(drawing).repairs.length > 0);
    const left = repaired.filter(([, drawing]) => format(drawing).verdict === 'left').map(([name]) => name);
    expect(left.length / repaired.length, left.join(', ')).toBeLessThan(0.04);
  });
});

describe('random drawings', () => {
  it('come back byte for byte when they are clean', () => {
    fc.assert(
      fc.property(drawings, ({ drawing }) => {
        expect(format(drawing)).toEqual({ text: drawing, changed: false, verdict: 'clean', reason: null });
      }),
      often,
    );
  });

  it('keep meaning and words with a defect, and are straight the first time', () => {
    fc.assert(
      fc.property(crooked, (drawing) => {
        const { text } = format(drawing);
        expect(meaningOf(text), drawing).toBe(meaningOf(drawing));
        expect(lettersOf(text)).toBe(lettersOf(drawing));
        expect(format(text).text, drawing).toBe(text);
      }),
      seldom,
    );
  });

  it('are what they were before the defect, in 4 of 5 cases or more', () => {
    const spoiled = fc.sample(fc.tuple(drawings, spoilings), often).flatMap(([sketch, how]) => {
      const drawing = spoil(sketch, how);
      // words that were moved over their wall stay where they are
      return drawing === null || how.defect === 'text over the wall' ? [] : [{ drawing, before: sketch.drawing }];
    });
    const mended = spoiled.filter(({ drawing, before }) => format(drawing).text.trimEnd() === before.trimEnd());
    expect(spoiled.length).toBeGreaterThan(often.numRuns / 2);
    expect(mended.length / spoiled.length).toBeGreaterThan(0.8);
  });
});

describe('any text', () => {
  it('keeps its letters', () => {
    fc.assert(
      fc.property(fc.oneof(scraps, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        expect(lettersOf(format(text).text)).toBe(lettersOf(text));
      }),
      often,
    );
  });
});

describe('what is straight keeps every byte', () => {
  const out = '┌────┐\n│ A   │\n└────┘\n';
  const straight = '┌────┐\n│ A  │\n└────┘\n';

  it('line endings, a byte order mark, and no line ending at the end', () => {
    expect(format(out.replaceAll('\n', '\r\n')).text).toBe(straight.replaceAll('\n', '\r\n'));
    expect(format(`\ufeff${out}`).text).toBe(`\ufeff${straight}`);
    expect(format(out.trimEnd()).text).toBe(straight.trimEnd());
  });

  it('and the end of the text, also behind a lower edge that was left out there', () => {
    const open = '┌───┐\n│ A │';
    for (const end of ['', '\n', '\r\n', '\n\n'])
      expect(format(`${open}${end}`).text).toBe(
        `${open}${end === '\r\n' ? end : '\n'}└───┘${end.replace('\n\n', '\n')}`,
      );
    expect(format('┌───┐\r\n│ A │').text).toBe('┌───┐\r\n│ A │\r\n└───┘');
  });

  it('trailing blanks, blank lines and a common indent', () => {
    expect(format(`\n \n    ┌────┐   \n    │ A   │  \n    └────┘\n\n\n`).text).toBe(
      `\n \n    ┌────┐   \n    │ A  │\n    └────┘\n\n\n`,
    );
  });

  it('tabs before the drawing; tabs inside a changed line become blanks', () => {
    expect(format('\t┌────┐\n\t│ A   │\n\t└────┘\n').text).toBe('\t┌────┐\n\t│ A  │\n\t└────┘\n');
    expect(format('+--------+\n| a\t  |\n| b\t |\n+--------+\n').text).toBe(
      '+--------+\n| a      |\n| b\t |\n+--------+\n',
    );
  });
});

describe('what cannot be set straight', () => {
  it('is left with a reason: a control character would be lost', () => {
    const drawing = '┌────┐\n│ A\u0007  │\n└────┘\n';
    expect(format(drawing)).toMatchObject({ text: drawing, changed: false, verdict: 'left' });
    expect(format(drawing).reason).toContain('control characters');
  });
});
