import type { Findings } from '../findings.ts';
import { isBlank } from '../geometry/cells.ts';
import { ARM, HORIZONTAL, UP, VERTICAL, isUpright } from '../ink/glyphs.ts';
import type { InkCell, Rect, TextRun } from '../model.ts';
import { isInParentheses } from '../writing/parentheses.ts';
import { placeInRow, runsOver } from '../writing/run-at.ts';
import { joinTwo, partedByTwoBlanks } from '../writing/spacing.ts';

/** Words that a line ends at: a node without a border. */
export interface Words {
  /** Its rows of writing; a row that two blanks part is one run here. */
  readonly runs: readonly TextRun[];
  readonly rect: Rect;
  readonly region: number | null;
}

export interface WordsFound {
  readonly words: readonly Words[];
  /** The words that a run belongs to. */
  readonly wordsOf: (run: TextRun) => number | null;
}

/** Rows of words below the first one; a list goes on as long as it has items. */
const HIGHEST = 5;
const LONGEST_LIST = 12;
const DEEPEST_INDENT = 12;
/** How far right of an upright line its label may stand. */
const FARTHEST_LABEL = 6;
const item = /^(?:(?:[-*•◦·+✓→]|\d{1,2}[.)])\s|--?[\p{L}\p{N}])/u;
/** A box of brackets stands for itself. */
const bracketed = /^\[.*\]$/u;
const remark = /^(?:#|\/\/|<-|←|\[)/u;

/**
 * Makes nodes of the runs that lines end at. Rows stacked right above or below, set flush, centred or as a list, belong to
 * them unless a line of their own arrives from elsewhere; so does what two blanks part from them on a row.
 *
 *        ▼
 *     Cloud Run          one node of two rows: the line from above ends at the first,
 *      FastAPI           the line below begins at the last
 *        │
 */
export function findWords({
  linework,
  territory,
  runs,
  lines,
  raw,
  lastRow,
  isRemarkAt,
}: Pick<Findings, 'linework' | 'territory' | 'runs' | 'lines' | 'raw' | 'lastRow' | 'isRemarkAt'>): WordsFound {
  // the sides from which lines arrive, as arms
  const ended = new Map<TextRun, number>();
  const sides = new Map<TextRun, number[]>();
  for (const { ends } of raw.nets)
    for (const { run, direction, at, beside } of ends)
      if (run) {
        ended.set(run, (ended.get(run) ?? 0) | ARM[direction]);
        if (beside !== null || isUpright(direction) || at.row === run.row) continue;
        const rows = sides.get(run);
        if (rows) rows.push(at.row);
        else sides.set(run, [at.row]);
      }
  const interrupting = new Set(lines.interruptions.flatMap((one) => one.runs));
  const taken = new Map<TextRun, number>();
  const words: Words[] = [];
  for (const run of [...ended.keys()].sort((a, b) => a.row - b.row || a.column - b.column)) {
    if (taken.has(run)) continue;
    const above = stacked(run, -1).slice(0, HIGHEST - 1);
    const stack = [...above.reverse(), run, ...stacked(run, 1)].map((one) => rowOf(one));
    for (const row of stack) for (const one of row) taken.set(one, words.length);
    const whole = stack.map((row) => row.reduce(joinTwo));
    // a second line may end beside the row above or below
    const rows = [...whole.map(({ row }) => row), ...stack.flat().flatMap((one) => sides.get(one) ?? [])];
    const rect = {
      top: Math.min(...rows),
      bottom: Math.max(...rows),
      left: Math.min(...whole.map(({ column }) => column)),
      right: Math.max(...whole.map(({ column, width }) => column + width - 1)),
    };
    words.push({ runs: whole, rect, region: territory.regionAt(run.row, run.column) });
  }
  return { words, wordsOf: (run) => taken.get(run) ?? null };

  function stacked(run: TextRun, step: 1 | -1): TextRun[] {
    const found: TextRun[] = [];
    let last = run;
    for (;;) {
      const row = last.row + step;
      if (row > lastRow || found.length >= LONGEST_LIST) break;
      const [from, to] = [Math.min(last.column, run.column), last.column + last.width - 1];
      const [next] = runsOver(runs, row, from, Math.max(to, run.column + DEEPEST_INDENT));
      if (!next || !isFree(next) || (step === -1 && isOverNames(next, last))) break;
      const listed = step === 1 && isIndented(next, run) && (item.test(next.text) || item.test(last.text));
      if (!listed && found.length >= HIGHEST - 1) break;
      const own = ended.get(next);
      if (own && (step === -1 || own !== UP)) break;
      if (!(listed || isFlush(next, last) || (step === 1 ? isIndented(next, run) : isIndented(last, next)))) break;
      if (
        (besideLine(next, run) && !(step === 1 && isQualifier(next, last)) && !isOpen(last)) ||
        atEndOfLine(next) ||
        (step === 1 && overLine(next))
      )
        break;
      found.push(next);
      last = next;
      if (own) break;
    }
    return found;
  }

  /** Words that reach over several of the names on a row, or end in a colon, are a title of all of them. */
  function isOverNames({ text, column, width }: TextRun, last: TextRun): boolean {
    const row = runs[last.row] ?? [];
    const at = placeInRow(runs, last);
    const names = text.endsWith(':')
      ? row.slice(Math.max(0, at - 1), at + 2)
      : runsOver(runs, last.row, column, column + width - 1);
    return names.filter((one) => ended.has(one)).length > 1;
  }

  function isFree(run: TextRun): boolean {
    return !interrupting.has(run) && !taken.has(run) && territory.claimOf(run.row, run.column) === 'free';
  }

  /** A line stands right beside the writing, or a box; beside words that no line comes to from the side only a line. */
  function besideLine(run: TextRun, first = run): boolean {
    const isAside = first === run || ((ended.get(first) ?? 0) & HORIZONTAL) !== 0;
    const besideAt = (column: number) => {
      const cell = drawnIn(run, run.row, column);
      return isAside || territory.claimOf(run.row, column) === 'free' ? cell : null;
    };
    for (let off = 1; off <= 3; off++)
      if (besideAt(run.column - off) || besideAt(run.column + run.width - 1 + off)) return true;
    for (let off = 4; off <= FARTHEST_LABEL; off++)
      if (((besideAt(run.column - off)?.arms ?? 0) & VERTICAL) !== 0) return !item.test(run.text);
    return false;
  }

  /** What is drawn in a cell, but for the border of the box that holds the words. */
  function drawnIn(run: TextRun, row: number, column: number): InkCell | null {
    const region = territory.regionAt(run.row, run.column) ?? -1;
    return territory.bordersAt(row, column).includes(region) ? null : (linework.ink.cells[row]?.[column] ?? null);
  }

  /** The writing stands over a level line and nothing else is drawn below it: it is the label of that line. */
  function overLine(run: TextRun): boolean {
    const below = Array.from({ length: run.width }, (_, k) => drawnIn(run, run.row + 1, run.column + k)).filter(
      (cell) => cell !== null,
    );
    return below.length > 0 && below.every(({ arms }) => arms === HORIZONTAL);
  }

  /** A line ends before the writing, instead of passing it. */
  function atEndOfLine(run: TextRun): boolean {
    const cells = linework.ink.cells[run.row] ?? [];
    let last = run.column - 1;
    while (last > run.column - DEEPEST_INDENT && isBlank(linework.ink.grid, run.row, last)) last--;
    return (
      territory.claimOf(run.row, last) === 'free' &&
      [last, last - 1].some((column) => ((cells[column]?.arms ?? 0) & HORIZONTAL) !== 0)
    );
  }

  /** A run with its neighbours on the row, as far as only two blanks part them and no line leads to the one alone. */
  function rowOf(run: TextRun): TextRun[] {
    const row = runs[run.row] ?? [];
    const at = placeInRow(runs, run);
    const found = [run];
    for (let k = at + 1; k < row.length && belongsTo(found.at(-1) ?? run, row[k]); k++) found.push(row[k] ?? run);
    const before: TextRun[] = [];
    for (let k = at - 1; k >= 0 && belongsTo(row[k], before.at(-1) ?? run); k--) before.push(row[k] ?? run);
    return [...before.reverse(), ...found];
  }

  function belongsTo(left: TextRun | undefined, right: TextRun | undefined): boolean {
    if (!left || !right || !partedByTwoBlanks(left, right, linework)) return false;
    const [above, beyond] = [runOver(left), runOver(right)];
    const parted = above && beyond && ended.has(above) && ended.has(beyond);
    if (parted && above !== beyond && !(taken.has(above) && taken.get(above) === taken.get(beyond))) return false;
    const lined = [left, right].flatMap((run) => ended.get(run) ?? []);
    if (lined.length > 1 && lined.some((own) => (own & VERTICAL) !== 0)) return false;
    return [left, right].every((run) => {
      if (bracketed.test(run.text) || interrupting.has(run)) return false;
      if (territory.claimOf(run.row, run.column) !== 'free') return false;
      return (
        ended.has(run) ||
        !(remark.test(run.text) || isRemarkAt(run.row, run.column) || besideLine(run) || underLine(run))
      );
    });
  }

  /** The run right above: where two of them have lines they head two columns. */
  function runOver(run: TextRun): TextRun | undefined {
    return runsOver(runs, run.row - 1, run.column, run.column + run.width - 1)[0];
  }

  function underLine({ row, column, width }: TextRun): boolean {
    return [row - 1, row + 1].some((near) =>
      linework.ink.cells[near]?.slice(column, column + width).some((cell) => cell && (cell.arms & VERTICAL) !== 0),
    );
  }
}

function isQualifier(run: TextRun, last: TextRun): boolean {
  return run.text.startsWith('(') && Math.abs(run.column - last.column) <= 1;
}

/** Its parenthesis is closed on a later row. */
function isOpen({ text }: TextRun): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}

function isIndented(run: TextRun, first: TextRun): boolean {
  return (
    run.column >= first.column + (item.test(run.text) ? 0 : 1) &&
    run.column <= first.column + Math.min(DEEPEST_INDENT, first.width)
  );
}

/** Left edges or middles agree; of a short row within a long one not to the column, and of a qualifier half of it at least. */
function isFlush(run: TextRun, last: TextRun): boolean {
  const [short, long] = run.width < last.width ? [run, last] : [last, run];
  const shared = Math.min(run.column + run.width, last.column + last.width) - Math.max(run.column, last.column);
  if (isInParentheses(run) && shared * 2 >= short.width) return true;
  const within = short.column > long.column && short.column + short.width < long.column + long.width;
  const centred = Math.abs(run.column * 2 + run.width - last.column * 2 - last.width) <= (within ? 4 : 2);
  return centred || Math.abs(run.column - last.column) <= 1;
}
