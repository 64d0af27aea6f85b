import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, toNotation, toText } from '../../src/diagram/index.ts';
import { readCase } from './notation.ts';

function read(folder: string): readonly (readonly [name: string, drawing: string])[] {
  const url = new URL(`./${folder}/`, import.meta.url);
  const files = readdirSync(url, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt'));
  return files.sort().map((file) => {
    const text = readFileSync(new URL(file, url), 'utf8');
    return [`${folder}/${file}`, folder === 'cases' ? readCase(text).drawing : text];
  });
}

const drawings = [...read('seed'), ...read('cases')];

describe.each([
  { mode: 'box drawing', ascii: false },
  { mode: 'plain ASCII', ascii: true },
])('clean text in $mode', ({ ascii }) => {
  it.each(drawings)('%s means the same, and is the same when drawn again', (_, drawing) => {
    const diagram = parse(drawing);
    const text = toText(diagram, { ascii });
    const again = parse(text);
    expect(`${toNotation(again)}${again.notes}`).toBe(`${toNotation(diagram)}${diagram.notes}`);
    expect(toText(again, { ascii })).toBe(text);
  });
});

describe('clean text', () => {
  it('has a tee where a line leaves, and a head before the border', () => {
    expect(
      toText(
        parse(`
┌───┐
│ A │
└───┘
  │
┌─▼─┐
│ B │
└───┘`),
      ),
    ).toBe(`┌───┐
│ A │
└─┬─┘
  ▼
┌───┐
│ B │
└───┘
`);
  });

  it('moves a wall that stands in its words', () => {
    const drawing = '┌────────────┐\n│ Notifications │\n│ (mail)     │\n└────────────┘';
    expect(toText(parse(drawing))).toBe('┌──────────────┐\n│ Notifications│\n│ (mail)       │\n└──────────────┘\n');
  });

  it('keeps what a border looks like', () => {
    const drawing = `╭─ Pods ────────────╮
│ ╔═══╗       ┏━━━┓ │
│ ║ A ╟──────►┃ B ┃ │
│ ╚═══╝       ┗━━━┛ │
╰───────────────────╯
`;
    expect(toText(parse(drawing))).toBe(drawing);
  });

  it('uses nothing but ASCII for lines when asked', () => {
    const text = toText(parse('┌───┐   ┌───┐\n│ A │◄─►│ B │\n└───┘   └───┘'), { ascii: true });
    expect(text).toBe('+---+   +---+\n| A |<->| B |\n+---+   +---+\n');
  });
});
