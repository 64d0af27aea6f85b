import { ARM, DIRECTIONS, DOWN, HORIZONTAL, LEFT, OPPOSITE, RIGHT, STEP, UP, VERTICAL, boxGlyph } from './glyphs.ts';
import { isBlank } from '../geometry/cells.ts';
import { ink as inkOf } from './ink-cells.ts';
import { traceLinework } from '../boxes/linework.ts';
import type { Direction, Ink, InkCell } from '../model.ts';

/** A corner, and its arms once it is turned. */
interface Turn {
  readonly row: number;
  readonly column: number;
  readonly arms: number;
  /** A line meets it right there. */
  readonly isMet: boolean;
}

/**
 * Turns the corners of frames that were typed the wrong way round: an arm of the glyph points at nothing, and on its other
 * side a line waits for it. Upside down only both ends of an edge tell.
 *
 *     ┌───────┘        ┐───────┌
 *     │ Lexer │        │ Lexer │
 *     └───────┐        └───────┘
 */
export function turnCorners(ink: Ink): Ink {
  const level = withTurns(ink, turnsAlong(ink, HORIZONTAL));
  return withTurns(level, atBothEnds(level, turnsAlong(level, VERTICAL)));
}

/** Its arms are not those of its glyph. */
export function isTurned({ glyph, arms }: InkCell): boolean {
  const drawn = boxGlyph(glyph);
  return drawn !== undefined && drawn.arms !== arms;
}

function withTurns(ink: Ink, turns: readonly Turn[]): Ink {
  if (turns.length === 0) return ink;
  const byRow = Map.groupBy(turns, ({ row }) => row);
  const cells = ink.cells.map((line, row) => {
    const inRow = byRow.get(row);
    if (!inRow) return line;
    const turned = [...line];
    for (const { column, arms } of inRow) {
      const cell = line[column];
      if (cell) turned[column] = inkOf(cell.glyph, arms, null, false, cell.stroke);
    }
    return turned;
  });
  return { ...ink, cells };
}

/** Every corner that meets a line only if it is turned along an axis. */
function turnsAlong(ink: Ink, axis: number): readonly Turn[] {
  const turns: Turn[] = [];
  ink.cells.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (!cell || !isCorner(cell)) return;
      const side = DIRECTIONS.find((one) => (cell.arms & axis & ARM[one]) !== 0);
      if (side && !leadsOn(ink, row, column, side) && waits(ink, row, column, OPPOSITE[side]))
        turns.push({ row, column, arms: cell.arms ^ axis, isMet: meets(ink, row, column, OPPOSITE[side]) });
    });
  });
  return turns;
}

/** Those at whose other end no corner leads to the other side; where a wall is missing one leads to the same side. */
function atBothEnds(ink: Ink, turns: readonly Turn[]): readonly Turn[] {
  if (turns.length === 0) return [];
  const { rails } = traceLinework(ink);
  return [...Map.groupBy(turns, ({ row }) => row)].flatMap(([row, inRow]) => {
    const turned = new Map(inRow.map((turn) => [turn.column, turn]));
    return (rails[row] ?? []).flatMap(({ start, end }) => {
      const [left, right] = [start, end].map((column) => turned.get(column) ?? ink.cells[row]?.[column]);
      const sides = new Set([left, right].map((cell) => (cell?.arms ?? 0) & VERTICAL));
      if (sides.has(UP) && sides.has(DOWN)) return [];
      const ends = [start, end].flatMap((column) => turned.get(column) ?? []);
      return ends.filter(({ isMet }) => isMet || sides.size === 1);
    });
  });
}

const corners = [UP | RIGHT, RIGHT | DOWN, DOWN | LEFT, UP | LEFT];

function isCorner({ glyph, arms }: InkCell): boolean {
  return corners.includes(arms) && boxGlyph(glyph) !== undefined;
}

/** A line or words stand on this side; the edge of another box is no line. */
function leadsOn(ink: Ink, row: number, column: number, side: Direction): boolean {
  const [down, right] = STEP[side];
  const blank = isBlank(ink.grid, row + down, column + right);
  return meets(ink, row, column, side) || (!blank && !ink.cells[row + down]?.[column + right]);
}

/**
 * A line leads here from this side; from below or above also the wall of a row whose words pushed it out, past one without a
 * wall, unless words pushed one out on the other side too.
 */
function waits(ink: Ink, row: number, column: number, side: Direction): boolean {
  if (meets(ink, row, column, side)) return true;
  const down = STEP[side][0];
  const isBare = isBlank(ink.grid, row + down, column);
  if (!isBare || ![0, 1, 2, 3].some((off) => meets(ink, row + down, column + off, side))) return false;
  return ![1, 2, 3].some((off) => meets(ink, row, column + off, OPPOSITE[side]));
}

/** The cell on this side leads here. */
function meets({ cells }: Ink, row: number, column: number, side: Direction): boolean {
  const [down, right] = STEP[side];
  return ((cells[row + down]?.[column + right]?.arms ?? 0) & ARM[OPPOSITE[side]]) !== 0;
}
