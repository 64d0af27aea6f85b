import { HORIZONTAL, VERTICAL } from '../ink/glyphs.ts';
import { isBlank, textOf } from '../geometry/cells.ts';
import { isWord } from '../ink/ink-cells.ts';
import type { Ink, InkCell } from '../model.ts';
import type { RemarkColumns } from './remark-columns.ts';
import type { Territory } from '../lines/territory.ts';

const bullet = /^(?:[-*•◦·]|\d{1,2}[.)])\s/u;
/** Cells that a bullet takes at most. */
const BULLET = 4;
/** Blanks between a line and what is written beside it. */
const BESIDE = 4;
/** How far a sentence is read. */
const LONGEST_SENTENCE = 120;
/** Pieces of three words or more, the second and all that follow in small letters: names are shorter. */
const sentence = /^\S+(?: \S+){2,} [→⇒⟶] \p{Ll}\S*(?: \S+){2,}$/u;

/**
 * Takes back the arrows that are part of a sentence. One that stands alone between words is a connection, but not in a label
 * beside an upright line or its head, or in its place, nor in an item of a list, nor in a column of remarks, nor behind a colon
 * in a group, nor in a step that a line leads down to and goes on in small letters:
 *
 *     │  reads from left → right        - P1: API down → SMS owner
 *     ▼  and back → left
 *
 * Returns the same ink where there are none.
 */
export function readRemarks(ink: Ink, territory: Territory, isRemarkAt: RemarkColumns): Ink {
  let changed = false;
  let known = { row: -1, column: -1, start: -1 };
  // all arrows of a sentence ask for it
  let step = { row: -1, start: -1, is: false };
  const cells = ink.cells.map((row, at) => {
    if (!row.some(isLevelHead)) return row;
    const settled = row.map((cell, column) => (cell && isRemark(at, column) ? null : cell));
    changed ||= settled.some((cell, column) => cell !== row[column]);
    return settled;
  });
  return changed ? { ...ink, cells } : ink;

  function isRemark(row: number, column: number): boolean {
    if (territory.claimOf(row, column) !== 'free' || !isShort(row, column)) return false;
    if (isGluedOverLine(row, column)) return true;
    const from = ink.cells[row]?.[column - 1] ? column - 1 : column;
    const to = ink.cells[row]?.[column + 1] ? column + 1 : column;
    if (!isWriting(row, from, -1) || !isWriting(row, to, 1)) return false;
    // in the middle of the words for which a line breaks off
    for (let at = from - 1; at <= to + 1; at++) if (isUpright(row - 1, at) && isUpright(row + 1, at)) return true;
    const start = startOf(row, from);
    const first = textOf(ink.grid, row, start, Math.min(from, start + BULLET));
    return (
      bullet.test(first) ||
      isHeaded(row, start, from) ||
      isBesideLine(row, start) ||
      isRemarkAt(row, start) ||
      isStep(row, start)
    );
  }

  /**
   * An arrow right behind a word over a line, or right before one: `copy→` over `====>`. A blank may part them, or the arrow
   * stand first, where the line has a head on the same side. It points at nothing.
   */
  function isGluedOverLine(row: number, column: number): boolean {
    const cell = ink.cells[row]?.[column] ?? null;
    if (!isLone(cell)) return false;
    const { head } = cell;
    const back = head === 'right' ? -1 : 1;
    const glued = isWord(ink.grid.cells[row]?.[column + back]);
    const isBeside = glued || isWriting(row, column, -1) !== isWriting(row, column, 1);
    if (!isBeside || !isBlank(ink.grid, row, column - back)) return false;
    return [row - 1, row + 1].some((near) => {
      const at = (place: number) => (territory.claimOf(near, place) === 'free' ? ink.cells[near]?.[place] : null);
      let end = column;
      while (at(end)?.arms === HORIZONTAL && Math.abs(end - column) < LONGEST_SENTENCE) end -= back;
      return ((at(column)?.arms ?? 0) & HORIZONTAL) !== 0 && (glued || at(end)?.head === head);
    });
  }

  /** In a group, behind words that end in a colon: `Order: mill → oven`. */
  function isHeaded(row: number, start: number, end: number): boolean {
    if (territory.regionAt(row, start) === null) return false;
    return /\p{L}: /u.test(textOf(ink.grid, row, start, Math.min(end, start + LONGEST_SENTENCE)));
  }

  /** `order queued → baker picks it up`, with a line to its beginning and none to what follows. */
  function isStep(row: number, start: number): boolean {
    if (step.row !== row || step.start !== start) step = { row, start, is: isStepAt(row, start) };
    return step.is;
  }

  function isStepAt(row: number, start: number): boolean {
    const cells = (ink.grid.cells[row] ?? []).slice(start, start + LONGEST_SENTENCE);
    const gap = cells.findIndex((cell, k) => cell === ' ' && cells[k + 1] === ' ');
    const words = gap < 0 ? cells : cells.slice(0, gap);
    if (!sentence.test(words.join(''))) return false;
    const arrow = words.findIndex((_, k) => isLone(ink.cells[row]?.[start + k] ?? null));
    const lines = [row - 1, row + 1].flatMap((near) =>
      words.flatMap((_, k) => (isUpright(near, start + k) ? [k] : [])),
    );
    return lines.length > 0 && lines.every((k) => k < arrow);
  }

  /** Where the sentence begins; the arrows of a long one are asked from left to right, and walk back to the one before. */
  function startOf(row: number, column: number): number {
    let at = column;
    while (isWriting(row, at, -1) && !(known.row === row && known.column === at)) at--;
    let start = known.row === row && known.column === at ? known.start : at;
    while (isBlank(ink.grid, row, start)) start++;
    known = { row, column, start };
    return start;
  }

  /** Writing or another arrow stands next to a cell, one blank between at most. */
  function isWriting(row: number, column: number, step: 1 | -1): boolean {
    const near =
      isBlank(ink.grid, row, column + step) && !isBlank(ink.grid, row, column) ? column + 2 * step : column + step;
    if (isBlank(ink.grid, row, near)) return false;
    return !ink.cells[row]?.[near] || isShort(row, near);
  }

  /** Of an arrow of one sign or two: `→`, `->`. */
  function isShort(row: number, column: number): boolean {
    const at = (off: number) => ink.cells[row]?.[column + off] ?? null;
    if (isLone(at(0))) return true;
    const other = at(-1) ? -1 : 1;
    return (isLevelHead(at(0)) || isLevelHead(at(other))) && !at(-other) && !at(2 * other);
  }

  function isBesideLine(row: number, start: number): boolean {
    for (let off = 1; off <= BESIDE; off++) {
      const column = start - off;
      if (isBlank(ink.grid, row, column)) continue;
      return isUpright(row, column) && (isUpright(row - 1, column) || isUpright(row + 1, column));
    }
    return false;
  }

  /** A bar, or the head that it ends in. */
  function isUpright(row: number, column: number): boolean {
    const cell = ink.cells[row]?.[column];
    if (!cell || territory.claimOf(row, column) !== 'free') return false;
    return cell.arms === VERTICAL || ((cell.head === 'up' || cell.head === 'down') && (cell.arms & VERTICAL) !== 0);
  }
}

function isLevelHead(cell: InkCell | null): boolean {
  return cell?.head === 'left' || cell?.head === 'right';
}

/** An arrow without a line. */
function isLone(cell: InkCell | null): cell is InkCell {
  return cell?.arms === 0 && isLevelHead(cell);
}
