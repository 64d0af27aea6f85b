import type { Cell, Rect } from './canvas.ts';
import type { Box } from './sizes.ts';

/**
 * What a plan becomes before any glyph is drawn: boxes, lines and words at their places. It can be drawn as it is
 * (`draw.ts`), or be mirrored and turned first (`turn.ts`).
 */
export interface Scene {
  readonly frames: Frame[];
  readonly lines: Line[];
  readonly labels: Label[];
  readonly tails: Tail[];
}

/** A box at its place; `part` is the first line of its text. */
export interface Frame {
  readonly box: Box;
  readonly part: string;
  readonly rect: Rect;
  /** Blank rows above its first one, where the box is higher than its words. */
  readonly lead: number;
}

/** A straight line. Its two cells are those that it reaches: cells of borders, of rails, or the last of its own. */
export interface Line {
  readonly from: Cell;
  readonly to: Cell;
  readonly start: LineEnd;
  readonly end: LineEnd;
}

export interface LineEnd {
  /** It makes a tee or a corner of the cell there, stops before it, or leaves a blank between. */
  readonly meets: 'join' | 'touch' | 'blank';
  /** The head stands before the cell, or in it. */
  readonly head: 'none' | 'before' | 'in';
}

/** Writing at a piece of line. `at` is the first cell of its first row. */
export interface Label {
  readonly from: Cell;
  readonly to: Cell;
  readonly place: 'above' | 'below' | 'on' | 'beside';
  readonly rows: readonly string[];
  readonly at: Cell;
}

/** Words to which a line leads that ends at the cell `end`, walking from `start`. */
export interface Tail {
  readonly start: Cell;
  readonly end: Cell;
  readonly words: string;
  readonly at: Cell;
}

export const joined: LineEnd = { meets: 'join', head: 'none' };

export function createScene(): Scene {
  return { frames: [], lines: [], labels: [], tails: [] };
}
