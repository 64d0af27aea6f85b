import { ARM, DIRECTIONS, HORIZONTAL, OPPOSITE, STEP, VERTICAL } from './glyphs.ts';
import { bindLifelines } from './lifelines.ts';
import type { Linework } from './linework.ts';
import type { Direction, InkCell, Point, TextRun } from './model.ts';
import type { Territory } from './territory.ts';

/** A cell of a line, with what each of its arms leads to. */
export interface LineCell {
  readonly index: number;
  readonly row: number;
  readonly column: number;
  readonly ink: InkCell;
  readonly arms: Partial<Record<Direction, Arm | undefined>>;
}

/** `beside` is the cell of a lifeline that the line touches instead of what it hangs from. */
export type Arm =
  | { readonly kind: 'cell'; readonly to: number; readonly by: 'line' | 'gap' | 'shift' | 'pass' | 'text' | 'touch' }
  | {
      readonly kind: 'part';
      readonly part: number;
      readonly at: Point;
      readonly head: boolean;
      readonly mended: 'shifted-port' | 'short-line' | null;
      readonly beside?: number;
    }
  | { readonly kind: 'words'; readonly run: TextRun; readonly head: boolean; readonly beside?: number }
  | { readonly kind: 'nowhere'; readonly head: boolean; readonly beside?: number };

/** Writing that interrupts a line, and the cell where the line breaks off. */
export interface Interruption {
  readonly cell: number;
  readonly direction: Direction;
  readonly runs: readonly TextRun[];
}

/** A line without a cell: two borders that touch with their tees or a head. */
export interface Contact {
  readonly from: number;
  readonly to: number;
  readonly at: Point;
  readonly head: 'none' | 'from' | 'to';
}

export interface Lines {
  readonly cells: readonly LineCell[];
  readonly interruptions: readonly Interruption[];
  readonly contacts: readonly Contact[];
  /** Cells of bars that only prolong what they hang from. */
  readonly lifelines: ReadonlySet<number>;
}

const ROWS_TO_BOX = 2;
const COLUMNS_TO_BOX = 6;
const SHIFT = 2;

/**
 * Follows every arm of the line-work outside of boxes to what it leads to: the next cell, a border, words, or nowhere.
 * Straight joins come first; only an arm that found nothing may reach over a blank, a column aside, or over writing.
 * A `┼` in a group's border lets a line pass; a tee stands for the line that arrives a column or two beside it.
 */
