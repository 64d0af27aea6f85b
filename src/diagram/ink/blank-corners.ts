import { DOWN, LEFT, RIGHT, UP } from './glyphs.ts';

/** A corner that is not typed, with the sides to which it leads. */
type Corner = readonly [row: number, column: number, arms: number];

/**
 * From blank to blank, with tees and heads where lines meet it; dashes and underscores may stand between bars. Round corners
 * right at its ends belong to it: the walls stand outside.
 */
const edge =
  /(?<![^ ])(?:[-=_─━═][-=_─━═+┬┴┼vV^▼▲↓↑]*[-=_─━═]|[.,'`][-=][-=+vV^▼▲↓↑]*[.,'`])(?= |$)|(?<=[|│])(?:_[_vV^▼▲]*_|-[-vV^▼▲]*-)(?=[|│])/gu;
const bar = /[|│┃║]/u;
/** Columns that a lower edge is longer or shorter than the upper one, or that words push a wall. */
const FARTHEST = 3;

/**
 * Finds the corners of boxes that were typed without any: below both ends of the upper edge stand bars, which lead down to
 * the lower one.
 *
 *      -----------      ------------       _________      |------|      .-----.
 *     | Lighthouse |    | Harbour  |      | Ferry   |     | Quay |     | Buoy  |
 *      -----------      ------------      |_________|     |------|      '-----'
 */
export function findBlankCorners(lines: readonly string[]): readonly Corner[] {
  // in each row the last column of edges by their first one
  const edges = lines.map(
    (line) => new Map([...line.matchAll(edge)].map(({ 0: { length }, index }) => [index, index + length - 1])),
  );
  return edges.flatMap((upper, row) =>
    [...upper].flatMap(([first, last]) => [...cornersOf(row, first, last, 1), ...cornersOf(row, first, last, 0)]),
  );

  /** The corners of a box below an edge, `aside` columns off its ends. */
  function cornersOf(row: number, first: number, last: number, aside: 0 | 1): readonly Corner[] {
    const [left, right] = [first - aside, last + aside];
    const isRound = ".,'`".includes(lines[row]?.[first] ?? ' ');
    const wall = isRound ? /[|│┃║+<>]/u : bar;
    const isBar = (at: number, column = left) => wall.test(lines[at]?.[column] ?? ' ');
    const isWall = (at: number) => /[|│┃║+]/u.test(lines[at]?.[left] ?? ' ');
    if (!isBar(row + 1) || !wall.test((lines[row + 1] ?? '').slice(right - 1, right + FARTHEST + 1))) return [];
    if (isRound && (aside === 0 || isBar(row + 1, first) || isBar(row + 1, last))) return [];
    let foot = row + 1;
    const goesOn = (at: number) =>
      aside === 0 ? isBar(at) : (lines[at]?.[left] ?? ' ') !== ' ' && !edges[at]?.has(first);
    while (goesOn(foot)) foot++;
    const end = (edges[foot]?.get(first) ?? Infinity) + aside;
    if (Math.abs(end - right) > FARTHEST) return [];
    // where a wall goes on above or below bars, they part a box or are lifelines
    if ([row, foot].every((at) => lines[at]?.[first] === '-' && isBar(at)) && (isWall(row - 1) || isWall(foot + 1)))
      return [];
    return [
      [row, left, RIGHT | DOWN],
      [row, right, LEFT | DOWN],
      [foot, left, UP | RIGHT],
      [foot, end, UP | LEFT],
    ];
  }
}
