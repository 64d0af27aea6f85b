import { DOWN, HORIZONTAL, LEFT, RIGHT, UP, VERTICAL } from './glyphs.ts';
import { ink, isWord, type Rows } from './ink-cells.ts';
import type { InkCell } from '../model.ts';

const upright = /[|+│┃║├┤┼┬┴┌┐└┘╭╮╰╯╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋┆┊╎:'`.,/\\^vV▼▲↓↑▽△*]/u;

/** A head that a line has right behind it: it may stand in a wall. */
const headOfLine = /^(?:[-=]>|.<[-=])/u;

/** How far a corner looks along a row of words for their line. */
const SIGHT = 40;

/** Rows of a lifeline before its first message, and after its last. */
const LONGEST_WAIT = 6;

/** Draws the `|`, `:` and `!` that go on above, below or beside. */
export function drawUprights(lines: readonly string[], cells: Rows): void {
  lines.forEach((line, row) => {
    const above = lines[row - 1] ?? '';
    const below = lines[row + 1] ?? '';
    const drifted = hasBarForEachPlus(line, above) || hasBarForEachPlus(line, below);
    // nothing but lifelines that go on, also right below words written over one
    const bare = /^\s*\|(?:\s+\|)+\s*$/u.test(line);
    for (const match of line.matchAll(/[|:!]/gu)) {
      const column = match.index;
      const bar = match[0];
      const touches = (near: string, inks: readonly (InkCell | null)[] | undefined) =>
        upright.test(near[column] ?? ' ') ||
        ((inks?.[column]?.arms ?? 0) & HORIZONTAL) !== 0 ||
        headOfLine.test(` ${near}  `.slice(column, column + 3));
      const up = touches(above, cells[row - 1]);
      const down = touches(below, cells[row + 1]);
      const beside =
        ((cells[row]?.[column - 1]?.arms ?? 0) & RIGHT) !== 0 || ((cells[row]?.[column + 1]?.arms ?? 0) & LEFT) !== 0;
      if (bar === '|') {
        const framed = isWord(line[column - 1]) && isWord(line[column + 1]);
        // between words, right between the edges of a box: `NFL | NBA | MLB`
        const plain = [above, below].every((near) => /[─━═-]/u.test(near[column] ?? ' '));
        if (
          !drifted &&
          plain &&
          / \| /u.test(line.slice(column - 1, column + 2)) &&
          /[^\s│┃║|] $/u.test(line.slice(Math.max(0, column - 2), column))
        )
          continue;
        const shifted = () =>
          /[|+]/u.test(
            above.slice(Math.max(0, column - 4), column + 5) + below.slice(Math.max(0, column - 4), column + 5),
          );
        const closes =
          column === line.length - 1 &&
          (/^\s*\|[^|]*\|$/u.test(line) || (line[column - 1] === ' ' && /^\s*\|/u.test(line)));
        if (!(up || down || beside || closes || drifted || bare || (!framed && shifted()))) continue;
      } else if (isWord(line[column - 1]) || isWord(line[column + 1])) continue;
      else if (!(up && down) && !(bar === ':' && endsLifeline(lines, row, column))) continue;
      const drawn = cells[row];
      if (drawn) drawn[column] = ink(bar, VERTICAL, null, false, bar === '|' ? 'light' : 'dashed');
    }
  });
}

/** The first or last of a column of colons, at one of which a message begins or ends: `:---- GET --->:`. */
function endsLifeline(lines: readonly string[], row: number, column: number): boolean {
  const isColon = (at: number) => lines[at]?.[column] === ':';
  const step = isColon(row + 1) ? 1 : -1;
  for (let at = row; isColon(at) && Math.abs(at - row) <= LONGEST_WAIT; at += step)
    if (/[-.=~<>]/u.test(`${lines[at]?.[column - 1] ?? ' '}${lines[at]?.[column + 1] ?? ' '}`)) return at !== row;
  return false;
}

/** Between the edges of several boxes there is one bar for each corner, however far the words have pushed them. */
function hasBarForEachPlus(line: string, edges: string): boolean {
  const bars = line.split('|').length;
  return bars > 4 && /^[\s+\-=vV^]+$/u.test(edges) && edges.split('+').length === bars;
}

/** Draws the `+` and the `.`, `,`, `'`, `` ` ``, `/`, `\\` that turn a line. */
export function drawCorners(lines: readonly string[], cells: Rows): void {
  const lineArm = (row: number, column: number, arm: number) => ((cells[row]?.[column]?.arms ?? 0) & arm) !== 0;
  // a letter is a head only where it stands alone: no `v` of `events`
  const headArm = (row: number, column: number, glyphs: string) => {
    const line = lines[row] ?? '';
    const character = line[column];
    if (character === undefined || !glyphs.includes(character)) return false;
    return !isWord(character) || !(isWord(line[column - 1]) || isWord(line[column + 1]));
  };
  // a dash of a spaced edge, a blank away: `+ - - - +`
  const spacedArm = (row: number, column: number, step: 1 | -1) =>
    lines[row]?.[column + step] === ' ' &&
    cells[row]?.[column + 2 * step]?.stroke === 'dashed' &&
    /[-=]/u.test(lines[row]?.[column + 2 * step] ?? ' ');
  // a head stands in a wall between this joint or corner and the rest of the wall
  const wallBehindHead = (row: number, column: number, step: 1 | -1) =>
    /[<>►◄▶◀]/u.test(lines[row + step]?.[column] ?? ' ') && /[|+]/u.test(lines[row + 2 * step]?.[column] ?? ' ');
  // the other corner of a turn without a bar between: `--.` over `'--`
  const turnsAt = (row: number, column: number, glyphs: string) =>
    glyphs.includes(lines[row]?.[column] ?? ' ') && lineArm(row, column - 1, RIGHT) !== lineArm(row, column + 1, LEFT);
  // two joints side by side on one line, and not the corners of two boxes that touch
  const pluses = (row: number, column: number) => {
    const line = lines[row] ?? '';
    if (line[column] !== '+' || line[column + 1] !== '+') return false;
    const sides = `${line[column - 1] ?? ' '}${line[column + 2] ?? ' '}`;
    // a line goes straight from wall to wall: `| a +++ b |`
    if (
      !sides.includes('-') &&
      [row - 1, row + 1].every((near) => /^(?:\|[|+]|\+\|)$/u.test((lines[near] ?? '').slice(column, column + 2)))
    )
      return true;
    if (sides !== '--') return /^[- ]{2}$/u.test(sides) && turnsBack(row, column);
    return ![row - 1, row + 1].some((near) =>
      [-2, -1, 0, 1, 2].some(
        (off) => lineArm(near, column + off, VERTICAL) && lineArm(near, column + off + 1, VERTICAL),
      ),
    );
  };
  // from one of two joints a line goes up, from the other one down
  const turnsBack = (row: number, column: number) => {
    const [above, below] = [row - 1, row + 1].map((near) =>
      [column, column + 1].map((at) => lineArm(near, at, VERTICAL) || lines[near]?.[at] === '+'),
    );
    return above?.[0] !== above?.[1] && below?.[0] !== below?.[1] && above?.[0] !== below?.[0];
  };
  // one or two blanks before the last corner of a lower edge: `+-----  +`
  const isBehindHole = (row: number, column: number) => {
    const line = lines[row] ?? '';
    if (line[column - 1] !== ' ' || (line[column + 1] ?? ' ') !== ' ') return false;
    const edge = column - (line[column - 2] === ' ' ? 3 : 2);
    return lineArm(row, edge, RIGHT) && [0, 1, 2, 3].some((off) => lineArm(row - 1, column - off, VERTICAL));
  };
  // right over or under words: the end of a rail, which turns there as its joints do, or a line goes on behind them
  const leadsToWords = (row: number, column: number, arms: number, step: 1 | -1, isOnFork: boolean) => {
    const level = arms & HORIZONTAL;
    const words = lines[row + step] ?? '';
    if (level === 0 || !isUnderWords(words, column) || isLedTo(words.slice(0, column))) return false;
    const behind = row + 2 * step;
    if (lineArm(behind, column, VERTICAL) || headArm(behind, column, step > 0 ? 'vV▼↓' : '^▲↑')) return true;
    const isEnd = (arms & VERTICAL) === 0 && level !== HORIZONTAL && !isBarNear(row - step, column, level);
    return (isOnFork || isEnd) && !lineArm(behind, column, HORIZONTAL);
  };
  // a bar that the end of a rail may be meant for, a column aside, or two beyond it
  const isBarNear = (row: number, column: number, level: number) =>
    [-1, 1, level === RIGHT ? -2 : 2].some((off) => /[|^vV▲▼]/u.test(lines[row]?.[column + off] ?? ' '));
  // a line was drawn over the piece of the wall that stands right at the corner
  const isPassed = (row: number, column: number, step: 1 | -1) =>
    lineArm(row + step, column - 1, RIGHT) &&
    lineArm(row + step, column + 1, LEFT) &&
    lineArm(row + 2 * step, column, VERTICAL);
  // a diagonal leads on from a corner, away from its line: `.---` over ` /`
  const leans = (row: number, column: number, step: 1 | -1, right: boolean) => {
    const [aside, slant] = right === step > 0 ? [-step, '/'] : [step, '\\'];
    const near = lines[row + step] ?? '';
    const isFree = [near[column], near[column + 2 * aside]].every((one = ' ') => ' |'.includes(one));
    return near[column + aside] === slant && isFree;
  };
  const pending: (readonly [row: number, column: number, cell: InkCell])[] = [];
  lines.forEach((line, row) => {
    let fork: number | null = null;
    for (const match of line.matchAll(/[+:.,'`/\\]/gu)) {
      const column = match.index;
      const glyph = match[0];
      const right = lineArm(row, column + 1, LEFT) || (glyph === '+' && spacedArm(row, column, 1));
      const left = lineArm(row, column - 1, RIGHT) || (glyph === '+' && spacedArm(row, column, -1));
      const nearBar = (r: number) =>
        lineArm(r, column, VERTICAL) ||
        (!'+:'.includes(glyph) &&
          !(left && right) &&
          // the last dot of a dotted line
          ((cells[row]?.[column]?.arms ?? 0) & HORIZONTAL) === 0 &&
          (lineArm(r, column - 1, VERTICAL) || lineArm(r, column + 1, VERTICAL)));
      const turned = glyph !== '+' && left !== right;
      // round corners end a wall of one row: `.---.` over `| A +-->`
      const corner = (r: number, glyphs: string) => (turned || glyph === '+') && turnsAt(r, column, glyphs);
      const above =
        nearBar(row - 1) ||
        isPassed(row, column, -1) ||
        corner(row - 1, '.,') ||
        (turned && (headArm(row - 1, column, '^+▲↑') || leans(row, column, -1, right)));
      const below =
        nearBar(row + 1) ||
        isPassed(row, column, 1) ||
        corner(row + 1, "'`") ||
        (turned && (headArm(row + 1, column, 'vV+▼↓') || leans(row, column, 1, right)));
      let arms = 0;
      if (glyph === '+') {
        if (right || headArm(row, column + 1, '>') || pluses(row, column)) arms |= RIGHT;
        if (
          left ||
          headArm(row, column - 1, '<') ||
          pluses(row, column - 1) ||
          isBehindHole(row, column) ||
          // the corner right behind a title: +--- Orders +
          (below && !right && /(?:^|[\s|])\+[-=]+ [^|+]+ $/u.test(line.slice(0, column)))
        )
          arms |= LEFT;
        const branch =
          right &&
          !left &&
          isUnderWords(lines[row - 1] ?? '', column) &&
          /^(?:-{1,3} ?[\p{L}\p{N}_.]|-+>)/u.test(line.slice(column + 1, column + 8));
        if (above || branch || headArm(row - 1, column, '^+▲↑') || wallBehindHead(row, column, -1)) arms |= UP;
        if (below || headArm(row + 1, column, 'vV+▼↓') || wallBehindHead(row, column, 1)) arms |= DOWN;
        const isOnFork: boolean = fork !== null && /^[-=]+$/u.test(line.slice(fork + 1, column));
        const led = leadsToWords(row, column, arms, 1, isOnFork);
        if (led) arms |= DOWN;
        if (leadsToWords(row, column, arms, -1, false)) arms |= UP;
        // the last joint so far of a rail that leads to words at its left end
        fork = isOnFork || (led && !left) ? column : null;
        // `+ item` of a list
        const listed =
          line[column + 1] === ' ' && isWord(line[column + 2]) && /[\s|│┃║]/u.test(line[column - 1] ?? ' ');
        if (listed && (arms & HORIZONTAL) === 0 && !above && !below) arms = 0;
        const alone = isWord(line[column - 1]) || isWord(line[column + 1]);
        // between two bars of a wall it stands for a third, also where words begin or end right at it
        const isBar =
          lineArm(row - 1, column, DOWN) &&
          lineArm(row + 1, column, UP) &&
          !(isWord(line[column - 1]) && isWord(line[column + 1]));
        if (alone && !isBar && (arms & HORIZONTAL) === 0) arms = 0;
        if (
          (arms & HORIZONTAL) === 0 &&
          (arms & VERTICAL) !== VERTICAL &&
          !lineArm(row - 1, column, DOWN) &&
          !lineArm(row + 1, column, UP)
        )
          arms = 0;
      } else {
        if ((right || left) && !(isWord(line[column - 1]) && !left) && !(isWord(line[column + 1]) && !right)) {
          if (glyph === ':')
            arms =
              (cells[row]?.[column]?.arms ?? 0) |
              (above ? UP : 0) |
              (below ? DOWN : 0) |
              (right ? RIGHT : 0) |
              (left ? LEFT : 0);
          else if ('.,'.includes(glyph) && below) arms = DOWN | (right ? RIGHT : 0) | (left ? LEFT : 0);
          else if ("'`".includes(glyph) ? above : glyph === '.' && lineArm(row - 1, column, VERTICAL))
            arms = UP | (right ? RIGHT : 0) | (left ? LEFT : 0);
          else if (
            '`\\'.includes(glyph) &&
            right &&
            (/[\p{L}\p{N}_+|]/u.test(lines[row - 1]?.[column] ?? ' ') || isStep(lines[row - 1], column - 1, glyph))
          )
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

/** A letter, or what stands between two letters: the blank between two words, the sign in `R&D`. */
function isUnderWords(above: string, column: number): boolean {
  return (
    isWord(above[column]) ||
    (/[ &/.]/u.test(above[column] ?? '|') && isWord(above[column - 1]) && /\S/u.test(above[column + 1] ?? ' '))
  );
}

/** Words that a level line leads to already: `+--> ` before the rest of a name. */
function isLedTo(before: string): boolean {
  return /[-=─]>? ?(?:[\p{L}\p{N}_]+ )*[\p{L}\p{N}_]*$/u.test(before.slice(-SIGHT));
}

/** The piece of a hook that comes down in two steps, one column aside. */
function isStep(above: string | undefined, column: number, glyph: string): boolean {
  return glyph === '\\' && above?.[column] === glyph && /[ -]/u.test(above[column + 1] ?? ' ');
}
