import { DOWN, LEFT, RIGHT, UP } from './glyphs.ts';

/** A corner that is not typed, with the sides to which it leads. */
type Corner = readonly [row: number, column: number, arms: number];

/** From blank to blank, with tees and heads where lines meet it; underscores may stand between the bars. */
const edge = /(?<= )[-=_─━═][-=_─━═+┬┴┼vV^▼▲↓↑]*[-=_─━═](?= |$)|(?<=[|│])_[_vV^▼▲]*_(?=[|│])/gu;
const bar = /[|│┃║]/u;
/** Columns that a lower edge is longer or shorter than the upper one, or that words push a wall. */
const FARTHEST = 3;

/**
 * Finds the corners of boxes that were typed without any: below both ends of the upper edge stand bars, which lead down to
 * the lower one.
 *
 *      -----------          _________
 *     | Lighthouse |       | Harbour |
 *      -----------         |_________|
 */
export function findBlankCorners(lines: readonly string[]): readonly Corner[] {
  // in each row the right ends of edges by their left ones
  const edges = lines.map(
    (line) => new Map([...line.matchAll(edge)].map(({ 0: { length }, index }) => [index - 1, index + length])),
  );
  return edges.flatMap((upper, row) =>
    [...upper].flatMap(([left, right]): readonly Corner[] => {
      const below = lines[row + 1] ?? '';
      if (!bar.test(below[left] ?? ' ') || !bar.test(below.slice(right - 1, right + FARTHEST + 1))) return [];
      let foot = row + 1;
      while ((lines[foot]?.[left] ?? ' ') !== ' ' && !edges[foot]?.has(left)) foot++;
      const end = edges[foot]?.get(left) ?? Infinity;
      if (Math.abs(end - right) > FARTHEST) return [];
      return [
        [row, left, RIGHT | DOWN],
        [row, right, LEFT | DOWN],
        [foot, left, UP | RIGHT],
        [foot, end, UP | LEFT],
      ];
    }),
  );
}