export function traceLines(
  linework: Linework,
  territory: Territory,
  runs: readonly (readonly TextRun[])[],
  lastRow: number,
): Lines {
  const { ink, rails } = linework;
  const cells: LineCell[] = [];
  const byPlace = new Map<number, LineCell>();
  const width = ink.grid.width + 16;
  const interruptions: Interruption[] = [];
  const contacts: Contact[] = [];

  const cellAt = (row: number, column: number) => (column < 0 ? undefined : byPlace.get(row * width + column));
  const inkAt = (row: number, column: number) => ink.cells[row]?.[column] ?? null;
  const claim = (row: number, column: number) => territory.claimOf(row, column);
  const isBorder = (row: number, column: number) => claim(row, column) === 'border' || claim(row, column) === 'divider';
  const isBlank = (row: number, column: number) => (ink.grid.cells[row]?.[column] ?? ' ') === ' ';

  register();
  joinRails();
  joinUprights();
  settleAll(toBorder);
  settleAll(aside);
  const lifelines = bindLifelines(cells, cellAt, (cell) => cell.arms.up ?? overWriting(cell, 'up'));
  for (const reach of [touching, overBlanks, overWriting]) settleAll(reach);
  for (const cell of cells) hangFromName(cell);
  for (const cell of cells)
    for (const direction of openArms(cell))
      cell.arms[direction] = { kind: 'nowhere', head: cell.ink.head === direction };
  findContacts();
  return { cells, interruptions, contacts, lifelines };

  function settleAll(reach: (cell: LineCell, direction: Direction) => Arm | null): void {
    for (const cell of cells) for (const direction of openArms(cell)) settle(cell, direction, reach(cell, direction));
  }

  // ---------- the straight joins ----------

  function register(): void {
    ink.cells.forEach((row, at) => {
      if (at > lastRow) return;
      row.forEach((one, column) => {
        if (!one || claim(at, column) !== 'free') return;
        const cell: LineCell = { index: cells.length, row: at, column, ink: one, arms: {} };
        cells.push(cell);
        byPlace.set(at * width + column, cell);
      });
    });
  }

  function link(
    from: LineCell,
    direction: Direction,
    to: LineCell,
    by: 'line' | 'gap' | 'shift' | 'pass' | 'text' | 'touch',
  ): void {
    from.arms[direction] = { kind: 'cell', to: to.index, by };
    to.arms[OPPOSITE[direction]] = { kind: 'cell', to: from.index, by };
  }

  function joinRails(): void {
    for (const list of rails)
      for (const rail of list) {
        if (rail.row > lastRow) continue;
        const words =
          rail.gaps.filter((gap) => gap.kind === 'text').length > 1 &&
          !touchesBoxOrHead(rail.row, rail.start, rail.end);
        let last = cellAt(rail.row, rail.start);
        for (let column = rail.start + 1; column <= rail.end; column++) {
          const gap = rail.gaps.find(({ from, to }) => column >= from && column <= to);
          if (gap) {
            if (gap.kind !== 'blank' && gap.kind !== 'text') continue;
            column = gap.to;
            const next = cellAt(rail.row, gap.to + 1);
            const between = (runs[rail.row] ?? []).filter((run) => run.column >= gap.from && run.column <= gap.to);
            if (!last || !next || (gap.kind === 'text' && (words || between.length === 0))) {
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

  function touchesBoxOrHead(row: number, start: number, end: number): boolean {
    if (inkAt(row, start)?.head || inkAt(row, end)?.head) return true;
    for (const column of [start - 2, start - 1, end + 1, end + 2]) if (isBorder(row, column)) return true;
    return ((inkAt(row, start)?.arms ?? 0) & VERTICAL) !== 0 || ((inkAt(row, end)?.arms ?? 0) & VERTICAL) !== 0;
  }

  function joinUprights(): void {
    for (const cell of cells) {
      if ((cell.ink.arms & ARM.down) === 0) continue;
      const below = cellAt(cell.row + 1, cell.column);
      if (below && (below.ink.arms & ARM.up) !== 0) link(cell, 'down', below, 'line');
    }
  }

  /** Sides to which a cell leads and which nothing has met yet: its arms, the front of a head, the back of a lone one. */
  function openArms(cell: LineCell): Direction[] {
    const { ink: one } = cell;
    return DIRECTIONS.filter((direction) => {
      if (cell.arms[direction]) return false;
      if ((one.arms & ARM[direction]) !== 0 || one.head === direction) return true;
      if ((one.marker || one.glyph === '+') && one.head === null) return one.arms === ARM[OPPOSITE[direction]];
      return one.head !== null && one.arms === 0 && OPPOSITE[one.head] === direction;
    });
  }

  function settle(cell: LineCell, direction: Direction, arm: Arm | null): void {
    if (!arm || cell.arms[direction]) return;
    if (arm.kind !== 'cell') cell.arms[direction] = arm;
    else {
      const to = cells[arm.to];
      if (!to || to.index === cell.index) return;
      link(cell, direction, to, arm.by);
    }
  }

  /** A cell takes a line from this side: it has the arm, or it is a head without a tail that points on. */
  function takes(cell: LineCell | undefined, direction: Direction): cell is LineCell {
    if (!cell || cell.arms[OPPOSITE[direction]]) return false;
    if ((cell.ink.arms & ARM[OPPOSITE[direction]]) !== 0) return true;
    return cell.ink.head === direction && (cell.ink.arms === 0 || (cell.ink.arms & ARM[OPPOSITE[direction]]) !== 0);
  }

  // ---------- borders ----------

  function toBorder(cell: LineCell, direction: Direction): Arm | null {
    const [down, right] = STEP[direction];
    return atBorder(cell.row + down, cell.column + right, direction, cell, null, 0);
  }

  /** What stands behind a border cell that a line arrives at: the box, or a line on the other side of a group's border. */
  function atBorder(
    row: number,
    column: number,
    direction: Direction,
    cell: LineCell,
    mended: 'shifted-port' | 'short-line' | null,
    depth: number,
  ): Arm | null {
    if (!isBorder(row, column) || depth > 3) return null;
    const port = portNear(row, column, direction);
    if (port) {
      const straight = port.column === column && port.row === row;
      return atBorderCell(port.row, port.column, direction, cell, straight ? mended : 'shifted-port', depth);
    }
    // through a border on to another one only by tees that face each other
    if (depth > 0) return null;
    return atBorderCell(row, column, direction, cell, mended, depth);
  }

  function atBorderCell(
    row: number,
    column: number,
    direction: Direction,
    cell: LineCell,
    mended: 'shifted-port' | 'short-line' | null,
    depth: number,
  ): Arm | null {
    const [down, right] = STEP[direction];
    const here = inkAt(row, column);
    const entered = territory.enteredAt(row, column, direction);
    const owners = territory.bordersAt(row, column);
    const part = entered ?? owners[0] ?? null;
    if (part === null) return null;
    const head = cell.ink.head === direction || here?.head === direction;
    const attach: Arm = { kind: 'part', part, at: { row, column }, head, mended };
    if (here?.head === direction && entered !== null) return attach;
    const beyond = cellAt(row + down, column + right);
    if (cell.ink.head !== direction && beyond && (takes(beyond, direction) || linkedBack(beyond, direction))) {
      if (beyond.arms[OPPOSITE[direction]]) return attach;
      return { kind: 'cell', to: beyond.index, by: 'pass' };
    }
    const through = ((here?.arms ?? 0) & ARM[direction]) !== 0 || entered === null;
    if (!through || cell.ink.head === direction) return attach;
    if (isBorder(row + down, column + right)) {
      const further = atBorder(row + down, column + right, direction, cell, mended, depth + 1);
      if (
        further &&
        territory.enteredAt(row + down, column + right, direction) !== null &&
        ((here?.arms ?? 0) & ARM[direction]) !== 0
      )
        return further;
      return attach;
    }
    if (((here?.arms ?? 0) & ARM[direction]) !== 0 && isBlank(row + down, column + right))
      for (const off of [-1, 1, -2, 2]) {
        const beside = direction === 'up' || direction === 'down' ? cellAt(row + down, column + off) : undefined;
        if (takes(beside, direction) && beside.ink.head === null) return { kind: 'cell', to: beside.index, by: 'pass' };
      }
    return attach;
  }

  function linkedBack(cell: LineCell, direction: Direction): boolean {
    return cell.ink.head === direction && cell.ink.arms === 0;
  }

  /**
   * The tee or head of a border that a line means: straight on, else one or two columns aside where no other line arrives.
   *
   *     └────┬────┘
   *           │
   */
  function portNear(row: number, column: number, direction: Direction): Point | null {
    if (isPort(row, column, direction)) return { row, column };
    const upright = direction === 'up' || direction === 'down';
    for (const off of upright ? [-1, 1, -2, 2] : [-1, 1]) {
      const at = upright ? { row, column: column + off } : { row: row + off, column };
      if (!isPort(at.row, at.column, direction)) continue;
      const [down, right] = STEP[OPPOSITE[direction]];
      const before = inkAt(at.row + down, at.column + right);
      if (before && (before.arms & ARM[direction]) !== 0) continue;
      if (territory.bordersAt(at.row, at.column).some((part) => territory.bordersAt(row, column).includes(part)))
        return at;
    }
    return null;
  }

  function isPort(row: number, column: number, direction: Direction): boolean {
    if (!isBorder(row, column)) return false;
    const cell = inkAt(row, column);
    if (!cell) return false;
    if (cell.head !== null) return cell.head === direction || cell.head === OPPOSITE[direction];
    // a corner's arm is the box's own
    const axis = direction === 'up' || direction === 'down' ? HORIZONTAL : VERTICAL;
    return (cell.arms & ARM[OPPOSITE[direction]]) !== 0 && (cell.arms & axis) === axis;
  }

  // ---------- a column aside, a blank, a line without a tee ----------

  function aside(cell: LineCell, direction: Direction): Arm | null {
    if (direction !== 'up' && direction !== 'down') return null;
    const row = cell.row + STEP[direction][0];
    if (!isBlank(row, cell.column)) return null;
    for (let off = 1; off <= SHIFT; off++)
      for (const column of [cell.column - off, cell.column + off]) {
        const beside = cellAt(row, column);
        if (takes(beside, direction) && !isCrossbar(beside)) return { kind: 'cell', to: beside.index, by: 'shift' };
        // the tee of a fork that stands beside its line
      }
    return null;
  }

  /** Part of another line that only passes here. */
  function isCrossbar(cell: LineCell): boolean {
    return (cell.ink.arms & HORIZONTAL) === HORIZONTAL && (cell.ink.arms & VERTICAL) === 0;
  }

  function touching(cell: LineCell, direction: Direction): Arm | null {
    const [down, right] = STEP[direction];
    const next = cellAt(cell.row + down, cell.column + right);
    if (!next || next.arms[OPPOSITE[direction]] || lifelines.has(cell.index)) return null;
    if (next.ink.head !== null && next.ink.head !== direction) return null;
    return { kind: 'cell', to: next.index, by: 'touch' };
  }

  function overBlanks(cell: LineCell, direction: Direction): Arm | null {
    const [down, right] = STEP[direction];
    const upright = direction === 'up' || direction === 'down';
    const limit = upright ? ROWS_TO_BOX : COLUMNS_TO_BOX;
    for (let step = 1; step <= limit + 1; step++) {
      const row = cell.row + down * step;
      const column = cell.column + right * step;
      if (step > 1) {
        const next = cellAt(row, column);
        if (next) {
          const near = step <= (upright ? 2 : 3);
          return near && takes(next, direction) && !(cell.ink.head === direction && next.ink.head !== null)
            ? { kind: 'cell', to: next.index, by: 'gap' }
            : null;
        }
        if (isBorder(row, column)) return atBorder(row, column, direction, cell, step > 1 ? 'short-line' : null, 0);
        if (upright && step === 2)
          for (const off of [-1, 1]) {
            const beside = cellAt(row, column + off);
            if (takes(beside, direction) && beside.ink.head === null && !isCrossbar(beside))
              return { kind: 'cell', to: beside.index, by: 'shift' };
          }
      }
      if (!isBlank(row, column)) return null;
    }
    return null;
  }

  // ---------- writing ----------

  function overWriting(cell: LineCell, direction: Direction): Arm | null {
    return direction === 'up' || direction === 'down' ? overStack(cell, direction) : overRun(cell, direction);
  }

  function overRun(cell: LineCell, direction: Direction): Arm | null {
    const step = STEP[direction][1];
    let column = cell.column + step;
    let blanks = 0;
    while (isBlank(cell.row, column) && blanks < 3 && column >= 0) {
      column += step;
      blanks++;
    }
    const run = runOver(cell.row, column);
    if (!run) return null;
    const head = cell.ink.head === direction;
    let far = step > 0 ? run.column + run.width : run.column - 1;
    for (let gap = 0; gap <= 2; gap++, far += step) {
      if (isBorder(cell.row, far)) {
        const arm = atBorder(cell.row, far, direction, cell, null, 0);
        if (arm?.kind !== 'part') break;
        interruptions.push({ cell: cell.index, direction, runs: [run] });
        return { ...arm, head: arm.head || head };
      }
      if (!isBlank(cell.row, far)) break;
    }
    return { kind: 'words', run, head };
  }

  function overStack(cell: LineCell, direction: 'up' | 'down'): Arm | null {
    const step = STEP[direction][0];
    const head = cell.ink.head === direction;
    let row = cell.row + step;
    if (isBlank(row, cell.column) && !runNear(row, cell.column) && (head || headBack(cell, direction))) row += step;
    const first = runNear(row, cell.column);
    if (!first) return null;
    const stack = [first];
    for (let next = row + step; stack.length < 4; next += step) {
      const run = runNear(next, cell.column);
      if (!run) break;
      stack.push(run);
    }
    const after = row + step * stack.length;
    if (stack.length < 4) {
      for (const off of [0, -1, 1]) {
        const beyond = cellAt(after, cell.column + off);
        if (takes(beyond, direction) && !head && (beyond.ink.head === null || beyond.ink.head === direction)) {
          interruptions.push({ cell: cell.index, direction, runs: stack });
          return { kind: 'cell', to: beyond.index, by: 'text' };
        }
      }
      if (isBorder(after, cell.column)) {
        const arm = atBorder(after, cell.column, direction, cell, null, 0);
        if (arm?.kind === 'part' && territory.enteredAt(after, cell.column, direction) !== null) {
          interruptions.push({ cell: cell.index, direction, runs: stack });
          return { ...arm, head: arm.head || head };
        }
      }
    }
    return { kind: 'words', run: first, head };
  }

  /** The other end of a lone head looks as far as its front. */
  function headBack(cell: LineCell, direction: Direction): boolean {
    return cell.ink.head !== null && cell.ink.arms === 0 && cell.ink.head === OPPOSITE[direction];
  }

  function runOver(row: number, column: number): TextRun | null {
    if (row > lastRow || claim(row, column) !== 'free') return null;
    return runs[row]?.find((run) => column >= run.column && column < run.column + run.width) ?? null;
  }

  function runNear(row: number, column: number): TextRun | null {
    return runOver(row, column) ?? runOver(row, column - 1) ?? runOver(row, column + 1);
  }

  /** In a tree drawn as `├─┬ name` the branch below the tee hangs from the name, not from the trunk. */
  function hangFromName(cell: LineCell): void {
    const { right, down, left, up } = cell.arms;
    if (right?.kind !== 'words' || down?.kind !== 'cell' || left?.kind !== 'cell' || up) return;
    if (right.run.column - cell.column > 2) return;
    const below = cells[down.to];
    if (!below || below.arms.up?.kind !== 'cell' || below.arms.up.to !== cell.index) return;
    below.arms.up = { kind: 'words', run: right.run, head: false };
    cell.arms.down = undefined;
  }

  // ---------- borders that touch ----------

  function findContacts(): void {
    ink.cells.forEach((row, at) => {
      row.forEach((one, column) => {
        if (!one || claim(at, column) !== 'border') return;
        for (const direction of ['right', 'down'] as const) {
          const [down, right] = STEP[direction];
          const next = inkAt(at + down, column + right);
          if (!next || claim(at + down, column + right) !== 'border') continue;
          const leaves = isPort(at, column, OPPOSITE[direction]);
          const arrives = isPort(at + down, column + right, direction);
          const pointed = one.head !== null || next.head !== null;
          if (!(leaves && arrives) && !(pointed && (leaves || arrives))) continue;
          const from = territory.enteredAt(at, column, OPPOSITE[direction]);
          const to = territory.enteredAt(at + down, column + right, direction);
          if (from === null || to === null || from === to) continue;
          const shared = territory
            .bordersAt(at, column)
            .some((part) => territory.bordersAt(at + down, column + right).includes(part));
          if (shared) continue;
          const head =
            one.head === direction || next.head === direction
              ? 'to'
              : one.head === OPPOSITE[direction] || next.head === OPPOSITE[direction]
                ? 'from'
                : 'none';
          contacts.push({ from, to, at: { row: at, column }, head });
        }
      });
    });
  }
}
