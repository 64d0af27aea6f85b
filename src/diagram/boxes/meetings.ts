import { byPlace } from '../geometry/by-place.ts';
import type { Opening } from './frames.ts';
import { DOWN, HORIZONTAL, LEFT, RIGHT, UP, VERTICAL, isUpright } from '../ink/glyphs.ts';
import { cellAt, deadEnd, hasBarNear, isPlus, isWall } from '../geometry/geometry.ts';
import type { Linework, Rail } from './linework.ts';
import type { InkCell } from '../model.ts';

const FARTHEST_LEFT = 3;
const FARTHEST_RIGHT = 5;
/** Rows of a line below a corner. */
const LONGEST_LINE = 8;

/** A rail that closes or divides a frame, with the columns of its corners. */
export interface Meeting {
  readonly rail: Rail;
  readonly opening: Opening;
  readonly role: 'divider' | 'bottom';
  readonly left: number;
  readonly right: number;
  readonly cost: number;
}

/** Which rails of a row close or divide which open frames, the best first. */
export function meetings(linework: Linework, rails: readonly Rail[], open: readonly Opening[], row: number): Meeting[] {
  const found: Meeting[] = [];
  const byLeft = byPlace<Opening>();
  // a box has one row at least
  const closing = open.filter(({ top }) => row - top > 1);
  for (const opening of closing) byLeft.add(0, opening.left, opening.left, opening);
  for (const rail of rails)
    for (const opening of byLeft.near(0, rail.start - FARTHEST_LEFT - 1, rail.end - 1)) {
      if (rail.start > opening.left + FARTHEST_LEFT + 1 || rail.end < opening.left + 1) continue;
      const meeting = meet(linework, rail, opening, row);
      if (meeting) found.push(meeting);
    }
  const met = new Set(found.map(({ opening }) => opening));
  for (const opening of closing) {
    const meeting = met.has(opening) ? null : meetWithin(linework, opening, row);
    if (meeting) found.push(meeting);
  }
  return found.sort((a, b) => a.cost - b.cost || b.opening.top - a.opening.top);
}

/**
 * Both walls end on a piece of a longer edge: the top of a layer below, or a line that runs into a corner. Where the top of
 * another box was drawn over it, the left corner is gone. The edge is not used up: it is another frame's too.
 *
 *     ┌┴───────┴┐        ─────┴──────┘       ┌──────┐─────┘
 */
function meetWithin(linework: Linework, opening: Opening, row: number): Meeting | null {
  const arms = (column: number) => cellAt(linework, row, column)?.arms ?? 0;
  // a head in the border ends a line
  const isFoot = (column: number) => (arms(column) & VERTICAL) === UP && cellAt(linework, row, column)?.head === null;
  const footNear = (wall: number) =>
    isWall(linework, row, wall) ? undefined : [wall, wall - 1, wall + 1].find(isFoot);
  // the wall of a layer below goes on from this corner: ├───┴─────┐
  const shared = (wall: number, side: number) =>
    isWall(linework, row, wall) && (arms(wall) & HORIZONTAL) === side ? wall : undefined;
  const foot = footNear(opening.lastRight) ?? footNear(opening.right);
  const drawn =
    footNear(opening.lastLeft) ??
    footNear(opening.left) ??
    (foot === undefined ? undefined : shared(opening.lastLeft, RIGHT));
  const right = foot ?? (drawn === undefined ? undefined : shared(opening.lastRight, LEFT));
  if (right === undefined) return null;
  const left = drawn ?? opening.lastLeft;
  if (drawn === undefined && arms(left) !== HORIZONTAL) return null;
  for (let column = left; column <= right; column++) if ((arms(column) & HORIZONTAL) === 0) return null;
  return { rail: { row, start: left, end: right, gaps: [] }, opening, role: 'bottom', left, right, cost: 6 };
}

