import { VERTICAL, boxGlyph } from '../ink/glyphs.ts';
import type { BorderStyle, Direction, Ink, InkCell, Point, Stroke } from '../model.ts';
import { createCanvas } from '../render/text/canvas.ts';
import { plain } from '../render/text/plain.ts';
import { isTurned } from '../ink/turned-corners.ts';

/** The glyphs that a drawing's author uses. */
export interface Hand {
  /** For arms at a place: the author's nearest glyph that has them, else the usual one in the style. */
  glyph(at: Point, arms: number, style: BorderStyle | Stroke): string;
}

/** How far a wall, a corner or a tee may have strayed. */
const NEAR = 10;

/** Learns the hand of a drawing from its ink. */
export function handOf(ink: Ink): Hand {
  const usual = new Map<number, string>();
  let plain = true;
  for (const row of ink.cells)
    for (const cell of row) {
      if (!cell) continue;
      if (boxGlyph(cell.glyph)) plain = false;
      if (cell.head === null && !cell.marker && !isTurned(cell) && !usual.has(cell.arms))
        usual.set(cell.arms, cell.glyph);
    }

  return {
    glyph: (at, arms, style) =>
      nearest(ink, at, arms, style) ?? (plain ? usual.get(arms) : undefined) ?? standard(arms, style, plain),
  };
}

/** The closest glyph of the row, or of a wall its column, that has these arms and this weight. */
function nearest(ink: Ink, { row, column }: Point, arms: number, style: BorderStyle | Stroke): string | undefined {
  const stroke: Stroke = style === 'rounded' || style === 'none' ? 'light' : style;
  const fits = (cell: InkCell | null | undefined): cell is InkCell =>
    !!cell && cell.arms === arms && cell.head === null && !cell.marker && cell.stroke === stroke && !isTurned(cell);
  for (let off = 0; off <= NEAR; off++)
    for (const side of [-off, off]) {
      const above = arms === VERTICAL ? ink.cells[row + side]?.[column] : null;
      const found = [above, ink.cells[row]?.[column + side]].find(fits);
      if (found) return found.glyph;
    }
  return undefined;
}

const sides = [
  [1, 'up'],
  [2, 'right'],
  [4, 'down'],
  [8, 'left'],
] as const satisfies readonly (readonly [number, Direction])[];

/** The glyph that the text renderer would take. */
function standard(arms: number, style: BorderStyle | Stroke, ascii: boolean): string {
  const canvas = createCanvas(ascii ? plain.glyphs : null);
  for (const [arm, direction] of sides) if ((arms & arm) !== 0) canvas.arm({ row: 0, column: 0 }, direction, style);
  return canvas.rows()[0] ?? ' ';
}
