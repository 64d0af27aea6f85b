import { titledPart } from '../meaning/border-text.ts';
import { areBlank } from '../geometry/cells.ts';
import type { Borders } from './borders.ts';
import { takes, type Field } from './field.ts';
import { HORIZONTAL, LEFT, OPPOSITE, RIGHT, STEP, UP, VERTICAL, isUpright } from '../ink/glyphs.ts';
import type { Owner } from './lifelines.ts';
import type { Arm, LineCell } from './lines.ts';
import { isInParentheses } from '../writing/parentheses.ts';
import { runsOver } from '../writing/run-at.ts';
import type { Direction, Point, TextRun } from '../model.ts';

/** Blanks between a level line and its words. */
const FARTHEST = 4;
const ONE_TAB = 8;
const LIST_GAP = 40;
const LONGEST_LIST = 12;
const DEEPEST_INDENT = 12;

/**
 * What writing at the end of a line is: a label, when the line, a box or a lifeline stands behind it; else words that are a node.
 * Notes the labels in the field's interruptions.
 */
export function writingReach(
  { linework, territory, runs, lastRow, interruptions, cellAt, freeRunAt, isBorder, isBlank }: Field,
  { atBorder }: Borders,
  ownerOf: (bar: LineCell) => Owner | null,
): (cell: LineCell, direction: Direction) => Arm | null {
  const drawnIn: (number | undefined)[] = [];
  return overWriting;

  function overWriting(cell: LineCell, direction: Direction): Arm | null {
    return isUpright(direction) ? overStack(cell, direction) : overRun(cell, direction);
  }

  function overRun(cell: LineCell, direction: Direction): Arm | null {
    const step = STEP[direction][1];
    let column = cell.column + step;
    let blanks = 0;
    const reach = direction === 'left' ? LIST_GAP : FARTHEST + 1;
    while (isBlank(cell.row, column) && blanks < reach) {
      column += step;
      blanks++;
    }
    const run = freeRunAt(cell.row, column);
    const head = cell.ink.head === direction;
    const inList = run && (step > 0 || isShortArrow(cell)) && isItem(run);
    const apart = blanks > FARTHEST && !inList && !(run && isFlush(cell, run));
    if (!run || apart) {
      const beside = run ? null : besideNextLine(cell, direction);
      return beside && { kind: 'words', run: beside, head };
    }
    let far = step > 0 ? run.column + run.width : run.column - 1;
    const message = toLifeline({ row: cell.row, column: far }, step);
    if (message) {
      interruptions.push({ cell: cell.index, direction, runs: [run] });
      return { ...message, head };
    }
    for (let gap = 0; gap <= 2; gap++, far += step) {
      const beyond = cellAt(cell.row, far);
      if (!head && beyond?.ink.head === direction && takes(beyond, direction)) {
        if (isBranch(cell)) break;
        interruptions.push({ cell: cell.index, direction, runs: [run] });
        return { kind: 'cell', to: beyond.index, by: 'text' };
      }
      if (isBorder(cell.row, far)) {
        const arm = atBorder({ cell, direction, at: { row: cell.row, column: far }, mended: null });
        if (arm?.kind !== 'part' || arm.part === territory.regionAt(cell.row, cell.column)) break;
        interruptions.push({ cell: cell.index, direction, runs: [run] });
        return arm;
      }
      if (!isBlank(cell.row, far)) break;
    }
    return { kind: 'words', run, head };
  }

  /** Behind the words of a message, with nothing between, stands the lifeline at which it begins: `│◄── ok      │`. */
  function toLifeline({ row, column }: Point, step: number): Owner | null {
    let far = column;
    while (Math.abs(far - column) < LIST_GAP && isBlank(row, far)) far += step;
    const bar = cellAt(row, far);
    const owner = bar && ownerOf(bar);
    return owner ? { ...owner, beside: bar.index } : null;
  }

  /**
   * The words of the line right above or below, with nothing else on this row: this one begins and ends where that one does.
   *
   *     Browser ──► Server
   *             ◄──
   */
  function besideNextLine({ row, column, ink }: LineCell, direction: Direction): TextRun | null {
    if ((ink.arms & VERTICAL) !== 0) return null;
    const step = STEP[direction][1];
    for (const near of [row - 1, row + 1])
      for (let off = 1; off <= FARTHEST + 1; off++) {
        const run = freeRunAt(near, column + off * step);
        if (!run) continue;
        if (areBlank(linework.ink.grid, row, run.column, run.column + run.width) && hasLine(run, direction)) return run;
        break;
      }
    return null;
  }

  /** A level line leads to the words in a direction, or away from them on that side. */
  function hasLine({ row, column, width }: TextRun, direction: Direction): boolean {
    const step = STEP[direction][1];
    const edge = step > 0 ? column - 1 : column + width;
    for (let off = 0; off <= FARTHEST; off++) {
      const line = cellAt(row, edge - off * step);
      if (line) return (line.ink.arms & HORIZONTAL) !== 0 || line.ink.head === direction;
    }
    return false;
  }

  /** An item of a tree, whose first arrow is its own: `└── paid → comes over`. */
  function isBranch(end: LineCell): boolean {
    let column = end.column;
    while (cellAt(end.row, column)?.ink.arms === HORIZONTAL) column--;
    return ((cellAt(end.row, column)?.ink.arms ?? 0) & (UP | RIGHT | LEFT)) === (UP | RIGHT);
  }

  /** In a list of branches the second arrows stand in a column of their own: `├─► day pass      -> paper strip`. */
  function isShortArrow(cell: LineCell): boolean {
    for (let off = 0; off < 4; off++) {
      const { head } = cellAt(cell.row, cell.column + off)?.ink ?? {};
      if (head !== null) return head === 'right';
    }
    return false;
  }

  /**
   * Words of a column, flush on the left, whose lines all begin in one column.
   *
   *     unit tests ───┐
   *     lint       ───┼──► gate
   */
  function isFlush({ row, column }: LineCell, run: TextRun): boolean {
    return [-3, -2, -1, 1, 2, 3].some((off) => {
      const line = cellAt(row + off, column);
      if (!line || cellAt(row + off, column - 1)) return false;
      const [words] = runsOver(runs, row + off, column - 1 - FARTHEST, column - 1);
      return words?.column === run.column;
    });
  }

  function isItem({ row, column }: TextRun): boolean {
    return [1, 2].some((off) => cellAt(row, column - off) !== undefined);
  }

  function overStack(cell: LineCell, direction: 'up' | 'down'): Arm | null {
    const step = STEP[direction][0];
    const head = cell.ink.head === direction;
    let row = cell.row + step;
    const over = direction === 'up' ? overItems(cell) : null;
    if (over) return { kind: 'words', run: over, head };
    if (isBlank(row, cell.column) && !runNear(row, cell.column) && !aloneOn(row, cell)) {
      if (!head && !headBack(cell, direction) && !(direction === 'up' && freeRunAt(row + step, cell.column)))
        return null;
      row += step;
    }
    const first = runBelow(row, cell) ?? aloneOn(row, cell);
    // words in parentheses at the foot of a lifeline are said of it
    if (!first || (ownerOf(cell) && step > 0 && isInParentheses(first))) return null;
    const titled = titledPart(territory, first);
    const behind = cellAt(row + step, cell.column);
    // the title was written over the place where the line passes its border
    if (titled !== null && !head && takes(behind, direction)) return { kind: 'cell', to: behind.index, by: 'pass' };
    if (titled !== null)
      return {
        kind: 'part',
        part: titled,
        at: { row, column: cell.column },
        head,
        mended: row === cell.row + step ? null : 'short-line',
      };
    const stack = [first];
    for (let next = row + step; stack.length < 4; next += step) {
      const run = runNear(next, cell.column);
      if (!run) break;
      stack.push(run);
    }
    const after = row + step * stack.length;
    if (stack.length < 4) {
      for (const off of [0, -1, 1]) {
        const beyond = cellAt(after, cell.column + off);
        if (takes(beyond, direction) && (!head || isMoreOfLabel(cell, first))) {
          interruptions.push({ cell: cell.index, direction, runs: stack });
          return { kind: 'cell', to: beyond.index, by: 'text' };
        }
      }
      const arm = atBorder({ cell, direction, at: { row: after, column: cell.column }, mended: null });
      if (arm?.kind === 'part' && territory.enteredAt(after, cell.column, direction) !== null) {
        interruptions.push({ cell: cell.index, direction, runs: stack });
        return arm;
      }
    }
    return { kind: 'words', run: first, head };
  }

  /**
   * Words in parentheses below a lone head that has words beside it, with another lone head behind: they are one label.
   *
   *     ↓ HTTPS
   *     (mutual TLS)
   *     ↓
   */
  function isMoreOfLabel({ row, column, ink }: LineCell, below: TextRun): boolean {
    return ink.arms === 0 && isInParentheses(below) && !!(freeRunAt(row, column + 2) ?? freeRunAt(row, column + 3));
  }

  /** The other end of a lone head looks as far as its front. */
  function headBack(cell: LineCell, direction: Direction): boolean {
    return cell.ink.arms === 0 && cell.ink.head === OPPOSITE[direction];
  }

  /** A bar and the words above or below it are all there is on their rows, though they stand apart: a tab was drawn. */
  function aloneOn(row: number, cell: LineCell): TextRun | null {
    const [run, another] = runs[row] ?? [];
    if (!run || another || row > lastRow || (runs[cell.row]?.length ?? 0) > 0) return null;
    if (drawn(row) > 0 || drawn(cell.row) > 1 || territory.claimOf(row, run.column) !== 'free') return null;
    const apart = Math.max(run.column - cell.column, cell.column - run.column - run.width + 1);
    return apart <= ONE_TAB ? run : null;
  }

  /**
   * The words above a bar, when rows set deeper than the bar stand between: they belong to the words.
   *
   *     ffmpeg
   *         -c:a aac
   *       │
   */
  function overItems({ row, column }: LineCell): TextRun | null {
    for (let at = row - 1; at >= row - LONGEST_LIST; at--) {
      const over = freeRunAt(at, column);
      if (over) return at < row - 1 ? over : null;
      const [deeper] = runsOver(runs, at, column, column + DEEPEST_INDENT);
      if (!deeper || !isBlank(at, column) || cellAt(at, column)) return null;
    }
    return null;
  }

  /** How many cells of a row draw. */
  function drawn(row: number): number {
    return (drawnIn[row] ??= linework.ink.cells[row]?.filter((one) => one !== null).length ?? 0);
  }

  /** The words that a bar stands over; between two of them those that have no other bar. */
  function runBelow(row: number, { row: from, column }: LineCell): TextRun | null {
    const [before, after] = [freeRunAt(row, column - 1), freeRunAt(row, column + 1)];
    if (!before || !after) return runNear(row, column);
    for (let at = before.column; at < column; at++) if (cellAt(from, at)) return after;
    return before;
  }

  function runNear(row: number, column: number): TextRun | null {
    return freeRunAt(row, column) ?? freeRunAt(row, column - 1) ?? freeRunAt(row, column + 1);
  }
}
