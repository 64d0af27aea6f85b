import {
  boxGlyph,
  DOWN,
  headOf,
  HORIZONTAL,
  LEFT,
  OPPOSITE,
  ARM,
  RIGHT,
  STEP,
  twoHeaded,
  UP,
  VERTICAL,
} from './glyphs.ts';
import type { Direction, Grid, Ink, InkCell, Stroke } from './model.ts';

type Rows = (InkCell | null)[][];

/**
 * Decides for every cell whether it draws or is read. Box drawing always draws; every other glyph draws only where
 * its neighbours make it so: the `-` of a bullet, the `|` in prose and the `v` of a word are writing.
 * An arrow that stands alone (`A → B`, `↓` between boxes) draws with no arms; inside a box without boxes it is read again later.
 */
export function findInk(grid: Grid): Ink {
  const cells: Rows = grid.cells.map((row) => row.map((grapheme) => boxGlyph(grapheme) ?? null));
  const lines = grid.cells.map(asLine);
  lines.forEach((line, row) => drawDashes(line, cells[row] ?? [], `${lines[row - 1] ?? ''}\n${lines[row + 1] ?? ''}`));
  drawUprights(lines, cells);
  drawCorners(lines, cells);
  drawHeads(grid, lines, cells);
  drawMarkers(lines, cells);
  return { grid, cells };
}

/** One UTF-16 unit a column, so that a column is an index; a longer grapheme becomes a letter, its right half too. */
function asLine(row: readonly string[]): string {
  let line = '';
  for (const grapheme of row) line += grapheme.length === 1 ? grapheme : 'x';
  return line;
}

const made = new Map<string, InkCell>();

/** Equal ink is one value. */
function ink(
  glyph: string,
  arms: number,
  head: Direction | null = null,
  marker = false,
  stroke: Stroke = 'light',
): InkCell {
  const key = `${glyph}${arms}${head ?? ''}${marker ? 'm' : ''}${stroke}`;
  let cell = made.get(key);
  if (!cell) made.set(key, (cell = { glyph, arms, stroke, head, marker }));
  return cell;
}

const word = /[\p{L}\p{N}_]/u;
const isWord = (character: string | undefined): boolean => character !== undefined && word.test(character);

// ---------- runs of - = ~ . ----------

