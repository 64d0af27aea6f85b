import { LEFT, RIGHT, VERTICAL } from './glyphs.ts';
import { isWord, type Rows } from './ink-cells.ts';

/** What is asked of the cells around one that may turn a line. */
export interface Around {
  readonly lines: readonly string[];
  readonly cells: Rows;
  /** The ink there has one of these arms. */
  readonly lineArm: (row: number, column: number, arm: number) => boolean;
  /** One of these heads stands there; a letter is one only where it stands alone: no `v` of `events`. */
  readonly headArm: (row: number, column: number, glyphs: string) => boolean;
  /** The other corner of a turn without a bar between: `--.` over `'--`. */
  readonly turnsAt: (row: number, column: number, glyphs: string) => boolean;
  /** A line was drawn over the piece of the wall that stands right at the corner. */
  readonly isPassed: (row: number, column: number, step: 1 | -1) => boolean;
}

export function aroundOf(lines: readonly string[], cells: Rows): Around {
  const lineArm: Around['lineArm'] = (row, column, arm) => ((cells[row]?.[column]?.arms ?? 0) & arm) !== 0;
  return {
    lines,
    cells,
    lineArm,
    headArm: (row, column, glyphs) => {
      const line = lines[row] ?? '';
      const character = line[column];
      if (character === undefined || !glyphs.includes(character)) return false;
      return !isWord(character) || !(isWord(line[column - 1]) || isWord(line[column + 1]));
    },
    turnsAt: (row, column, glyphs) =>
      glyphs.includes(lines[row]?.[column] ?? ' ') &&
      lineArm(row, column - 1, RIGHT) !== lineArm(row, column + 1, LEFT),
    isPassed: (row, column, step) =>
      lineArm(row + step, column - 1, RIGHT) &&
      lineArm(row + step, column + 1, LEFT) &&
      lineArm(row + step + step, column, VERTICAL),
  };
}

/** Heads that a line may end in above a cell, and below one, where it turns there. */
export const HEADS_ABOVE = '^+▲↑';
export const HEADS_BELOW = 'vV+▼↓';
