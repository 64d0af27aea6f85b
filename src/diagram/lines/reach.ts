import type { Borders } from './borders.ts';
import { takes, type Field } from './field.ts';
import { ARM, HORIZONTAL, OPPOSITE, STEP, VERTICAL, isUpright } from '../ink/glyphs.ts';
import type { Arm, LineCell } from './lines.ts';
import { runsOver } from '../writing/run-at.ts';
import type { Direction } from '../model.ts';

const ROWS_TO_BOX = 2;
const COLUMNS_TO_BOX = 6;
const COLUMNS_TO_ARROW = 12;
const SHIFT = 2;
const LONGEST_LABEL = 80;
const ASIDE = [-1, 1] as const;

type Look = (cell: LineCell, direction: Direction) => Arm | null;

/** How a line that met nothing reaches on: a column or two aside, to a line without a tee, over a few blanks. */
export function reachOf(
  {
    linework: {
      ink: { grid },
    },
    territory,
    runs,
    cellAt,
    inkAt,
    isBorder,
    isPushedWall,
    isBlank,
  }: Field,
  { atBorder }: Borders,
): { readonly pushed: Look; readonly aside: Look; readonly touching: Look; readonly overBlanks: Look } {
  return { pushed, aside, touching, overBlanks };

  /** Words have pushed what goes on from here further than the cell, or less far; or wide letters before the cell moved it. */
  function pushed(cell: LineCell, direction: Direction): Arm | null {
    if (!isUpright(direction)) return null;
    const own = movedFrom(cell);
    if (own !== null) {
      const at = { row: cell.row + STEP[direction][0], column: own };
      const to = cellAt(at.row, own);
      return to
        ? { kind: 'cell', to: to.index, by: 'shift' }
        : atBorder({ cell, direction, at, mended: 'shifted-port' });
    }
    const row = cell.row + STEP[direction][0];
    const { pushes } = territory;
    const straight = cell.column - pushes.at(cell.row, cell.column);
    for (const column of pushes.columnsOf(row, straight)) {
      const beside = cellAt(row, column);
      if (column !== cell.column && takes(beside, direction) && !isCrossbar(beside))
        return { kind: 'cell', to: beside.index, by: 'shift' };
    }
    return null;
  }

  /**
   * The column where a line above and one below lead to each other, left of a bar by as many columns as there are wide letters
   * before it at most.
   *
   *     └──┬──┘
   *       缓存 │
   *        ▼
   */
  function movedFrom({ row, column, ink }: LineCell): number | null {
    if (ink.arms !== VERTICAL || leadsOn(row, column, 'up') || leadsOn(row, column, 'down')) return null;
    const before = grid.cells[row]?.slice(Math.max(0, column - LONGEST_LABEL), column) ?? [];
    const wide = before.filter((cell) => cell === '').length;
    for (let at = column - 1; wide > 0 && at >= column - wide - SHIFT; at--)
      if (leadsOn(row, at, 'up') && leadsOn(row, at, 'down')) return at;
    return null;
  }

  /** The cell above or below leads to this one. */
  function leadsOn(row: number, column: number, direction: 'up' | 'down'): boolean {
    const next = inkAt(row + STEP[direction][0], column);
    if (!next) return false;
    return next.arms === 0 ? next.head === direction : (next.arms & ARM[OPPOSITE[direction]]) !== 0;
  }

  function aside(cell: LineCell, direction: Direction): Arm | null {
    if (!isUpright(direction)) return null;
    const row = cell.row + STEP[direction][0];
    if (!isBlank(row, cell.column)) return null;
    for (let off = 1; off <= SHIFT; off++)
      for (const column of [cell.column - off, cell.column + off]) {
        const beside = cellAt(row, column);
        if (
          takes(beside, direction)
            ? !isCrossbar(beside)
            : isBareCorner(beside, direction) || endsAt(beside, cell.column)
        )
          return { kind: 'cell', to: beside?.index ?? -1, by: 'shift' };
      }
    return null;
  }

  /** Words end right before a column, or begin right after it: a head points at them. The only ones of a row may stand apart. */
  function besideWords(row: number, column: number): boolean {
    const near = runs[row]?.length === 1 ? 3 : 1;
    return runsOver(runs, row, column - near, column + near).some((run) => !isBorder(row, run.column - 1));
  }

  /** A `+` whose bar, walking in `direction`, stands beside it: nothing stands right behind the `+` on that side. */
  function isBareCorner(cell: LineCell | undefined, direction: 'up' | 'down'): boolean {
    if (cell?.ink.glyph !== '+' || cell.arms[OPPOSITE[direction]]) return false;
    return (cell.ink.arms & HORIZONTAL) !== 0 && isBlank(cell.row - STEP[direction][0], cell.column);
  }

  /** A joint that a bar is missing below or above: `+` has no arm of its own. */
  function isBareJoint(cell: LineCell, direction: Direction): boolean {
    return isUpright(direction) && cell.ink.glyph === '+' && !cell.arms[OPPOSITE[direction]];
  }

  /**
   * A line that ends right before this column, where its corner is missing; nothing follows that it could reach for.
   *
   *     ──┼──►
   *     ──
   */
  function endsAt(cell: LineCell | undefined, column: number): boolean {
    if (!cell || !isCrossbar(cell) || Math.abs(column - cell.column) !== 1) return false;
    const [side, beyond] = cell.column < column ? (['right', column + 1] as const) : (['left', column - 1] as const);
    return !cell.arms[side] && isBlank(cell.row, beyond) && isBlank(cell.row, 2 * beyond - column);
  }

  /** Part of another line that only passes here. */
  function isCrossbar(cell: LineCell): boolean {
    return (cell.ink.arms & HORIZONTAL) === HORIZONTAL && (cell.ink.arms & VERTICAL) === 0;
  }

  /** The end of a rail, one column aside of where a bar touches it. */
  function cornerBeside({ row, column }: LineCell, direction: 'up' | 'down'): LineCell | undefined {
    const sides = [cellAt(row, column - 1), cellAt(row, column + 1)];
    return sides.find((one) => one && (one.ink.arms & HORIZONTAL) !== HORIZONTAL && isBareCorner(one, direction));
  }

  function touching(cell: LineCell, direction: Direction): Arm | null {
    const [down, right] = STEP[direction];
    const next = cellAt(cell.row + down, cell.column + right);
    if (!next || next.arms[OPPOSITE[direction]]) return null;
    const corner = isUpright(direction) && isCrossbar(next) ? cornerBeside(next, direction) : undefined;
    if (corner) return { kind: 'cell', to: corner.index, by: 'shift' };
    if (next.ink.head !== null && next.ink.head !== direction) return null;
    return { kind: 'cell', to: next.index, by: 'touch' };
  }

  /** A head, or the end of a straight line that has one on this side: it may stand in the middle of a wide gap. */
  function isArrow({ row, column }: LineCell, step: number): boolean {
    let at = inkAt(row, column);
    for (let off = step; at?.arms === HORIZONTAL && at.head === null; off += step) at = inkAt(row, column + off);
    return !!at?.head;
  }

  function overBlanks(cell: LineCell, direction: Direction): Arm | null {
    const [down, right] = STEP[direction];
    const upright = isUpright(direction);
    const limit = upright ? ROWS_TO_BOX : isArrow(cell, -right) ? COLUMNS_TO_ARROW : COLUMNS_TO_BOX;
    for (let step = 1; step <= limit + 1; step++) {
      const row = cell.row + down * step;
      const column = cell.column + right * step;
      const unwalled = upright || territory.claimOf(row, column) !== 'inside' ? null : territory.regionAt(row, column);
      // a wall is missing in front: `───►   Orders │`
      if (unwalled !== null)
        return {
          kind: 'part',
          part: unwalled,
          at: { row, column: column - right },
          head: cell.ink.head === direction,
          mended: 'short-line',
        };
      if (step > 1) {
        const next = cellAt(row, column);
        if (next) {
          const near = step <= (upright ? 2 : 3);
          return near &&
            (takes(next, direction) || isBareJoint(next, direction)) &&
            !(cell.ink.head === direction && next.ink.head !== null)
            ? { kind: 'cell', to: next.index, by: 'gap' }
            : null;
        }
        if (upright && isPushedWall(row, column)) return null;
        if (isBorder(row, column)) return atBorder({ cell, direction, at: { row, column }, mended: 'short-line' });
        if (upright && step === 2)
          for (const off of ASIDE) {
            const beside = cellAt(row, column + off);
            if (takes(beside, direction) && !isCrossbar(beside)) return { kind: 'cell', to: beside.index, by: 'shift' };
          }
      }
      if (!isBlank(row, column) || (upright && cell.ink.head === direction && besideWords(row, column))) return null;
    }
    return null;
  }
}
