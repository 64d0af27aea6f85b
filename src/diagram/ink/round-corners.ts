import { HEADS_ABOVE, HEADS_BELOW, type Around } from './around.ts';
import { DOWN, HORIZONTAL, LEFT, RIGHT, UP, VERTICAL } from './glyphs.ts';
import { isWord } from './ink-cells.ts';

/** The arms of a `.`, `,`, `'`, `` ` ``, `:`, `/` or `\\` that turns a line; 0 where it is read. */
export function roundCornerArms(around: Around, row: number, column: number, glyph: string): number {
  const { textAt, cells, lineArm, headArm, strokeApart, turnsAt, isPassed } = around;
  const line = textAt(row);
  const runsRight = lineArm(row, column + 1, LEFT) || strokeApart(row, column, 1, '.');
  const runsLeft = lineArm(row, column - 1, RIGHT) || strokeApart(row, column, -1, '.');
  // a head stands in the line right before its corner: `--->'`
  const right = runsRight || (!runsLeft && headArm(row, column + 1, '<'));
  const left = runsLeft || (!runsRight && headArm(row, column - 1, '>'));
  if (!(right || left)) return 0;
  if ((isWord(line[column - 1]) && !left) || (isWord(line[column + 1]) && !right)) return 0;
  const above = isMet(-1, '.,', HEADS_ABOVE);
  const below = isMet(1, "'`", HEADS_BELOW);
  const level = (right ? RIGHT : 0) | (left ? LEFT : 0);

  if (glyph === ':') return (cells[row]?.[column]?.arms ?? 0) | (above ? UP : 0) | (below ? DOWN : 0) | level;
  if ('.,'.includes(glyph) && below) return DOWN | level;
  if ("'`".includes(glyph) ? above : glyph === '.' && lineArm(row - 1, column, VERTICAL)) return UP | level;
  if ('`\\'.includes(glyph) && right && isUnderItem()) return UP | RIGHT;
  if (glyph === '/') return right && below ? RIGHT | DOWN : left && above ? LEFT | UP : 0;
  if (glyph === '\\') return left && below ? LEFT | DOWN : right && above ? RIGHT | UP : 0;
  return 0;

  /** What the corner turns to stands on the next row: a bar, the other corner, a head or a diagonal. */
  function isMet(step: 1 | -1, corners: string, heads: string): boolean {
    const turned = left !== right;
    return (
      hasBar(row + step) ||
      isPassed(row, column, step) ||
      (turned && (turnsAt(row + step, column, corners) || headArm(row + step, column, heads) || leans(step)))
    );
  }

  function hasBar(near: number): boolean {
    if (lineArm(near, column, VERTICAL)) return true;
    // the last dot of a dotted line is none
    if (glyph === ':' || (left && right) || lineArm(row, column, HORIZONTAL)) return false;
    return lineArm(near, column - 1, VERTICAL) || lineArm(near, column + 1, VERTICAL);
  }

  /** A diagonal leads on from a corner, away from its line: `.---` over ` /`. */
  function leans(step: 1 | -1): boolean {
    const [aside, slant] = right === (step === 1) ? [-step, '/'] : [step, '\\'];
    const near = textAt(row + step);
    const beside = near.charAt(column) + near.charAt(column + aside + aside);
    return near[column + aside] === slant && !/[^ |]/u.test(beside);
  }

  /** A hook below a word, a joint or a bar, or the second step of one that comes down one column aside. */
  function isUnderItem(): boolean {
    const over = textAt(row - 1);
    const isStep = glyph === '\\' && over[column - 1] === glyph && /[ -]/u.test(over[column] ?? ' ');
    return /[\p{L}\p{N}_+|]/u.test(over[column] ?? ' ') || isStep;
  }
}
