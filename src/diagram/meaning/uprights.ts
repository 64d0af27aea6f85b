import type { LineCell, Lines } from '../lines/lines.ts';

/**
 * The index of the cell where the upright piece of a line that a cell is part of begins. The trunk of a fork and the leg right
 * below it are two pieces:
 *
 *          │ all
 *      ┌───┼───┐
 *          │ one
 */
export function topsOfUprights({ cells }: Lines): (cell: LineCell) => number {
  const known = new Map<number, number>();
  return (cell) => {
    const walked: number[] = [];
    let top = cell;
    for (let next: LineCell | undefined = cell; next && !known.has(next.index); next = above(next)) {
      walked.push(next.index);
      top = next;
    }
    const next = above(top);
    const first = (next && known.get(next.index)) ?? top.index;
    for (const index of walked) known.set(index, first);
    return first;
  };

  /** The cell above, if the line goes straight up to it and no others meet there. */
  function above({ arms, column }: LineCell): LineCell | undefined {
    const { up } = arms;
    const next = up?.kind === 'cell' ? cells[up.to] : undefined;
    return next?.column !== column || (next.arms.left && next.arms.right) ? undefined : next;
  }
}
