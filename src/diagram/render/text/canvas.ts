import { ARM, DIRECTIONS, HORIZONTAL, VERTICAL, isUpright } from '../../ink/glyphs.ts';
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

interface Cell {
  /** Bits of glyphs.ts. */
  arms: number;
  horizontal: Stroke;
  vertical: Stroke;
  rounded: boolean;
  sign: string | null;
}

export function createCanvas({ ascii }: { readonly ascii: boolean }): Canvas {
  const cells: (Cell | undefined)[][] = [];
  const peek = ({ row, column }: Point): Cell | undefined => cells[row]?.[column];
  const touch = ({ row, column }: Point): Cell => {
    const line = (cells[row] ??= []);
    return (line[column] ??= { arms: 0, horizontal: 'light', vertical: 'light', rounded: false, sign: null });
  };
  const arm: Canvas['arm'] = (at, direction, style) => {
    const cell = touch(at);
    const stroke: Stroke = style === 'rounded' || style === 'none' ? 'light' : style;
    cell.arms |= ARM[direction];
    if (style === 'rounded') cell.rounded = true;
    const axis = isUpright(direction) ? 'vertical' : 'horizontal';
    if (cell[axis] === 'light') cell[axis] = stroke;
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
      touch({ row, column: at }).sign = grapheme;
      if (width === 2) touch({ row, column: at + 1 }).sign = '';
      at += width;
    }
  };
  return {
    line,
    arm,
    write,
    sign: (at, glyph) => void (touch(at).sign = glyph),
    taken: (at) => peek(at) !== undefined,
    hasSign: (at) => peek(at)?.sign != null,
    turns: (at) => {
      const arms = peek(at)?.arms ?? 0;
      return (arms & HORIZONTAL) !== 0 && (arms & VERTICAL) !== 0;
    },
    rows: () =>
      trimmed(
        Array.from(cells, (row) =>
          Array.from(row ?? [], (cell) => (cell ? show(cell, ascii) : ' '))
            .join('')
            .trimEnd(),
        ),
      ),
  };
}

function trimmed(rows: readonly string[]): readonly string[] {
  const filled = rows.filter((row) => row !== '');
  const indent = filled.reduce((least, row) => Math.min(least, row.length - row.trimStart().length), Infinity);
  const first = rows.findIndex((row) => row !== '');
  const last = rows.findLastIndex((row) => row !== '');
  return rows.slice(Math.max(first, 0), last + 1).map((row) => row.slice(indent));
}

/** Arms by side, as in `up right down left`, in the order of the strings below; a single arm is drawn as a whole line. */
const shapes = [
  '.r.l',
  'u.d.',
  '.rd.',
  '..dl',
  'ur..',
  'u..l',
  'urd.',
  'u.dl',
  '.rdl',
  'ur.l',
  'urdl',
  '.r..',
  '...l',
  'u...',
  '..d.',
];

const glyphs: Readonly<Record<string, string>> = {
  'light light': '─│┌┐└┘├┤┬┴┼──││',
  'heavy heavy': '━┃┏┓┗┛┣┫┳┻╋━━┃┃',
  'double double': '═║╔╗╚╝╠╣╦╩╬══║║',
  'dashed dashed': '┄┆┌┐└┘├┤┬┴┼┄┄┆┆',
  'double light': '═│╒╕╘╛╞╡╤╧╪══││',
  'light double': '─║╓╖╙╜╟╢╥╨╫──║║',
  'heavy light': '━│┍┑┕┙┝┥┯┷┿━━││',
  'light heavy': '─┃┎┒┖┚┠┨┰┸╂──┃┃',
  'dashed light': '┄│┌┐└┘├┤┬┴┼┄┄││',
  'light dashed': '─┆┌┐└┘├┤┬┴┼──┆┆',
};

const ascii = '-|+++++++++--||';
const rounded: Readonly<Record<string, string>> = { '.rd.': '╭', '..dl': '╮', 'ur..': '╰', 'u..l': '╯' };

function show(cell: Cell, plain: boolean): string {
  if (cell.sign !== null) return cell.sign;
  const shape = DIRECTIONS.map((side) => ((cell.arms & ARM[side]) !== 0 ? side.charAt(0) : '.')).join('');
  const at = shapes.indexOf(shape);
  if (plain) return ascii.charAt(at);
  const row = glyphs[`${strokeAcross(cell)} ${strokeDown(cell)}`] ?? glyphs['light light'] ?? '';
  return (cell.rounded ? rounded[shape] : undefined) ?? row.charAt(at);
}

/** A cell without arms along an axis takes the stroke of the other one, so that plain lines find their row in the table. */
function strokeAcross({ arms, horizontal, vertical }: Cell): Stroke {
  return (arms & HORIZONTAL) !== 0 ? horizontal : vertical;
}

function strokeDown({ arms, horizontal, vertical }: Cell): Stroke {
  return (arms & VERTICAL) !== 0 ? vertical : horizontal;
}
