import { boxGlyph, HORIZONTAL, LEFT, RIGHT } from './glyphs.ts';
import { ink, isWord } from './ink-cells.ts';
import type { InkCell, Stroke } from '../model.ts';

const solidLeft = /[+|│┃║├┝┣╠┌┍┏╔╭└┗╚╰┬┴┼◄◀◁←]/u;
const solidRight = /[+|│┃║┤┥┫╣┐┓╗╮┘┛╝╯┬┴┼►▶▷→]/u;
const bar = /[|│]/u;
const freeSide = /[\s<>|│]/u;

const betweenRoundEnds = /(?<![\p{L}\p{N}_])o[-=~]+o(?![\p{L}\p{N}_])/u;

/** A letter, a digit or a picture. */
const beginsName = /[^\s\p{P}\p{Sm}]/u;

/** The rows above and below one. */
type Around = readonly [above: string, below: string];

/** Strokes a blank apart; dots only where a head ends them: others stand for words left out. */
const spaced = new RegExp(
  [
    /(?<![\w-])-(?: -){2,}(?= ?[>▶►→+|\s]|$)/u,
    /(?<![\w=])=(?: =){2,}(?= ?[>▶►→+|\s]|$)/u,
    /(?<!─)─(?: ─){2,}(?!─)/u,
    /(?<![\w.]|\. )\.(?: \.){2,}(?= ?>)/u,
    /(?<=< ?)\.(?: \.){2,}(?![.\w])/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** Draws the runs of `-`, `=`, `~` and `.` of a row that are lines. */
export function drawDashes(line: string, cells: (InkCell | null)[], around: Around): void {
  for (const match of line.matchAll(/-+(?:=-+)*|={2,}|~{2,}|\.{2,}|·{2,}/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    const glyph = match[0].charAt(0);
    if (!isLine(line, start, end, glyph, around)) continue;
    // a `=` between dashes makes them a dashed line
    const stroke: Stroke = glyph === '=' ? 'double' : /^-+$/u.test(match[0]) ? 'light' : 'dashed';
    [...match[0]].forEach((dash, k) => {
      cells[start + k] = ink(dash, HORIZONTAL, null, false, stroke);
    });
  }
  for (const { 0: dashes, index } of line.matchAll(spaced))
    [...dashes].forEach((dash, k) => {
      if (dash !== ' ') cells[index + k] = ink(dash, HORIZONTAL, null, false, 'dashed');
    });
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
function leadsTo(grapheme: string, arm: number): boolean {
  return ((boxGlyph(grapheme)?.arms ?? 0) & arm) !== 0;
}

/** A `.` with a bar, the other corner or a diagonal below it, or a `'` with one above. */
function isRoundCorner([above, below]: Around, column: number, character: string): boolean {
  const near = ` ${'.,'.includes(character) ? below : above}  `.slice(column, column + 3);
  return /^(?:[.,](?:.[|'`]|\/ |. \\)|['`](?:.[|.,]|\\ |. \/))/u.test(character + near);
}

/** A `/` or `'` under a bar, a `\` or `.` over one. */
function turnsUpright([above, below]: Around, column: number, character: string): boolean {
  return ("/'".includes(character) ? above : '\\.'.includes(character) ? below : '')[column] === '|';
}

/**
 * A `'` one column right of the bar that it goes on from.
 *
 *     |
 *      '-> b
 */
function isHook([above]: Around, column: number, line: string): boolean {
  return line.slice(column - 1, column + 1) === " '" && above.slice(column - 1, column + 1).trimEnd() === '|';
}

/** Whether a run of one glyph is a line, by what stands right before and after it, and further along its row. */
function isLine(line: string, start: number, end: number, glyph: string, around: Around): boolean {
  const length = end - start;
  const ahead = line.slice(Math.max(0, start - SIGHT), start);
  const behind = line.slice(end, end + SIGHT);
  const before = line[start - 1] ?? ' ';
  const after = line[end] ?? ' ';
  const pointsRight = after === '>' && !isWord(line[end + 1]);
  const pointsLeft = before === '<' && !isWord(line[start - 2]);
  const leftSolid = pointsLeft || solidLeft.test(before);
  const rightSolid = pointsRight || solidRight.test(after);
  const turnsBefore = () => isRoundCorner(around, start - 1, before) || isHook(around, start - 1, line);
  const turnsAfter = () => isRoundCorner(around, end, after);
  // typed instead of a piece of box drawing: ┌────-┐
  if ('-='.includes(glyph) && leadsTo(before, RIGHT) && leadsTo(after, LEFT)) return true;
  if ('.·'.includes(glyph)) return isDots();
  if (isBesideLabel() || isBetweenTitleAndHead() || isBetweenHeads()) return true;
  return length === 1 ? isDash() : isDashes();

  function isDots(): boolean {
    if (glyph === '.') {
      if (isDottedEdge(line, start, end, around) || isPieceOfMessage(before, ahead, after, behind)) return true;
      // there are more of these: │ 1 │...│ n │
      if (length === 3 && bar.test(before) && bar.test(after)) return false;
    }
    return pointsRight || pointsLeft || (leftSolid && rightSolid);
  }

  /** Before or behind a label in brackets that stands in the line: `--(ask)->`, `-[:OWNS]->`. */
  function isBesideLabel(): boolean {
    if (freeSide.test(before) && /^(?:\([^|│]*?\)|\[[^|│\]]*\])-/u.test(behind)) return true;
    return /^(?:$|[<>|│]|\s+(?:$|\s|[|│]))/u.test(behind) && /-(?:\([^|│]*\)|\[[^|│\]]*\])$/u.test(ahead);
  }

  /** Of an edge: `+--v-----v--+` */
  function isBetweenHeads(): boolean {
    return /[-+][vV^▼▲↓↑]$/u.test(ahead) && /^[vV^▼▲↓↑][-+]/u.test(behind);
  }

  /** `+- Edge --v--+` */
  function isBetweenTitleAndHead(): boolean {
    if (/^[vV^▼▲↓↑]-/u.test(behind) && /\+[-=]+ (?:.* )?$/u.test(ahead)) return true;
    return /-[vV^▼▲↓↑]$/u.test(ahead) && /^ .* [-=]+\+/u.test(behind);
  }

  /** One dash may be a hyphen, a sign or a bullet. */
  function isDash(): boolean {
    // alone between two boxes, whose edges end above or below it
    if (/\| $/u.test(ahead) && /^ \|/u.test(behind))
      return around.some((near) => /^[-+.,'`] {3}[-+.,'`]$/u.test(near.slice(start - 2, end + 2)));
    // beside a title in a border, or before the name of a branch: +- Edge -+
    if (/[+\\`]/u.test(before) && after === ' ' && beginsName.test(line[end + 1] ?? ' '))
      return /[-=]\+/u.test(behind) || /^[\s|]*[+\\`]$/u.test(ahead);
    if (isInEdge()) return true;
    // from a box to a bar that goes up or down right behind it: | -/
    if (/[|│] $/u.test(ahead) && turnsUpright(around, end, after)) return true;
    if (pointsRight) return (!isWord(before) && beginsArrow()) || endsLineOfWords();
    if (pointsLeft) return !isWord(after) || (/[|+]<$/u.test(ahead) && /^[^|+]*->?[|+]/u.test(behind));
    return isBesideWords() || isShortEdge();
  }

  /** Between a corner and a head, a hole or the title in an edge, also where the corner behind a head is missing: `+-----^-`. */
  function isInEdge(): boolean {
    if (before === '+' && (/^[vV^▼▲↓↑][-+]/u.test(behind) || isTitledEdge(line, start, around))) return true;
    if (after === '+' && (/[-+][vV^▼▲↓↑]$/u.test(ahead) || (before === ' ' && /\+[-=]+ /u.test(ahead)))) return true;
    return after === ' ' && /[+'`.,][-=+vV^▼▲↓↑]*-[vV^▼▲↓↑]$/u.test(ahead);
  }

  /** Right at a wall: `|--- orders->|`, `|-tea->|`, `|--(milk)->|`. */
  function endsLineOfWords(): boolean {
    return /(?:[-=]{2,} ?|[|+]<?-)[^|]*$/u.test(ahead) && /^> ?[|│+]/u.test(behind);
  }

  function beginsArrow(): boolean {
    return /[\s+|.\\`]/u.test(before) || boxGlyph(before) !== undefined || turnsBefore();
  }

  function isBesideWords(): boolean {
    // from words to a joint that goes on above or below: Orders -+
    if (after === '+' && /[\s\p{L}\p{N})\]]/u.test(before) && goesOn(around, end)) return true;
    // the last or first dash of a message between lifelines: |<- data -|
    if (/[ )]/u.test(before) && bar.test(after) && /[|│] ?<?-+ ?[^|│-][^|│]*$/u.test(ahead)) return true;
    if (after === ' ' && bar.test(before) && /^ [^|│]+ ?-+>? ?[|│]/u.test(behind)) return true;
    // between a title in a border and the line that passes it: +- Orders-|---+
    if (after === '|' && isWord(before) && /^\|-{2,}/u.test(behind) && /\+-+ [^|+]*$/u.test(ahead)) return true;
    // before or after a label that stands in its line: +-mTLS-->|, |-flour-|
    if (/[+|]/u.test(before) && /^[\p{L}\p{N}][^|+<>]*?-+>?[|+]/u.test(behind)) return true;
    return /[+|]/u.test(after) && /[|+]<?-+[\p{L}\p{N}][^|+<>]*$/u.test(ahead);
  }

  /** Of a rounded box: `'-+--'`, `'-*--'` */
  function isShortEdge(): boolean {
    const [endsPort, beginsPort] = [/-\*$/u.test(ahead), /^\*-/u.test(behind)];
    return (
      (leftSolid || turnsBefore() || endsPort) &&
      (rightSolid || turnsAfter() || beginsPort) &&
      !(endsPort && beginsPort)
    );
  }

  function isDashes(): boolean {
    // between two round turns: .--'
    if (turnsBefore() && turnsAfter()) return true;
    // between round ends that touch no word, |o----o|
    if (betweenRoundEnds.test(line.slice(Math.max(0, start - 2), end + 2))) return true;
    if (isWord(before) && isWord(after)) return false;
    if (leftSolid || rightSolid) return true;
    // alone on its row it is a rule, unless bars meet it, or two of them its ends
    if (length === line.trim().length)
      return (
        length > 2 &&
        around.some((row) => /^\|[^|]*\|$/u.test(row.slice(start, end)) || (row.includes('|') && /^[\s|]+$/u.test(row)))
      );
    // `--flag` is a word, `--yes-->` is a line with its label
    if (isWord(after)) return length > 2 || /^[^\s-]+(?: [^\s-]+){0,3} ?[-=~][->=~]/u.test(behind);
    if (isWord(before)) return length > 2 || /[-=~]{2,}[^\s-]+(?: [^\s-]+){0,3}$/u.test(ahead);
    if (/[`'\\]/u.test(before) && /^(?: |$)/u.test(behind)) return true;
    if (length > 2) return true;
    // at the end of its row a line turns to a bar
    const goesOnAfter =
      end === line.length ? goesOn(around, end) || goesOn(around, end - 1) : !/^.(?:\p{P}|<\p{L})/u.test(behind);
    return start > 0 && before === ' ' && goesOnAfter && !partsRemark();
  }

  /** Between words in brackets: `[connected -- 1 RTT later]`. */
  function partsRemark(): boolean {
    return /[([][^()[\]|│]*[^\s-] $/u.test(ahead) && /^ [^\s-][^()[\]|│]*[)\]]/u.test(behind);
  }
}

/** The dots before or after the words of a message between two uprights: `|<... 200 OK ....|`, `:.... GET ...>:`. */
function isPieceOfMessage(before: string, ahead: string, after: string, behind: string): boolean {
  if ('|│:'.includes(after)) return /(?<![\p{L}\p{N}])[|│:] ?<?\.{2,} [^|│]* $/u.test(ahead);
  return '|│:'.includes(before) && /^ [^|│]* \.{2,}>? ?[|│:]/u.test(behind);
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
