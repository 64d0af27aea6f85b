import { HORIZONTAL } from '../ink/glyphs.ts';
import { isBlank, textOf } from '../geometry/cells.ts';
import type { Linework } from '../boxes/linework.ts';
import type { InkCell, LineRole, Point, Span, TextLine } from '../model.ts';
import type { Part } from '../boxes/boxes.ts';
import type { Territory } from '../lines/territory.ts';

/** A piece of writing before its role is known. */
export interface Piece {
  readonly text: string;
  readonly span: Span;
  /** Column in the straightened drawing. */
  readonly column: number;
}

/** What stands inside a box without boxes. */
export interface Inside {
  readonly lines: readonly Piece[];
  readonly steps: readonly Point[];
  /** Rules drawn for the eye between lines: they cut nothing. */
  readonly rules: readonly Span[];
}

const bullet = /^(?:[-*+•◦·‣▪●○✓✔✗✘☐☑→▸▶►]|\d{1,2}[.)]|[a-z][.)])\s+\S/u;
const COLUMN_GAP = 3;

/**
 * Reads the inside of a box without boxes: every glyph that is no border or divider is writing there, `->` and `|` too.
 * Three blanks part two columns. An arrow alone on its row between two lines joins steps; a rule alone on its row is no text.
 */
export function readInside(linework: Linework, part: Part, territory: Territory): Inside {
  const lines: Piece[] = [];
  const steps: Point[] = [];
  const rules: Span[] = [];
  part.walls.forEach((wall, k) => {
    const row = part.rect.top + 1 + k;
    const shift = wall.left - part.rect.left;
    const pieces: Span[] = [];
    let column = wall.left + 1;
    // a word in the place of a missing wall begins before it
    while (territory.claimOf(row, column - 1) === 'inside' && territory.regionAt(row, column - 1) === part.parent)
      column--;
    const { right } = wall;
    while (column < right) {
      if (!isWritten(column)) {
        column++;
        continue;
      }
      const start = column;
      let end = column + 1;
      for (let at = end; at < right && at - end < COLUMN_GAP; at++) {
        if (!isWritten(at)) {
          if (territory.claimOf(row, at) === 'divider') break;
          continue;
        }
        end = at + 1;
      }
      pieces.push({ row, column: start, end });
      column = end;
    }
    const glyphs = pieces.flatMap((piece) => linework.ink.cells[row]?.slice(piece.column, piece.end) ?? []);
    const areAll = (test: (cell: InkCell) => boolean) => glyphs.every((cell) => cell !== null && test(cell));
    if (areAll(({ arms, head }) => (arms & HORIZONTAL) === 0 && head !== 'left' && head !== 'right')) {
      for (const piece of pieces)
        for (let at = piece.column; at < piece.end; at++) steps.push({ row, column: at - shift });
      return;
    }
    if (
      pieces.length === 1 &&
      glyphs.length > 2 &&
      areAll(({ arms, head }) => (arms & HORIZONTAL) !== 0 && head === null)
    ) {
      rules.push(...pieces);
      return;
    }
    for (const span of pieces)
      lines.push({ text: textOf(linework.ink.grid, row, span.column, span.end), span, column: span.column - shift });

    function isWritten(at: number): boolean {
      return (
        !isBlank(linework.ink.grid, row, at) &&
        territory.claimOf(row, at) !== 'border' &&
        territory.claimOf(row, at) !== 'divider'
      );
    }
  });
  return { lines, steps, rules };
}

