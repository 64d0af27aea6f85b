import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byPlace } from '../../src/diagram/geometry/by-place.ts';
import { runAt, runsOver } from '../../src/diagram/writing/run-at.ts';
import { areasOf, type Area } from '../../src/diagram/render/picture/areas.ts';
import { between, firstFrom, lastUpTo } from '../../src/diagram/geometry/sorted.ts';
import { seldom } from './random/drawings.ts';

/** What is found by place is what looking at all would find. */
const span = fc.tuple(fc.nat(400), fc.nat(300)).map(([from, length]) => ({ from, to: from + length }));
const spans = fc.array(fc.record({ row: fc.nat(3), span }), { maxLength: 60 });

describe('things by place', () => {
  it('are all that lie over some columns, in the order of adding, each once', () => {
    fc.assert(
      fc.property(spans, span, (things, asked) => {
        const places = byPlace<number>();
        things.forEach(({ row, span: { from, to } }, k) => places.add(row, from, to, k));
        const found = places.near(1, asked.from, asked.to);
        const over = things.flatMap(({ row, span: own }, k) =>
          row === 1 && own.from <= asked.to && own.to >= asked.from ? [k] : [],
        );
        expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
        expect(found.filter((k) => over.includes(k))).toEqual(over);
        expect(found.every((k) => things[k]?.row === 1)).toBe(true);
      }),
      seldom,
    );
  });

  it('come without what is far away', () => {
    const places = byPlace<string>();
    places.add(0, 0, 31, 'first');
    places.add(0, 32, 40, 'second');
    places.add(0, 0, 127, 'long');
    places.add(0, 3000, 3010, 'far');
    places.add(0, 0, 600, 'longest');
    expect(places.near(0, 0, 3)).toEqual(['first', 'long', 'longest']);
    expect(places.near(0, 33, 33)).toEqual(['second', 'long', 'longest']);
    expect(places.near(0, 3005, 3005)).toEqual(['far']);
    expect(places.near(0, 0, 10_000)).toEqual(['first', 'second', 'long', 'far', 'longest']);
    expect(places.near(1, 0, 10_000)).toEqual([]);
  });
});

describe('things by area', () => {
  it('are those that meet an area, edges included, each once', () => {
    const area = fc
      .tuple(span, span)
      .map(([{ from: left, to: right }, { from: top, to: bottom }]): Area => ({ left, right, top, bottom }));
    fc.assert(
      fc.property(fc.array(area, { maxLength: 40 }), area, fc.constantFrom(1, 12), (areas, asked, cell) => {
        const places = areasOf<number>(cell);
        areas.forEach((own, k) => places.add(k, own));
        const meets = areas.flatMap(({ left, right, top, bottom }, k) =>
          left <= asked.right && right >= asked.left && top <= asked.bottom && bottom >= asked.top ? [k] : [],
        );
        expect([...places.near(asked)].sort((a, b) => a - b)).toEqual(meets);
      }),
      seldom,
    );
  });
});

describe('sorted places', () => {
  const sorted = fc.array(fc.nat(50), { maxLength: 30 }).map((places) => places.sort((a, b) => a - b));
  const itself = (place: number): number => place;

  it('are cut where looking at all would cut them', () => {
    fc.assert(
      fc.property(sorted, fc.nat(50), fc.nat(50), (places, from, to) => {
        const first = places.findIndex((place) => place >= from);
        expect(firstFrom(places, (place) => place >= from)).toBe(first === -1 ? places.length : first);
        expect(lastUpTo(places, from, itself)).toBe(places.findLast((place) => place <= from));
        if (from <= to)
          expect(between(places, from, to, itself)).toEqual(places.filter((place) => place >= from && place <= to));
      }),
      seldom,
    );
  });
});

describe('the writing of a row', () => {
  const run = (text: string, column: number) => ({ text, row: 0, column, width: text.length });
  const [one, two, six] = [run('one', 2), run('two', 7), run('six', 10)];
  const runs = [[one, two, six]];

  it('is found at the cells that it covers', () => {
    const at = Array.from({ length: 14 }, (_, column) => runAt(runs, 0, column)?.text ?? '');
    expect(at.join(',')).toBe(',,one,one,one,,,two,two,two,six,six,six,');
    expect(runAt(runs, 1, 2)).toBeNull();
  });

  it('is found over columns, both included', () => {
    expect(runsOver(runs, 0, 4, 7)).toEqual([one, two]);
    expect(runsOver(runs, 0, 5, 6)).toEqual([]);
    expect(runsOver(runs, 0, 9, 10)).toEqual([two, six]);
    expect(runsOver(runs, 0, 0, 99)).toEqual([one, two, six]);
    expect(runsOver(runs, 1, 0, 99)).toEqual([]);
  });
});
