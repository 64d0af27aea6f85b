import { describe, expect, it } from 'vitest';
import { parse } from '../../src/diagram/index.ts';
import type { Pair } from '../../src/diagram/meaning/edges.ts';
import { edgesOver } from '../../src/diagram/meaning/edges-over.ts';
import { ink } from '../../src/diagram/ink/ink-cells.ts';
import type { Arm, LineCell } from '../../src/diagram/lines/lines.ts';

/** A cell that leads to those before and after it; `null` leads nowhere. */
function cellAt(index: number, before: number | null, after: number | null): LineCell {
  const to = (cell: number | null): Arm | undefined =>
    cell === null ? undefined : { kind: 'cell', to: cell, by: 'line' };
  const arms = { up: undefined, right: to(after), down: undefined, left: to(before) };
  return { index, row: 0, column: index, ink: ink('─', 0), arms, reached: { kind: 'cell', to: index, by: 'line' } };
}

function ringOf(size: number): readonly LineCell[] {
  return Array.from({ length: size }, (_, k) => cellAt(k, (k + size - 1) % size, (k + 1) % size));
}

const forward = (from: number, to: number): Pair => ({ from, to, head: 'forward' });
const crossings = new Set<number>();

describe('the edges whose way leads over a cell', () => {
  it('takes the shorter way round a loop', () => {
    const [near, back] = [forward(0, 1), forward(0, 2)];
    const at = edgesOver({ cells: ringOf(12), crossings, terminals: [0, 3, 8], pairs: [near, back] });
    expect([0, 1, 2, 3].map((cell) => at(cell, 9))).toEqual([[near, back], [near], [near], [near]]);
    expect([8, 9, 10, 11].map((cell) => at(cell, 9))).toEqual([[back], [back], [back], [back]]);
    // no way leads over what is between
    expect(at(5, 9)).toEqual([near, back]);
    expect(at(5, 1)).toEqual([near]);
  });

  it('gives a label to every edge where a loop is too large to be searched', () => {
    const size = 8000;
    const terminals = Array.from({ length: 32 }, (_, k) => k * (size / 32));
    const pairs = terminals
      .slice(16)
      .flatMap((_, to) => terminals.slice(0, 16).map((__, from) => forward(from, 16 + to)));
    const at = edgesOver({ cells: ringOf(size), crossings, terminals, pairs });
    at(1, 256);
    expect(at(1, 256)).toEqual(pairs);
    expect(at(4001, 3)).toEqual(pairs.slice(0, 3));
  });

  it('follows a link that leads one way only as it leads', () => {
    const cells = [cellAt(0, null, 1), cellAt(1, 0, null), cellAt(2, 1, 3), cellAt(3, 2, null)];
    const [back, beside] = [forward(1, 0), forward(1, 2)];
    const at = edgesOver({ cells, crossings, terminals: [0, 2, 3], pairs: [back, beside] });
    expect(at(1, 9)).toEqual([back]);
    expect(at(3, 9)).toEqual([beside]);
    expect(at(2, 9)).toEqual([back, beside]);
  });
});

/** A box, a trunk with words beside it, and boxes below. */
function forkOf(legs: number, words: readonly string[]): string {
  const each = (piece: string) => ` ${piece}  `.repeat(legs);
  const trunk = [
    '┌────┐',
    '│ In │',
    '└─┬──┘',
    ...words.map((word) => `  │ ${word}`),
    `┌─┴───${'┬─────'.repeat(legs - 2)}┐`,
  ];
  return [...trunk.map((row) => `  ${row}`), ...[' ▼ ', '┌─┐', '│a│', '└─┘'].map(each)].join('\n');
}

describe('the edges that a label on a trunk speaks of', () => {
  const edgesIn = (drawing: string) => parse(drawing).labels.map(({ edges }) => edges.length);

  it('are all of them', () => {
    expect(edgesIn(forkOf(12, ['all of them']))).toEqual([12]);
  });

  it('are as many as may be told so often, and one at least', () => {
    expect(edgesIn(forkOf(12, ['a'.repeat(3000), '', 'b'.repeat(400)]))).toEqual([3, 2]);
    expect(edgesIn(forkOf(12, ['a'.repeat(6000), '', 'b'.repeat(6000)]))).toEqual([1, 1]);
  });

  it('are more in a larger net', () => {
    const [first = 0] = edgesIn(forkOf(40, ['a'.repeat(900)]));
    expect(first).toBeGreaterThan(11);
    expect(first).toBeLessThan(40);
  });
});
