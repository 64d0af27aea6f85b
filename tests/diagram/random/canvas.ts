import { columnsOf } from '../../../src/diagram/index.ts';
import type { BoxLook, HeadSet, Look } from './plan.ts';

export type Side = 'up' | 'right' | 'down' | 'left';
type Stroke = 'light' | 'heavy' | 'double' | 'dashed' | 'round';

/** A grid that knows which arms each cell has, so that lines and borders join where they meet. */
export interface Canvas {
  /** A straight line between two cells, both included; an end that is not open joins what stands there. */
  readonly line: (from: Cell, to: Cell, ends?: Ends) => void;
  readonly border: (rect: Rect, look: BoxLook) => void;
  /** A wall or a divider between two cells of a border. */
  readonly divide: (from: Cell, to: Cell, look: BoxLook) => void;
  readonly head: (at: Cell, side: Side) => void;
  readonly write: (at: Cell, text: string) => void;
  /** Two `+` stand side by side or above each other that no line joins: plain ASCII cannot say it. */
  readonly hasFalseJoint: () => boolean;
  readonly toRows: () => string[];
}

export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Which ends of a line reach into the cell there and make a tee of it. */
export interface Ends {
  readonly from: boolean;
  readonly to: boolean;
}

const back: Record<Side, Side> = { up: 'down', right: 'left', down: 'up', left: 'right' };

export function createCanvas(look: Look, heads: HeadSet): Canvas {
  const arms = new Map<string, Arms>();
  const written = new Map<string, string>();
  const key = ({ row, column }: Cell): string => `${row},${column}`;
  const ink: Stroke = look === 'heavy' ? 'heavy' : look === 'rounded' ? 'round' : 'light';

  const join = (at: Cell, side: Side, stroke: Stroke): void => {
    arms.set(key(at), { ...arms.get(key(at)), [side]: stroke });
  };
  const stretch = (from: Cell, to: Cell, stroke: Stroke, ends: Ends): void => {
    const side = sideOf(from, to);
    const path = cellsBetween(from, to);
    path.slice(1).forEach((cell, index) => {
      const before = path[index] ?? from;
      if (index > 0 || ends.from) join(before, side, stroke);
      if (index < path.length - 2 || ends.to) join(cell, back[side], stroke);
    });
  };
  return {
    line: (from, to, ends = { from: true, to: true }) => stretch(from, to, ink, ends),
    divide: (from, to, boxLook) => stretch(from, to, strokes[boxLook], { from: true, to: true }),
    border: ({ top, left, bottom, right }, boxLook) => {
      const corners = [
        { row: top, column: left },
        { row: top, column: right },
        { row: bottom, column: right },
        { row: bottom, column: left },
      ];
      corners.forEach((corner, index) =>
        stretch(corner, corners[(index + 1) % 4] ?? corner, strokes[boxLook], { from: true, to: true }),
      );
    },
    head: (at, side) => written.set(key(at), headGlyphs[look === 'ascii' ? 'ascii' : heads][side]),
    write: (at, text) =>
      cellsOf(text).forEach((glyph, index) => written.set(key({ row: at.row, column: at.column + index }), glyph)),
    hasFalseJoint: () =>
      [...arms].some(([at, from]) => {
        const [row = 0, column = 0] = at.split(',').map(Number);
        const below = arms.get(key({ row: row + 1, column }));
        const beside = arms.get(key({ row, column: column + 1 }));
        return (
          !isStraight(from) &&
          ((below !== undefined && !isStraight(below) && !from.down) ||
            (beside !== undefined && !isStraight(beside) && !from.right))
        );
      }),
    toRows: () => {
      const cells = [...arms.keys(), ...written.keys()].map((each) => each.split(',').map(Number));
      const height = Math.max(...cells.map(([row = 0]) => row)) + 1;
      const width = Math.max(...cells.map(([, column = 0]) => column)) + 1;
      return Array.from({ length: height }, (_, row) =>
        Array.from({ length: width }, (_, column) => {
          const at = key({ row, column });
          return written.get(at) ?? glyphOf(arms.get(at), look);
        })
          .join('')
          .trimEnd(),
      );
    },
  };
}

