import { describe, expect, it } from 'vitest';
import { matchWalls, type ExpectedWall } from '../../src/diagram/boxes/walls.ts';

interface Box {
  readonly left: number;
  readonly right: number;
}

/** The walls of some boxes of a row, each where its corner stands. */
function wallsOf(boxes: readonly Box[]): readonly ExpectedWall<Box>[] {
  return boxes.flatMap((owner) =>
    (['left', 'right'] as const).map((side) => ({
      owner,
      side,
      column: owner[side],
      last: owner[side],
      order: owner[side],
    })),
  );
}

function shared(boxes: readonly Box[], bars: readonly number[], wide = 0, line: readonly number[] = []): string {
  const ink = { unlikely: new Map(), isCrossed: (column: number) => line.includes(column) };
  const found = matchWalls(wallsOf(boxes), bars, wide, ink);
  return boxes.map((box) => `${found.get(box)?.left ?? '-'} ${found.get(box)?.right ?? '-'}`).join(', ');
}

const box = (left: number, right: number): Box => ({ left, right });

describe('the walls of a row', () => {
  it.each([
    ['stand where they are expected', [box(0, 10), box(14, 24)], [0, 10, 14, 24], 0, '0 10, 14 24'],
    ['may stand aside', [box(0, 10)], [1, 12], 0, '1 12'],
    ['stand up to four columns out', [box(0, 10)], [0, 14], 0, '0 14'],
    ['and no farther', [box(0, 10), box(30, 40)], [0, 15, 30, 40], 0, '0 -, 30 40'],
    ['farther where wide letters moved them', [box(0, 10), box(30, 40)], [0, 15, 30, 40], 1, '0 15, 30 40'],
    [
      'push those that follow',
      [box(0, 10), box(12, 22), box(24, 34)],
      [0, 12, 14, 24, 26, 36],
      0,
      '0 12, 14 24, 26 36',
    ],
    ['are missing where there is no bar', [box(0, 10), box(14, 24)], [0, 14, 24], 0, '0 -, 14 24'],
    ['leave a line between them', [box(0, 10), box(20, 30)], [0, 10, 15, 20, 30], 0, '0 10, 20 30'],
    ['of boxes inside come first', [box(0, 30), box(4, 20)], [0, 4, 20, 30], 0, '0 30, 4 20'],
    [
      'draw in those that follow',
      [box(0, 10), box(12, 22), box(24, 34)],
      [0, 8, 10, 18, 20, 28],
      0,
      '0 8, 10 18, 20 28',
    ],
    ['are none without bars', [box(0, 10)], [], 0, '- -'],
  ] as const)('%s', (_, boxes, bars, wide, wanted) => {
    expect(shared(boxes, bars, wide)).toBe(wanted);
  });

  it('are missing where a line stands in their place', () => {
    const boxes = [box(0, 20), box(2, 18), box(24, 44), box(26, 42)];
    const bars = [0, 2, 18, 24, 40, 42];
    expect(shared(boxes, bars)).toBe('0 -, 2 18, 24 42, - 40');
    expect(shared(boxes, bars, 0, [19, 20, 21, 22, 23])).toBe('0 -, 2 18, - 42, 24 40');
  });
});
