import { ARM, OPPOSITE, VERTICAL } from './glyphs.ts';
import type { Arm, LineCell } from './lines.ts';

/** Columns from a lifeline to the end of a message. */
const FARTHEST = 4;

type Place = (row: number, column: number) => LineCell | undefined;

/**
 * Lifelines of a sequence drawing: a bar hangs from a box or from words, ends below in nothing, and heads point at its side.
 * Whatever touches the bar then touches what it hangs from.
 *
 *     Client        Server
 *       │──── GET ────▶│
 *       │◀──── 200 ────│
 *
 * Changes the arms of cells beside a lifeline to lead to its owner. Returns the cells of all lifelines.
 */
export function bindLifelines(
  cells: readonly LineCell[],
  cellAt: Place,
  ownerAbove: (cell: LineCell) => Arm | null,
): ReadonlySet<number> {
  const bound = new Set<number>();
  const looked = new Set<number>();
  for (const cell of cells) {
    const head = cell.ink.head;
    if (head !== 'left' && head !== 'right') continue;
    const step = head === 'right' ? 1 : -1;
    const near = nextBeside(cell, step);
    if (!near || looked.has(near.index) || !isBar(near)) continue;
    const bar = barOf(near, cells, cellAt);
    for (const { index } of bar) looked.add(index);
    const first = bar[0];
    const last = bar.at(-1);
    if (!first || !last || bar.length < 3 || bar.some(({ ink }) => ink.head !== null)) continue;
    const owner = ownerAbove(first);
    const below = last.arms.down;
    if (!owner || owner.kind === 'cell' || (below && (below.kind !== 'part' || below.head))) continue;
    for (const one of bar) bound.add(one.index);
    for (const one of bar) bindSides(one, owner);
  }
  return bound;

  /** The next ink on the row, as near as a message stops before a lifeline. */
  function nextBeside({ row, column }: LineCell, step: 1 | -1): LineCell | undefined {
    for (let off = 1; off <= FARTHEST; off++) {
      const next = cellAt(row, column + off * step);
      if (next) return next;
    }
    return undefined;
  }

  function bindSides(one: LineCell, owner: Exclude<Arm, { kind: 'cell' }>): void {
    const { left, right } = one.arms;
    if (left?.kind === 'cell' && right?.kind === 'cell') {
      const before = cells[left.to];
      const after = cells[right.to];
      // a message to another lifeline only passes here
      if (before && after && before.ink.head === null && after.ink.head !== 'left') {
        before.arms.right = { kind: 'cell', to: after.index, by: 'pass' };
        after.arms.left = { kind: 'cell', to: before.index, by: 'pass' };
        one.arms.left = undefined;
        one.arms.right = undefined;
        return;
      }
    }
    for (const side of ['left', 'right'] as const) {
      const step = side === 'right' ? 1 : -1;
      const linked = one.arms[side];
      const beside = linked?.kind === 'cell' ? cells[linked.to] : nextBeside(one, step);
      one.arms[side] = undefined;
      if (!beside || bound.has(beside.index)) continue;
      const back = OPPOSITE[side];
      const faces = (beside.ink.arms & ARM[back]) !== 0 || beside.ink.head === back;
      if (faces && (!beside.arms[back] || linked))
        beside.arms[back] = { ...owner, head: beside.ink.head === back, beside: one.index };
    }
  }
}

function isBar({ ink }: LineCell): boolean {
  return (ink.arms & VERTICAL) === VERTICAL && ink.head === null;
}

/** The bar that a cell is part of, from top to bottom. */
function barOf(cell: LineCell, cells: readonly LineCell[], cellAt: Place): LineCell[] {
  const bar = new Set([cell]);
  const ends: Record<'up' | 'down', LineCell[]> = { up: [], down: [] };
  for (const direction of ['up', 'down'] as const) {
    let at = cell;
    for (;;) {
      const arm = at.arms[direction];
      const next =
        arm?.kind === 'cell' ? cells[arm.to] : arm ? undefined : acrossMessage(at, direction === 'up' ? -1 : 1);
      if (!next || bar.has(next)) break;
      bar.add(next);
      ends[direction].push(next);
      at = next;
    }
  }
  return [...ends.up.reverse(), cell, ...ends.down];

  /** A message to a farther lifeline may be drawn over the bar. */
  function acrossMessage(from: LineCell, step: 1 | -1): LineCell | undefined {
    const over = cellAt(from.row + step, from.column);
    const beyond = cellAt(from.row + 2 * step, from.column);
    if (!over || (over.ink.arms & VERTICAL) !== 0 || over.ink.head !== null || !beyond || !isBar(beyond))
      return undefined;
    from.arms[step > 0 ? 'down' : 'up'] = { kind: 'cell', to: beyond.index, by: 'pass' };
    beyond.arms[step > 0 ? 'up' : 'down'] = { kind: 'cell', to: from.index, by: 'pass' };
    return beyond;
  }
}
