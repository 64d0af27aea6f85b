import { VERTICAL } from '../ink/glyphs.ts';
import type { LineCell, Lines } from '../lines/lines.ts';
import type { Attached } from './labels.ts';
import type { TextRun } from '../model.ts';

/** Rows from the answers down to the rail. */
const DEEPEST = 2;

/**
 * Words on both sides of the trunk of a fork with two legs are its two answers: each belongs to the leg on its side.
 *
 *      yes │ no
 *      ┌───┴───┐
 *      ▼       ▼
 */
export function withAnswers(attached: readonly Attached[], { cells, cellAt }: Lines): readonly Attached[] {
  const short = attached.flatMap((one): (readonly [Attached, TextRun])[] => {
    const [run, another] = one.block.runs;
    return run && !another ? [[one, run]] : [];
  });
  const moved = new Map<Attached, LineCell>();
  // they come in reading order
  short.forEach(([no, right], k) => {
    const [yes, left] = short[k - 1] ?? [];
    if (!yes || !left || left.row !== right.row || yes.net !== no.net) return;
    const joint = jointBetween(left, right);
    if (!joint) return;
    moved.set(yes, joint.left);
    moved.set(no, joint.right);
  });
  return attached.map((one) => {
    const cell = moved.get(one);
    return cell ? { ...one, cell, placement: 'above', doubtful: false } : one;
  });

  /** The first cells of the legs of a fork whose trunk comes down between two pieces of writing. */
  function jointBetween(left: TextRun, right: TextRun): Record<'left' | 'right', LineCell> | null {
    for (let { column } = left; column < right.column; column++) {
      if (((cellAt(left.row, column)?.ink.arms ?? 0) & VERTICAL) === 0) continue;
      for (let row = left.row + 1; row <= left.row + DEEPEST; row++) {
        const joint = cellAt(row, column);
        const [first, last] = [next(joint, 'left'), next(joint, 'right')];
        if (first && last)
          return !joint?.arms.down && leadsAway(first, 'left') && leadsAway(last, 'right')
            ? { left: first, right: last }
            : null;
      }
    }
    return null;
  }

  /** The rail goes on to one side without a joint, and at its end down or straight on to a box. */
  function leadsAway(start: LineCell, side: 'left' | 'right'): boolean {
    let end = start;
    for (let at: LineCell | undefined = start; at && !end.arms.up && !end.arms.down; at = next(at, side)) end = at;
    return !end.arms.up && !next(end, side);
  }

  function next(cell: LineCell | undefined, side: 'left' | 'right'): LineCell | undefined {
    const arm = cell?.arms[side];
    return arm?.kind === 'cell' ? cells[arm.to] : undefined;
  }
}
