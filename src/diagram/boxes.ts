import { DOWN, HORIZONTAL, LEFT, RIGHT, UP, VERTICAL } from './glyphs.ts';
import type { Linework, Rail } from './linework.ts';
import type { BorderStyle, InkCell } from './model.ts';
import { matchWalls, type ExpectedWall } from './walls.ts';

/** A closed frame as it stands in the grid, crooked or not. */
export interface Frame {
  readonly top: number;
  readonly bottom: number;
  /** Columns of the top edge's corners. */
  readonly left: number;
  readonly right: number;
  /** Columns of the bottom edge's corners. */
  readonly bottomLeft: number;
  readonly bottomRight: number;
  /** The walls of each row between, top to bottom; `null` where a wall is missing. */
  readonly walls: readonly { readonly left: number | null; readonly right: number | null }[];
  readonly topRail: Rail;
  readonly bottomRail: Rail;
  /** Rails from wall to wall. */
  readonly dividers: readonly {
    readonly row: number;
    readonly rail: Rail;
    readonly left: number;
    readonly right: number;
  }[];
  /** Corners that are not drawn. */
  readonly missing: readonly { readonly row: number; readonly column: number }[];
  readonly style: BorderStyle;
}

/** A frame that is still open on its lower side. */
interface Opening {
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly topRail: Rail;
  readonly missing: { row: number; column: number }[];
  readonly walls: { left: number | null; right: number | null }[];
  readonly dividers: { row: number; rail: Rail; left: number; right: number }[];
  lastLeft: number;
  lastRight: number;
  leftMisses: number;
}

const FARTHEST_LEFT = 3;
const FARTHEST_RIGHT = 5;

export interface Frames {
  readonly frames: readonly Frame[];
  /** Top edges with walls below them that no bottom edge closes. */
  readonly open: readonly { readonly row: number; readonly column: number }[];
}

/**
 * Sweeps from the top row to the bottom one and keeps the frames that are open. On every row a rail may close a frame,
 * divide it or open another; the bars of the row are then shared out among the walls that are expected there, so a wall
 * may stand a few columns off. Left walls and top edges are trusted most.
 *
 * A fork's rail looks like a top edge at first; it is dropped as soon as its left "wall" turns out to be a head or a joint.
 */
export function findFrames(linework: Linework): Frames {
  const frames: Frame[] = [];
  const dropped: { row: number; column: number }[] = [];
  let open: Opening[] = [];
  linework.rails.forEach((rails, row) => {
    const settled = new Set<Opening>();
    const used = new Set<Rail>();
    for (const { rail, opening, role, left, right } of meetings(linework, rails, open, row)) {
      if (used.has(rail) || settled.has(opening)) continue;
      used.add(rail);
      settled.add(opening);
      if (role === 'divider') {
        opening.dividers.push({ row, rail, left, right });
        opening.walls.push({ left, right });
        opening.leftMisses = 0;
      } else {
        frames.push(close(opening, rail, row, left, right, linework));
        open = open.filter((one) => one !== opening);
      }
    }
    const waiting = open.filter((one) => !settled.has(one));
    const bars = new Set<number>();
    const kept = new Set(followWalls(linework, waiting, row, bars));
    for (const one of waiting)
      if (!kept.has(one) && looksLikeBox(one)) dropped.push({ row: one.top, column: one.left });
    open = open.filter((one) => settled.has(one) || kept.has(one));
    for (const rail of rails) if (!used.has(rail)) open.push(...openingsOf(linework, rail, row, bars));
  });
  for (const one of open) if (looksLikeBox(one)) dropped.push({ row: one.top, column: one.left });
  return { frames: withoutOverlaps(frames), open: dropped };
}

function looksLikeBox(one: Opening): boolean {
  return (
    one.missing.length === 0 &&
    one.walls.filter((wall) => wall.left !== null && Math.abs(wall.left - one.left) <= 1 && wall.right !== null)
      .length >= 2
  );
}

// ---------- rails that meet an open frame ----------

interface Meeting {
  readonly rail: Rail;
  readonly opening: Opening;
  readonly role: 'divider' | 'bottom';
  readonly left: number;
  readonly right: number;
  readonly cost: number;
}

