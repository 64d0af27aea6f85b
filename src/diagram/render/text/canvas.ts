import { ARM, DOWN, HORIZONTAL, LEFT, RIGHT, UP, VERTICAL, isUpright } from '../../ink/glyphs.ts';
import type { BorderStyle, Direction, Point, Stroke } from '../../model.ts';
import { graphemes, widthOf } from '../../grid/width.ts';

/** Cells to draw lines and words on. Lines that meet in a cell join into one glyph; words lie on top of lines. */
export interface Canvas {
  /** Draws from one point to another on the same row or column; the cells at the ends reach inwards only. */
  line(from: Point, to: Point, style: Stroke | BorderStyle): void;
  /** Draws from the middle of a cell to one of its sides. */
  arm(at: Point, direction: Direction, style: Stroke | BorderStyle): void;
  /** Puts one sign into a cell, above whatever line is there. */
  sign(at: Point, glyph: string): void;
  write(at: Point, text: string): void;
  /** Whether something is drawn or written in a cell. */
  taken(at: Point): boolean;
  hasSign(at: Point): boolean;
  /** Whether lines turn or meet in a cell. */
  turns(at: Point): boolean;
  /** What was drawn, without blank rows above and below and without the indent that all rows share. */
  rows(): readonly string[];
}

/** What lines there are in a cell, as bits: the arms of glyphs.ts, the strokes across and down by their places in the list, round corners. */
type Lines = number;
const strokes: readonly Stroke[] = ['light', 'heavy', 'double', 'dashed'];
const ACROSS = 4;
const DOWNWARD = 6;
const ROUND = 1 << 8;

/** With `plain` glyphs for all lines, by their shapes; without them in box drawing. */
export function createCanvas(plain: string | null): Canvas {
  const lines: Lines[][] = [];
  const signs: (string | undefined)[][] = [];
  const linesAt = ({ row, column }: Point): Lines => lines[row]?.[column] ?? 0;
  const signAt = ({ row, column }: Point): string | undefined => signs[row]?.[column];
  const sign: Canvas['sign'] = (at, glyph) => put(signs, at, glyph, undefined);
  const arm: Canvas['arm'] = (at, direction, style) => {
    const before = linesAt(at);
    const axis = isUpright(direction) ? DOWNWARD : ACROSS;
    const stroke = style === 'rounded' || style === 'none' || strokeOf(before, axis) !== 'light' ? 'light' : style;
    const round = style === 'rounded' ? ROUND : 0;
    put(lines, at, before | ARM[direction] | (strokes.indexOf(stroke) << axis) | round, 0);
  };
  const line: Canvas['line'] = (from, to, style) => {
    for (let { row, column } = from; row < to.row || column < to.column;) {
      const across = column < to.column;
      arm({ row, column }, across ? 'right' : 'down', style);
      if (across) column++;
      else row++;
      arm({ row, column }, across ? 'left' : 'up', style);
    }
  };
  const write: Canvas['write'] = ({ row, column }, text) => {
    let at = column;
    for (const grapheme of graphemes(text)) {
      const width = widthOf(grapheme);
      sign({ row, column: at }, grapheme);
      if (width === 2) sign({ row, column: at + 1 }, '');
      at += width;
    }
  };
  return {
    line,
    arm,
    write,
    sign,
    taken: (at) => linesAt(at) !== 0 || signAt(at) !== undefined,
    hasSign: (at) => signAt(at) !== undefined,
    turns: (at) => (linesAt(at) & HORIZONTAL) !== 0 && (linesAt(at) & VERTICAL) !== 0,
    rows: () =>
      trimmed(
        Array.from({ length: Math.max(lines.length, signs.length) }, (_, row) => {
          const [drawn, written] = [lines[row] ?? [], signs[row] ?? []];
          let shown = '';
          for (let column = 0; column < Math.max(drawn.length, written.length); column++)
            shown += written[column] ?? glyphOf(drawn[column] ?? 0, plain);
          return shown.trimEnd();
        }),
      ),
  };
}

/** Sets a cell; those of its row that were never set hold `none`, because a list with holes is slow to fill. */
function put<Value>(rows: Value[][], { row, column }: Point, value: Value, none: Value): void {
  const line = (rows[row] ??= []);
  while (line.length < column) line.push(none);
  line[column] = value;
}

function trimmed(rows: readonly string[]): readonly string[] {
  const filled = rows.filter((row) => row !== '');
  const indent = filled.reduce((least, row) => Math.min(least, row.length - row.trimStart().length), Infinity);
  const first = rows.findIndex((row) => row !== '');
  const last = rows.findLastIndex((row) => row !== '');
  return rows.slice(Math.max(first, 0), last + 1).map((row) => row.slice(indent));
}

/** The arms of the glyphs below, in their order; a single arm is drawn as a whole line. */
const shapes = [
  RIGHT | LEFT,
  UP | DOWN,
  RIGHT | DOWN,
  DOWN | LEFT,
  UP | RIGHT,
  UP | LEFT,
  UP | RIGHT | DOWN,
  UP | DOWN | LEFT,
  RIGHT | DOWN | LEFT,
  UP | RIGHT | LEFT,
  UP | RIGHT | DOWN | LEFT,
  RIGHT,
  LEFT,
  UP,
  DOWN,
];

const light = '─│┌┐└┘├┤┬┴┼──││';

/** By the stroke across, then by the stroke down. */
const glyphs: Readonly<Record<Stroke, Partial<Record<Stroke, string>>>> = {
  light: {
    light,
    heavy: '─┃┎┒┖┚┠┨┰┸╂──┃┃',
    double: '─║╓╖╙╜╟╢╥╨╫──║║',
    dashed: '─┆┌┐└┘├┤┬┴┼──┆┆',
  },
  heavy: { heavy: '━┃┏┓┗┛┣┫┳┻╋━━┃┃', light: '━│┍┑┕┙┝┥┯┷┿━━││' },
  double: { double: '═║╔╗╚╝╠╣╦╩╬══║║', light: '═│╒╕╘╛╞╡╤╧╪══││' },
  dashed: { dashed: '┄┆┌┐└┘├┤┬┴┼┄┄┆┆', light: '┄│┌┐└┘├┤┬┴┼┄┄││' },
};

const roundGlyphs = '  ╭╮╰╯';

function glyphOf(lines: Lines, plain: string | null): string {
  const arms = lines & (HORIZONTAL | VERTICAL);
  if (arms === 0) return ' ';
  const shape = shapes.indexOf(arms);
  if (plain !== null) return plain.charAt(shape);
  const round = (lines & ROUND) !== 0 ? roundGlyphs.charAt(shape).trim() : '';
  // without arms along an axis it takes the stroke of the other one, so that plain lines find their row in the table
  const across = strokeOf(lines, (arms & HORIZONTAL) !== 0 ? ACROSS : DOWNWARD);
  const down = strokeOf(lines, (arms & VERTICAL) !== 0 ? DOWNWARD : ACROSS);
  return round || (glyphs[across][down] ?? light).charAt(shape);
}

function strokeOf(lines: Lines, axis: typeof ACROSS | typeof DOWNWARD): Stroke {
  return strokes[(lines >> axis) & 3] ?? 'light';
}
