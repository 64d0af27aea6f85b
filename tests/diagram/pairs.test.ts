import { describe, expect, it } from 'vitest';
import { pairsOf, type Terminal } from '../../src/diagram/meaning/edges.ts';
import type { Direction } from '../../src/diagram/model.ts';

/** `a up` is an end at the box a that one leaves upward; a `>` before it is a head. */
function endsOf(words: string): readonly Terminal[] {
  return words.split(', ').map((end) => {
    const [, head, box = '', direction] = /^(>?)(\w) (\w+)$/.exec(end) ?? [];
    return { box, head: head === '>', direction: direction as Direction };
  });
}

function told(words: string): string {
  const ends = endsOf(words);
  const { pairs, meant } = pairsOf(ends);
  const signs = { forward: '>', both: '=', none: '-' };
  const edges = pairs.map(({ from, to, head }) => `${ends[from]?.box}${signs[head]}${ends[to]?.box}`);
  return `${edges.join(' ')} (${meant})`;
}

describe('the connections of a net', () => {
  it.each([
    ['a up, >b down', 'a>b (1)'],
    ['>a up, b down', 'b>a (1)'],
    // a line without direction is told from above to below, from left to right
    ['a up, b down', 'a-b (1)'],
    ['b down, a up', 'a-b (1)'],
    ['a left, b right', 'a-b (1)'],
    ['b right, a left', 'a-b (1)'],
    ['>a left, >b right', 'a=b (1)'],
    // a line from a box to itself is one, as long as it has no other ends
    ['a right, >a left', 'a>a (1)'],
    ['a right, >a left, >b down', 'a>b (1)'],
    // every tail leads to every box that a head points at, to each once
    ['a up, b up, >c down, >d down', 'a>c a>d b>c b>d (4)'],
    ['a up, >c down, >c down', 'a>c (1)'],
    ['a up, a up, >c down', 'a>c (1)'],
    // without heads, or with nothing else, the end that is alone on its side leads to the others
    ['a up, b down, c down', 'a-b a-c (2)'],
    ['a up, b up, c down', 'c-a c-b (2)'],
    ['a left, b right, c right, d right', 'a-b a-c a-d (3)'],
    ['a right, b left, c left', 'a-b a-c (2)'],
    ['>a up, >b down, >c down', 'a=b a=c (2)'],
    ['a up, b left, c down', 'a-b a-c (2)'],
    ['a up, b up, c down, d down', 'a-b a-c a-d b-c b-d c-d (6)'],
    ['a up, b down, b down', 'a-b (1)'],
    ['a up', ' (0)'],
  ])('%s: %s', (words, wanted) => {
    expect(told(words)).toBe(wanted);
  });

  it('are told one by one up to 256, then from the first tail and to the first head', () => {
    const ends = (count: number, head: boolean, from: number): readonly Terminal[] =>
      Array.from({ length: count }, (_, k) => ({ box: String(from + k), head, direction: head ? 'down' : 'up' }));
    const crowd = (tails: number, heads: number) => pairsOf([...ends(tails, false, 0), ...ends(heads, true, tails)]);
    expect(crowd(16, 16)).toMatchObject({ meant: 256, pairs: { length: 256 } });
    expect(crowd(17, 16)).toMatchObject({ meant: 272, pairs: { length: 32 } });
    expect(crowd(1, 300)).toMatchObject({ meant: 300, pairs: { length: 300 } });
    expect(crowd(300, 1)).toMatchObject({ meant: 300, pairs: { length: 300 } });
    const { pairs } = crowd(17, 17);
    expect(pairs.filter(({ from }) => from === 0)).toHaveLength(17);
    expect(pairs.filter(({ to }) => to === 17)).toHaveLength(17);
  });
});
