import { LEFT, RIGHT, VERTICAL } from './glyphs.ts';
import { isWord, type Rows } from './ink-cells.ts';

/** What is asked of the cells around one that may turn a line. */
export interface Around {
  /** A row; the character in one of its columns, a blank outside of the drawing. */
  readonly textAt: (row: number) => string;
  readonly glyphAt: (row: number, column: number) => string;
  readonly cells: Rows;
  /** The ink there has one of these arms. */
  readonly lineArm: (row: number, column: number, arm: number) => boolean;
  /** One of these heads stands there; a letter is one only where it stands alone: no `v` of `events`. */
  readonly headArm: (row: number, column: number, glyphs: string) => boolean;
  /** One of these strokes, of a line whose strokes stand a blank apart, a blank away on that side: `+ - - - +`, `. . . '` */
  readonly strokeApart: (row: number, column: number, step: 1 | -1, glyphs: string) => boolean;
  /** The other corner of a turn without a bar between: `--.` over `'--`. */
  readonly turnsAt: (row: number, column: number, glyphs: string) => boolean;
  /** A line was drawn over the piece of the wall that stands right at the corner. */
  readonly isPassed: (row: number, column: number, step: 1 | -1) => boolean;
}

export function aroundOf(lines: readonly string[], cells: Rows): Around {
  const lineArm: Around['lineArm'] = (row, column, arm) => ((cells[row]?.[column]?.arms ?? 0) & arm) !== 0;
  const textAt: Around['textAt'] = (row) => lines[row] ?? '';
  const glyphAt: Around['glyphAt'] = (row, column) => textAt(row)[column] ?? ' ';
  return {
    textAt,
    glyphAt,
    cells,
    lineArm,
    headArm: (row, column, glyphs) => {
      const character = glyphAt(row, column);
      if (!glyphs.includes(character)) return false;
      return !isWord(character) || ![column - 1, column + 1].some((beside) => isWord(glyphAt(row, beside)));
    },
    strokeApart: (row, column, step, glyphs) => {
      const next = cells[row]?.[column + step + step];
      return glyphAt(row, column + step) === ' ' && next?.stroke === 'dashed' && glyphs.includes(next.glyph);
    },
    turnsAt: (row, column, glyphs) =>
      glyphs.includes(glyphAt(row, column)) && lineArm(row, column - 1, RIGHT) !== lineArm(row, column + 1, LEFT),
    isPassed: (row, column, step) =>
      lineArm(row + step, column - 1, RIGHT) &&
      lineArm(row + step, column + 1, LEFT) &&
      lineArm(row + step + step, column, VERTICAL),
  };
}

/** Heads that a line may end in above a cell, and below one, where it turns there. */
export const HEADS_ABOVE = '^+▲↑';
export const HEADS_BELOW = 'vV+▼↓';