function meetings(linework: Linework, rails: readonly Rail[], open: readonly Opening[], row: number): Meeting[] {
  const found: Meeting[] = [];
  for (const rail of rails)
    for (const opening of open) {
      if (rail.start > opening.left + FARTHEST_LEFT + 1 || rail.end < opening.left + 1) continue;
      const meeting = meet(linework, rail, opening, row);
      if (meeting) found.push(meeting);
    }
  return found.sort((a, b) => a.cost - b.cost || b.opening.top - a.opening.top);
}

function meet(linework: Linework, rail: Rail, opening: Opening, row: number): Meeting | null {
  if (row - opening.top < 2) return null;
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
  const role = roleOf(linework, first, last, row, left, right, rail);
  if (role === null) return null;
  const missing = (first.arms & VERTICAL) === 0 || (last.arms & VERTICAL) === 0;
  if (missing && (offLeft > 1 || offRight > 4)) return null;
  return { rail, opening, role, left, right, cost: cost + (missing ? 4 : 0) };
}

function roleOf(
  linework: Linework,
  first: InkCell,
  last: InkCell,
  row: number,
  left: number,
  right: number,
  rail: Rail,
): 'divider' | 'bottom' | null {
  if (first.head || last.head) return null;
  const plus = first.glyph === '+' || last.glyph === '+' || '*'.includes(first.glyph);
  if (plus) {
    const leftGoesOn = hasBarNear(linework, row + 1, left, 1, RIGHT);
    const rightGoesOn =
      hasBarNear(linework, row + 1, right, 4, LEFT) ||
      (hasBarNear(linework, row + 1, left, 0, RIGHT) &&
        (hasBarNear(linework, row + 2, right, 4) || isPlus(linework, row + 2, right)));
    const goesOn = leftGoesOn && rightGoesOn;
    return goesOn
      ? 'divider'
      : (first.arms & UP) !== 0 || (last.arms & UP) !== 0 || hasBarNear(linework, row - 1, left, 1)
        ? 'bottom'
        : null;
  }
  const firstUp = (first.arms & UP) !== 0;
  const firstDown = (first.arms & DOWN) !== 0;
  const lastUp = (last.arms & UP) !== 0;
  const lastDown = (last.arms & DOWN) !== 0;
  if (firstUp && firstDown)
    return (lastUp && lastDown) || ((last.arms & VERTICAL) === 0 && deadEnd(linework, row, right, 1))
      ? 'divider'
      : null;
  if (firstDown || (lastDown && !lastUp)) return null;
  if (firstUp)
    return lastUp || ((last.arms & VERTICAL) === 0 && right === rail.end && deadEnd(linework, row, right, 1))
      ? 'bottom'
      : null;
  // no corner on the left: the right one has to be there
  return lastUp && !lastDown && left === rail.start && deadEnd(linework, row, left, -1) ? 'bottom' : null;
}