const strokes: Record<BoxLook, Stroke> = {
  light: 'light',
  ascii: 'light',
  rounded: 'round',
  heavy: 'heavy',
  double: 'double',
  dashed: 'dashed',
};

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Writing as cells: what is wide is followed by an empty one. */
export function cellsOf(text: string): string[] {
  return [...segmenter.segment(text)].flatMap(({ segment }) => (columnsOf(segment) === 2 ? [segment, ''] : [segment]));
}

const headGlyphs: Record<HeadSet | 'ascii', Record<Side, string>> = {
  filled: { up: '▲', right: '►', down: '▼', left: '◄' },
  pointers: { up: '▲', right: '▶', down: '▼', left: '◀' },
  arrows: { up: '↑', right: '→', down: '↓', left: '←' },
  letters: { up: '^', right: '>', down: 'v', left: '<' },
  ascii: { up: '^', right: '>', down: 'v', left: '<' },
};

/** Glyphs by their arms: up, right, down, left; `l` light, `h` heavy, `d` double, `b` broken, `.` none. */
// prettier-ignore
const boxGlyphs: Record<string, string> = {
  '.l.l': '─', 'l.l.': '│', '.ll.': '┌', '..ll': '┐', 'll..': '└', 'l..l': '┘', 'lll.': '├', 'l.ll': '┤', '.lll': '┬', 'll.l': '┴', 'llll': '┼',
  '.h.h': '━', 'h.h.': '┃', '.hh.': '┏', '..hh': '┓', 'hh..': '┗', 'h..h': '┛', 'hhh.': '┣', 'h.hh': '┫', '.hhh': '┳', 'hh.h': '┻', 'hhhh': '╋',
  '.d.d': '═', 'd.d.': '║', '.dd.': '╔', '..dd': '╗', 'dd..': '╚', 'd..d': '╝', 'ddd.': '╠', 'd.dd': '╣', '.ddd': '╦', 'dd.d': '╩', 'dddd': '╬',
  '.b.b': '╌', 'b.b.': '╎', '.hlh': '┯', 'lh.h': '┷', 'lhlh': '┿', 'hlh.': '┠', 'h.hl': '┨', 'hlhl': '╂',
  '.dld': '╤', 'ld.d': '╧', 'ldld': '╪', 'dld.': '╟', 'd.dl': '╢', 'dldl': '╫',
};

const roundGlyphs: Record<string, string> = { '┌': '╭', '┐': '╮', '└': '╰', '┘': '╯' };

type Arms = Partial<Record<Side, Stroke>>;

function isStraight({ up, right, down, left }: Arms): boolean {
  return (!up && !down) || (!right && !left);
}

function glyphOf(arms: Arms | undefined, look: Look): string {
  if (arms === undefined) return ' ';
  const sides = [arms.up, arms.right, arms.down, arms.left];
  const straight = isStraight(arms);
  if (look === 'ascii') return !straight ? '+' : sides[0] || sides[2] ? '|' : '-';
  const whole = straight ? sides.map((stroke, index) => stroke ?? sides[(index + 2) % 4]) : sides;
  const letters = whole.map((stroke) => (stroke === undefined ? '.' : letterOf(stroke, straight))).join('');
  const glyph = boxGlyphs[letters];
  if (glyph === undefined) throw new Error(`No glyph has the arms ${whole.join(', ')}.`);
  const turned = sides.every((stroke) => stroke === undefined || stroke === 'round');
  return (turned && roundGlyphs[glyph]) || glyph;
}

/** Broken lines are whole where others meet them, and round ones are light. */
function letterOf(stroke: Stroke, straight: boolean): string {
  if (stroke === 'heavy') return 'h';
  if (stroke === 'double') return 'd';
  return stroke === 'dashed' && straight ? 'b' : 'l';
}

export function sideOf(from: Cell, to: Cell): Side {
  if (from.row === to.row) return from.column < to.column ? 'right' : 'left';
  return from.row < to.row ? 'down' : 'up';
}

function cellsBetween(from: Cell, to: Cell): Cell[] {
  const length = Math.max(Math.abs(to.row - from.row), Math.abs(to.column - from.column));
  const [down, across] = [Math.sign(to.row - from.row), Math.sign(to.column - from.column)];
  return Array.from({ length: length + 1 }, (_, index) => ({
    row: from.row + down * index,
    column: from.column + across * index,
  }));
}
