import { HEADS_ABOVE, HEADS_BELOW, type Around } from './around.ts';
import { DOWN, HORIZONTAL, LEFT, RIGHT, UP, VERTICAL } from './glyphs.ts';
import { isWord } from './ink-cells.ts';

/** How far a corner looks along a row of words for their line. */
const SIGHT = 40;

const NONE = { row: -1, column: 0 };

/** The arms of each `+`, asked row by row and from left to right; 0 where it is read. */
export function plusesOf({ textAt, glyphAt, lineArm, headArm, strokeApart, turnsAt, isPassed }: Around) {
  // the last joint so far of a rail that leads to words at its left end
  let fork = NONE;
  return { armsAt };

  function armsAt(row: number, column: number): number {
    const arms = levelArms(row, column) | uprightArms(row, column);
    const led = arms | armsToWords(row, column, arms);
    return isRead(row, column, led) ? 0 : led;
  }

  function levelArms(row: number, column: number): number {
    const right =
      lineArm(row, column + 1, LEFT) ||
      strokeApart(row, column, 1, '-=') ||
      isBesideHead(row, column, 1) ||
      headArm(row, column + 1, '>') ||
      isJoined(row, column);
    const left =
      lineArm(row, column - 1, RIGHT) ||
      strokeApart(row, column, -1, '-=') ||
      isBesideHead(row, column, -1) ||
      headArm(row, column - 1, '<') ||
      isJoined(row, column - 1) ||
      isBehindTitle(row, column);
    return (right ? RIGHT : 0) | (left ? LEFT : 0);
  }

  function uprightArms(row: number, column: number): number {
    if (isArrivedAt(row, column)) return VERTICAL;
    const up =
      isMet(row, column, -1) ||
      isBranch(row, column) ||
      headArm(row - 1, column, HEADS_ABOVE) ||
      isBehindHead(row, column, -1);
    const down = isMet(row, column, 1) || headArm(row + 1, column, HEADS_BELOW) || isBehindHead(row, column, 1);
    return (up ? UP : 0) | (down ? DOWN : 0);
  }

  /** An arrow ends at a wall that its row stands a column or two beside: `--->+ Orders` under `|`. */
  function isArrivedAt(row: number, column: number): boolean {
    const around = textAt(row).slice(Math.max(0, column - 2), column + 3);
    return (
      /[-=]>\+|\+<[-=]/u.test(around) &&
      [row - 1, row + 1].every((near) => [-2, -1, 0, 1, 2].some((off) => lineArm(near, column + off, VERTICAL)))
    );
  }

  /** A bar stands on the next row, or a line was drawn over it, or a round corner ends the wall of one row: `.---.` over `| A +-->`. */
  function isMet(row: number, column: number, step: 1 | -1): boolean {
    return (
      lineArm(row + step, column, VERTICAL) ||
      isPassed(row, column, step) ||
      turnsAt(row + step, column, step === 1 ? "'`" : '.,')
    );
  }

  /** What a line on the row gives it: its own, or a dash of a spaced edge. */
  function isOnLine(row: number, column: number, step: 1 | -1): boolean {
    return lineArm(row, column + step, HORIZONTAL) || strokeApart(row, column, step, '-=');
  }

  /** A head stands in the edge right beside its corner: `+v----+` */
  function isBesideHead(row: number, column: number, step: 1 | -1): boolean {
    return headArm(row, column + step, 'vV^▼▲') && lineArm(row, column + step + step, HORIZONTAL);
  }

  /** Two joints side by side on one line, and not the corners of two boxes that touch. */
  function isJoined(row: number, column: number): boolean {
    const line = textAt(row);
    if (line[column] !== '+' || line[column + 1] !== '+') return false;
    const sides = `${line[column - 1] ?? ' '}${line[column + 2] ?? ' '}`;
    if (!sides.includes('-') && [row - 1, row + 1].every((near) => isWallBeside(near, column))) return true;
    if (sides !== '--') return /[- ]{2}/u.test(sides) && turnsBack(row, column);
    return ![row - 1, row + 1].some((near) =>
      [-2, -1, 0, 1, 2].some(
        (off) => lineArm(near, column + off, VERTICAL) && lineArm(near, column + off + 1, VERTICAL),
      ),
    );
  }

  /** A line goes straight from wall to wall: `| a +++ b |` */
  function isWallBeside(row: number, column: number): boolean {
    return /\|[|+]|\+\|/u.test(textAt(row).slice(column, column + 2));
  }

  /** From one of two joints a line goes up, from the other one down. */
  function turnsBack(row: number, column: number): boolean {
    const [above, below] = [row - 1, row + 1].map((near) =>
      [column, column + 1].map((at) => lineArm(near, at, VERTICAL) || glyphAt(near, at) === '+'),
    );
    return above?.[0] !== above?.[1] && below?.[0] !== below?.[1] && above?.[0] !== below?.[0];
  }

  /** The corner right behind a title: `+-+- Orders +` */
  function isBehindTitle(row: number, column: number): boolean {
    if (!isMet(row, column, 1) || isOnLine(row, column, 1)) return false;
    return /(?:^|[\s|])\+[-=][-=+]* [^|+]+ $/u.test(textAt(row).slice(0, column));
  }

  /** A head stands in a wall between this joint or corner and the rest of the wall. */
  function isBehindHead(row: number, column: number, step: 1 | -1): boolean {
    return /[<>►◄▶◀]/u.test(glyphAt(row + step, column)) && /[|+]/u.test(glyphAt(row + step + step, column));
  }

  /** `+-- name` or `+-->` right under words. */
  function isBranch(row: number, column: number): boolean {
    return (
      isOnLine(row, column, 1) &&
      !isOnLine(row, column, -1) &&
      isUnderWords(textAt(row - 1), column) &&
      !isFed(row, column) &&
      /^(?:-{1,3} ?[\p{L}\p{N}_.]|-+>)/u.test(textAt(row).slice(column + 1, column + 8))
    );
  }

  /**
   * A line arrives from the left in the middle of the bar that goes down from here: the words above are a label.
   *
   *      fork
   *       +--> a
   *     --|
   *       +--> b
   */
  function isFed(row: number, column: number): boolean {
    for (let at = row + 1; at < row + SIGHT; at++) {
      if (isOnLine(at, column, -1)) return /[|+]/u.test(glyphAt(at + 1, column));
      if (!/[|+]/u.test(glyphAt(at, column))) return false;
    }
    return false;
  }

  /** The arms to words right above and below. */
  function armsToWords(row: number, column: number, arms: number): number {
    const isOnFork = fork.row === row && /^[-=]+$/u.test(textAt(row).slice(fork.column + 1, column));
    const down = leadsToWords(row, column, arms, 1, isOnFork) ? DOWN : 0;
    fork = isOnFork || down !== 0 ? { row, column } : NONE;
    return down | (leadsToWords(row, column, arms | down, -1, false) ? UP : 0);
  }

  /** Right over or under words: the end of a rail, which turns there as its joints do, or a line goes on behind them. */
  function leadsToWords(row: number, column: number, arms: number, step: 1 | -1, isOnFork: boolean): boolean {
    const level = arms & HORIZONTAL;
    const words = textAt(row + step);
    if (level === 0 || !isUnderWords(words, column) || isLedTo(words.slice(0, column))) return false;
    const behind = row + step + step;
    if (lineArm(behind, column, VERTICAL) || headArm(behind, column, step === 1 ? 'vV▼↓' : '^▲↑')) return true;
    const isEnd = (arms & VERTICAL) === 0 && level !== HORIZONTAL && !isBarNear(row - step, column, level);
    return (isOnFork || isEnd) && !lineArm(behind, column, HORIZONTAL);
  }

  /** A bar that the end of a rail may be meant for, a column aside, or two beyond it. */
  function isBarNear(row: number, column: number, level: number): boolean {
    return [-1, 1, level === RIGHT ? -2 : 2].some((off) => /[|^vV▲▼]/u.test(glyphAt(row, column + off)));
  }

  /** Without a level line it is a sign in a text unless it stands in a wall: `a+b`, `+ item`; in parentheses it is one in a wall too. */
  function isRead(row: number, column: number, arms: number): boolean {
    if ((arms & HORIZONTAL) !== 0 || isWallOfOneRow(row, column, 1) || isWallOfOneRow(row, column, -1)) return false;
    const line = textAt(row);
    if (line[column - 1] === '(' && line[column + 1] === ')') return true;
    const [before, after] = [isWord(line[column - 1]), isWord(line[column + 1])];
    const [hangs, stands] = [lineArm(row - 1, column, DOWN), lineArm(row + 1, column, UP)];
    const listed = line[column + 1] === ' ' && isWord(line[column + 2]) && /[\s|│┃║]/u.test(line[column - 1] ?? ' ');
    if (listed && !isMet(row, column, -1) && !isMet(row, column, 1)) return true;
    // between two bars of a wall it stands for a third, also where words begin or end right at it
    if ((before || after) && !(hangs && stands && !(before && after))) return true;
    return (arms & VERTICAL) !== VERTICAL && !hangs && !stands;
  }

  /** The corners of a box stand right above and below, its edges on this side of them: `+found+`. */
  function isWallOfOneRow(row: number, column: number, step: 1 | -1): boolean {
    return [row - 1, row + 1].every(
      (near) => glyphAt(near, column) === '+' && /[-=]/u.test(glyphAt(near, column + step)),
    );
  }
}

/** A letter, or what stands between two letters: the blank between two words, the sign in `R&D`, the hyphen in `on-call`. */
function isUnderWords(above: string, column: number): boolean {
  return (
    isWord(above[column]) ||
    (above[column] === '-' && isWord(above[column - 1]) && isWord(above[column + 1])) ||
    (/[ &/.]/u.test(above[column] ?? '|') && isWord(above[column - 1]) && /\S/u.test(above[column + 1] ?? ' '))
  );
}

/** Words that a level line leads to already: `+--> ` before the rest of a name. */
function isLedTo(before: string): boolean {
  return /[-=─]>? ?(?:[\p{L}\p{N}_]+ )*[\p{L}\p{N}_]*$/u.test(before.slice(-SIGHT));
}
