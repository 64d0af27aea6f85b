import { ARM, LEFT, OPPOSITE, UP, VERTICAL, slantOf } from '../ink/glyphs.ts';
import type { Field } from './field.ts';
import type { Arm, LineCell } from './lines.ts';
import { runsOver } from '../writing/run-at.ts';
import type { Rail } from '../boxes/linework.ts';
import type { Direction } from '../model.ts';

/** Joins cells whose arms face each other, along rails and down columns. Changes the arms of the field's cells. */
export function joinFacing({ linework, cells, runs, interruptions, cellAt, inkAt, isBorder, isBlank }: Field): void {
  joinRails();
  joinUprights();

  function joinRails(): void {
    for (const list of linework.rails)
      for (const rail of list) {
        const written = rail.gaps.filter((gap) => gap.kind === 'text').length;
        const words =
          (written > 1 && !touchesBoxOrHead(rail.row, rail.start, rail.end)) ||
          (written > 0 && isBranch(rail.row, rail.start) && (endsInWords(rail.row, rail.end) || endsInArrow(rail)));
        let last = cellAt(rail.row, rail.start);
        let nextGap = 0;
        for (let column = rail.start + 1; column <= rail.end; column++) {
          while ((rail.gaps[nextGap]?.to ?? Infinity) < column) nextGap++;
          const gap = rail.gaps[nextGap];
          if (gap && gap.from <= column) {
            column = gap.to;
            const next = cellAt(rail.row, gap.to + 1);
            const between = runsOver(runs, rail.row, gap.from, gap.to);
            if (!last || !next || (gap.kind === 'text' && words)) {
              last = undefined;
              continue;
            }
            if (gap.kind === 'text') interruptions.push({ cell: last.index, direction: 'right', runs: between });
            link(last, 'right', next, gap.kind === 'text' ? 'text' : 'gap');
            last = next;
            column = gap.to + 1;
            continue;
          }
          const next = cellAt(rail.row, column);
          if (next && last) link(last, 'right', next, 'line');
          last = next;
        }
      }
  }

  /** A branch of a tree: `├── Cart ──── CartItem[]` has two items, none of them a label; so has `+-- Cart -> CartItem[]`. */
  function isBranch(row: number, column: number): boolean {
    const cell = cellAt(row, column);
    return cell !== undefined && (cell.ink.arms & (UP | LEFT)) === UP;
  }

  function endsInWords(row: number, end: number): boolean {
    if (inkAt(row, end)?.head) return false;
    return runsOver(runs, row, end + 1, end + 3).length > 0;
  }

  /** A dash and a head, a blank before them, and no box behind; no longer arrow of another branch ends in their column. */
  function endsInArrow({ row, end, gaps }: Rail): boolean {
    const last = gaps.at(-1);
    if (isBorder(row, end + 1) || isBorder(row, end + 2)) return false;
    if ([-2, -1, 1, 2].some((off) => inkAt(row + off, end)?.head && inkAt(row + off, end - 2))) return false;
    return last?.kind === 'text' && last.to === end - 2 && isBlank(row, last.to);
  }

  function touchesBoxOrHead(row: number, start: number, end: number): boolean {
    if (inkAt(row, start)?.head || inkAt(row, end)?.head) return true;
    for (const column of [start - 2, start - 1, end + 1, end + 2]) if (isBorder(row, column)) return true;
    return ((inkAt(row, start)?.arms ?? 0) & VERTICAL) !== 0 || ((inkAt(row, end)?.arms ?? 0) & VERTICAL) !== 0;
  }

  function joinUprights(): void {
    for (const cell of cells) {
      if ((cell.ink.arms & ARM.down) === 0) continue;
      const below = cellAt(cell.row + 1, cell.column);
      if (below && (below.ink.arms & ARM.up) !== 0 && slantOf(below.ink) === 0) link(cell, 'down', below, 'line');
    }
  }
}

/** Joins two cells, each on its side. */
export function link(
  from: LineCell,
  direction: Direction,
  to: LineCell,
  by: Extract<Arm, { kind: 'cell' }>['by'],
): void {
  from.arms[direction] = by === 'line' ? to.reached : { kind: 'cell', to: to.index, by };
  to.arms[OPPOSITE[direction]] = by === 'line' ? from.reached : { kind: 'cell', to: from.index, by };
}
