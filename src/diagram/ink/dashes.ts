import { boxGlyph, HORIZONTAL, LEFT, RIGHT } from './glyphs.ts';
import { ink, isWord } from './ink-cells.ts';
import type { InkCell, Stroke } from '../model.ts';

const solidLeft = /[+|<│┃║├┝┣╠┌┍┏╔╭└┗╚╰┬┴┼◄◀◁←]/u;
const solidRight = /[+|>│┃║┤┥┫╣┐┓╗╮┘┛╝╯┬┴┼►▶▷→]/u;
const freeSide = /[\s<>|│]/u;
const softAnchor = /[.,'`/\\*o●○◆◇■□•vV^▼▲▽△↓↑]/u;

/** A letter, a digit or a picture. */
const beginsName = /[^\s\p{P}\p{Sm}]/u;

/** The rows above and below one. */
type Around = readonly [above: string, below: string];

/** Draws the runs of `-`, `=`, `~` and `.` of a row that are lines. */
export function drawDashes(line: string, cells: (InkCell | null)[], around: Around): void {
  for (const match of line.matchAll(/-+(?:=-+)*|={2,}|~{2,}|\.{2,}|·{2,}|_{2,}/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    const glyph = match[0].charAt(0);
    if (!isLine(line, start, end, glyph, around)) continue;
    // a `=` between dashes makes them a dashed line
    const isDashed = '~.·'.includes(glyph) || (glyph === '-' && match[0].includes('='));
    const stroke: Stroke = glyph === '=' ? 'double' : isDashed ? 'dashed' : 'light';
    for (let column = start; column < end; column++)
      cells[column] = ink(line[column] ?? glyph, HORIZONTAL, null, false, stroke);
    // the corners of a dotted frame
    if (glyph === '.' && line[start - 1] === ':') cells[start - 1] = ink(':', RIGHT, null, false, stroke);
    if (glyph === '.' && line[end] === ':') cells[end] = ink(':', LEFT, null, false, stroke);
  }
  if (!/([-=]) \1/u.test(line)) return;
  for (const { 0: dashes, index } of line.matchAll(
    /(?<![\w-])-(?: -){2,}(?= ?[>+|\s]|$)|(?<![\w=])=(?: =){2,}(?= ?[>+|\s]|$)/gu,
  ))
    for (let column = index; column < index + dashes.length; column++)
      if (line[column] !== ' ') cells[column] = ink(dashes.charAt(0), HORIZONTAL, null, false, 'dashed');
}

/** How far a run of dashes looks along its row: lines in a drawing are not longer. */
const SIGHT = 240;

/** A bar or a joint stands above or below a column. */
function goesOn(around: Around, column: number): boolean {
  return around.some((row) => /[|+]/u.test(row[column] ?? ' '));
}

/** The edge of a box with its title, a bar below or above each of its corners: `+-[x]- Orders ---+`. */
function isTitledEdge(line: string, start: number, around: Around): boolean {
  const corner = line.slice(start + 1, start + SIGHT).indexOf('-+');
  const end = start + corner + 2;
  if (corner === -1) return false;
  return around.some((near) => near[start - 1] === '|' && near[end] === '|');
}

/** Box drawing with an arm to one side. */
function leadsTo(grapheme: string | undefined, arm: number): boolean {
  return ((boxGlyph(grapheme ?? ' ')?.arms ?? 0) & arm) !== 0;
}

/** A `.` with a bar, the other corner or a diagonal below it, or a `'` with one above. */
function isRoundCorner([above, below]: Around, column: number, character: string | undefined): boolean {
  if (character === undefined || !".,'`".includes(character)) return false;
  const near = ` ${'.,'.includes(character) ? below : above}  `.slice(column, column + 3);
  return /^(?:[.,](?:.[|'`]|\/ |. \\)|['`](?:.[|.,]|\\ |. \/))/u.test(character + near);
}

function isLine(line: string, start: number, end: number, glyph: string, around: Around): boolean {
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
  // typed instead of a piece of box drawing: ┌────-┐
  if ('-='.includes(glyph) && leadsTo(before, RIGHT) && leadsTo(after, LEFT)) return true;
  if (glyph === '.' && (isDottedEdge(line, start, end, around) || isPieceOfMessage(before, ahead, after, behind)))
    return true;
  // there are more of these: │ 1 │...│ n │
  if (glyph === '.' && length === 3 && /[|│]/u.test(before ?? '') && /[|│]/u.test(after ?? '')) return false;
  if (glyph === '.' || glyph === '·')
    return pointsRight || pointsLeft || (leftSolid && (rightSolid || after === '-')) || (before === '-' && rightSolid);
  // before or behind a label in parentheses that stands in the line: --(ask)->
  if (freeSide.test(before ?? ' ') && /^\([^|│]*?\)-/u.test(behind)) return true;
  if (/^(?:$|[<>|│]|\s+(?:$|\s|[|│]))/u.test(behind) && /-\([^|│]*\)$/u.test(ahead)) return true;
  // between a title in a border and a head in it: +- Edge --v--+
  if (before === ' ' && /^[vV^▼▲↓↑]-/u.test(behind) && /\+[-=]+ /u.test(ahead)) return true;
  if (after === ' ' && /-[vV^▼▲↓↑]$/u.test(ahead) && /^ .* [-=]+\+/u.test(behind)) return true;
  if (length === 1) {
    // alone between two boxes, whose edges end above or below it
    if (/\| $/u.test(ahead) && /^ \|/u.test(behind))
      return around.some((near) => /^[-+.,'`] {3}[-+.,'`]$/u.test(near.slice(start - 2, end + 2)));
    // one dash beside a title in a border, or before the name of a branch: +- Edge -+
    if (/[+\\`]/u.test(before ?? '') && after === ' ' && beginsName.test(line[end + 1] ?? ' '))
      return /[-=]\+/u.test(behind) || /^[\s|]*[+\\`]$/u.test(ahead);
    if (before === '+' && /^[vV^▼▲↓↑][-+]/u.test(behind)) return true;
    if (before === '+' && isTitledEdge(line, start, around)) return true;
    if (after === '+' && /[-+][vV^▼▲↓↑]$/u.test(ahead)) return true;
    // a hole in an edge: +----- -+
    if (before === ' ' && after === '+' && /\+[-=+]*[-=] {1,2}$/u.test(ahead) && !/^\+\S/u.test(behind)) return true;
    // between a head in a border and the corner that is missing: +-----^-
    if ((after === undefined || after === ' ') && /[+'`.,][-=+vV^▼▲↓↑]*-[vV^▼▲↓↑]$/u.test(ahead)) return true;
    if (after === '+' && before === ' ' && /\+[-=]+ /u.test(ahead)) return true;
    // the end of a line that words stand in, right at a wall: |--- orders->|, |-tea->|, |<-tea-|
    if (pointsRight && isWord(before)) return /(?:[-=]{2,} ?|[|+]<?-)[^|]*$/u.test(ahead) && /^> ?[|│+]/u.test(behind);
    if (pointsRight)
      return (
        !isWord(before) &&
        (before === undefined ||
          /[\s+|.\\`]/u.test(before) ||
          boxGlyph(before) !== undefined ||
          isRoundCorner(around, start - 1, before))
      );
    if (pointsLeft) return !isWord(after) || (/[|+]<$/u.test(ahead) && /^[^|+]*->?[|+]/u.test(behind));
    // from words to a joint that goes on above or below: Orders -+
    if (after === '+' && /[\s\p{L}\p{N})\]]/u.test(before ?? '') && goesOn(around, end)) return true;
    // the last dash of a message between lifelines: |<- data -|
    if (/[ )]/u.test(before ?? '') && /[|│]/u.test(after ?? '') && /[|│] ?<?-+ ?[^|│-][^|│]*$/u.test(ahead))
      return true;
    if (after === ' ' && /[|│]/u.test(before ?? '') && /^ [^|│]+ ?-+>? ?[|│]/u.test(behind)) return true;
    // between a title in a border and the line that passes it: +- Orders-|---+
    if (after === '|' && isWord(before) && /^\|-{2,}/u.test(behind) && /\+-+ [^|+]*$/u.test(ahead)) return true;
    // the dash before or after a label that stands in its line: +-mTLS-->|, |-flour-|
    if (/[+|]/u.test(before ?? '') && /^[\p{L}\p{N}][^|+<>]*?-+>?[|+]/u.test(behind)) return true;
    if (/[+|]/u.test(after ?? '') && /[|+]<?-+[\p{L}\p{N}][^|+<>]*$/u.test(ahead)) return true;
    // the short edge of a rounded box: '-+--'
    const left = leftSolid || isRoundCorner(around, start - 1, before);
    const right = rightSolid || isRoundCorner(around, end, after);
    return left && right && !/[<>]/u.test(`${before}${after}`);
  }
  // between two round turns: .--'
  if (isRoundCorner(around, start - 1, before) && isRoundCorner(around, end, after)) return true;
  // between two heads in a border: +--v-----v--+
  if (/-[vV]$/u.test(ahead) && /^[vV]-/u.test(behind)) return true;
  // round ends that touch no word: |o----o|
  const [roundLeft, roundRight] = [before === 'o' && !isWord(line[start - 2]), after === 'o' && !isWord(line[end + 1])];
  if (roundLeft && roundRight) return true;
  if (isWord(before) && isWord(after)) return false;
  if (leftSolid || rightSolid) return true;
  // alone on its row it is a rule, unless bars meet it
  if (end - start === line.trim().length)
    return length > 2 && around.some((row) => row.includes('|') && /^[\s|]+$/u.test(row));
  // `--flag` is a word, `--yes-->` is a line with its label
  if (isWord(after)) return length > 2 || /^[^\s-]+(?: [^\s-]+){0,3} ?[-=~][->=~]/u.test(behind);
  if (isWord(before)) return length > 2 || /[-=~]{2,}[^\s-]+(?: [^\s-]+){0,3}$/u.test(ahead);
  if (/[`'\\]/u.test(before ?? '') && (after === undefined || after === ' ')) return true;
  if (length === 2)
    return before !== undefined && after !== undefined && /\s/u.test(before) && !/[\p{P}]/u.test(line[end + 1] ?? ' ');
  const anchored = (c: string | undefined) =>
    c === undefined || /\s/u.test(c) || softAnchor.test(c) || boxGlyph(c) !== undefined;
  return anchored(before) || anchored(after) || length > 3;
}

/** The dots before or after the words of a message between two uprights: `|<... 200 OK ....|`, `:.... GET ...>:`. */
function isPieceOfMessage(
  before: string | undefined,
  ahead: string,
  after: string | undefined,
  behind: string,
): boolean {
  if (after && '|│:'.includes(after)) return /(?<![\p{L}\p{N}])[|│:] ?<?\.{2,} [^|│]* $/u.test(ahead);
  return !!before && '|│:'.includes(before) && /^ [^|│]* \.{2,}>? ?[|│:]/u.test(behind);
}

/**
 * The edge of a dotted frame: it runs from one of its walls to the other, or hangs on both.
 *
 *     .............      :...........:
 *     :  Sandbox  :      :  Sandbox  :
 *     :...........:      :...........:
 */
function isDottedEdge(line: string, start: number, end: number, around: Around): boolean {
  if (end - start < 3) return false;
  if (line[start - 1] === ':' && line[end] === ':') return true;
  return around.some((near) => near[start] === ':' && near[end - 1] === ':');
}
