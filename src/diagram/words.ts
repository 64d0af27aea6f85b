import type { Linework } from './linework.ts';
import type { Lines } from './lines.ts';
import type { Rect, TextRun } from './model.ts';
import type { RawNets } from './nets.ts';
import type { Territory } from './territory.ts';

/** Words that a line ends at: a node without a border. */
export interface Words {
  readonly runs: readonly TextRun[];
  readonly rect: Rect;
  readonly region: number | null;
}

export interface WordsFound {
  readonly words: readonly Words[];
  /** The words that a run belongs to. */
  readonly wordsOf: (run: TextRun) => number | null;
}

const HIGHEST = 3;

/**
 * Makes nodes of the runs that lines end at. Rows stacked right above or below, set flush or centred and met by no line
 * of their own, belong to them.
 */
export function findWords(
  linework: Linework,
  territory: Territory,
  runs: readonly (readonly TextRun[])[],
  lines: Lines,
  raw: RawNets,
  lastRow: number,
): WordsFound {
  const ended = new Set(raw.nets.flatMap((net) => net.ends.flatMap((end) => (end.run ? [end.run] : []))));
  const interrupting = new Set(lines.interruptions.flatMap((one) => one.runs));
  const taken = new Map<TextRun, number>();
  const words: Words[] = [];
  for (const run of [...ended].sort((a, b) => a.row - b.row || a.column - b.column)) {
    if (taken.has(run)) continue;
    const stack = [...stacked(run, -1).reverse(), run, ...stacked(run, 1)].slice(0, HIGHEST + 1);
    for (const one of stack) taken.set(one, words.length);
    const rect = {
      top: stack[0]?.row ?? run.row,
      bottom: stack.at(-1)?.row ?? run.row,
      left: Math.min(...stack.map(({ column }) => column)),
      right: Math.max(...stack.map(({ column, width }) => column + width - 1)),
    };
    words.push({ runs: stack, rect, region: territory.regionAt(run.row, run.column) });
  }
  return { words, wordsOf: (run) => taken.get(run) ?? null };

  function stacked(run: TextRun, step: 1 | -1): TextRun[] {
    const found: TextRun[] = [];
    let last = run;
    while (found.length < HIGHEST - 1) {
      const row = last.row + step;
      if (row > lastRow) break;
      const next = runs[row]?.find(
        (one) => one.column < last.column + last.width && one.column + one.width > last.column,
      );
      if (
        !next ||
        ended.has(next) ||
        interrupting.has(next) ||
        taken.has(next) ||
        territory.claimOf(next.row, next.column) !== 'free'
      )
        break;
      const flush = Math.abs(next.column - last.column) <= 1;
      const centred = Math.abs(next.column * 2 + next.width - last.column * 2 - last.width) <= 2;
      if (!(flush || centred) || besideLine(next)) break;
      found.push(next);
      last = next;
    }
    return found;
  }

  function besideLine(run: TextRun): boolean {
    const cells = linework.ink.cells[run.row] ?? [];
    for (let off = 1; off <= 3; off++)
      if (cells[run.column - off] || cells[run.column + run.width - 1 + off]) return true;
    return false;
  }
}
