import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/diagram/index.ts';
import { blockOf } from '../../../src/diagram/render/picture/block.ts';

/** A box with these rows. */
function boxOf(rows: readonly string[]): string {
  const width = Math.max(...rows.map((row) => row.length));
  const rule = '─'.repeat(width + 2);
  return [`┌${rule}┐`, ...rows.map((row) => `│ ${row.padEnd(width)} │`), `└${rule}┘`].join('\n');
}

/** The lines of the only box: height, space above, then bullets and words, each with the px where it begins. */
function setLines(...rows: readonly string[]): readonly string[] {
  const { lines } = blockOf(parse(boxOf(rows)).boxes[0]?.text ?? []);
  return lines.map(({ height, gap, bullets, runs }) =>
    [`${height}+${gap}`, ...bullets.map((x) => `•${x}`), ...runs.map(({ text, x }) => `${text}@${x}`)].join(' '),
  );
}

describe('the writing of a box', () => {
  it('is a title, a qualifier, and a list with its points below each other', () => {
    expect(setLines('Orders', '(Node)', '- takes', '  - by card', '- sends')).toEqual([
      '20+0 Orders@0',
      '18+0 (Node)@0',
      '19+7 •0 takes@11',
      '19+0 •10 by card@21',
      '19+0 •0 sends@11',
    ]);
  });

  it('hangs the second row of a numbered point below its words', () => {
    expect(setLines('Plan', '1. seed', '   and water', '2. reap')).toEqual([
      '20+0 Plan@0',
      '19+7 1. seed@0',
      '19+0 and water@15',
      '19+0 2. reap@0',
    ]);
  });

  it('keeps two columns, each flush', () => {
    expect(setLines('Fees', 'cat     10', 'dog     20', '- old   30')).toEqual([
      '20+0 Fees@0',
      '19+7 cat@0 10@64',
      '19+0 dog@0 20@64',
      '19+0 •0 old@11 30@64',
    ]);
  });

  it('keeps two lists beside each other, points below points', () => {
    expect(setLines('Garden', '- roses      - apples', '  - red        - early', '- herbs      - pears')).toEqual([
      '20+0 Garden@0',
      '19+7 •0 •104 roses@11 apples@115',
      '19+0 •10 •114 red@21 early@125',
      '19+0 •0 •104 herbs@11 pears@115',
    ]);
  });

  it('leaves a gap where the drawing has a blank row', () => {
    expect(setLines('Bill', 'bread', 'milk', '', 'sum')).toEqual([
      '20+0 Bill@0',
      '19+7 bread@0',
      '19+0 milk@0',
      '19+7 sum@0',
    ]);
  });

  it('is as wide as its widest line and as high as all of them', () => {
    const { width, height, head } = blockOf(parse(boxOf(['Orders', '(Node)', '- takes'])).boxes[0]?.text ?? []);
    expect([Math.round(width), height, head]).toEqual([55, 64, 38]);
  });
});
