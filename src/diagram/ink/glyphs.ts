import type { Direction, InkCell, Stroke } from '../model.ts';

/** Bits of `InkCell.arms`. */
export const UP = 1;
export const RIGHT = 2;
export const DOWN = 4;
export const LEFT = 8;
export const HORIZONTAL = LEFT | RIGHT;
export const VERTICAL = UP | DOWN;

export const DIRECTIONS: readonly Direction[] = ['up', 'right', 'down', 'left'];
export const ARM: Readonly<Record<Direction, number>> = { up: UP, right: RIGHT, down: DOWN, left: LEFT };
export const OPPOSITE: Readonly<Record<Direction, Direction>> = {
  up: 'down',
  right: 'left',
  down: 'up',
  left: 'right',
};
export const STEP: Readonly<Record<Direction, readonly [row: number, column: number]>> = {
  up: [-1, 0],
  right: [0, 1],
  down: [1, 0],
  left: [0, -1],
};

export function isUpright(direction: Direction | null): direction is 'up' | 'down' {
  return direction === 'up' || direction === 'down';
}

/** Box drawing, by the sides to which its arms go. */
const shapes: readonly (readonly [arms: number, glyphs: string])[] = [
  [HORIZONTAL, '─━┄┅┈┉╌╍═╼╾'],
  [VERTICAL, '│┃┆┇┊┋╎╏║╽╿'],
  [RIGHT | DOWN, '┌┍┎┏╒╓╔╭'],
  [DOWN | LEFT, '┐┑┒┓╕╖╗╮'],
  [UP | RIGHT, '└┕┖┗╘╙╚╰'],
  [UP | LEFT, '┘┙┚┛╛╜╝╯'],
  [UP | RIGHT | DOWN, '├┝┞┟┠┡┢┣╞╟╠'],
  [UP | DOWN | LEFT, '┤┥┦┧┨┩┪┫╡╢╣'],
  [RIGHT | DOWN | LEFT, '┬┭┮┯┰┱┲┳╤╥╦'],
  [UP | RIGHT | LEFT, '┴┵┶┷┸┹┺┻╧╨╩'],
  [UP | RIGHT | DOWN | LEFT, '┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╪╫╬'],
  [LEFT, '╴╸'],
  [UP, '╵╹'],
  [RIGHT, '╶╺'],
  [DOWN, '╷╻'],
];

const heavy = /[━┃┅┇┉┋┏┓┗┛┣┫┳┻╋╸╹╺╻]/u;
const dashed = /[┄┅┆┇┈┉┊┋╌╍╎╏]/u;
const double = /[═-╬]/u;

/** Heads that are no letters; `v`, `V`, `^`, `<` and `>` need a line beside them and are settled by ink.ts. */
const heads: readonly (readonly [Direction, string])[] = [
  ['up', '▲△▴▵↑⇑⬆⯅'],
  ['right', '▶►▷▸▹→⇒⟶⟹➔➜➝➞➡⯈'],
  ['down', '▼▽▾▿↓⇓⬇⯆'],
  ['left', '◀◄◁◂◃←⇐⟵⟸⬅⯇'],
];

const table = new Map<string, InkCell>();
for (const [arms, glyphs] of shapes)
  for (const glyph of glyphs) table.set(glyph, { glyph, arms, stroke: strokeOf(glyph), head: null, marker: false });

const headTable = new Map<string, Direction>();
for (const [direction, glyphs] of heads) for (const glyph of glyphs) headTable.set(glyph, direction);

function strokeOf(glyph: string): Stroke {
  if (dashed.test(glyph)) return 'dashed';
  if (heavy.test(glyph)) return 'heavy';
  return double.test(glyph) ? 'double' : 'light';
}

/** A box-drawing character as ink; `undefined` for any other grapheme. */
export function boxGlyph(grapheme: string): InkCell | undefined {
  return table.get(withoutSelector(grapheme));
}

/** Where an arrow or triangle points; `undefined` for any other grapheme. */
export function headOf(grapheme: string): Direction | undefined {
  return headTable.get(withoutSelector(grapheme));
}

/** Arrows with two heads: the axis that they lie on. */
export function twoHeaded(grapheme: string): 'horizontal' | 'vertical' | null {
  const glyph = withoutSelector(grapheme);
  if ('↔⇔⟷⟺'.includes(glyph) && glyph !== '') return 'horizontal';
  return '↕⇕'.includes(glyph) && glyph !== '' ? 'vertical' : null;
}

/** Without the mark that asks for a glyph as text or as a picture: it draws the same. */
export function withoutSelector(grapheme: string): string {
  return grapheme.length > 1 && /[\ufe0e\ufe0f]$/u.test(grapheme) ? grapheme.slice(0, -1) : grapheme;
}

/** How many columns a diagonal moves with each row down; 0 for every other ink. */
export function slantOf({ glyph, arms }: InkCell): -1 | 0 | 1 {
  if (arms !== VERTICAL) return 0;
  if ('\\╲'.includes(glyph)) return 1;
  return '/╱'.includes(glyph) ? -1 : 0;
}
