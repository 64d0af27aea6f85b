import type { Opening } from './frames.ts';
import { isBlank } from '../geometry/cells.ts';
import { DOWN, HORIZONTAL, UP, VERTICAL } from '../ink/glyphs.ts';
import { cellAt, deadEnd, hasBarNear, isPlus, isWall } from '../geometry/geometry.ts';
import type { Linework, Rail } from './linework.ts';

/** Columns from a head to the corner of the box whose wall it stands for. */
const HEAD_BEFORE_WALL = 3;

/** What is known of a row: its bars that are walls, the corners of boxes that end on it, and whether its bars were pushed. */
interface Row {
  readonly walls: ReadonlySet<number>;
  readonly feet: ReadonlySet<number>;
  readonly pushed: boolean;
}

/**
 * The frames that a rail may be the upper edge of: one at most, with one corner missing at most. Where the bars were `pushed`
 * out from under their corners a rail from `+` to `+` is one.
 */
export function openingsOf(linework: Linework, rail: Rail, row: number, { walls, feet, pushed }: Row): Opening[] {
  const sure = pushed && [rail.start, rail.end].every((column) => isFreeCorner(linework, row, column));
  const start = sure ? { column: rail.start, missing: false } : startOfTop(linework, rail, walls, feet);
  const end = sure
    ? { column: rail.end, missing: false }
    : (endOfTop(linework, rail, walls, feet) ??
      (start?.missing === false ? unwalled(linework, rail, start.column) : null));
  if (start === null || end === null || end.column - start.column < 2) return [];
  const missing = [
    ...(start.missing ? [{ row, column: start.column }] : []),
    ...(end.missing ? [{ row, column: end.column }] : []),
  ];
  if (missing.length > 1) return [];
  return [
    {
      top: row,
      left: start.column,
      right: end.column,
      topRail: rail,
      missing,
      walls: [],
      dividers: [],
      lastLeft: start.column,
      lastRight: end.column,
      hasRight: false,
      leftMisses: 0,
    },
  ];
}

/**
 * Below the upper edges of several boxes stands one bar for each of their corners: those are corners, however far the
 * words have pushed the bars.
 *
 *     +-------+   +-------+   +-------+
 *     |  alpha  |   |  beta   |   |  gamma  |
 */
export function hasBarForEachCorner(linework: Linework, row: number): boolean {
  const corners = linework.ink.cells[row]?.filter((cell) => cell?.glyph === '+').length ?? 0;
  const bars = linework.ink.cells[row + 1]?.filter((cell) => cell?.glyph === '|').length;
  return corners > 3 && corners === bars;
}

/**
 * The piece of a rail that may be an upper edge where one end of it, in `feet`, is the corner of a box above.
 *
 *     │  above   │
 *     ┌────────┬─┘     from the corner to the tee
 *     │ below  │
 */
export function railBetween(linework: Linework, rail: Rail, feet: ReadonlySet<number>): Rail {
  const hangs = (column: number) => {
    const arms = cellAt(linework, rail.row, column)?.arms ?? 0;
    return (arms & DOWN) !== 0 && ((arms & UP) === 0 || feet.has(column));
  };
  let { start, end } = rail;
  if (feet.has(start)) while (start < end && !hangs(start)) start++;
  if (feet.has(end)) while (end > start && !hangs(end)) end--;
  return { ...rail, start, end };
}

/**
 * A lower edge from one of whose corners a wall goes on: it may be the upper edge of a narrower box.
 *
 *     ├────────┬───────┘
 *     │ below  │
 */
export function isTopToo(linework: Linework, { row, start, end }: Rail, feet: ReadonlySet<number>): boolean {
  const goesOn = (column: number) =>
    feet.has(column) &&
    isWall(linework, row, column) &&
    ((cellAt(linework, row + 1, column)?.arms ?? 0) & HORIZONTAL) === 0;
  return goesOn(start) !== goesOn(end);
}

