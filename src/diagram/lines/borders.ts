import { ARM, HORIZONTAL, OPPOSITE, STEP, VERTICAL, isUpright } from '../ink/glyphs.ts';
import { takes, type Field } from './field.ts';
import type { Arm, LineCell } from './lines.ts';
import type { Direction, Point, TextRun } from '../model.ts';

type Mended = 'shifted-port' | 'short-line' | null;

/** A line that arrives at a border. */
export interface Arrival {
  /** The cell that it comes from, and the way it goes. */
  readonly cell: LineCell;
  readonly direction: Direction;
  /** The border cell. */
  readonly at: Point;
  readonly mended: Mended;
}

export interface Borders {
  /** What the border right before a cell leads to; `null` without one. */
  readonly toBorder: (cell: LineCell, direction: Direction) => Arm | null;
  /** What stands behind a border cell that a line arrives at; `null` where there is no border. */
  readonly atBorder: (arrival: Arrival) => Arm | null;
  /** A tee or a head that takes a line walking in `direction`. */
  readonly isPort: (row: number, column: number, direction: Direction) => boolean;
}

/** Borders that touch each other and that a line may come through. */
const THICKEST = 3;
/** Cells between two borders in which a piece of a line may be missing. */
const ROWS_APART = 2;
const COLUMNS_APART = 6;

