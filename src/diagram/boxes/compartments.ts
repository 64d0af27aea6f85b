import type { Frame } from './frames.ts';
import { innerWalls } from './inner-walls.ts';
import type { Linework } from './linework.ts';
import type { Rect } from '../model.ts';
import { endOfWriting } from './repair.ts';
import { firstFrom } from '../geometry/sorted.ts';

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
    const holds = childrenBetween(children, top, bottom);
    const inner = innerWalls(linework, frame, top, bottom, holds);
    const lefts = [{ straight: rect.left, rows: rowsOf(linework, frame, rect, top, bottom, 'left') }, ...inner];
    const rights = [...inner, { straight: rect.right, rows: rowsOf(linework, frame, rect, top, bottom, 'right') }];
    const held = Map.groupBy(holds, (child) => firstFrom(rights, ({ straight }) => straight > child.left));
    return lefts.map((left, cell): CompartmentFrame => {
      const right = rights[cell] ?? left;
      const walls = left.rows.map((column, row) => ({ left: column, right: right.rows[row] ?? right.straight }));
      return {
        rect: { top, bottom, left: left.straight, right: right.straight },
        walls,
        holds: (held.get(cell) ?? []).filter((child) => child.left > left.straight),
      };
    });
  });
}

/** Of frames sorted by their tops those that lie between two rows. */
function childrenBetween(children: readonly Frame[], top: number, bottom: number): readonly Frame[] {
  const from = firstFrom(children, (child) => child.top >= top);
  const end = firstFrom(children, (child) => child.top >= bottom);
  return children.slice(from, end).filter((child) => child.bottom <= bottom);
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