function startOfTop(
  linework: Linework,
  rail: Rail,
  walls: ReadonlySet<number>,
  feet: ReadonlySet<number>,
): { column: number; missing: boolean } | null {
  const first = linework.ink.cells[rail.row]?.[rail.start];
  if (!first) return null;
  if (first.glyph !== '+' && (first.arms & DOWN) !== 0 && ((first.arms & UP) === 0 || feet.has(rail.start)))
    return { column: rail.start, missing: false };
  // a rail with a corner at its end is one edge as a whole
  const last = first.glyph === '+' ? rail.start : rail.end - 1;
  for (let column = rail.start; column <= last; column++)
    if (isCorner(linework, rail.row, column, walls, 2)) return { column, missing: false };
  if ((first.arms & VERTICAL) !== 0 || first.head || !deadEnd(linework, rail.row, rail.start, -1)) return null;
  return hasBarNear(linework, rail.row + 1, rail.start, 1) ? { column: rail.start, missing: true } : null;
}

function endOfTop(
  linework: Linework,
  rail: Rail,
  walls: ReadonlySet<number>,
  feet: ReadonlySet<number>,
): { column: number; missing: boolean } | null {
  const last = linework.ink.cells[rail.row]?.[rail.end];
  if (!last) return null;
  if (last.glyph !== '+' && (last.arms & DOWN) !== 0 && ((last.arms & UP) === 0 || feet.has(rail.end)))
    return { column: rail.end, missing: false };
  const first = last.glyph === '+' ? rail.end : rail.start + 1;
  for (let column = rail.end; column >= first; column--)
    if (isCorner(linework, rail.row, column, walls, 4)) return { column, missing: false };
  if ((last.arms & VERTICAL) !== 0 || last.head || !deadEnd(linework, rail.row, rail.end, 1)) return null;
  return rail.end - rail.start > 4 && hasBarNear(linework, rail.row + 1, rail.end, 3)
    ? { column: rail.end, missing: true }
    : null;
}

/**
 * The end of an upper edge below which no right wall stands: its left wall and the writing beside that make it a box.
 *
 *     ┌────────────        +----------+
 *     │ Step 1             | Step one of many |
 */
function unwalled(linework: Linework, rail: Rail, left: number): { column: number; missing: boolean } | null {
  const { row, start, end } = rail;
  const last = cellAt(linework, row, end);
  if (left !== start || end - start <= 4 || !last || last.head || hasUpright(linework, row, end)) return null;
  if (!isWall(linework, row + 1, start) || !deadEnd(linework, row, end, 1)) return null;
  const below = linework.ink.grid.cells[row + 1] ?? [];
  const written = below.findIndex((cell, column) => column > start && cell !== ' ');
  if (written === -1 || written > end || cellAt(linework, row + 1, written)) return null;
  return { column: end, missing: last.glyph !== '+' };
}

/** A line or a wall leaves this cell; from a `+` right below another none does: they are corners of two boxes. */
function hasUpright(linework: Linework, row: number, column: number): boolean {
  const arms = cellAt(linework, row, column)?.arms ?? 0;
  return (arms & DOWN) !== 0 || ((arms & UP) !== 0 && !isPlus(linework, row - 1, column));
}

function isFreeCorner(linework: Linework, row: number, column: number): boolean {
  return isPlus(linework, row, column) && ((cellAt(linework, row, column)?.arms ?? 0) & UP) === 0;
}

/**
 * A `+` that may be an upper corner: a wall hangs below it, on one of the next two rows. One in a wall that was just
 * followed is a crossing or a port; one with a line from above and none below is the end of a merge.
 */
function isCorner(linework: Linework, row: number, column: number, walls: ReadonlySet<number>, reach: number): boolean {
  const cell = cellAt(linework, row, column);
  if (cell?.glyph !== '+' || walls.has(column)) return false;
  if ((cell.arms & UP) !== 0 && (cell.arms & DOWN) === 0) return hasBarNear(linework, row + 1, column, 1);
  return (
    hasBarNear(linework, row + 1, column, reach) ||
    hasBarNear(linework, row + 2, column, reach) ||
    isPointedAt(linework, row + 1, column)
  );
}

/** A head or the end of a line stands in the place of a wall or shortly before it: `|--->  Orders |`, `|-----  Orders |`. */
function isPointedAt(linework: Linework, row: number, column: number): boolean {
  return ([-1, 1] as const).some((step) => {
    for (let off = 0; off <= HEAD_BEFORE_WALL; off++) {
      const cell = cellAt(linework, row, column + off * step);
      if (cell?.head) return cell.head === (step === 1 ? 'left' : 'right') && cell.arms !== 0;
      if (cell) return (cell.arms & HORIZONTAL) === HORIZONTAL;
      if (!isBlank(linework.ink.grid, row, column + off * step)) return false;
    }
    return false;
  });
}
