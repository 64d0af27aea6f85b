import { isUpright } from '../../ink/glyphs.ts';
import type { End, Net, NetId, Point, Segment } from '../../model.ts';
import { keyAt } from '../../geometry/cell-key.ts';
import { lastUpTo } from '../../geometry/sorted.ts';

/**
 * Pieces of one net that lie in one line and hang together: moving them as one keeps the net orthogonal and whole.
 *
 *        │         the upper leg and the trunk below the rail are two axes,
 *     ┌──┴──┐      the rail is a third (of the other direction)
 */
export interface Axis {
  readonly net: NetId;
  /** The column of an upright axis, the row of a level one. */
  readonly at: number;
  /** First and last row (or column) that it covers. */
  readonly from: number;
  readonly to: number;
  /** The ends that are walked off along it. */
  readonly ends: readonly End[];
}

export type Lie = 'upright' | 'level';

/** The axes of a net in one direction, by place. No point of the net is on two of them. */
export function axesOf(net: Net, lie: Lie): readonly Axis[] {
  const pieces = net.segments
    .filter((segment) => lieOf(segment) === lie)
    .map(({ from, to }): Growing =>
      lie === 'upright'
        ? { net: net.id, at: from.column, from: from.row, to: to.row, ends: [] }
        : { net: net.id, at: from.row, from: from.column, to: to.column, ends: [] },
    )
    .sort(inOrder);
  const merged: Growing[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last && last.at === piece.at && piece.from <= last.to) last.to = Math.max(last.to, piece.to);
    else merged.push(piece);
  }
  const apart: End[] = [];
  for (const end of net.ends) {
    if (directionLie(end) !== lie) continue;
    const axis = axisAt(merged, lie, end.point);
    if (axis) axis.ends.push(end);
    else if (lie === 'upright') apart.push(end);
  }
  return apart.length === 0 ? merged : [...merged, ...legsOf(apart, net.id)].sort(inOrder);
}

/** An axis while it is found. */
interface Growing {
  readonly net: NetId;
  readonly at: number;
  readonly from: number;
  to: number;
  readonly ends: End[];
}

function inOrder(a: Growing, b: Growing): number {
  return a.at - b.at || a.from - b.from;
}

/** An end that stands on a level piece has a leg of its own, which is drawn in no cell. */
function legsOf(ends: readonly End[], net: NetId): readonly Growing[] {
  const sorted = [...ends].sort((a, b) => a.point.column - b.point.column || a.point.row - b.point.row);
  const legs: Growing[] = [];
  for (let from = 0, to = 1; to <= sorted.length; to++) {
    const [first, next] = [sorted[from]?.point, sorted[to]?.point];
    if (!first || (next?.column === first.column && next.row === first.row)) continue;
    legs.push({ net, at: first.column, from: first.row, to: first.row, ends: sorted.slice(from, to) });
    from = to;
  }
  return legs;
}

/** The axis that a point of the net is on, of those of `axesOf`. */
export function axisAt<Each extends Pick<Axis, 'at' | 'from' | 'to'>>(
  axes: readonly Each[],
  lie: Lie,
  { row, column }: Point,
): Each | undefined {
  const [across, along] = lie === 'upright' ? [column, row] : [row, column];
  const axis = lastUpTo(axes, keyAt(across, along), ({ at, from }) => keyAt(at, from));
  return axis && axis.at === across && axis.from <= along && along <= axis.to ? axis : undefined;
}

export function directionLie({ direction }: End): Lie {
  return isUpright(direction) ? 'upright' : 'level';
}

function lieOf({ from, to }: Segment): Lie {
  return from.row === to.row ? 'level' : 'upright';
}