function meet(linework: Linework, rail: Rail, opening: Opening, row: number): Meeting | null {
  // what looked like a wall is a line: its head stands in this edge
  if (isUpright(cellAt(linework, row, opening.lastLeft)?.head ?? null)) return null;
  const left = cornerNear(linework, rail, opening.left, opening.lastLeft);
  const right = cornerNear(linework, rail, opening.right, opening.lastRight);
  // a rail with corners of its own is the edge of one frame from end to end
  if (
    (left !== rail.start && isPlus(linework, row, rail.start)) ||
    (right !== rail.end && isPlus(linework, row, rail.end))
  )
    return null;
  const offLeft = Math.min(Math.abs(left - opening.left), Math.abs(left - opening.lastLeft));
  const offRight = Math.min(Math.abs(right - opening.right), Math.abs(right - opening.lastRight));
  const first = cellAt(linework, row, left);
  const last = cellAt(linework, row, right);
  if (!first || !last || right - left < 2) return null;
  // a rule drawn from wall to wall without tees
  const touching = isWall(linework, row, left - 1) && isWall(linework, row, right + 1);
  if (touching && (first.arms & VERTICAL) === 0 && (last.arms & VERTICAL) === 0) {
    if (Math.abs(left - 1 - opening.lastLeft) > 1 || Math.abs(right + 1 - opening.lastRight) > 2) return null;
    return { rail, opening, role: 'divider', left: left - 1, right: right + 1, cost: 1 };
  }
  if (offLeft > FARTHEST_LEFT || offRight > FARTHEST_RIGHT) return null;
  // the wall goes on beside the rail: this is the edge of a box inside
  if (offLeft > 0 && (isWall(linework, row, opening.left) || isWall(linework, row, opening.lastLeft))) return null;
  const cost = offLeft * 3 + offRight;
  const role = roleOf(linework, first, last, row, left, right);
  if (role === null) return null;
  // it comes through one wall and ends before the other: a line
  if ((rail.start < left && offRight > 1) || (rail.end > right && offLeft > 1)) return null;
  const missing = [first, last].some(({ arms, glyph }) => (arms & VERTICAL) === 0 && glyph !== '+');
  if (missing && (offLeft > 1 || offRight > 4)) return null;
  // a rule may stop short of a wall, which then goes on beside it
  const toWall = role === 'divider' ? wallBeside : (_: Linework, __: number, column: number) => column;
  return {
    rail,
    opening,
    role,
    left: toWall(linework, row, left, opening.lastLeft),
    right: toWall(linework, row, right, opening.lastRight),
    cost: cost + (missing ? 4 : 0),
  };
}

/** The wall that goes on after the end of a rule: `+------+|`. Beside a tee it stands right where it stood above. */
function wallBeside(linework: Linework, row: number, end: number, wall: number): number {
  const step = wall < end ? -1 : 1;
  let column = end;
  while (column !== wall && deadEnd(linework, row, column, step)) column += step;
  const isTee = isWall(linework, row, end);
  const goesOn = isWall(linework, row, column + step);
  return goesOn && (!isTee || column + step === wall) ? column + step : end;
}

function roleOf(
  linework: Linework,
  first: InkCell,
  last: InkCell,
  row: number,
  left: number,
  right: number,
): 'divider' | 'bottom' | null {
  if (first.head || last.head) return null;
  const plus = first.glyph === '+' || last.glyph === '+';
  if (plus) {
    const leftGoesOn = hasBarNear(linework, row + 1, left, 1, RIGHT);
    const rightGoesOn =
      hasBarNear(linework, row + 1, right, 4, LEFT) ||
      (hasBarNear(linework, row + 1, left, 0, RIGHT) &&
        (hasBarNear(linework, row + 2, right, 4) || isPlus(linework, row + 2, right)));
    const goesOn =
      leftGoesOn && rightGoesOn && ![left, right].some((column) => isArrowBeside(linework, row + 1, column));
    return goesOn
      ? 'divider'
      : (first.arms & UP) !== 0 || (last.arms & UP) !== 0 || hasBarNear(linework, row - 1, left, 4)
        ? 'bottom'
        : null;
  }
  const firstUp = (first.arms & UP) !== 0;
  const firstDown = (first.arms & DOWN) !== 0;
  const lastUp = (last.arms & UP) !== 0;
  const lastDown = (last.arms & DOWN) !== 0;
  if (firstUp && firstDown) {
    if ((lastUp && lastDown) || ((last.arms & VERTICAL) === 0 && deadEnd(linework, row, right, 1))) return 'divider';
    // the left wall goes on as that of a narrower box
    return lastUp ? 'bottom' : null;
  }
  if (firstDown || (lastDown && !lastUp)) return null;
  if (firstUp) return lastUp || deadEnd(linework, row, right, 1) ? 'bottom' : null;
  // no corner on the left: the right one has to be there
  return lastUp && !lastDown && deadEnd(linework, row, left, -1) ? 'bottom' : null;
}

/** Beside it stands a bar that goes down to a head: a line that leaves right beside the corner. */
function isArrowBeside(linework: Linework, row: number, column: number): boolean {
  return [column - 1, column + 1].some((at) => {
    let end = row;
    while (end < row + LONGEST_LINE && isWall(linework, end, at)) end++;
    return end > row && isUpright(cellAt(linework, end, at)?.head ?? null);
  });
}

/** The end of the rail, or a `+` within it, that stands nearest to a wall. */
function cornerNear(linework: Linework, rail: Rail, first: number, second: number): number {
  let best = Math.abs(rail.start - first) < Math.abs(rail.end - first) ? rail.start : rail.end;
  const off = (column: number) => Math.min(Math.abs(column - first), Math.abs(column - second));
  for (
    let column = Math.max(rail.start, first - FARTHEST_RIGHT);
    column <= Math.min(rail.end, first + FARTHEST_RIGHT);
    column++
  )
    if (cellAt(linework, rail.row, column)?.glyph === '+' && off(column) < off(best)) best = column;
  return best;
}
