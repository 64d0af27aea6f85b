import { DOWN, HORIZONTAL, UP, VERTICAL } from '../ink/glyphs.ts';
import type { Direction, Ink, InkCell, TextRun } from '../model.ts';
import type { Territory } from '../lines/territory.ts';
import { cutsAt, isOver, piecesOf } from './cuts.ts';

interface Leg {
  /** Columns from the start of the run. */
  readonly off: number;
  readonly head: Direction | null;
  /** The row of the rail, or of the words, that it hangs from or stands on. */
  readonly from: number;
}

/**
 * Names that one blank parts are as many runs, where several legs of one fork end right above them, or those of one merge
 * right below: no fork leads twice to the same words. So are names right below such names, each at the line of its own.
 *
 *     ┌──┴──┐
 *     ▼     ▼
 *     MAIN SPARE
 *      │     │
 *     DISK TAPE
 */
export function cutAtLegs(
  run: TextRun,
  { cells }: Ink,
  claimOf: Territory['claimOf'],
  isParted: (row: number) => boolean,
): readonly TextRun[] {
  if (!run.text.includes(' ') || run.text.length !== run.width) return [run];
  for (const step of [-1, 1] as const) {
    const legs = legsAt(step);
    if (!hangTogether(legs)) continue;
    const starts = cutsAt(
      run,
      legs.map(({ off }) => off),
      (leg, next) => (leg + next) / 2,
      true,
    );
    const pieces = starts ? piecesOf(run, starts) : [];
    if (pieces.length > 1 && pieces.every((piece, k) => isOver(piece, run.column + (legs[k]?.off ?? 0)))) return pieces;
  }
  return [run];

  function legsAt(step: -1 | 1): Leg[] {
    const legs: Leg[] = [];
    for (let off = -1; off <= run.width; off++) {
      const leg = legFrom(off, step);
      if (leg) legs.push(leg);
    }
    return legs;
  }

  /** A bar beside the writing, and the rail or the names at its other end. */
  function legFrom(off: number, step: -1 | 1): Leg | null {
    const column = run.column + off;
    const towards = step === -1 ? DOWN : UP;
    const first = cells[run.row + step]?.[column];
    if (!first || !(isBar(first) || first.head !== null) || (first.arms & HORIZONTAL) !== 0) return null;
    for (let row = run.row + 2 * step; ; row += step) {
      const cell = cells[row]?.[column];
      if (!cell) return isParted(row) ? { off, head: first.head, from: row } : null;
      if (claimOf(row, column) !== 'free') return null;
      if ((cell.arms & HORIZONTAL) !== 0)
        return (cell.arms & towards) !== 0 || cell.arms === HORIZONTAL ? { off, head: first.head, from: row } : null;
      if (!isBar(cell)) return null;
    }
  }

  /** All end alike, and begin on one rail or at names that stand like these. */
  function hangTogether(legs: readonly Leg[]): boolean {
    const [first] = legs;
    const last = legs.at(-1);
    if (!first || !last) return false;
    if (legs.some(({ from, head }) => from !== first.from || head !== first.head)) return false;
    if (isParted(first.from)) return true;
    for (let off = first.off + 1; off < last.off; off++)
      if (((cells[first.from]?.[run.column + off]?.arms ?? 0) & HORIZONTAL) !== HORIZONTAL) return false;
    return true;
  }
}

function isBar({ arms, head }: InkCell): boolean {
  return head === null && (arms & VERTICAL) !== 0;
}
