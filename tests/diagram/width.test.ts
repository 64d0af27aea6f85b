import { describe, expect, it } from 'vitest';
import { columnsOf, parse } from '../../src/diagram/index.ts';
import { graphemes, widthOf } from '../../src/diagram/grid/width.ts';

describe('columns that a character takes', () => {
  it.each([...'漢かカ한ㄅ、。「」〒︰﹏Ａ￥ꀀ豈㌔㐀𠀀⌚⏩☔♈⚓⛄✅❌➕⬛⭐🀄🃏🆎🈁😀🚀🟠🤖'])(
    '%s takes two',
    (character) => {
      expect(widthOf(character)).toBe(2);
    },
  );

  it.each([...'aé→│▲●✓✗☐★♥①€…ﾊ𝒜﷐\uabf0'])('%s takes one', (character) => {
    expect(widthOf(character)).toBe(1);
  });

  it.each(['\u0301', '\u200b', '\u2060', '\ufeff'])('%j alone takes none', (mark) => {
    expect(widthOf(mark)).toBe(0);
  });

  it('is that of the whole: marks, joiners, flags and keycaps stay with their base', () => {
    expect(['e\u0301', '❤️', '1️⃣', '👩‍👩‍👧', '🇩🇪'].map(columnsOf)).toEqual([1, 2, 2, 2, 2]);
    expect(columnsOf('店 Shop')).toBe(7);
    expect(graphemes('e\u0301👩‍👩‍👧a')).toEqual(['e\u0301', '👩‍👩‍👧', 'a']);
    expect(graphemes('ab')).toEqual(['a', 'b']);
  });
});

describe('a row of boxes that wide letters push', () => {
  it.each([3, 150])('%d boxes keep their words, beside a line that is no wall', (count) => {
    const names = Array.from({ length: count }, (_, k) => `漢${String(k).padStart(3, '0')}`);
    const rows = [names.map(() => '┌────┐'), [...names.map((name) => `│${name}│`), '  │'], names.map(() => '└────┘')];
    const { boxes } = parse(rows.map((row) => row.join('')).join('\n'));
    expect(boxes.map(({ text }) => text.map((line) => line.text).join())).toEqual(names);
  });
});