/** Title lines, a parenthesised qualifier, bullets and numbered items, and the rest, told by words and place. */
export function withRoles(pieces: readonly Piece[], firstRows: readonly number[] = []): readonly TextLine[] {
  let open = false;
  let heading = true;
  let previous: Piece | null = null;
  let titles = 0;
  let next = 0;
  return pieces.map((piece, k): TextLine => {
    const sameRow = previous?.span.row === piece.span.row;
    const gap = piece.span.row - (previous?.span.row ?? 0) > 1;
    while (previous !== null && (firstRows[next] ?? Infinity) <= previous.span.row) next++;
    if (previous !== null && (firstRows[next] ?? Infinity) < piece.span.row) heading = false;
    let role: LineRole;
    if (k === 0 && isStep(pieces)) {
      role = 'title';
      titles++;
    } else if (bullet.test(piece.text) && !(open && piece.text.startsWith('+'))) {
      role = 'item';
      heading = false;
      open = false;
    } else if (open) role = 'qualifier';
    else if (heading && piece.text.startsWith('(') && titles > 0) {
      role = 'qualifier';
    } else if (
      heading &&
      !(titles === 0 && isFlow(pieces)) &&
      (titles === 0 || (previous !== null && !gap && !sameRow && titles < 3 && continuesTitle(previous, piece, pieces)))
    ) {
      role = 'title';
      titles++;
    } else {
      role = previous !== null && !gap && !heading && isDeeper(piece, pieces[k - 1]) ? 'item' : 'plain';
      heading = false;
    }
    if (role === 'qualifier') open = balance(piece.text, open);
    previous = piece;
    return {
      text: piece.text,
      role,
      row: piece.span.row,
      column: piece.column,
      width: piece.span.end - piece.span.column,
      span: piece.span,
    };
  });
}

/** The one line with a number is the name of a step, not an item: "2. Enrich". So is a "+ Rubric" with no list below it. */
function isStep([first, ...others]: readonly Piece[]): boolean {
  if (!first) return false;
  const sign = [/^\d{1,2}[.)]\s/u, /^\+\s/u].findIndex((each) => each.test(first.text));
  const listed = sign === 0 ? /^(?:\d{1,2}|[a-z])[.)]\s/u : bullet;
  return sign !== -1 && !others.some(({ text }) => listed.test(text));
}

/** Whether a line goes on with the name above it, or says something of it. */
function continuesTitle(previous: Piece, piece: Piece, all: readonly Piece[]): boolean {
  if (/[/&-]$/u.test(previous.text) || smallWordAtEnd.test(previous.text) || smallWord.test(piece.text)) return true;
  if (/[:,;]$|^[^(].*\)$/u.test(previous.text)) return false;
  const words = `${previous.text} ${piece.text}`;
  if ((/^(?:[\p{L}\p{N}]+|\p{L}+-\p{L}+) \p{L}+$/u.test(words) || isAbbreviated.test(words)) && isTwoLines(all))
    return true;
  return (
    (/^[\p{Lu}\p{Lo}]|^[/&]\s/u.test(piece.text) || /^#?\p{N}{1,4}$/u.test(piece.text)) &&
    !/[:=,]/u.test(piece.text) &&
    !previous.text.endsWith('.') &&
    piece.text.split(/\s+/u).length <= 3
  );
}

/** "System under" goes on, and "to Database" does not begin anything. */
const smallWordAtEnd = /\s(?:of|for|and|the|to|in|with|under|by|from|und|von|de|do|da|du|des|y|e|et)$/u;
const smallWord = /^(?:of|to|and|und|et)\s/u;

/** "Auth. server", "DESTIN. STREAM" */
const isAbbreviated = /^\p{L}+\. \p{Ll}+$|^\p{Lu}+\. \p{Lu}+$/u;

/** Two lines, but for what stands in parentheses below them. */
function isTwoLines(all: readonly Piece[]): boolean {
  const below = all.slice(2);
  return below.length === 0 || (below[0]?.text.startsWith('(') === true && below.at(-1)?.text.endsWith(')') === true);
}

/** Lines that all hold an arrow are rows of a list, the first no more than the others. */
function isFlow(pieces: readonly Piece[]): boolean {
  return pieces.length > 1 && pieces.every(({ text }) => /\S\s*(?:→|->|=>|⇒)\s*\S/u.test(text));
}

/** Goes on below a bullet, indented like its words. */
function isDeeper(piece: Piece, above: Piece | undefined): boolean {
  return above !== undefined && piece.column > above.column && bullet.test(above.text);
}

function balance(text: string, open: boolean): boolean {
  let depth = open ? 1 : 0;
  for (const character of text) depth += character === '(' ? 1 : character === ')' ? -1 : 0;
  return depth > 0;
}
