import type { Borders } from './borders.ts';
import { takes, type Field } from './field.ts';
import { HORIZONTAL, LEFT, OPPOSITE, RIGHT, STEP, VERTICAL, isUpright } from './glyphs.ts';
import type { Arm, LineCell } from './lines.ts';
import { runsOver } from './run-at.ts';
import type { Direction } from './model.ts';

const ROWS_TO_BOX = 2;
const COLUMNS_TO_BOX = 6;
const SHIFT = 2;

type Look = (cell: LineCell, direction: Direction) => Arm | null;

/** How a line that met nothing reaches on: a column or two aside, to a line without a tee, over a few blanks. */
export function reachOf(
  { runs, cellAt, isBorder, isBlank }: Field,
  { atBorder }: Borders,
): { readonly aside: Look; readonly touching: Look; readonly overBlanks: Look } {
  return { aside, touching, overBlanks };

  function aside(cell: LineCell, direction: Direction): Arm | null {
    if (direction !== 'up' && direction !== 'down') return null;
    const row = cell.row + STEP[direction][0];
    if (!isBlank(row, cell.column)) return null;
    for (let off = 1; off <= SHIFT; off++)
      for (const column of [cell.column - off, cell.column + off]) {
        const beside = cellAt(row, column);
        if (takes(beside, direction) ? !isCrossbar(beside) : isBareCorner(beside))
          return { kind: 'cell', to: beside?.index ?? -1, by: 'shift' };
      }
    return null;
  }

  /** Words end right before a column, or begin right after it: a head points at them. The only ones of a row may stand apart. */
  function besideWords(row: number, column: number): boolean {
    const near = runs[row]?.length === 1 ? 3 : 1;
    return runsOver(runs, row, column - near, column + near).some((run) => !isBorder(row, run.column - 1));
  }

  /** The `+` at the end of a rail whose bar stands beside it: a corner all the same. */
  function isBareCorner(cell: LineCell | undefined): boolean {
    if (cell?.ink.glyph !== '+' || cell.arms.up || cell.arms.down) return false;
    return cell.ink.arms === LEFT || cell.ink.arms === RIGHT;
  }

  /** Part of another line that only passes here. */
  function isCrossbar(cell: LineCell): boolean {
    return (cell.ink.arms & HORIZONTAL) === HORIZONTAL && (cell.ink.arms & VERTICAL) === 0;
  }

  function touching(cell: LineCell, direction: Direction): Arm | null {
    const [down, right] = STEP[direction];
    const next = cellAt(cell.row + down, cell.column + right);
    if (!next || next.arms[OPPOSITE[direction]]) return null;
    if (next.ink.head !== null && next.ink.head !== direction) return null;
    return { kind: 'cell', to: next.index, by: 'touch' };
  }

  function overBlanks(cell: LineCell, direction: Direction): Arm | null {
    const [down, right] = STEP[direction];
    const upright = isUpright(direction);
    const limit = upright ? ROWS_TO_BOX : COLUMNS_TO_BOX;
    for (let step = 1; step <= limit + 1; step++) {
      const row = cell.row + down * step;
      const column = cell.column + right * step;
      if (step > 1) {
        const next = cellAt(row, column);
        if (next) {
          const near = step <= (upright ? 2 : 3);
          return near && takes(next, direction) && !(cell.ink.head === direction && next.ink.head !== null)
            ? { kind: 'cell', to: next.index, by: 'gap' }
            : null;
        }
        if (isBorder(row, column)) return atBorder({ cell, direction, at: { row, column }, mended: 'short-line' });
        if (upright && step === 2)
          for (const off of [-1, 1]) {
            const beside = cellAt(row, column + off);
            if (takes(beside, direction) && beside.ink.head !== OPPOSITE[direction] && !isCrossbar(beside))
              return { kind: 'cell', to: beside.index, by: 'shift' };
          }
      }
      if (!isBlank(row, column) || (upright && cell.ink.head === direction && besideWords(row, column))) return null;
    }
    return null;
  }
}
