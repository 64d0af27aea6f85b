import {
  ARM,
  boxGlyph,
  DOWN,
  headOf,
  HORIZONTAL,
  LEFT,
  OPPOSITE,
  RIGHT,
  STEP,
  twoHeaded,
  UP,
  VERTICAL,
  isUpright,
} from './glyphs.ts';
import { ink, isWord, type Rows } from './ink-cells.ts';
import type { Direction, Grid, InkCell } from '../model.ts';

/** An open bracket before, its end after, with nothing drawn between. */
const brackets: readonly (readonly [RegExp, RegExp])[] = [
  [/\([^()|│┃║─━═]*$/u, /^[^()|│┃║─━═]*\)/u],
  [/\[[^[\]|│┃║─━═]*$/u, /^[^[\]|│┃║─━═]*\]/u],
];
/** How far along a row a bracket is looked for. */
const SIGHT = 80;

/** Draws arrows and triangles, and the letters that are heads because a line ends at them. */
export function drawHeads(grid: Grid, lines: readonly string[], cells: Rows): void {
  const arms = (row: number, column: number) => cells[row]?.[column]?.arms ?? 0;
  const lettersOnly: (boolean | undefined)[] = [];
  const firstSign: number[] = [];
  grid.cells.forEach((graphemes, row) => {
    graphemes.forEach((grapheme, column) => {
      if (grapheme === ' ' || grapheme === '' || boxGlyph(grapheme)) return;
      const both = twoHeaded(grapheme);
      if (both) return put(row, column, ink(grapheme, 0, both === 'horizontal' ? 'right' : 'down', true));
      if (isTail(grapheme, row, column)) return put(row, column, ink(grapheme, HORIZONTAL));
      const direction = headOf(grapheme) ?? letterHead(grapheme, row, column);
      if (!direction || isBracketed(row, column)) return;
      if (isUpright(direction)) {
        // in a border: ┌──▼──┐
        const apart = isLoneDash(row, column - 2) && isLoneDash(row, column + 2);
        const border = apart || ((arms(row, column - 1) & RIGHT) !== 0 && (arms(row, column + 1) & LEFT) !== 0);
        const tail = tailArm(row, column, direction) || (border ? 0 : turnedArm(row, column));
        const stroke = apart ? 'dashed' : 'light';
        return put(row, column, ink(grapheme, (border ? HORIZONTAL : 0) | tail, direction, false, stroke));
      }
      // in a wall, unless the wall stands right before it: │ ▶│, or was pushed aside by it: ▶ │
      const [, step] = STEP[direction];
      const isBar = (at: number) => (arms(row, at) & VERTICAL) === VERTICAL;
      const pushed = isBar(column + step + step) && !isCrossed(row, column + step + step);
      const wall = isCrossed(row, column) && !isBar(column + step) && !pushed;
      const spaced = endsSpaced(row, column, direction);
      const tail = spaced ? ARM[OPPOSITE[direction]] : tailArm(row, column, direction);
      put(row, column, ink(grapheme, (wall ? VERTICAL : 0) | tail, direction, false, spaced ? 'dashed' : 'light'));
    });
  });
  lines.forEach(putBarbed);

  /** The feather of an arrow, right at the wall that it comes from: `|>--->|`, `|<---<|`. */
  function isTail(grapheme: string, row: number, column: number): boolean {
    const step = grapheme === '>' ? 1 : grapheme === '<' ? -1 : 0;
    if (step === 0 || !/[|│]/u.test(lines[row]?.[column - step] ?? ' ')) return false;
    return arms(row, column + step) === HORIZONTAL && arms(row, column + step + step) === HORIZONTAL;
  }

  /** A wall comes from above and goes on below. */
  function isCrossed(row: number, column: number): boolean {
    return (arms(row - 1, column) & DOWN) !== 0 && (arms(row + 1, column) & UP) !== 0;
  }

  /** A bar with its barbs: `\|/` below a line, `/|\` above one. */
  function putBarbed(line: string, row: number): void {
    for (const { 0: barbed, index } of line.matchAll(/(?<!\S)(?:\\\|\/|\/\|\\)(?!\S)/gu)) {
      const direction = barbed.startsWith('\\') ? 'down' : 'up';
      const back = OPPOSITE[direction];
      if ((arms(row + STEP[back][0], index + 1) & ARM[direction]) === 0) continue;
      put(row, index, ink(barbed.charAt(0), RIGHT));
      put(row, index + 1, ink('|', ARM[back] | HORIZONTAL, direction));
      put(row, index + 2, ink(barbed.charAt(2), LEFT));
    }
  }

  /** Within brackets between words an arrow is read: `(HTTP → HTTPS)`, `[parse → check]`. */
  function isBracketed(row: number, column: number): boolean {
    const line = lines[row] ?? '';
    const before = line.slice(Math.max(0, column - SIGHT), column);
    const after = line.slice(column + 1, column + SIGHT);
    if (!/[^\s─-]\s?$/u.test(before) || !/^\s?[^\s─-]/u.test(after)) return false;
    return brackets.some(([open, close]) => open.test(before) && close.test(after));
  }

  function put(row: number, column: number, cell: InkCell): void {
    const target = cells[row];
    if (target) target[column] = cell;
  }

  /** The arm to the line that the head ends, also through a second head: `──▶▶`. */
  function tailArm(row: number, column: number, direction: Direction): number {
    const back = OPPOSITE[direction];
    const [down, right] = STEP[back];
    const facing = ARM[direction];
    return (arms(row + down, column + right) & facing) !== 0 || isBar(row + down, column + right, back) ? ARM[back] : 0;
  }

  /** A blank parts the head from the last dash, as the dashes from each other: `- - - >`. */
  function endsSpaced(row: number, column: number, direction: Direction): boolean {
    const back = STEP[OPPOSITE[direction]][1];
    const [last, before] = [cells[row]?.[column + 2 * back], cells[row]?.[column + 4 * back]];
    if (lines[row]?.[column + back] !== ' ' || lines[row]?.[column + 3 * back] !== ' ') return false;
    return last?.stroke === 'dashed' && last.head === null && last === before;
  }

  /** A dash of an edge whose dashes stand a blank apart: `─ ─ ▼ ─ ─`. */
  function isLoneDash(row: number, column: number): boolean {
    const isBlank = (at: number) => lines[row]?.[at] === ' ';
    return arms(row, column) === HORIZONTAL && isBlank(column - 1) && isBlank(column + 1);
  }

  /** The arm to a level line that ends right beside a head that points up or down: `^---+`. */
  function turnedArm(row: number, column: number): number {
    if ((arms(row, column + 1) & HORIZONTAL) === HORIZONTAL) return RIGHT;
    return (arms(row, column - 1) & HORIZONTAL) === HORIZONTAL ? LEFT : 0;
  }

  function isBar(row: number, column: number, back: Direction): boolean {
    return isUpright(back) && (arms(row, column) & VERTICAL) === VERTICAL;
  }

  function letterHead(grapheme: string, row: number, column: number): Direction | null {
    const line = lines[row] ?? '';
    const before = line[column - 1];
    const after = line[column + 1];
    switch (grapheme) {
      case '>':
        return (arms(row, column - 1) & RIGHT) !== 0 || endsSpaced(row, column, 'right') ? 'right' : null;
      case '<':
        return (arms(row, column + 1) & LEFT) !== 0 || endsSpaced(row, column, 'left') ? 'left' : null;
      case 'v':
      case 'V':
        return !isWord(before) && !isWord(after) && hangsBelow(row - 1, column, DOWN, line) ? 'down' : null;
      case '^':
        return !isWord(before) && !isWord(after) && hangsBelow(row + 1, column, UP, line) ? 'up' : null;
      case 'A':
        return isBetweenBarAndEdge(row, column) ? 'up' : null;
      default:
        return null;
    }
  }

  /** An `A` alone between the lower edge of a box and a bar that leads up to it. */
  function isBetweenBarAndEdge(row: number, column: number): boolean {
    const line = lines[row] ?? '';
    const alone = [-2, -1, 1, 2].every((off) => (line[column + off] ?? ' ') === ' ');
    return alone && isEdge(row - 1, column) && (arms(row + 1, column) & VERTICAL) === VERTICAL;
  }

  /** A line arrives straight, or one column beside where nothing else stands near; or the letter sits in a border. */
  function hangsBelow(row: number, column: number, facing: number, line: string): boolean {
    if ((arms(row, column) & facing) !== 0) return true;
    const own = facing === DOWN ? row + 1 : row - 1;
    if ((arms(own, column - 1) & RIGHT) !== 0 && (arms(own, column + 1) & LEFT) !== 0) return true;
    if (standsBetweenWords(own, column)) return true;
    if (isEdge(facing === DOWN ? own + 1 : own - 1, column) && turnedArm(own, column) !== 0) return true;
    const isolated =
      /^\s{0,2}$/u.test(line.slice(Math.max(0, column - 2), column)) &&
      /^\s{0,2}$/u.test(line.slice(column + 1, column + 3));
    return isolated && [column - 1, column + 1].some((near) => leadsPast(row, near, facing));
  }

  /** A line leaves the cell towards the row of the letter, or it is a `+`, whose line was drawn beside it. */
  function leadsPast(row: number, column: number, facing: number): boolean {
    return (arms(row, column) & (lines[row]?.[column] === '+' ? facing | HORIZONTAL : facing)) !== 0;
  }

  /** A piece of a border, with more of it on either side. */
  function isEdge(row: number, column: number): boolean {
    return [column - 1, column + 1].every((at) => (arms(row, at) & HORIZONTAL) !== 0);
  }

  /**
   * Letters that are heads stand alone on their row, beside bars or before a label at most, with writing or a border above
   * and below: an arrow without a line. One may stand beside boxes where its line breaks off at a label right above it.
   */
  function standsBetweenWords(row: number, column: number): boolean {
    const line = lines[row] ?? '';
    lettersOnly[row] ??= /^[\s|vV^]+$/u.test(line);
    firstSign[row] ??= line.search(/[^\s|]/u);
    const endsLine = () =>
      [1, -1].some((step) => isEdge(row + step, column) && (arms(row - step - step, column) & VERTICAL) !== 0);
    if (!lettersOnly[row] && !(column === firstSign[row] && line[column + 1] === ' ') && !endsLine()) return false;
    const wordAt = (near: number) =>
      /[\p{L}\p{N}]/u.test((lines[near] ?? '').slice(Math.max(0, column - 1), column + 2));
    const lineBeyond = (near: number, far: number) =>
      (lines[near]?.[column] ?? ' ') === ' ' &&
      [column, column - 1, column + 1].some((at) => (arms(far, at) & (far < row ? DOWN : UP) & VERTICAL) !== 0);
    const boxAt = (near: number) => /[─━═┌┬└┴╔╚+-]/u.test(lines[near]?.[column] ?? ' ');
    return [row - 1, row + 1].every((near) => wordAt(near) || boxAt(near) || lineBeyond(near, 2 * near - row));
  }
}

