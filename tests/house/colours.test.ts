import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/**
 * The promises of the palette. Words in diagrams 7 : 1, other words 4.5 : 1, lines that carry meaning 3 : 1, in both themes and
 * on every ground that they stand on.
 */
const grounds = ['paper', 'sheet', 'node'];
const kinds = ['plain', 'water', 'marsh', 'land', 'lead'];
const promises: readonly {
  readonly colours: readonly string[];
  readonly on: readonly string[];
  readonly ratio: number;
}[] = [
  { colours: ['ink', 'ink-2'], on: grounds, ratio: 7 },
  { colours: ['ink'], on: [...kinds, 'mark-soft'], ratio: 10 },
  { colours: ['ink-3', 'mark'], on: grounds, ratio: 4.5 },
  { colours: ['mark'], on: ['mark-soft'], ratio: 4.5 },
  { colours: ['marsh-line', 'water-line', 'land-line'], on: ['sheet'], ratio: 4.5 },
  { colours: ['rule', 'edge', ...kinds.map((kind) => `${kind}-line`)], on: grounds, ratio: 3 },
];

for (const theme of ['light', 'dark'] as const)
  describe(`${theme} theme`, () => {
    const tokens = readTokens(theme);
    for (const { colours, on, ratio } of promises)
      for (const colour of colours)
        for (const ground of on)
          test(`${colour} on ${ground} is ${ratio} : 1`, () => {
            expect(contrast(colourOf(tokens, colour), colourOf(tokens, ground))).toBeGreaterThanOrEqual(ratio);
          });
    for (const kind of kinds)
      test(`the line of ${kind} shows on its own tint`, () => {
        expect(contrast(colourOf(tokens, `${kind}-line`), colourOf(tokens, kind))).toBeGreaterThanOrEqual(3);
      });
  });

/** Colours by name, as `src/styles/tokens.css` has them: `--ink: light-dark(#14202b, #e9eef0)`. */
function readTokens(theme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
  const found = css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
  return new Map([...found].map(([, name = '', light = '', dark = '']) => [name, theme === 'light' ? light : dark]));
}

function colourOf(tokens: ReadonlyMap<string, string>, name: string): string {
  const colour = tokens.get(name);
  if (colour === undefined) throw new Error(`There is no token --${name}.`);
  return colour;
}

/** Contrast as WCAG defines it. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('a drawing that stands alone has the colours of the site', () => {
  const style = readFileSync(new URL('../../src/diagram/render/svg/style.ts', import.meta.url), 'utf8').toLowerCase();
  const pairs = [...style.matchAll(/'?([\w-]+)'?: \['(#[0-9a-f]{6})', '(#[0-9a-f]{6})'\],/g)];
  const light = readTokens('light');
  const dark = readTokens('dark');
  expect(pairs.length).toBeGreaterThan(5);
  for (const [, name = '', inLight, inDark] of pairs)
    expect([name, inLight, inDark]).toEqual([name, light.get(name), dark.get(name)]);
  const all = new Set([...light.values(), ...dark.values()]);
  expect([...style.matchAll(/#[0-9a-f]{6}/g)].map(([colour]) => colour).filter((colour) => !all.has(colour))).toEqual(
    [],
  );
});
