import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, type Diagram } from '../../src/diagram/index.ts';
import { compare, readCase } from './notation.ts';
import type { Rect } from './random/canvas.ts';
import { often } from './random/drawings.ts';
import { plans } from './random/plan.ts';
import { drawTurned } from './random/sketch.ts';
import type { Turn } from './random/turn.ts';

const turns: fc.Arbitrary<Turn> = fc.record({ swap: fc.boolean(), flipRows: fc.boolean(), flipColumns: fc.boolean() });

/**
 * A layout may be mirrored left and right, upside down, and have its rows and columns swapped: eight ways in all. Boxes,
 * lines, heads and labels then change places, words stay readable, and the axes are stretched until all words have room
 * (`random/turn.ts`).
 *
 * Claimed of each: the parts, their parents and words, the connections with their ends, heads and labels are the same;
 * nothing is loose; and every box is found at exactly the cells where the turned layout has it, so that what was left
 * is right, above, or below as the turn says. Not claimed: cells side by side, since stacked they are one node by the
 * contract, captions and notes, which have one place to stand; on which side of its line a label is found.
 */
describe('a layout that is mirrored or turned', () => {
  it('means the same, in mirrored places', () => {
    fc.assert(
      fc.property(plans, turns, (plan, turn) => {
        const { drawing, meaning, places } = drawTurned(plan, turn);
        const diagram = parse(drawing);
        const { found, wanted } = compare(diagram, readCase(`\n==>\n${meaning}`).meaning);
        expect(found, drawing).toEqual(wanted);
        expect(placesOf(diagram, places), drawing).toEqual(places);
      }),
      often,
    );
  });

  it('has its axes changed as the turn says', () => {
    fc.assert(
      fc.property(plans, turns, (plan, turn) => {
        const before = drawTurned(plan, { swap: false, flipRows: false, flipColumns: false }).places;
        const after = drawTurned(plan, turn).places;
        for (const [one, other] of pairsOf([...before.keys()])) {
          const way = wayTo(before.get(one), before.get(other));
          expect(wayTo(after.get(one), after.get(other))).toEqual(turnWay(way, turn));
        }
      }),
      { ...often, numRuns: 30 },
    );
  });
});

/** Where the boxes of these names are found. */
function placesOf({ boxes }: Diagram, wanted: ReadonlyMap<string, Rect>): ReadonlyMap<string, Rect> {
  const byName = new Map(boxes.map((box) => [box.text[0]?.text ?? '', box.rect]));
  return new Map([...wanted.keys()].map((name) => [name, byName.get(name) ?? nowhere]));
}

const nowhere: Rect = { top: -1, left: -1, bottom: -1, right: -1 };

/** 1 where the other box stands wholly below or right of the first one, -1 above or left, 0 where they overlap on that axis. */
interface Way {
  readonly rows: number;
  readonly columns: number;
}

function wayTo(one = nowhere, other = nowhere): Way {
  return {
    rows: Number(other.top > one.bottom) - Number(other.bottom < one.top),
    columns: Number(other.left > one.right) - Number(other.right < one.left),
  };
}

function turnWay({ rows, columns }: Way, { swap, flipRows, flipColumns }: Turn): Way {
  const [down, across] = swap ? [columns, rows] : [rows, columns];
  // adding 0 makes 0 of -0
  return { rows: (flipRows ? -down : down) + 0, columns: (flipColumns ? -across : across) + 0 };
}

function pairsOf(names: readonly string[]): (readonly [string, string])[] {
  return names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const));
}
