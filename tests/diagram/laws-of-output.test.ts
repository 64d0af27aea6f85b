import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exporters, format, parse, render, toText, toThumb, type OutlinePart } from '../../src/diagram/index.ts';
import { serialise } from '../../src/diagram/render/svg/serialise.ts';
import { anything, drawings, rarely, seldom } from './random/drawings.ts';
import { scraps } from './random/scraps.ts';

const drawn = fc.oneof(
  drawings.map(({ drawing }) => drawing),
  scraps,
);
/** Some begin as others do: `a-1` is no part of the drawing `a`. */
const prefixes = fc.uniqueArray(fc.constantFrom('a', 'a-1', 'n1', 'flow', 'flow-2', 'flow-n1', 'diagram'), {
  minLength: 2,
  maxLength: 2,
});

describe('two drawings on a page', () => {
  it('share no id, and every reference leads to an id of its own drawing', () => {
    fc.assert(
      fc.property(drawn, drawn, prefixes, fc.boolean(), (one, other, [first, second], standalone) => {
        const [left, right] = [
          render(one, { idPrefix: first ?? '', standalone }),
          render(other, { idPrefix: second ?? '', standalone }),
        ];
        const ids = [...idsIn(left.svg), ...idsIn(right.svg)];
        expect(ids.length).toBeGreaterThanOrEqual(2);
        expect(new Set(ids).size, one).toBe(ids.length);
        for (const [prefix, { svg, outline }] of [
          [first, left],
          [second, right],
        ] as const) {
          const own = new Set(idsIn(svg));
          expect(
            referencesIn(svg).filter((id) => !own.has(id)),
            svg,
          ).toEqual([]);
          expect(partsOf(outline.parts).filter(({ id }) => !own.has(`${prefix ?? ''}-${id}`))).toEqual([]);
        }
      }),
      seldom,
    );
  });
});

describe('the same drawing', () => {
  it('gives the same bytes: picture, words, exports, straight text', () => {
    fc.assert(
      fc.property(anything, anything, (text, between) => {
        const before = everythingOf(text);
        render(between);
        expect(everythingOf(text)).toEqual(before);
      }),
      rarely,
    );
  });

  it('is set straight once: a second time changes nothing', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { text: once } = format(text);
        expect(format(once).text, text).toBe(once);
      }),
      seldom,
    );
  });
});

/** All that the engine writes of a drawing. */
function everythingOf(text: string): readonly string[] {
  const diagram = parse(text);
  return [
    JSON.stringify(diagram),
    JSON.stringify(render(text)),
    render(text, { standalone: true }).svg,
    serialise(toThumb(diagram)),
    toText(diagram, { ascii: true }),
    ...Object.values(exporters).map(({ write }) => write(diagram)),
    format(text).text,
  ];
}

function idsIn(svg: string): string[] {
  return [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
}

/** What `aria-…`, `href="#…"` and `url(#…)` speak of. */
function referencesIn(svg: string): string[] {
  const spoken = [...svg.matchAll(/ aria-(?:labelledby|describedby)="([^"]*)"/g)].flatMap(([, ids = '']) =>
    ids.split(' '),
  );
  return [...spoken, ...[...svg.matchAll(/(?:href="|url\()#([^")]*)/g)].map(([, id = '']) => id)];
}

function partsOf(parts: readonly OutlinePart[]): readonly OutlinePart[] {
  return parts.flatMap((part) => [part, ...partsOf(part.parts)]);
}