/** How lines meet borders: at a tee, on a plain wall, or through the wall of a group. */
export function bordersOf({ territory, cellAt, inkAt, freeRunAt, isBorder, isBlank }: Field): Borders {
  return { toBorder, atBorder: (arrival) => atBorder(arrival, 0), isPort };

  function toBorder(cell: LineCell, direction: Direction): Arm | null {
    return atBorder({ cell, direction, at: behind(cell, direction), mended: null }, 0);
  }

  /** What stands behind a border cell that a line arrives at: the box, or a line on the other side of a group's border. */
  function atBorder(arrival: Arrival, passed: number): Arm | null {
    const { at, direction } = arrival;
    if (!isBorder(at.row, at.column) || passed > THICKEST) return null;
    const port = portNear(at.row, at.column, direction);
    if (port) {
      const straight = port.column === at.column && port.row === at.row;
      return behindBorder({ ...arrival, at: port, mended: straight ? arrival.mended : 'shifted-port' }, passed);
    }
    if (passed > 0 && !leadsOn(at, direction)) return null;
    return behindBorder(arrival, passed);
  }

  function behindBorder(arrival: Arrival, passed: number): Arm | null {
    const { cell, direction, at, mended } = arrival;
    const here = inkAt(at.row, at.column);
    const entered = territory.enteredAt(at.row, at.column, direction);
    const part = entered ?? territory.bordersAt(at.row, at.column)[0] ?? null;
    if (part === null) return null;
    const head = cell.ink.head === direction || here?.head === direction;
    const attach: Arm = { kind: 'part', part, at, head, mended };
    if (here?.head === direction && entered !== null) return { ...attach, part: touched(at, direction) ?? entered };
    const run = here?.head === direction ? wordsBehind(at, direction) : null;
    if (run) return { kind: 'words', run, head: true };
    if (cell.ink.head === direction) return attach;
    const next = behind(at, direction);
    const beyond = cellAt(next.row, next.column);
    const back = beyond?.arms[OPPOSITE[direction]];
    const goesOn = ((here?.arms ?? 0) & ARM[direction]) !== 0;
    // the line behind a tee was led to the border before the one that stops short of it
    const waits = goesOn && back?.kind === 'part';
    if (beyond && (takes(beyond, direction) || waits)) return { kind: 'cell', to: beyond.index, by: 'pass' };
    const further = asideOf(next, direction, goesOn) ?? (goesOn ? behindTitle(next, direction) : null);
    if (further) return further;
    const leaves = goesOn || (entered === null && here?.glyph === '+');
    const across = leaves ? portAcross(next, direction) : null;
    if (across && passed < THICKEST) return behindBorder({ ...arrival, at: across, mended: 'short-line' }, passed + 1);
    const inner = atBorder({ ...arrival, at: next }, passed + 1);
    return inner && (inner.kind === 'cell' || goesOn) ? inner : attach;
  }

  /**
   * The box inside a group whose wall the head in the group's own wall touches.
   *
   *     ──────►│ wal ││
   */
  function touched(at: Point, direction: Direction): number | null {
    const next = behind(at, direction);
    return isUpright(direction) ? null : territory.enteredAt(next.row, next.column, direction);
  }

  /** A head in the wall of the group that a line leaves points at the words outside: `│ [ cart ]──────► mail`. */
  function wordsBehind(at: Point, direction: Direction): TextRun | null {
    const next = behind(at, direction);
    const far = behind(next, direction);
    return freeRunAt(next.row, next.column) ?? freeRunAt(far.row, far.column);
  }

  /** The tee of another border behind a few blanks, where the piece of the line between the two borders is missing. */
  function portAcross(from: Point, direction: Direction): Point | null {
    let at = from;
    for (let step = 0; step < (isUpright(direction) ? ROWS_APART : COLUMNS_APART); step++, at = behind(at, direction)) {
      if (isBorder(at.row, at.column)) {
        const isTee = isPort(at.row, at.column, direction) || inkAt(at.row, at.column)?.glyph === '+';
        return step > 0 && isTee ? at : null;
      }
      if (!isBlank(at.row, at.column)) return null;
    }
    return null;
  }

  /**
   * The line that goes on behind the tee of a border, a column or two beside it; behind a wall that shows no arm only a
   * head of its own.
   *
   *     ┌────┼────┐      +----+----+
   *     │   │     │      |     v   |
   */
  function asideOf({ row, column }: Point, direction: Direction, goesOn: boolean): Arm | null {
    if (!isUpright(direction) || !isBlank(row, column)) return null;
    const border = row - STEP[direction][0];
    for (const off of goesOn ? [-1, 1, -2, 2] : [-1, 1]) {
      const beside = cellAt(row, column + off);
      if (takes(beside, direction) && (beside.ink.head === null ? goesOn : !isPort(border, column + off, direction)))
        return { kind: 'cell', to: beside.index, by: 'pass' };
    }
    return null;
  }

  /**
   * The line that goes on behind the title of a group, which stands in its way right behind the border.
   *
   *     ┌────┼───────┐
   *     │ Data plane │
   *     │    ▼       │
   */
  function behindTitle({ row, column }: Point, direction: Direction): Arm | null {
    if (!isUpright(direction) || !freeRunAt(row, column)) return null;
    const beyond = cellAt(row + STEP[direction][0], column);
    return takes(beyond, direction) ? { kind: 'cell', to: beyond.index, by: 'pass' } : null;
  }

  /** Behind one border stands another without a tee: a box inside the group whose `┼` was passed, or the line goes on behind both. */
  function leadsOn(at: Point, direction: Direction): boolean {
    const next = behind(at, direction);
    if (takes(cellAt(next.row, next.column), direction)) return true;
    const crossed = behind(at, OPPOSITE[direction]);
    const passed = territory.enteredAt(crossed.row, crossed.column, direction);
    const inside = passed !== null && passed === territory.regionAt(at.row, at.column);
    return inside && inkAt(crossed.row, crossed.column)?.glyph !== '+';
  }

  /**
   * The tee or head of a border that a line means: straight on, else one or two columns aside where no other line arrives; a
   * head also three or four columns aside.
   *
   *     └────┬────┘
   *           │
   */
  function portNear(row: number, column: number, direction: Direction): Point | null {
    if (isPort(row, column, direction)) return { row, column };
    const upright = isUpright(direction);
    for (const off of upright ? [-1, 1, -2, 2, -3, 3, -4, 4] : [-1, 1]) {
      const at = upright ? { row, column: column + off } : { row: row + off, column };
      if (!isPort(at.row, at.column, direction)) continue;
      const from = behind(at, OPPOSITE[direction]);
      const before = inkAt(from.row, from.column);
      if (before && (before.arms & ARM[direction]) !== 0) continue;
      if (Math.abs(off) > 2 && !inkAt(at.row, at.column)?.head) continue;
      return at;
    }
    return null;
  }

  function isPort(row: number, column: number, direction: Direction): boolean {
    const cell = inkAt(row, column);
    if (!cell || !isBorder(row, column)) return false;
    if (cell.head !== null) return cell.head === direction || cell.head === OPPOSITE[direction];
    // a corner's arm is the box's own; a bar may be drawn over an edge: └──│──┘
    const [axis, before, after] = isUpright(direction)
      ? [HORIZONTAL, inkAt(row, column - 1), inkAt(row, column + 1)]
      : [VERTICAL, null, null];
    const isOver = ((before?.arms ?? 0) & (after?.arms ?? 0) & axis) === axis;
    return (cell.arms & ARM[OPPOSITE[direction]]) !== 0 && (isOver || (cell.arms & axis) === axis);
  }
}

/** The next place in a direction. */
function behind({ row, column }: Point, direction: Direction): Point {
  const [down, right] = STEP[direction];
  return { row: row + down, column: column + right };
}
