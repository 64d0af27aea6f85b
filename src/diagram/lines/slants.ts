import { ARM, OPPOSITE, RIGHT, UP, slantOf } from '../ink/glyphs.ts';
import { takes, type Field } from './field.ts';
import { link } from './joins.ts';
import type { Borders } from './borders.ts';
import type { Arm, LineCell } from './lines.ts';
import type { TextRun } from '../model.ts';

/**
 * Joins diagonals to what they lead to: the next piece, a head, a bar, a border or words, one column aside or two.
 * Several may hang from one bar; the bar then knows the first of them only.
 *
 *        │
 *       / \
 */
export function joinDiagonals({ cells, cellAt, freeRunAt, isBorder }: Field, borders: Borders): void {
  for (const cell of cells) {
    const slant = slantOf(cell.ink);
    if (slant === 0) {
      const over = cellAt(cell.row - 1, cell.column - 1);
      if (isHook(cell) && over && isHook(over)) link(cell, 'up', over, 'shift');
      continue;
    }
    for (const direction of ['up', 'down'] as const) join(cell, direction, direction === 'down' ? slant : -slant);
  }

  function join(cell: LineCell, direction: 'up' | 'down', aside: number): void {
    if (cell.arms[direction]) return;
    const row = cell.row + (direction === 'down' ? 1 : -1);
    const columns = [cell.column + aside, cell.column, cell.column + 2 * aside];
    for (const column of columns) {
      const next = cellAt(row, column);
      if (!next) continue;
      const open: boolean = takes(next, direction);
      if (open) return link(cell, direction, next, 'shift');
      if (((next.ink.arms & ARM[OPPOSITE[direction]]) !== 0 && slantOf(next.ink) === 0) || next.ink.glyph === '+') {
        cell.arms[direction] = { kind: 'cell', to: next.index, by: 'shift' };
        next.arms[OPPOSITE[direction]] ??= { kind: 'cell', to: cell.index, by: 'shift' };
        return;
      }
    }
    const at = columns.find((column) => isBorder(row, column));
    const part = at === undefined ? null : borders.atBorder({ cell, direction, at: { row, column: at }, mended: null });
    if (part) {
      cell.arms[direction] = part;
      return;
    }
    const run = columns.map((column) => freeRunAt(row, column)).find((one) => one !== null);
    if (run) cell.arms[direction] = { kind: 'words', run, head: false };
  }
}

/**
 * Writing between two diagonals that lean alike is their label, when both come straight from boxes.
 *
 *     └────┘
 *      /
 *    yes
 *    /
 *  ┌────┐
 */
export function passLabels({ cells, interruptions }: Field): void {
  const below = new Map<TextRun, LineCell[]>();
  for (const cell of cells) {
    const { up } = cell.arms;
    if (up?.kind !== 'words') continue;
    const known = below.get(up.run);
    if (known) known.push(cell);
    else below.set(up.run, [cell]);
  }
  for (const cell of cells) {
    const { down } = cell.arms;
    const slant = slantOf(cell.ink);
    if (down?.kind !== 'words') continue;
    const [next, another] = (below.get(down.run) ?? []).filter(({ ink }) => slantOf(ink) === slant);
    if (!next || another || (next.column - cell.column) * slant <= 0) continue;
    if (!endsAtBox(cell, 'up') || !endsAtBox(next, 'down')) continue;
    cell.arms.down = { kind: 'cell', to: next.index, by: 'text' };
    next.arms.up = { kind: 'cell', to: cell.index, by: 'text' };
    interruptions.push({ cell: cell.index, direction: 'down', runs: [down.run] });
  }

  function endsAtBox(start: LineCell, direction: 'up' | 'down'): boolean {
    for (let at: LineCell | undefined = start; at && (slantOf(at.ink) !== 0 || at.ink.head !== null);) {
      const arm: Arm | undefined = at.arms[direction];
      if (arm?.kind !== 'cell') return arm?.kind === 'part';
      at = cells[arm.to];
    }
    return false;
  }
}

/** The end of a branch below words; the next one may hang from it, one column aside: `\->` below `\->`. */
function isHook({ ink }: LineCell): boolean {
  return ink.glyph === '\\' && ink.arms === (UP | RIGHT);
}
