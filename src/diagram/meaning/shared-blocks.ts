import { coversBox } from './border-text.ts';
import type { Findings } from '../findings.ts';
import { HORIZONTAL } from '../ink/glyphs.ts';
import type { NetAt } from './label-drafts.ts';
import type { Block } from './labels.ts';
import type { TextRun } from '../model.ts';
import { runsOver } from '../writing/run-at.ts';

/** `2. query`, `(B) Grant`, `③ reply`, `4` */
const numbered = /^(?:[([]?(?:\d{1,3}|[A-Za-z])[.):\]]|[①-⑳]|\d{1,2}(?:\s|$))/u;

/**
 * Cuts the blocks that two lines share: rows of words right between them, of which each line has one. Their numbers tell it, or
 * that a third line right beside leaves one of the two no other side for words.
 *
 *     ◀───────
 *     3. referral       of the line above
 *     4. record         of the line below
 *     ───────▶
 *
 * A heading right above the boxes is no row of the label below it, either.
 *
 *     How we ship it
 *     ┌─────┐ image ┌─────┐
 */
export function cutShared(blocks: readonly Block[], found: Findings, netAt: NetAt): readonly Block[] {
  const { lines, runs, territory } = found;
  return blocks.flatMap((block) => {
    const at = cutOf(block);
    return at === 0 ? [block] : [{ runs: block.runs.slice(0, at) }, { runs: block.runs.slice(at) }];
  });

  /** How many of its rows belong to the line above; 0 where no other line has the rest. */
  function cutOf({ runs: rows }: Block): number {
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last || first === last) return 0;
    if (coversBox(territory, first)) return 1;
    const above = lineOver(first, first.row - 1);
    const below = lineOver(last, last.row + 1);
    if (above === null || below === null || above === below) return 0;
    const starts = rows.flatMap(({ text }, k) => (numbered.test(text) ? [k] : []));
    if (starts.length === 2 && starts[0] === 0) return starts[1] ?? 0;
    const around = [beyond(first, first.row - 1, -1), beyond(last, last.row + 1, 1)];
    return rows.length === 2 && around.includes('line') && !around.includes('words') ? 1 : 0;
  }

  /** What stands on the far side of a line, right there or after a blank row. */
  function beyond(run: TextRun, row: number, step: 1 | -1): 'line' | 'words' | null {
    for (const at of [row + step, row + 2 * step]) {
      if (lineOver(run, at) !== null) return 'line';
      if (runsOver(runs, at, run.column, run.column + run.width - 1).length > 0) return 'words';
    }
    return null;
  }

  /** The net of a level line over some columns of a row. */
  function lineOver({ column, width }: TextRun, row: number): number | null {
    for (let at = column; at < column + width; at++) {
      const cell = lines.cellAt(row, at);
      const net = cell && (cell.ink.arms & HORIZONTAL) !== 0 ? netAt(cell, true) : null;
      if (net !== null) return net;
    }
    return null;
  }
}
