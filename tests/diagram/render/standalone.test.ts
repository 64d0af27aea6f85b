import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/diagram/index.ts';
import { toSvgText } from '../../../src/diagram/render/svg/svg.ts';

const seed = new URL('../seed/', import.meta.url);
const drawings = readdirSync(seed)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, source: readFileSync(new URL(name, seed), 'utf8') }));

/** Colours as `0xRRGGBB`, and how many pixels have them. Every pixel is opaque. */
function coloursOf(svg: string): ReadonlyMap<number, number> {
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const counts = new Map<number, number>();
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const colour = pixels.readUInt32BE(at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  expect([...counts.keys()].filter((colour) => (colour & 255) !== 255)).toEqual([]);
  return new Map([...counts].map(([colour, count]) => [colour >>> 8, count]));
}

const paper = 0xfcfdfd;

describe('a file of its own in a renderer that is no browser', () => {
  it.each(drawings)('$name has an opaque ground, its own colours and no black boxes', ({ source }) => {
    const counts = coloursOf(toSvgText(parse(source), { standalone: true }));
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const dark = [...counts].filter(([colour]) => colour >> 16 < 0x10 && ((colour >> 8) & 255) < 0x18);
    expect(counts.get(paper) ?? 0).toBeGreaterThan(all * 0.1);
    expect(dark.reduce((sum, [, count]) => sum + count, 0)).toBeLessThan(all * 0.001);
  });

  it('paints tints, panels and lines as the style says', () => {
    const counts = coloursOf(
      toSvgText(parse(readFileSync(new URL('content-delivery.txt', seed), 'utf8')), {
        standalone: true,
        names: { shield: 'Origin Shield' },
        links: { shield: 'https://example.org/' },
        emphasis: ['shield'],
      }),
    );
    // node, sheet, the tints of water and land, edge
    for (const colour of [0xffffff, 0xf2f5f7, 0xdcedf6, 0xf8ecc9, 0x3e4c57])
      expect(counts.get(colour) ?? 0, colour.toString(16)).toBeGreaterThan(50);
  });

  it('keeps the tint of a node, whatever the kind of the group around it', () => {
    const group = ['┌─ Platform ────────┐', '│  ┌─────────────┐  │', '│  │  Orders DB  │  │', '│  └─────────────┘  │'];
    const counts = coloursOf(toSvgText(parse([...group, '└───────────────────┘'].join('\n')), { standalone: true }));
    // the ground and the line of land
    for (const colour of [0xf8ecc9, 0x84650f]) expect(counts.get(colour) ?? 0, colour.toString(16)).toBeGreaterThan(20);
  });

  it('writes its words in ink where a font is there', () => {
    const svg = toSvgText(parse('A ──▶ B'), { standalone: true });
    const families = /font-family:([^;}]+)/.exec(svg)?.[1] ?? '';
    expect(families.endsWith('sans-serif')).toBe(true);
    const fonts = ['/usr/share/fonts', '/System/Library/Fonts', 'C:\\Windows\\Fonts'].filter((folder) =>
      existsSync(folder),
    );
    expect(fonts.length).toBeGreaterThan(0);
    const { pixels } = new Resvg(svg, { font: { fontDirs: fonts, sansSerifFamily: 'DejaVu Sans' } }).render();
    const ink = [...pixels.entries()].filter(([at, value]) => at % 4 === 0 && value < 0x30).length;
    expect(ink).toBeGreaterThan(20);
  });
});