function deadEnd(linework: Linework, row: number, column: number, step: 1 | -1): boolean {
  return !cellAt(linework, row, column + step) && (linework.ink.grid.cells[row]?.[column + step] ?? ' ') === ' ';
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

function close(opening: Opening, rail: Rail, row: number, left: number, right: number, linework: Linework): Frame {
  const missing = [...opening.missing];
  for (const column of [left, right])
    if (((cellAt(linework, row, column)?.arms ?? 0) & VERTICAL) === 0) missing.push({ row, column });
  const { top, walls, topRail, dividers } = opening;
  const style = styleOf(linework, top, opening.left);
  return {
    top,
    bottom: row,
    left: opening.left,
    right: opening.right,
    bottomLeft: left,
    bottomRight: right,
    walls,
    topRail,
    bottomRail: rail,
    dividers,
    missing,
    style,
  };
}

const corners: readonly (readonly [BorderStyle, RegExp])[] = [
  ['rounded', /[╭╮╰╯]/u],
  ['double', /[═║╔╗╚╝╒╕╘╛╓╖╙╜]/u],
  ['heavy', /[━┃┏┓┗┛]/u],
  ['dashed', /[┄┅┆┇┈┉┊┋╌╍╎╏]/u],
];

/** By the top left corner and the line after it. */
function styleOf(linework: Linework, row: number, column: number): BorderStyle {
  const glyphs = `${cellAt(linework, row, column)?.glyph ?? ''}${cellAt(linework, row, column + 1)?.glyph ?? ''}`;
  return corners.find(([, pattern]) => pattern.test(glyphs))?.[0] ?? 'light';
}

// ---------- walls ----------

/** Gives each open frame its walls on this row, noting their columns in `taken`; returns those that may go on. */
function followWalls(linework: Linework, open: readonly Opening[], row: number, taken: Set<number>): Opening[] {
  if (open.length === 0) return [];
  const bars: number[] = [];
  const cells = linework.ink.cells[row] ?? [];
  cells.forEach((cell, column) => {
    if (cell && ((cell.arms & VERTICAL) === VERTICAL || standsForWall(linework, row, column))) bars.push(column);
  });
  const outermost = outerWalls(open);
  const expected: ExpectedWall<Opening>[] = open.flatMap((owner) => [
    { owner, side: 'left' as const, column: owner.left, last: owner.lastLeft, order: owner.left },
    {
      owner,
      side: 'right' as const,
      column: owner.right,
      last: owner.lastRight,
      order: outermost.get(owner) ?? owner.right,
      unseen: owner.walls.every((wall) => wall.right === null),
    },
  ]);
  const wide = linework.ink.grid.cells[row]?.filter((cell) => cell === '').length ?? 0;
  const matched = matchWalls(expected, bars, wide);
  return open.filter((one) => {
    const left = matched.get(one)?.left ?? null;
    const right = matched.get(one)?.right ?? null;
    if (left === null && (isTurn(cells[one.left]) || isTurn(cells[one.lastLeft]))) return false;
    if (left === null && underEdge(linework, row, one.left)) return false;
    if (
      right === null &&
      cells[one.right]?.head &&
      !(cells[one.right]?.head === 'left' || cells[one.right]?.head === 'right')
    )
      return false;
    if (left === null && ++one.leftMisses > 1) return false;
    if (left === null && right === null && row - one.top === 1) return false;
    if (left !== null) {
      one.leftMisses = 0;
      if (right !== null || Math.abs(left - one.left) <= 1) one.lastLeft = left;
    }
    if (right !== null) one.lastRight = right;
    one.walls.push({ left, right });
    for (const column of [left, right]) if (column !== null) taken.add(column);
    return true;
  });
}

/** Where the right wall of each open frame stands in the order of walls: after those of the frames inside it. */
function outerWalls(open: readonly Opening[]): ReadonlyMap<Opening, number> {
  const order = new Map<Opening, number>();
  const around: Opening[] = [];
  for (const one of [...open].sort((a, b) => a.left - b.left || a.top - b.top)) {
    while (around.length > 0 && (around.at(-1)?.right ?? 0) < one.left) around.pop();
    for (let k = around.length - 1; k >= 0; k--) {
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
  const rail = linework.rails[row]?.find(({ start, end }) => start < column && end > column);
  if (!rail) return false;
  const first = cellAt(linework, row, rail.start);
  const last = cellAt(linework, row, rail.end);
  return ((first?.arms ?? 0) & VERTICAL) !== 0 && ((last?.arms ?? 0) & VERTICAL) !== 0;
}

/** In a crooked wall a head or a `+` may have no bar right above and below it: `│ Billing <────`. */
function standsForWall(linework: Linework, row: number, column: number): boolean {
  const cell = cellAt(linework, row, column);
  if (!cell || !(cell.head === 'left' || cell.head === 'right' || cell.glyph === '+')) return false;
  for (let off = -4; off <= 4; off++) if (isWall(linework, row, column + off)) return false;
  return cell.arms !== 0 && (hasBarNear(linework, row - 1, column, 2) || hasBarNear(linework, row + 1, column, 2));
}

/** A head, a corner or a joint of a line stands where a wall should go on. */
function isTurn(cell: InkCell | null | undefined): boolean {
  if (!cell) return false;
  if (cell.head === 'up' || cell.head === 'down') return true;
  return (cell.arms & HORIZONTAL) !== 0 && (cell.arms & VERTICAL) !== 0 && (cell.arms & VERTICAL) !== VERTICAL;
}

// ---------- rails that open a frame ----------

function openingsOf(linework: Linework, rail: Rail, row: number, walls: ReadonlySet<number>): Opening[] {
  if (rail.end - rail.start < 2) return [];
  const start = startOfTop(linework, rail, walls);
  const end = endOfTop(linework, rail, walls);
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
      leftMisses: 0,
    },
  ];
}

function startOfTop(
  linework: Linework,
  rail: Rail,
  walls: ReadonlySet<number>,
): { column: number; missing: boolean } | null {
  const first = cellAt(linework, rail.row, rail.start);
  if (!first) return null;
  if (first.glyph !== '+' && (first.arms & DOWN) !== 0 && (first.arms & UP) === 0)
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
): { column: number; missing: boolean } | null {
  const last = cellAt(linework, rail.row, rail.end);
  if (!last) return null;
  if (last.glyph !== '+' && (last.arms & DOWN) !== 0 && (last.arms & UP) === 0)
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
 * A `+` that may be an upper corner: a wall hangs below it, on one of the next two rows. One in a wall that was just
 * followed is a crossing or a port; one with a line from above and none below is the end of a merge.
 */
function isCorner(linework: Linework, row: number, column: number, walls: ReadonlySet<number>, reach: number): boolean {
  const cell = cellAt(linework, row, column);
  if (cell?.glyph !== '+' || walls.has(column)) return false;
  if ((cell.arms & UP) !== 0 && (cell.arms & DOWN) === 0) return hasBarNear(linework, row + 1, column, 1);
  return hasBarNear(linework, row + 1, column, reach) || hasBarNear(linework, row + 2, column, reach);
}

// ---------- overlaps ----------

/** Of two frames that cut each other the more doubtful one goes: more missing corners, then more crooked, then larger. */
function withoutOverlaps(frames: readonly Frame[]): Frame[] {
  const byDoubt = [...frames].sort((a, b) => doubt(a) - doubt(b));
  const rows = new Map<number, Frame[]>();
  const kept = byDoubt.filter((frame) => {
    for (let row = frame.top; row <= frame.bottom; row++)
      if (rows.get(row)?.some((other) => cuts(frame, other))) return false;
    for (let row = frame.top; row <= frame.bottom; row++) {
      const list = rows.get(row);
      if (list) list.push(frame);
      else rows.set(row, [frame]);
    }
    return true;
  });
  return kept.sort((a, b) => a.top - b.top || a.left - b.left || b.right - a.right);
}

function doubt(frame: Frame): number {
  const crooked = Math.abs(frame.bottomLeft - frame.left) + Math.abs(frame.bottomRight - frame.right);
  const absent = frame.walls.reduce(
    (sum, wall) => sum + (wall.left === null ? 2 : 0) + (wall.right === null ? 1 : 0),
    0,
  );
  return frame.missing.length * 10 + crooked * 2 + absent * 3 + (frame.bottom - frame.top) / 1000;
}

function cuts(a: Frame, b: Frame): boolean {
  const apart = a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;
  if (apart) return false;
  const inside = (inner: Frame, outer: Frame) =>
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom &&
    inner.left >= outer.left - 1 &&
    inner.left < outer.right &&
    inner.right <= outer.right + 4;
  if (inside(a, b) || inside(b, a)) return false;
  const overlapColumns = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const overlapRows = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return overlapColumns > 3 && overlapRows > 0;
}

// ---------- cells ----------

function cellAt(linework: Linework, row: number, column: number): InkCell | null {
  return linework.ink.cells[row]?.[column] ?? null;
}

function isPlus(linework: Linework, row: number, column: number): boolean {
  return cellAt(linework, row, column)?.glyph === '+';
}

function isWall(linework: Linework, row: number, column: number): boolean {
  return ((cellAt(linework, row, column)?.arms ?? 0) & VERTICAL) === VERTICAL;
}

/** With `inward` bars that have this arm do not count: they are corners of another frame. */
function hasBarNear(linework: Linework, row: number, column: number, reach: number, inward = 0): boolean {
  for (let off = -reach; off <= reach; off++) {
    const arms = cellAt(linework, row, column + off)?.arms ?? 0;
    if ((arms & VERTICAL) !== 0 && (arms & inward) === 0) return true;
  }
  return false;
}
