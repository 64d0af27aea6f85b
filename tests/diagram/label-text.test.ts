import { describe, expect, it } from 'vitest';
import { labelText } from '../../src/diagram/meaning/label-drafts.ts';

describe('the words of a label', () => {
  it.each([
    ['(A)- Request', 'on', '(A) Request'],
    ['-- (A) -- Request --', 'on', '(A) Request'],
    ['= sum =', 'on', 'sum'],
    ['two  blanks', 'on', 'two blanks'],
    ['pre-paid', 'on', 'pre-paid'],
    // signs alone are what it says
    ['= = =', 'on', '= = ='],
    ['- beside -', 'above', '- beside -'],
  ] as const)('%s %s a line: %s', (text, placement, words) => {
    expect(labelText({ text, row: 0, column: 0, width: text.length }, placement)).toBe(words);
  });
});
