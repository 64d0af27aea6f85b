import type { BoxId, Diagram, NetId } from '../../model.ts';
import { areasOf, type Area } from './areas.ts';
import type { Axis } from './axes.ts';
import { nearMiddle, nearMiddlePart, type Moves } from './moves.ts';
import { sideOf } from './ports.ts';
import { holds, middle, width, type SidesOf } from './sides.ts';
import { between } from '../../geometry/sorted.ts';

/** The column of each axis: where it was meant to be, as long as it neither passes another nor runs into a box there. */
export function axisColumns(
  axes: readonly Axis[],
  { boxes, nets }: Diagram,
  sides: SidesOf,
  moves: Moves,
  crowded: ReadonlySet<string>,
  flush: ReadonlySet<BoxId>,
): ReadonlyMap<Axis, number> {
  const isRail = railsOf(nets);
  const wanted = new Map(
    axes.map((axis) => [
      axis,
      trunkColumn(axis, sides, flush) ?? axisColumn(axis, { sides, moves, crowded, rail: isRail(axis) }),
    ]),
  );
  // what stands where it would without being wanted elsewhere can give way to nothing
  const led = [...wanted].filter(([axis, column]) => shifted(axis, moves) !== column);
  if (led.length === 0) return wanted;
  const columns = new Map(wanted);
  // Each axis with the way that it goes: those whose ways do not meet pass neither.
  const ways = areasOf<Axis>();
  for (const [axis, column] of wanted) ways.add(axis, wayOf(axis, column));
  const nodes = areasOf<BoxId>();
  for (const { id, kind, rect } of boxes) if (kind === 'node') nodes.add(id, { ...rect, ...sides.get(id) });
  for (const [axis, column] of led) {
    const along = shifted(axis, moves);
    const way = wayOf(axis, column);
    const clashes = ways.near({ ...way, left: way.left - 1, right: way.right + 1 }).some((other) => {
      if (other === axis || other.at === axis.at) return false;
      const place = wanted.get(other) ?? other.at;
      return Math.abs(place - column) < 1 || place < column !== other.at < axis.at;
    });
    const { from: top, to: bottom } = axis;
    const blocked = nodes
      .near({ left: column - leastGap, right: column + leastGap, top, bottom })
      .some((id) => !axis.ends.some(({ attached }) => attached === id));
    const stays = axis.ends.every(({ attached }) => attached === null || holds(sides.get(attached), along));
    if ((clashes || blocked) && stays) columns.set(axis, along);
  }
  return columns;
}

/** A line less than a column away from a box would run along its wall. */
const leastGap = 0.99;

function wayOf({ at, from, to }: Axis, column: number): Area {
  return { left: Math.min(at, column), right: Math.max(at, column), top: from, bottom: to };
}

/** The trunk of a tree hangs from the first letter of its root. */
function trunkColumn(axis: Axis, sides: SidesOf, flush: ReadonlySet<BoxId>): number | null {
  const roots = axis.ends.flatMap(({ attached, direction }) =>
    attached !== null && direction === 'up' ? [attached] : [],
  );
  const root = roots.find((id) => flush.has(id));
  const left = root === undefined ? undefined : sides.get(root)?.left;
  return left !== undefined && Math.abs(axis.at - left) <= 1 ? left : null;
}

/** Where an axis stands that goes along with the boxes it is attached to. */
function shifted(axis: Axis, moves: Moves): number {
  let shift: number | null = null;
  for (const { attached } of axis.ends) {
    if (attached === null) continue;
    const own = moves.get(attached) ?? 0;
    if (shift !== null && shift !== own) return axis.at;
    shift = own;
  }
  return axis.at + (shift ?? 0);
}

/** A port this part of a side away from its middle is still meant for it where nothing else stands on that side. */
const farFromMiddle = 0.5;
const farthestPort = 8;
const narrow = 30;

interface Standing {
  readonly sides: SidesOf;
  readonly moves: Moves;
  readonly crowded: ReadonlySet<string>;
  readonly rail: boolean;
}

/** The middle of the narrowest box that an axis is attached to, if it is on the side of the others too. A rail is only nudged. */
function axisColumn(axis: Axis, { sides, moves, crowded, rail }: Standing): number {
  const at = shifted(axis, moves);
  const attached = axis.ends.flatMap((end) => {
    const own = end.attached === null ? undefined : sides.get(end.attached);
    return own ? [{ own, alone: !crowded.has(sideOf(end)) }] : [];
  });
  const meant = attached
    .filter(({ own, alone }) => {
      const near = Math.max(nearMiddle, width(own) * (width(own) <= narrow && !rail ? farFromMiddle : nearMiddlePart));
      return alone && Math.abs(middle(own) - at) <= Math.min(near, farthestPort);
    })
    .sort((one, other) => width(one.own) - width(other.own))[0];
  if (!meant) return at;
  const column = middle(meant.own);
  return attached.every(({ own }) => holds(own, column)) ? column : at;
}

/**
 * Whether an axis is a rail: several branches leave it, all to one side. It stands where the author put it, because at the middle
 * of its box it may come too near to what they lead to.
 *
 *     ┌────────────┐
 *     └─┬──────────┘
 *       ├──▶ a
 *       └──▶ b
 */
function railsOf(nets: Diagram['nets']): (axis: Axis) => boolean {
  const branches = new Map<string, number[]>();
  const add = (net: NetId, column: number, side: 'left' | 'right', row: number): void => {
    const key = `${net} ${column} ${side}`;
    const rows = branches.get(key);
    if (rows) rows.push(row);
    else branches.set(key, [row]);
  };
  for (const { id, segments } of nets)
    for (const { from, to } of segments) {
      // a piece to itself is no branch beside another
      if (segments.length < 2 || from.row !== to.row || from.column === to.column) continue;
      add(id, from.column, 'right', from.row);
      add(id, to.column, 'left', from.row);
    }
  for (const rows of branches.values()) rows.sort((a, b) => a - b);
  return ({ net, at, from, to }) => {
    const count = (side: 'left' | 'right'): number =>
      between(branches.get(`${net} ${at} ${side}`) ?? [], from, to, (row) => row).length;
    const [left, right] = [count('left'), count('right')];
    return Math.min(left, right) === 0 && Math.max(left, right) > 1;
  };
}
