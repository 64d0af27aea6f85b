import type { Field } from './field.ts';
import { ARM, OPPOSITE, VERTICAL } from '../ink/glyphs.ts';
import { link } from './joins.ts';
import type { Arm, LineCell } from './lines.ts';
import type { Direction } from '../model.ts';

/** Columns from a lifeline to the end of a message. */
const FARTHEST = 4;

/** Rows of a message and its words that may be drawn over a bar. */
const HIGHEST_MESSAGE = 3;

type Around = Pick<Field, 'cells' | 'cellAt' | 'isBlank'>;
/** What a lifeline hangs from. */
export type Owner = Exclude<Arm, { kind: 'cell' }>;

/** A bar from top to bottom, with the pieces that go on behind a message. */
interface Bar {
  readonly cells: readonly LineCell[];
  readonly gaps: readonly (readonly [above: LineCell, below: LineCell])[];
}

/**
 * Lifelines of a sequence drawing: a bar hangs from a box or from words, ends below in nothing, and heads point at its side,
 * or such a message begins at it or passes it. Whatever touches the bar then touches what it hangs from.
 *
 *     Client        Server
 *       │──── GET ────▶│
 *       │◀──── 200 ────│
 *
 * Changes the arms of cells beside a lifeline to lead to its owner. Returns the owner for the cells of all lifelines.
 */
export function bindLifelines(around: Around, ownerAbove: (cell: LineCell) => Arm | null): ReadonlyMap<number, Owner> {
  const { cells, cellAt } = around;
  const bound = new Map<number, Owner>();
  const looked = new Set<number>();
  const found: { readonly bar: Bar; readonly owner: Owner }[] = [];
  for (const cell of cells) {
    const head = cell.ink.head;
    if (head !== 'left' && head !== 'right') continue;
    if (isLifeline(nextBeside(cell, head === 'right' ? 1 : -1)))
      for (const bar of barsBehind(cell, head)) isLifeline(bar);
  }
  for (const { bar, owner } of found) {
    for (const [above, below] of bar.gaps) link(above, 'down', below, 'pass');
    for (const { index } of bar.cells) bound.set(index, owner);
  }
  for (const { bar, owner } of found) {
    for (const one of bar.cells) bindSides(one, owner);
    for (const [above, below] of bar.gaps)
      for (let row = above.row + 1; row < below.row; row++) bindMissing(row, above, owner);
    const last = bar.cells.at(-1);
    if (last) bindMissing(last.row + 1, last, owner);
  }
  return bound;

  function isLifeline(cell: LineCell | undefined): boolean {
    if (!cell || !isBar(cell)) return false;
    if (!looked.has(cell.index)) look(cell);
    return bound.has(cell.index);
  }

  function look(cell: LineCell): void {
    const bar = barOf(cell, around);
    for (const { index } of bar.cells) looked.add(index);
    const first = bar.cells[0];
    const last = bar.cells.at(-1);
    if (!first || !last || !isBar(first) || first === last || bar.cells.some(({ ink }) => ink.head !== null)) return;
    const owner = ownerAbove(first);
    const below = last.arms.down;
    if (!owner || owner.kind === 'cell' || (below && (below.kind !== 'part' || below.head))) return;
    found.push({ bar, owner });
    for (const { index } of bar.cells) bound.set(index, owner);
  }

  /** The bars that a message passes on its way back, and the one at which it begins. */
  function barsBehind(head: LineCell, direction: 'left' | 'right'): LineCell[] {
    const passed: LineCell[] = [];
    const back = OPPOSITE[direction];
    let at = head;
    for (let arm = at.arms[back]; arm?.kind === 'cell'; arm = at.arms[back]) {
      const next = cells[arm.to];
      if (!next) break;
      // the message is drawn over it
      const above = cellAt(next.row - 1, next.column);
      if (above && isBar(above) && acrossMessage(above, 1, around)) passed.push(above);
      // in plain ASCII the line is drawn on behind the bar: -|-
      const bar = isBar(next) ? next : cellAt(at.row, (at.column + next.column) / 2);
      if (bar && isBar(bar)) passed.push(bar);
      at = next;
    }
    const start = nextBeside(at, direction === 'right' ? -1 : 1);
    return start ? [...passed, start] : passed;
  }

  /** The next ink on the row, as near as a message stops before a lifeline. */
  function nextBeside({ row, column }: LineCell, step: 1 | -1): LineCell | undefined {
    for (let off = 1; off <= FARTHEST; off++) {
      const next = cellAt(row, column + off * step);
      if (next) return next;
    }
    return undefined;
  }

  function bindSides(one: LineCell, owner: Owner): void {
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
      if (!beside) continue;
      const back = OPPOSITE[side];
      if (faces(beside, back) && (!beside.arms[back] || linked))
        beside.arms[back] = { ...owner, head: beside.ink.head === back, beside: one.index };
    }
  }

  /** Where a piece of the bar is missing, a message may stand right at the place. */
  function bindMissing(row: number, { column, index }: LineCell, owner: Owner): void {
    if (cellAt(row, column)) return;
    for (const side of ['left', 'right'] as const) {
      const back = OPPOSITE[side];
      const beside = cellAt(row, column + (side === 'right' ? 1 : -1));
      if (beside && faces(beside, back) && !beside.arms[back])
        beside.arms[back] = { ...owner, head: beside.ink.head === back, beside: index };
    }
  }
}

function faces({ ink }: LineCell, side: Direction): boolean {
  return (ink.arms & ARM[side]) !== 0 || ink.head === side;
}

function isBar({ ink }: LineCell): boolean {
  return (ink.arms & VERTICAL) === VERTICAL && ink.head === null;
}

/** The bar that a cell is part of. */
function barOf(cell: LineCell, around: Around): Bar {
  const gaps: [LineCell, LineCell][] = [];
  const ends: Record<'up' | 'down', LineCell[]> = { up: [], down: [] };
  for (const direction of ['up', 'down'] as const) {
    let at = cell;
    for (;;) {
      const arm = at.arms[direction];
      const step = direction === 'up' ? -1 : 1;
      const next = arm?.kind === 'cell' ? around.cells[arm.to] : arm ? undefined : acrossMessage(at, step, around);
      if (!next) break;
      if (arm?.kind !== 'cell') gaps.push(step > 0 ? [at, next] : [next, at]);
      ends[direction].push(next);
      at = next;
    }
  }
  return { cells: [...ends.up.reverse(), cell, ...ends.down], gaps };
}

/** Where a bar goes on behind a message to a farther lifeline that is drawn over it, its words too. */
function acrossMessage({ row, column }: LineCell, step: 1 | -1, { cellAt, isBlank }: Around): LineCell | undefined {
  let crossed = false;
  for (let off = 1; off <= HIGHEST_MESSAGE + 1; off++) {
    const next = cellAt(row + off * step, column);
    if (next && isBar(next)) return crossed ? next : undefined;
    if (next && ((next.ink.arms & VERTICAL) !== 0 || next.ink.head !== null)) return undefined;
    crossed ||= !isBlank(row + off * step, column) || endsAt(row + off * step);
  }
  return undefined;

  /** A message ends right beside the place where a piece of the bar is missing. */
  function endsAt(at: number): boolean {
    const [left, right] = [cellAt(at, column - 1), cellAt(at, column + 1)];
    return (!!left && faces(left, 'right')) || (!!right && faces(right, 'left'));
  }
}
