import { isUpright } from '../glyphs.ts';
import type { End, Net, Point, Segment } from '../model.ts';

/**
 * Pieces of one net that lie in one line and hang together: moving them as one keeps the net orthogonal and whole.
 *
 *        │         the upper leg and the trunk below the rail are two axes,
 *     ┌──┴──┐      the rail is a third (of the other direction)
 */
export interface Axis {
  /** The column of an upright axis, the row of a level one. */
  readonly at: number;
  /** First and last row (or column) that it covers. */
  readonly from: number;
  readonly to: number;
  /** The ends that are walked off along it. */
  readonly ends: readonly End[];
}

export type Lie = 'upright' | 'level';

/** The axes of a net in one direction. No point of the net is on two of them. */
export function axesOf(net: Net, lie: Lie): readonly Axis[] {
  const pieces = net.segments
    .filter((segment) => lieOf(segment, net) === lie)
    .map(({ from, to }) =>
      lie === 'upright'
        ? { at: from.column, from: from.row, to: to.row }
        : { at: from.row, from: from.column, to: to.column },
    )
    .sort((a, b) => a.at - b.at || a.from - b.from);
  const merged: { at: number; from: number; to: number }[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last && last.at === piece.at && piece.from <= last.to) last.to = Math.max(last.to, piece.to);
    else merged.push({ ...piece });
  }
  const ends = Map.groupBy(
    net.ends.filter((end) => directionLie(end) === lie),
    ({ point }) => (lie === 'upright' ? point.column : point.row),
  );
  return merged.map((axis) => ({
    ...axis,
    ends: (ends.get(axis.at) ?? []).filter(({ point }) => isOn(axis, point, lie)),
  }));
}

export function isOn(axis: Pick<Axis, 'at' | 'from' | 'to'>, { row, column }: Point, lie: Lie): boolean {
  const [across, along] = lie === 'upright' ? [column, row] : [row, column];
  return across === axis.at && along >= axis.from && along <= axis.to;
}

export function directionLie({ direction }: End): Lie {
  return isUpright(direction) ? 'upright' : 'level';
}

/** A piece of one cell lies as the end that stands on it is walked. */
function lieOf({ from, to }: Segment, net: Net): Lie {
  if (from.row !== to.row) return 'upright';
  if (from.column !== to.column) return 'level';
  const end = net.ends.find(({ point }) => point.row === from.row && point.column === from.column);
  return end ? directionLie(end) : 'level';
}
