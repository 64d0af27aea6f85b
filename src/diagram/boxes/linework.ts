import { DOWN, HORIZONTAL, LEFT, RIGHT, UP, VERTICAL } from '../ink/glyphs.ts';
import type { Ink, InkCell } from '../model.ts';
import { firstFrom } from '../geometry/sorted.ts';

/** Horizontal ink that hangs together on one row, from `start` to `end` inclusive. */
export interface Rail {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  /** Columns in it that are no horizontal ink: a title, a blank that was left out, a bar drawn over it. */
  readonly gaps: readonly { readonly from: number; readonly to: number; readonly kind: 'text' | 'blank' | 'bar' }[];
}

/** Facing arms joined along every row. */
export interface Linework {
  readonly ink: Ink;
  /** Those of one row stand from left to right and share no cell. */
  readonly rails: readonly (readonly Rail[])[];
}

const noGaps: Rail['gaps'] = [];
const LONGEST_TITLE = 80;
const LONGEST_GAP = 4;

/**
 * Joins facing arms of a row into rails, also where a title or a label interrupts the line, where one blank was left
 * out, and where a bar was drawn over it:
 *
 *     ┌─ Orders ─┐    ──HTTPS──►    ─ ─ ─    └───│───┘
 */
export function traceLinework(ink: Ink): Linework {
  return { ink, rails: ink.cells.map((_, row) => overGaps(railsOf(row, ink), row, ink)) };
}

/** The rail that lies over a cell. */
export function railOver({ rails }: Linework, row: number, column: number): Rail | null {
  const inRow = rails[row] ?? [];
  const rail = inRow[firstFrom(inRow, ({ end }) => end >= column)];
  return rail && rail.start <= column ? rail : null;
}

function railsOf(row: number, ink: Ink): Rail[] {
  const cells = ink.cells[row] ?? [];
  const written = ink.grid.cells[row] ?? [];
  const rails: Rail[] = [];
  let column = 0;
  while (column < cells.length) {
    if (((cells[column]?.arms ?? 0) & HORIZONTAL) === 0) {
      column++;
      continue;
    }
    const start = column;
    const gaps: { from: number; to: number; kind: 'text' | 'blank' | 'bar' }[] = [];
    for (;;) {
      const next = continuation(cells, written, column, row, ink);
      if (next === null) {
        const bar = barBehindTitle(cells, written, start, column);
        if (bar === null) break;
        gaps.push({ from: column + 1, to: bar - 1, kind: 'text' });
        const goesOn = ((cells[bar]?.arms ?? 0) & RIGHT) !== 0;
        if (!goesOn) gaps.push({ from: bar, to: bar, kind: 'bar' });
        column = goesOn ? bar : bar + 1;
        continue;
      }
      if (next.kind !== 'line') gaps.push({ from: column + 1, to: next.column - 1, kind: next.kind });
      column = next.column;
    }
    rails.push({ row, start, end: column, gaps: gaps.length === 0 ? noGaps : gaps });
    column++;
  }
  return rails;
}

/**
 * Joins two rails where the edge between two corners is not drawn for some columns, and no wall stands there.
 *
 *     ┌─────   ────┐
 *     │ Registrar  │
 */
function overGaps(rails: readonly Rail[], row: number, ink: Ink): readonly Rail[] {
  const armsAt = (column: number, at = row) => ink.cells[at]?.[column]?.arms ?? 0;
  const joined: Rail[] = [];
  for (const rail of rails) {
    const before = joined.at(-1);
    if (before && isOneEdge(before, rail))
      joined[joined.length - 1] = {
        ...before,
        end: rail.end,
        gaps: [...before.gaps, { from: before.end + 1, to: rail.start - 1, kind: 'blank' }, ...rail.gaps],
      };
    else joined.push(rail);
  }
  return joined;

  function isOneEdge(left: Rail, right: Rail): boolean {
    if (right.start - left.end > LONGEST_GAP + 1) return false;
    if (armsAt(left.end) !== HORIZONTAL || armsAt(right.start) !== HORIZONTAL) return false;
    const sides = armsAt(left.start) & armsAt(right.end) & VERTICAL;
    if (sides === 0) return false;
    for (let column = left.end; column <= right.start; column++) {
      const isWalled =
        ((sides & UP) !== 0 && (armsAt(column, row - 1) & DOWN) !== 0) ||
        ((sides & DOWN) !== 0 && (armsAt(column, row + 1) & UP) !== 0);
      const isGap = column > left.end && column < right.start;
      if (isWalled || (isGap && ink.grid.cells[row]?.[column] !== ' ')) return false;
    }
    return true;
  }
}

