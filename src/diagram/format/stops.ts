import { keyOf, type CellKey } from '../geometry/cell-key.ts';
import { isBlank } from '../geometry/cells.ts';
import { ARM, OPPOSITE, STEP, isUpright } from '../ink/glyphs.ts';
import type { Diagram, End, Ink, Point } from '../model.ts';
import type { StopOf } from './needs.ts';

/** How far a line may stop before its border and still be read as reaching it. */
const FARTHEST = 12;

/**
 * Where the lines of a drawing stop. A line that breaks off before one of its borders is drawn on to it; blanks before every one
 * of its borders are its author's hand, and stay:
 *
 *     │ A │──▶ │ B │          │ A │ ──▶ │ B │
 *             ^ closed             ^     ^ kept
 */
export function stopsOf({ nets }: Diagram, ink: Ink): StopOf {
  const gaps = new Map<End, number>();
  for (const { ends } of nets) {
    const blanks = ends.map((end) => blanksBefore(end, ink));
    if (ends.length > 1 && blanks.every((count) => count > 0) && !isAllBlank(ends, blanks))
      ends.forEach((end, k) => gaps.set(end, gapAt(end, blanks[k] ?? 0)));
  }
  return (end: End): Point => {
    const gap = gaps.get(end) ?? 0;
    if (gap === 0) return end.point;
    const [down, right] = STEP[end.direction];
    return { row: end.point.row - down * (gap + 1), column: end.point.column - right * (gap + 1) };
  };
}

/** A wall that moves towards its line takes of the blanks between them, as long as one is left; it never adds to them. */
function gapAt({ at, point, direction }: End, blanks: number): number {
  const towards =
    direction === 'left' ? point.column - at.column : direction === 'right' ? at.column - point.column : 0;
  const left = blanks - towards;
  return left > 0 ? Math.min(blanks, left) : blanks;
}

/** Nothing is left between two ends but blanks: the line stands aside of them. */
function isAllBlank([one, two, ...others]: readonly End[], blanks: readonly number[]): boolean {
  if (!one || !two || others.length > 0) return false;
  const between = Math.abs(one.point.row - two.point.row) + Math.abs(one.point.column - two.point.column) - 1;
  return (blanks[0] ?? 0) + (blanks[1] ?? 0) >= between;
}

/** The cells in which lines stop at boxes. */
export function stopsBeforeBoxes({ nets, boxes }: Diagram, stopOf: StopOf): ReadonlySet<CellKey> {
  const bordered = new Set(boxes.filter(({ shape }) => shape !== 'words').map(({ id }) => id));
  const ends = nets.flatMap((net) => net.ends.filter(({ attached }) => bordered.has(attached ?? '')));
  return new Set(ends.map((end) => keyOf(stopOf(end))));
}

/** Blank cells between the border as given and the line. */
function blanksBefore({ at, point, direction, attached }: End, { cells, grid }: Ink): number {
  const aside = isUpright(direction) ? at.column !== point.column : at.row !== point.row;
  if (attached === null || aside) return 0;
  const [down, right] = STEP[OPPOSITE[direction]];
  const axis = ARM[direction] | ARM[OPPOSITE[direction]];
  for (let blanks = 0; blanks <= FARTHEST; blanks++) {
    const row = at.row + down * (blanks + 1);
    const column = at.column + right * (blanks + 1);
    const cell = cells[row]?.[column];
    if (cell) return (cell.arms & axis) !== 0 || cell.head !== null || cell.marker ? blanks : 0;
    if (!isBlank(grid, row, column)) return 0;
  }
  return 0;
}
