import type { Frame } from './frames.ts';
import { HORIZONTAL, VERTICAL } from '../ink/glyphs.ts';
import type { Linework } from './linework.ts';
import type { InkCell, Rect } from '../model.ts';

/**
 * What a crooked frame meant: the left wall and the top edge are believed; the right wall is the vote of its rows, the
 * two corners and everything that has to fit inside.
 *
 *     ┌──────────┐         ┌───────────┐
 *     │ Orders    │   →    │ Orders    │
 *     │ (v2)      │        │ (v2)      │
 *     └──────────┘         └───────────┘
 */
export function voteRight(frame: Frame, farthestChild: number, linework: Linework): Rect {
  const votes = new Map<number, number>();
  const vote = (column: number, weight: number) => votes.set(column, (votes.get(column) ?? 0) + weight);
  frame.walls.forEach(({ left, right }) => {
    // a row that was pushed as a whole says nothing about the wall
    if (right !== null) vote(right - (left === null ? 0 : Math.max(0, left - frame.left)), 1);
  });
  vote(frame.right, 1.5);
  vote(frame.bottomRight, 1.25);
  let best = frame.right;
  for (const [column, weight] of votes) if (weight > (votes.get(best) ?? 0)) best = column;

  const right = Math.max(best, farthestChild + 1, farthestText(frame, linework) + 1, frame.left + 2);
  return { top: frame.top, left: frame.left, bottom: frame.bottom, right };
}

/** The last written column of the rows whose right wall is missing, in the grid of the straight box. */
function farthestText(frame: Frame, linework: Linework): number {
  let farthest = -1;
  frame.walls.forEach(({ left, right }, k) => {
    const row = linework.ink.grid.cells[frame.top + 1 + k] ?? [];
    const pushed = left === null ? 0 : Math.max(0, left - frame.left);
    const drawn = linework.ink.cells[frame.top + 1 + k] ?? [];
    let end = right ?? roomAfter(linework, frame.top + 1 + k, frame.right);
    // the line of a head that stands for the wall is no writing
    if (drawn[end]?.head) while (end > frame.left && ((drawn[end - 1]?.arms ?? 0) & HORIZONTAL) !== 0) end--;
    do end--;
    while (end > frame.left && (row[end] ?? ' ') === ' ');
    farthest = Math.max(farthest, end - pushed);
  });
  return farthest;
}

/** Without a wall the writing goes on until two blanks or a line follow; the first column after it. */
export function endOfWriting(linework: Linework, row: number, from: number): number {
  const cells = linework.ink.grid.cells[row] ?? [];
  const drawn = linework.ink.cells[row] ?? [];
  let end = from;
  while (end < cells.length && cells.slice(end, end + 2).some((cell) => cell !== ' ') && !isLine(drawn[end])) end++;
  return end;
}

/** Leaves room for the wall before whatever stands next. */
function roomAfter(linework: Linework, row: number, from: number): number {
  const end = endOfWriting(linework, row, from);
  return isLine(linework.ink.cells[row]?.[end]) ? Math.max(from, end - 2) : end;
}

function isLine(cell: InkCell | null | undefined): boolean {
  return !!cell && ((cell.arms & VERTICAL) === VERTICAL || (cell.arms & HORIZONTAL) !== 0);
}