function continuation(
  cells: readonly (InkCell | null)[],
  written: readonly string[],
  column: number,
  row: number,
  ink: Ink,
): { readonly column: number; readonly kind: 'line' | 'text' | 'blank' | 'bar' } | null {
  const arms = (at: number) => cells[at]?.arms ?? 0;
  const here = arms(column);
  const next = arms(column + 1);
  if ((here & RIGHT) !== 0) {
    if ((next & LEFT) !== 0) return { column: column + 1, kind: 'line' };
    if ((next & HORIZONTAL) === 0 && (next & VERTICAL) === VERTICAL && (arms(column + 2) & LEFT) !== 0)
      return { column: column + 2, kind: 'bar' };
    if (cells[column + 1]) return null;
    const beyond = cells[column + 2];
    const isPart = beyond?.head === null || beyond?.stroke === 'dashed';
    if (written[column + 1] === ' ' && (arms(column + 2) & LEFT) !== 0 && isPart)
      return { column: column + 2, kind: 'blank' };
    const stump = cornerBehindHole(cells, written, column);
    if (stump !== null) return { column: stump, kind: 'blank' };
    const end = endOfTitle(cells, written, column + 1, LEFT);
    return end === null ? null : { column: end, kind: 'text' };
  }
  // ┤ Orders ├ in a border: neither tee is a wall
  if ((here & LEFT) !== 0 && (here & VERTICAL) === VERTICAL && cells[column]?.glyph !== '+' && !cells[column + 1]) {
    if (isUpright(ink, row, column)) return null;
    const end = endOfTitle(cells, written, column + 1, RIGHT);
    if (end !== null && (arms(end) & LEFT) === 0 && !isUpright(ink, row, end)) return { column: end, kind: 'text' };
  }
  return null;
}

/**
 * The bar of a line that passes an upper edge right behind the title.
 *
 *     +- Orders +-----+
 */
function barBehindTitle(
  cells: readonly (InkCell | null)[],
  written: readonly string[],
  start: number,
  column: number,
): number | null {
  const arms = (at: number) => cells[at]?.arms ?? 0;
  const isEdge = (arms(start) & (RIGHT | VERTICAL)) === (RIGHT | DOWN);
  if (!isEdge || (arms(column) & RIGHT) === 0 || cells[column + 1]) return null;
  const bar = endOfTitle(cells, written, column + 1, DOWN);
  if (bar === null || (arms(bar) & (LEFT | VERTICAL)) !== VERTICAL) return null;
  return (arms(bar + 1) & LEFT) !== 0 ? bar : null;
}

/**
 * Two blanks in a lower edge, and what is left of it up to its corner.
 *
 *     └───────  ─┘
 */
function cornerBehindHole(
  cells: readonly (InkCell | null)[],
  written: readonly string[],
  column: number,
): number | null {
  if (written[column + 1] !== ' ' || written[column + 2] !== ' ') return null;
  const arms = (at: number) => cells[at]?.arms ?? 0;
  let corner = column + 3;
  while (arms(corner) === HORIZONTAL && corner < column + 5) corner++;
  const ends = (arms(corner) & LEFT) !== 0 && (arms(corner) & (RIGHT | DOWN)) === 0;
  return ends && ((arms(corner) & UP) !== 0 || cells[corner]?.glyph === '+') ? column + 3 : null;
}

function isUpright(ink: Ink, row: number, column: number): boolean {
  return (
    ((ink.cells[row - 1]?.[column]?.arms ?? 0) & DOWN) !== 0 || ((ink.cells[row + 1]?.[column]?.arms ?? 0) & UP) !== 0
  );
}

/** The first inked cell after some writing, when it has the arm that is asked for; blanks beside the writing are few. */
function endOfTitle(
  cells: readonly (InkCell | null)[],
  written: readonly string[],
  from: number,
  arm: number,
): number | null {
  let blanks = 0;
  let letters = 0;
  for (let column = from; column < Math.min(cells.length, from + LONGEST_TITLE); column++) {
    const cell = cells[column];
    if (cell) return letters > 0 && (cell.arms & arm) !== 0 && cell.head === null ? column : null;
    if (written[column] === ' ') {
      if (++blanks > 2) return null;
    } else {
      letters++;
      blanks = 0;
    }
  }
  return null;
}
