import { describe, expect, it } from 'vitest';
import { parse } from '../../src/diagram/index.ts';
import { differenceOf } from '../../src/diagram/format/meaning.ts';
import { rowsToText } from '../../src/diagram/format/rows.ts';
import { readGrid } from '../../src/diagram/grid/grid.ts';

const pair = `Shop
┌───┐      ┌───┐
│ A ├─ x ─►│ B │
└───┘      └───┘

Notes:
- none
`;

describe('what differs between two drawings', () => {
  const differs = (from: string, to: string): string | null => {
    expect(pair).toContain(from);
    return differenceOf(parse(pair), parse(pair.replace(from, to)));
  };

  it('is nothing when they stand elsewhere', () => {
    const moved = pair.replaceAll('     ┌', '       ┌').replace('─►', '───►').replaceAll('     └', '       └');
    expect(differenceOf(parse(pair), parse(moved))).toBeNull();
    expect(differs('Notes', 'Notes')).toBeNull();
  });

  it('is a word, wherever it stands', () => {
    for (const word of ['A', 'x', 'Shop', 'none']) expect(differs(word, 'y')).toBe('its words');
  });

  it('is a box, a connection or its head, a caption, a note, a loose end, though all words are there', () => {
    const empty = `${pair}\n┌──┐\n│  │\n└──┘\n`;
    expect(differenceOf(parse(pair), parse(empty))).toBe('its boxes');
    expect(differs('►│', '─┤')).toBe('its connections');
    expect(differs('├─ x ─►', '│  x   ')).toBe('its connections');
    expect(differs('Shop\n', 'Shop\n\n')).toBe('its words');
    const loose = `${pair.replace('\n\nNotes', ' ─\n\nNotes')}`;
    expect(differenceOf(parse(pair), parse(loose))).toBe('its loose ends');
  });
});

describe('a text with some rows changed', () => {
  /** The rows of a text with `a` for every `b`. */
  const changed = (source: string): string => {
    const grid = readGrid(source);
    const cells = grid.cells.map((row) => row.map((cell) => (cell === 'b' ? 'a' : cell)));
    return rowsToText(source, grid, cells);
  };

  it.each([
    ['a b\r\nc  \rb\n', 'a a\r\nc  \ra\n'],
    ['  b\n\n   c \n', '  a\n\n   c \n'],
    ['\tb\n\tc\n', '\ta\n\tc\n'],
    ['        b\n\tc\n', '        a\n\tc\n'],
    ['\tb\tb\n', '\ta       a\n'],
    ['\ufeffb\nb\n', '\ufeffa\na\n'],
    ['b \ufeff\n', 'a\n'],
    [' \t b', ' \t a'],
  ])('%j', (source, text) => {
    expect(changed(source)).toBe(text);
  });

  it('gives a row that was blank the indent of the first that is not, and takes all of one that becomes blank', () => {
    const source = '\n\t\tb\n\n\t\tc\n';
    const grid = readGrid(source);
    const cells = [[], [], ['x'], ['c']];
    expect(rowsToText(source, grid, cells)).toBe('\n\n\t\tx\n\t\tc\n');
  });
});