/** Draws the round and crossed ends of lines. */
export function drawMarkers(lines: readonly string[], cells: Rows): void {
  const arms = (row: number, column: number) => cells[row]?.[column]?.arms ?? 0;
  const bounds = (row: number, column: number) => (arms(row, column) & HORIZONTAL) === HORIZONTAL;
  lines.forEach((line, row) => {
    for (const match of line.matchAll(/[o*●○◆◇•◉]/gu)) {
      const column = match.index;
      const right = (arms(row, column + 1) & LEFT) !== 0 ? RIGHT : 0;
      const left = (arms(row, column - 1) & RIGHT) !== 0 ? LEFT : 0;
      const up = (arms(row - 1, column) & DOWN) !== 0 ? UP : 0;
      const down = (arms(row + 1, column) & UP) !== 0 ? DOWN : 0;
      // between a border and an upright
      const upright = (up || bounds(row - 1, column)) && (down || bounds(row + 1, column)) && (up || down);
      if (match[0] === 'o' && (!(left || right || upright) || isWord(line[column - 1]) || isWord(line[column + 1])))
        continue;
      if (match[0] === '*' && (isWord(line[column - 1]) || isWord(line[column + 1]))) continue;
      const found = right | left | (match[0] === '•' && !(right || left) ? 0 : up | down);
      const target = cells[row];
      if (found !== 0 && target) target[column] = ink(match[0], found, null, true);
    }
  });
}
