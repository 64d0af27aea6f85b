import type { Opening } from './frames.ts';
import { DOWN, HORIZONTAL, VERTICAL, isUpright } from '../ink/glyphs.ts';
import { areBlank, isBlank } from '../geometry/cells.ts';
import { cellAt, hasBarNear, isPlus, isWall } from '../geometry/geometry.ts';
import { railOver, type Linework, type Rail } from './linework.ts';
import type { InkCell } from '../model.ts';
import { firstFrom } from '../geometry/sorted.ts';
import { matchWalls, type ExpectedWall } from './walls.ts';

/** A frame of which no wall stands on a row. */
const NEITHER = { left: null, right: null };

/** Gives each open frame its walls on this row, noting their columns in `taken`; returns those that may go on. */
export function followWalls(linework: Linework, open: readonly Opening[], row: number, taken: Set<number>): Opening[] {
  const bars: number[] = [];
  const cells = linework.ink.cells[row] ?? [];
  if (open.length === 0) return [];
  const corners = new Set(open.map(({ right }) => right));
  cells.forEach((cell, column) => {
    if (!cell) return;
    const atCorner = corners.has(column) && pointsIntoFrame(linework, row, column);
    if (atCorner || isWall(linework, row, column) || standsForWall(linework, row, column)) bars.push(column);
  });
  const unlikely = new Map(
    bars.flatMap((column): [number, 'head' | 'hanging'][] => {
      if (cells[column]?.head) return [[column, 'head']];
      return hangsFromAbove(linework, row, column) ? [[column, 'hanging']] : [];
    }),
  );
  const wide = linework.ink.grid.cells[row]?.filter((cell) => cell === '').length ?? 0;
  const behindWords = (column: number) => barBehindWords(linework, row, column, bars);
  const isCrossed = (column: number) => ((cells[column]?.arms ?? VERTICAL) & VERTICAL) === 0;
  const match = (some: readonly Opening[]) =>
    matchWalls(wallsOf(some, behindWords), bars, wide, { unlikely, isCrossed });
  const first = match(open);
  const staying = open.filter((one) => goesOn(linework, one, row, first.get(one) ?? NEITHER));
  // what ends here has wanted bars that are the walls of others
  const matched = staying.length === open.length ? first : match(staying);
  return staying.filter((one) => {
    const { left, right } = matched.get(one) ?? NEITHER;
    if (left === null && ++one.leftMisses > 1) return false;
    if (left !== null) {
      one.leftMisses = 0;
      if (right !== null || Math.abs(left - one.left) <= 1) one.lastLeft = left;
    }
    if (right !== null) {
      one.lastRight = right;
      one.hasRight = true;
    }
    one.walls.push({ left, right });
    for (const column of [left, right]) if (column !== null) taken.add(column);
    return true;
  });
}

/** An arm leads down to it from right above. */
function hangsFromAbove(linework: Linework, row: number, column: number): boolean {
  return ((cellAt(linework, row - 1, column)?.arms ?? 0) & DOWN) !== 0;
}

/** How far words may push a wall. */
const LONGEST = 80;

function wallsOf(open: readonly Opening[], behindWords: (column: number) => number | null): ExpectedWall<Opening>[] {
  const outermost = outerWalls(open);
  return open.flatMap((owner) => [
    { owner, side: 'left' as const, column: owner.left, last: owner.lastLeft, order: owner.left },
    {
      owner,
      side: 'right' as const,
      column: owner.right,
      last: owner.lastRight,
      order: outermost.get(owner) ?? owner.right,
      unseen: !owner.hasRight,
      behindWords: behindWords(owner.right),
    },
  ]);
}

/** The bar that stands right behind words that run over a column, three blanks at most between: they have pushed it there. */
function barBehindWords({ ink }: Linework, row: number, column: number, bars: readonly number[]): number | null {
  const isWritten = (at: number) => !isBlank(ink.grid, row, at) && !ink.cells[row]?.[at];
  if (!isWritten(column) && !(isWritten(column - 1) && isWritten(column + 1))) return null;
  const bar = bars[firstFrom(bars, (at) => at > column)];
  if (bar === undefined || bar - column > LONGEST) return null;
  for (let at = column; at < bar - 3; at++) if (areBlank(ink.grid, row, at, at + 2)) return null;
  return bar;
}

/**
 * Whether nothing on this row says that what began as a frame is none. Words instead of both walls are names between the
 * rails of a fork and a merge:
 *
 *     +-----+-----+
 *     A     B     C
 *     +-----+-----+
 */
