import { ARM, HORIZONTAL, OPPOSITE, STEP, VERTICAL, isUpright } from './glyphs.ts';
import { takes, type Field } from './field.ts';
import type { Arm, LineCell } from './lines.ts';
import type { Direction, Point } from './model.ts';

type Mended = 'shifted-port' | 'short-line' | null;

export interface Borders {
  /** What the border right before a cell leads to; `null` without one. */
  readonly toBorder: (cell: LineCell, direction: Direction) => Arm | null;
  /** What stands behind a border cell that a line arrives at; `null` where there is no border. */
  readonly atBorder: (row: number, column: number, direction: Direction, cell: LineCell, mended: Mended) => Arm | null;
  /** A tee or a head that takes a line walking in `direction`. */
  readonly isPort: (row: number, column: number, direction: Direction) => boolean;
}

/** How lines meet borders: at a tee, on a plain wall, or through the wall of a group. */
export function bordersOf({ territory, cellAt, inkAt, isBorder, isBlank }: Field): Borders {
  return {
    toBorder,
    atBorder: (row, column, direction, cell, mended) => atBorder(row, column, direction, cell, mended, 0),
    isPort,
  };

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
    mended: Mended,
    depth: number,
  ): Arm | null {
    if (!isBorder(row, column) || depth > 3) return null;
    const port = portNear(row, column, direction);
    if (port) {
      const straight = port.column === column && port.row === row;
      return atBorderCell(port.row, port.column, direction, cell, straight ? mended : 'shifted-port', depth);
    }
    // through a border on to another one only by tees that face each other, or where the line goes on behind both
    const [down, right] = STEP[direction];
    if (depth > 0 && !takes(cellAt(row + down, column + right), direction)) return null;
    return atBorderCell(row, column, direction, cell, mended, depth);
  }

  function atBorderCell(
    row: number,
    column: number,
    direction: Direction,
    cell: LineCell,
    mended: Mended,
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
        further?.kind === 'cell' ||
        (further &&
          territory.enteredAt(row + down, column + right, direction) !== null &&
          ((here?.arms ?? 0) & ARM[direction]) !== 0)
      )
        return further;
      return attach;
    }
    if (((here?.arms ?? 0) & ARM[direction]) !== 0 && isBlank(row + down, column + right))
      for (const off of [-1, 1, -2, 2]) {
        const beside = isUpright(direction) ? cellAt(row + down, column + off) : undefined;
        if (takes(beside, direction) && (beside.ink.head === null || !isPort(row, column + off, direction)))
          return { kind: 'cell', to: beside.index, by: 'pass' };
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
    const upright = isUpright(direction);
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
    const axis = isUpright(direction) ? HORIZONTAL : VERTICAL;
    return (cell.arms & ARM[OPPOSITE[direction]]) !== 0 && (cell.arms & axis) === axis;
  }
}
