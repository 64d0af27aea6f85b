import type { Direction, InkCell, Stroke } from '../model.ts';

/** Ink by row and column while it is being found. */
export type Rows = (InkCell | null)[][];

const made = new Map<string, InkCell>();

/** Equal ink is one value. */
export function ink(
  glyph: string,
  arms: number,
  head: Direction | null = null,
  marker = false,
  stroke: Stroke = 'light',
): InkCell {
  const key = `${glyph}${arms}${head}${marker}${stroke}`;
  let cell = made.get(key);
  if (!cell) made.set(key, (cell = { glyph, arms, stroke, head, marker }));
  return cell;
}

const word = /[\p{L}\p{N}_]/u;
/** A letter, a digit or an underscore. */
export const isWord = (character: string | undefined): boolean => character !== undefined && word.test(character);