function goesOn(
  linework: Linework,
  { left, lastLeft, right, top, topRail }: Opening,
  row: number,
  found: { readonly left: number | null; readonly right: number | null },
): boolean {
  const at = (column: number) => cellAt(linework, row, column);
  const bare = found.left === null && found.right === null;
  if (bare && isNameOver(linework, row, left) && isNameOver(linework, row, right)) return false;
  if (bare && row - top === 1 && !isSpaced(topRail)) return false;
  if (found.left === null && (isTurn(at(left)) || isTurn(at(lastLeft)) || underEdge(linework, row, left))) return false;
  return found.right !== null || !isUpright(at(right)?.head ?? null);
}

/** Words that begin before a column run over it, or a name of one letter stands there. */
function isNameOver({ ink }: Linework, row: number, column: number): boolean {
  const at = (place: number) => (ink.cells[row]?.[place] ? ' ' : (ink.grid.cells[row]?.[place] ?? ' '));
  if (at(column) === ' ') return false;
  return at(column - 1) !== ' ' || (/[\p{L}\p{N}]/u.test(at(column)) && at(column + 1) === ' ');
}

/** An edge of dashes with blanks between: the walls of such a frame stand on every second row. */
function isSpaced({ gaps }: Rail): boolean {
  return gaps.length > 2;
}

/** Frames around one that are looked at: each is wider than the next, and no border sticks out as far as many of them. */
const DEEPEST = 16;

/** Where the right wall of each open frame stands in the order of walls: after those of the frames inside it. */
function outerWalls(open: readonly Opening[]): ReadonlyMap<Opening, number> {
  const order = new Map<Opening, number>();
  const around: Opening[] = [];
  for (const one of [...open].sort((a, b) => a.left - b.left || a.top - b.top)) {
    while (around.length > 0 && (around.at(-1)?.right ?? 0) < one.left) around.pop();
    for (let k = around.length - 1; k >= Math.max(0, around.length - DEEPEST); k--) {
      const outer = around[k];
      if (outer && outer.top < one.top && outer.right > one.left + 1)
        order.set(outer, Math.max(order.get(outer) ?? outer.right, one.right + 0.5 * (around.length - k)));
    }
    around.push(one);
  }
  return order;
}

/** The edge of another frame runs where the wall should go on. */
function underEdge(linework: Linework, row: number, column: number): boolean {
  const rail = railOver(linework, row, column);
  if (!rail || rail.start === column || rail.end === column) return false;
  const first = cellAt(linework, row, rail.start);
  const last = cellAt(linework, row, rail.end);
  const turns = (first?.arms ?? 0) & VERTICAL;
  return turns !== 0 && turns === ((last?.arms ?? 0) & VERTICAL) && !first?.head && !last?.head;
}

/**
 * In a crooked wall a head or a `+` may have no bar right above and below it: `│ Billing <────`. A corner of the frame that
 * gives it an arm is none: the bars stand aside above and below.
 *
 *     +--------+
 *     | Orders +---
 *     | (v2)    |
 */
function standsForWall(linework: Linework, row: number, column: number): boolean {
  const cell = cellAt(linework, row, column);
  if (!cell || cell.arms === 0 || !(cell.head === 'left' || cell.head === 'right' || cell.glyph === '+')) return false;
  const sides = [row - 1, row + 1];
  if (cell.glyph === '+' && sides.some((near) => hasBar(near) && !isPlus(linework, near, column))) return false;
  for (let off = -4; off <= 4; off++) if (isWall(linework, row, column + off)) return false;
  const beside = sides.filter((near) => hasBarNear(linework, near, column, 2)).length;
  return beside > (cell.glyph === '+' ? 1 : 0);

  function hasBar(near: number): boolean {
    return hasBarNear(linework, near, column, 0);
  }
}

/**
 * A head right below the right corner of a frame stands for its wall, wherever the bars above and below are: nothing that
 * could be the wall follows.
 *
 *     +--------+
 *     | Orders   |
 *     | (v2)   <----
 */
function pointsIntoFrame(linework: Linework, row: number, column: number): boolean {
  const cell = cellAt(linework, row, column);
  if (cell?.head !== 'left' || (cell.arms & HORIZONTAL) === 0) return false;
  // a wall before it is that of a box inside
  return ![-2, -1, 0, 1, 2, 3, 4].some((off) => isWall(linework, row, column + off));
}

/** A head, a corner or a joint of a line stands where a wall should go on. */
function isTurn(cell: InkCell | null | undefined): boolean {
  if (!cell) return false;
  if (isUpright(cell.head)) return true;
  return (cell.arms & HORIZONTAL) !== 0 && (cell.arms & VERTICAL) !== 0 && (cell.arms & VERTICAL) !== VERTICAL;
}
