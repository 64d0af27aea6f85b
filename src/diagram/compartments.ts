import type { Frame } from './frames.ts';
import { DOWN, UP, VERTICAL, slantOf } from './glyphs.ts';
import type { Linework } from './linework.ts';
import type { Rect } from './model.ts';
import { endOfWriting } from './repair.ts';

/** A piece of a frame between dividers and inner walls. */
export interface CompartmentFrame {
  /** Its border cells; shared with its neighbours. */
  readonly rect: Rect;
  /** Walls as they stand on each row between. */
  readonly walls: readonly { readonly left: number; readonly right: number }[];
  /** Frames inside. */
  readonly holds: readonly Frame[];
}

/**
 * Cuts a frame: first at full dividers into rows, then each row at the bars that run from its upper to its lower edge.
 * Returns rows of cells; a row of one cell has no inner wall.
 *
 *     ├──────┬──────┤      a bar on every row between two rules is a wall,
 *     │ in-1 │ in-2 │      with or without tees
 *     └──────┴──────┘
 */
export function compartmentsOf(
  linework: Linework,
  frame: Frame,
  rect: Rect,
  children: readonly Frame[],
): readonly (readonly CompartmentFrame[])[] {
  const rules = [frame.top, ...frame.dividers.map(({ row }) => row), frame.bottom];
  return rules.slice(1).map((bottom, k) => {
    const top = rules[k] ?? frame.top;
    const holds = children.filter((child) => child.top >= top && child.bottom <= bottom);
    const inner = bottom - top < 2 ? [] : innerWalls(linework, frame, top, bottom, holds);
    const lefts = [{ straight: rect.left, rows: rowsOf(linework, frame, rect, top, bottom, 'left') }, ...inner];
    const rights = [...inner, { straight: rect.right, rows: rowsOf(linework, frame, rect, top, bottom, 'right') }];
    return lefts.map((left, cell): CompartmentFrame => {
      const right = rights[cell] ?? left;
      const walls = left.rows.map((column, row) => ({ left: column, right: right.rows[row] ?? right.straight }));
      return {
        rect: { top, bottom, left: left.straight, right: right.straight },
        walls,
        holds: holds.filter((child) => child.left >= left.straight && child.left < right.straight),
      };
    });
  });
}

function rowsOf(
  linework: Linework,
  frame: Frame,
  rect: Rect,
  top: number,
  bottom: number,
  side: 'left' | 'right',
): number[] {
  const rows: number[] = [];
  for (let row = top + 1; row < bottom; row++)
    rows.push(
      frame.walls[row - frame.top - 1]?.[side] ??
        (side === 'left' ? rect.left : endOfWriting(linework, row, Math.max(rect.right, frame.right))),
    );
  return rows;
}

interface InnerWall {
  readonly straight: number;
  readonly rows: number[];
}

function innerWalls(
  linework: Linework,
  frame: Frame,
  top: number,
  bottom: number,
  holds: readonly Frame[],
): InnerWall[] {
  const walls: InnerWall[] = [];
  const first = barsOf(linework, frame, top + 1, holds);
  for (const start of first) {
    const rows = [start];
    let at = start;
    for (let row = top + 2; row < bottom; row++) {
      const next = barsOf(linework, frame, row, holds).filter(
        (column) => Math.abs(column - at) <= 2 || Math.abs(column - start) <= 2,
      );
      const nearest = next.sort((a, b) => Math.abs(a - start) - Math.abs(b - start))[0];
      if (nearest === undefined) break;
      rows.push(nearest);
      at = nearest;
    }
    if (rows.length !== bottom - top - 1) continue;
    if (holds.length > 0 && !hasTees(linework, top, bottom, start)) continue;
    if (passesThrough(linework, top, bottom, start)) continue;
    walls.push({ straight: mode(rows), rows });
  }
  return walls;
}

function barsOf(linework: Linework, frame: Frame, row: number, holds: readonly Frame[]): number[] {
  const wall = frame.walls[row - frame.top - 1];
  const from = (wall?.left ?? frame.left) + 1;
  const to = wall?.right ?? frame.right;
  const cells = linework.ink.cells[row] ?? [];
  const ascii = /[|+:.'`]/u.test(linework.ink.cells[frame.top + 1]?.[frame.walls[0]?.left ?? frame.left]?.glyph ?? '');
  const bars: number[] = [];
  for (let column = from; column < to; column++) {
    const cell = cells[column];
    if (!cell || (cell.arms & VERTICAL) !== VERTICAL || cell.head || slantOf(cell) !== 0) continue;
    if (!ascii && /[|:+]/u.test(cell.glyph)) continue;
    if (
      holds.some(
        (child) => row >= child.top && row <= child.bottom && column >= child.left - 1 && column <= child.right + 2,
      )
    )
      continue;
    bars.push(column);
  }
  return bars;
}

function hasTees(linework: Linework, top: number, bottom: number, column: number): boolean {
  const arms = (row: number) => linework.ink.cells[row]?.[column]?.arms ?? 0;
  return (arms(top) & DOWN) !== 0 && (arms(bottom) & UP) !== 0;
}

/** A line that comes from above and leaves below is no wall. */
function passesThrough(linework: Linework, top: number, bottom: number, column: number): boolean {
  const cells = linework.ink.cells;
  const above = ((cells[top]?.[column]?.arms ?? 0) & UP) !== 0 && ((cells[top - 1]?.[column]?.arms ?? 0) & DOWN) !== 0;
  const below =
    ((cells[bottom]?.[column]?.arms ?? 0) & DOWN) !== 0 && ((cells[bottom + 1]?.[column]?.arms ?? 0) & UP) !== 0;
  return above && below;
}

function mode(columns: readonly number[]): number {
  const count = new Map<number, number>();
  let best = columns[0] ?? 0;
  for (const column of columns) {
    count.set(column, (count.get(column) ?? 0) + 1);
    if ((count.get(column) ?? 0) > (count.get(best) ?? 0)) best = column;
  }
  return best;
}