const solidLeft = /[+|<│┃║├┝┣╠┌┍┏╔╭└┗╚╰┬┴┼◄◀◁←]/u;
const solidRight = /[+|>│┃║┤┥┫╣┐┓╗╮┘┛╝╯┬┴┼►▶▷→]/u;
const softAnchor = /[.,'`/\\*o●○◆◇■□•vV^▼▲▽△↓↑]/u;

function drawDashes(line: string, cells: (InkCell | null)[], around: string): void {
  for (const match of line.matchAll(/-+|={2,}|~{2,}|\.{2,}|·{2,}|_{2,}/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    const glyph = match[0].charAt(0);
    if (!isLine(line, start, end, glyph, around)) continue;
    const stroke: Stroke = glyph === '=' ? 'double' : '~.·'.includes(glyph) ? 'dashed' : 'light';
    for (let column = start; column < end; column++) cells[column] = ink(glyph, HORIZONTAL, null, false, stroke);
  }
  for (const match of line.matchAll(/(?<![\w-])-(?: -){2,}(?= ?[>+|\s]|$)/gu)) {
    for (let column = match.index; column < match.index + match[0].length; column++)
      if (line[column] === '-') cells[column] = ink('-', HORIZONTAL, null, false, 'dashed');
  }
}

/** How far a run of dashes looks along its row: lines in a drawing are not longer. */
const SIGHT = 240;

function isLine(line: string, start: number, end: number, glyph: string, around: string): boolean {
  const length = end - start;
  const ahead = line.slice(Math.max(0, start - SIGHT), start);
  const behind = line.slice(end, end + SIGHT);
  const before = line[start - 1];
  const after = line[end];
  const pointsRight = after === '>' && !isWord(line[end + 1]);
  const pointsLeft = before === '<' && !isWord(line[start - 2]);
  const leftSolid = before !== undefined && solidLeft.test(before) && (before !== '<' || pointsLeft);
  const rightSolid = after !== undefined && solidRight.test(after) && (after !== '>' || pointsRight);
  if (glyph === '_') return false;
  if (glyph === '.' || glyph === '·')
    return pointsRight || pointsLeft || (leftSolid && (rightSolid || after === '-')) || (before === '-' && rightSolid);
  if (length === 1) {
    // one dash beside a title in a border, or before the name of a branch: +- Edge -+
    if (/[+\\`]/u.test(before ?? '') && after === ' ' && isWord(line[end + 1]))
      return /[-=]\+/u.test(behind) || /^[\s|]*[+\\`]$/u.test(ahead);
    if (before === '+' && /^[vV^▼▲↓↑][-+]/u.test(behind)) return true;
    if (after === '+' && /[-+][vV^▼▲↓↑]$/u.test(ahead)) return true;
    if (after === '+' && before === ' ' && /\+[-=]+ /u.test(ahead)) return true;
    if (pointsRight)
      return !isWord(before) && (before === undefined || /[\s+|.]/u.test(before) || boxGlyph(before) !== undefined);
    if (pointsLeft) return !isWord(after);
    return leftSolid && rightSolid && !/[<>]/u.test(`${before}${after}`);
  }
  if (isWord(before) && isWord(after)) return false;
  if (leftSolid || rightSolid) return true;
  // alone on its row it is a rule, unless bars meet it
  if (end - start === line.trim().length) return length > 2 && /^[\s|]*\|[\s|]*$/mu.test(around);
  // `--flag` is a word, `--yes-->` is a line with its label
  if (isWord(after)) return length > 2 || /^[^\s-]+(?: [^\s-]+){0,3} ?[-=~]+[->=~]/u.test(behind);
  if (isWord(before)) return length > 2 || /[-=~]{2,}[^\s-]+(?: [^\s-]+){0,3}$/u.test(ahead);
  if (/[`'\\]/u.test(before ?? '') && (after === undefined || after === ' ')) return true;
  if (length === 2)
    return before !== undefined && after !== undefined && /\s/u.test(before) && !/[\p{P}]/u.test(line[end + 1] ?? ' ');
  const anchored = (c: string | undefined) =>
    c === undefined || /\s/u.test(c) || softAnchor.test(c) || boxGlyph(c) !== undefined;
  return anchored(before) || anchored(after) || length > 3;
}

// ---------- | : ----------

const upright = /[|+│┃║├┤┼┬┴┌┐└┘╭╮╰╯╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋┆┊╎:'`.,/\\^vV▼▲↓↑▽△*]/u;

function drawUprights(lines: readonly string[], cells: Rows): void {
  lines.forEach((line, row) => {
    const above = lines[row - 1] ?? '';
    const below = lines[row + 1] ?? '';
    for (const match of line.matchAll(/[|:!]/gu)) {
      const column = match.index;
      const bar = match[0];
      const touches = (near: string, inks: readonly (InkCell | null)[] | undefined) =>
        upright.test(near[column] ?? ' ') || ((inks?.[column]?.arms ?? 0) & HORIZONTAL) !== 0;
      const up = touches(above, cells[row - 1]);
      const down = touches(below, cells[row + 1]);
      const beside =
        ((cells[row]?.[column - 1]?.arms ?? 0) & RIGHT) !== 0 || ((cells[row]?.[column + 1]?.arms ?? 0) & LEFT) !== 0;
      if (bar === '|') {
        const framed = isWord(line[column - 1]) && isWord(line[column + 1]);
        const shifted = () =>
          /[|+]/u.test(
            above.slice(Math.max(0, column - 4), column + 5) + below.slice(Math.max(0, column - 4), column + 5),
          );
        const closes = column === line.length - 1 && column > 0 && /^\s*\|/u.test(line) && line[column - 1] === ' ';
        if (!(up || down || beside || closes || (!framed && shifted()))) continue;
      } else if (!(up && down) || isWord(line[column - 1]) || isWord(line[column + 1])) continue;
      const row_ = cells[row];
      if (row_) row_[column] = ink(bar, VERTICAL, null, false, bar === '|' ? 'light' : 'dashed');
    }
  });
}

// ---------- + . , ' ` / \ ----------

function drawCorners(lines: readonly string[], cells: Rows): void {
  const lineArm = (row: number, column: number, arm: number) => ((cells[row]?.[column]?.arms ?? 0) & arm) !== 0;
  const headArm = (row: number, column: number, glyphs: string) => {
    const character = lines[row]?.[column];
    return character !== undefined && glyphs.includes(character);
  };
  // two joints side by side on one line, and not the corners of two boxes that touch
  const pluses = (row: number, column: number) => {
    const line = lines[row] ?? '';
    if (line[column] !== '+' || line[column + 1] !== '+' || line[column - 1] !== '-' || line[column + 2] !== '-')
      return false;
    return ![row - 1, row + 1].some((near) => lineArm(near, column, VERTICAL) && lineArm(near, column + 1, VERTICAL));
  };
  const pending: (readonly [row: number, column: number, cell: InkCell])[] = [];
  lines.forEach((line, row) => {
    for (const match of line.matchAll(/[+.,'`/\\]/gu)) {
      const column = match.index;
      const glyph = match[0];
      const right = lineArm(row, column + 1, LEFT);
      const left = lineArm(row, column - 1, RIGHT);
      const nearBar = (r: number) =>
        lineArm(r, column, VERTICAL) ||
        (glyph !== '+' && (lineArm(r, column - 1, VERTICAL) || lineArm(r, column + 1, VERTICAL)));
      const above = row > 0 && nearBar(row - 1);
      const below = nearBar(row + 1);
      let arms = 0;
      if (glyph === '+') {
        if (right || headArm(row, column + 1, '>') || pluses(row, column)) arms |= RIGHT;
        if (left || headArm(row, column - 1, '<') || pluses(row, column - 1)) arms |= LEFT;
        const branch =
          right &&
          isWord(lines[row - 1]?.[column]) &&
          /^-{1,3} ?[\p{L}\p{N}_.]/u.test(line.slice(column + 1, column + 8));
        if (above || branch || headArm(row - 1, column, '^+▲↑')) arms |= UP;
        if (below || headArm(row + 1, column, 'vV+▼↓')) arms |= DOWN;
        const alone = isWord(line[column - 1]) || isWord(line[column + 1]);
        if (alone && (arms & HORIZONTAL) === 0) arms = 0;
        if (
          (arms & HORIZONTAL) === 0 &&
          (arms & VERTICAL) !== VERTICAL &&
          !lineArm(row - 1, column, DOWN) &&
          !lineArm(row + 1, column, UP)
        )
          arms = 0;
      } else {
        if ((right || left) && !(isWord(line[column - 1]) && !left) && !(isWord(line[column + 1]) && !right)) {
          if ('.,'.includes(glyph) && below) arms = DOWN | (right ? RIGHT : 0) | (left ? LEFT : 0);
          else if ("'`".includes(glyph) && above) arms = UP | (right ? RIGHT : 0) | (left ? LEFT : 0);
          else if ('`\\'.includes(glyph) && right && /[\p{L}\p{N}_+|]/u.test(lines[row - 1]?.[column] ?? ' '))
            arms = UP | RIGHT;
          else if (glyph === '/' && right && below) arms = RIGHT | DOWN;
          else if (glyph === '/' && left && above) arms = LEFT | UP;
          else if (glyph === '\\' && left && below) arms = LEFT | DOWN;
          else if (glyph === '\\' && right && above) arms = RIGHT | UP;
        }
      }
      if (arms !== 0) pending.push([row, column, ink(glyph, arms)]);
    }
  });
  for (const [row, column, cell] of pending) {
    const target = cells[row];
    if (target) target[column] = cell;
  }
}

// ---------- heads ----------

function drawHeads(grid: Grid, lines: readonly string[], cells: Rows): void {
  const arms = (row: number, column: number) => cells[row]?.[column]?.arms ?? 0;
  grid.cells.forEach((graphemes, row) => {
    graphemes.forEach((grapheme, column) => {
      if (grapheme === ' ' || grapheme === '' || boxGlyph(grapheme)) return;
      const both = twoHeaded(grapheme);
      if (both) return put(row, column, ink(grapheme, 0, both === 'horizontal' ? 'right' : 'down', true));
      const direction = headOf(grapheme) ?? letterHead(grapheme, row, column);
      if (!direction) return;
      if (direction === 'up' || direction === 'down') {
        // in a border: ┌──▼──┐
        const border = (arms(row, column - 1) & RIGHT) !== 0 && (arms(row, column + 1) & LEFT) !== 0;
        return put(row, column, ink(grapheme, (border ? HORIZONTAL : 0) | tailArm(row, column, direction), direction));
      }
      // in a wall, unless the wall stands right before it: │ ▶│
      const front = arms(row, column + STEP[direction][1]);
      const wall =
        (arms(row - 1, column) & DOWN) !== 0 && (arms(row + 1, column) & UP) !== 0 && (front & VERTICAL) !== VERTICAL;
      put(row, column, ink(grapheme, (wall ? VERTICAL : 0) | tailArm(row, column, direction), direction));
    });
  });

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

  function isBar(row: number, column: number, back: Direction): boolean {
    return (back === 'up' || back === 'down') && (arms(row, column) & VERTICAL) === VERTICAL;
  }

  function letterHead(grapheme: string, row: number, column: number): Direction | null {
    const line = lines[row] ?? '';
    const before = line[column - 1];
    const after = line[column + 1];
    switch (grapheme) {
      case '>':
        return (arms(row, column - 1) & RIGHT) !== 0 ? 'right' : null;
      case '<':
        return (arms(row, column + 1) & LEFT) !== 0 ? 'left' : null;
      case 'v':
      case 'V':
        return !isWord(before) && !isWord(after) && hangsBelow(row - 1, column, DOWN, line) ? 'down' : null;
      case '^':
        return !isWord(before) && !isWord(after) && hangsBelow(row + 1, column, UP, line) ? 'up' : null;
      default:
        return null;
    }
  }

  /** A line arrives straight, or one column beside where nothing else stands near; or the letter sits in a border. */
  function hangsBelow(row: number, column: number, facing: number, line: string): boolean {
    if ((arms(row, column) & facing) !== 0) return true;
    const own = facing === DOWN ? row + 1 : row - 1;
    if ((arms(own, column - 1) & RIGHT) !== 0 && (arms(own, column + 1) & LEFT) !== 0) return true;
    const isolated =
      /^\s{0,2}$/u.test(line.slice(Math.max(0, column - 2), column)) &&
      /^\s{0,2}$/u.test(line.slice(column + 1, column + 3));
    return (
      isolated &&
      ((arms(row, column - 1) & facing & VERTICAL) !== 0 || (arms(row, column + 1) & facing & VERTICAL) !== 0)
    );
  }
}

// ---------- o * ● ----------

function drawMarkers(lines: readonly string[], cells: Rows): void {
  const arms = (row: number, column: number) => cells[row]?.[column]?.arms ?? 0;
  lines.forEach((line, row) => {
    for (const match of line.matchAll(/[o*●○◆◇•◉]/gu)) {
      const column = match.index;
      if (cells[row]?.[column]) continue;
      const right = (arms(row, column + 1) & LEFT) !== 0 ? RIGHT : 0;
      const left = (arms(row, column - 1) & RIGHT) !== 0 ? LEFT : 0;
      const up = (arms(row - 1, column) & DOWN) !== 0 ? UP : 0;
      const down = (arms(row + 1, column) & UP) !== 0 ? DOWN : 0;
      if (match[0] === 'o' && (!(left || right) || isWord(line[column - 1]) || isWord(line[column + 1]))) continue;
      if (match[0] === '*' && (isWord(line[column - 1]) || isWord(line[column + 1]))) continue;
      const found = right | left | (match[0] === '•' && !(right || left) ? 0 : up | down);
      const target = cells[row];
      if (found !== 0 && target) target[column] = ink(match[0], found, null, true);
    }
  });
}
