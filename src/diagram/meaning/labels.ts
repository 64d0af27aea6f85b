import { coversBox } from './border-text.ts';
import type { Findings } from '../findings.ts';
import { DOWN, HORIZONTAL, RIGHT, VERTICAL, isUpright } from '../ink/glyphs.ts';
import type { LineCell } from '../lines/lines.ts';
import type { Label, TextRun } from '../model.ts';
import { pastBoxes } from './past-boxes.ts';
import { topsOfUprights } from './uprights.ts';
import { isInParentheses } from '../writing/parentheses.ts';
import { runAt, runsOver } from '../writing/run-at.ts';

/** Rows of writing that stand right below each other. */
export interface Block {
  readonly runs: readonly TextRun[];
}

/** A line that words may belong to. */
export interface Candidate {
  readonly cell: LineCell;
  readonly placement: Label['placement'];
  readonly cost: number;
  readonly net: number;
}

/** A block and the line that it belongs to. */
export interface Attached {
  readonly block: Block;
  readonly net: number;
  readonly cell: LineCell;
  readonly placement: Label['placement'];
  /** Another line was as near. */
  readonly doubtful: boolean;
}

const FARTHEST_COLUMNS = 6;
/** With a blank row below it is no label. */
const heading = /:$/u;
/** So many rows of words a row below a line are no label, but for a numbered step. */
const PARAGRAPH = 3;
const numbered = /^\d+[.)]/u;
/** What a line may cost at most; and where the writing could as well be the caption of a box. */
const FARTHEST = 3;
const NEAR = 1.8;
/** What a line costs more where words stand right above another one. */
const ABOVE_TURN = 0.2;
/** What a line may cost more than the nearest one that another block has. */
const MOST_MORE = 1.2;
/** Blocks that may have to move for one. */
const LONGEST_CHAIN = 32;

/** Joins free runs that stand right below each other, flush, centred or overlapping, into blocks; headings stay alone. */
export function blocksOf(free: readonly TextRun[], headings: ReadonlySet<TextRun>): readonly Block[] {
  const byRow: TextRun[][] = [];
  for (const run of free) (byRow[run.row] ??= []).push(run);
  const used = new Set<TextRun>();
  const blocks: Block[] = [];
  for (const run of free) {
    if (used.has(run)) continue;
    const runs = [run];
    for (let last = run; !headings.has(run);) {
      const next = runsOver(byRow, last.row + 1, last.column, last.column + last.width - 1).find(
        (one) => !used.has(one) && !headings.has(one),
      );
      if (!next) break;
      runs.push(next);
      used.add(next);
      last = next;
    }
    blocks.push({ runs });
  }
  return blocks;
}

/**
 * Gives each block the nearest line: right of a vertical first, then left of one, above a horizontal, below one. When two
 * blocks want the same line and one of them has another choice nearby, it takes that: labels come one to a line.
 */
export function attachBlocks(
  blocks: readonly Block[],
  found: Findings,
  netOf: (cell: LineCell, horizontal: boolean) => number | null,
): readonly Attached[] {
  const { lines, territory, runs } = found;
  const isPastBox = pastBoxes(found);
  const topOf = topsOfUprights(lines);
  const drawnInto = new Map<TextRun, number>();
  for (const { cell, direction, runs: within } of lines.interruptions)
    if (!isUpright(direction)) for (const run of within) drawnInto.set(run, cell);
  const offers = blocks.map((block) => candidatesOf(block)).map((list) => list.sort((a, b) => a.cost - b.cost));
  const order = blocks.map((_, k) => k).sort((a, b) => (offers[a]?.[0]?.cost ?? 99) - (offers[b]?.[0]?.cost ?? 99));
  const taken = new Map<string, number>();
  const chosen = new Map<number, Candidate>();
  for (const k of order) choose(k);
  return blocks.flatMap((block, k) => {
    const candidate = chosen.get(k);
    if (!candidate) return [];
    const rival = offers[k]?.find((other) => other.net !== candidate.net);
    return [
      {
        block,
        net: candidate.net,
        cell: candidate.cell,
        placement: candidate.placement,
        doubtful: rival !== undefined && Math.abs(rival.cost - candidate.cost) < 0.25,
      },
    ];
  });

  function choose(k: number): void {
    const list = offers[k] ?? [];
    const best = list[0];
    if (!best) return;
    for (const candidate of list) {
      if (candidate.cost > best.cost + MOST_MORE) break;
      const holder = taken.get(lineKey(candidate));
      if (holder === undefined || makeRoom(holder)) return give(k, candidate);
    }
    chosen.set(k, best);
  }

  /** Moves a block to another line nearby, the block there to a third one, and so on to a line that is free. */
  function makeRoom(first: number): boolean {
    const moves: { readonly block: number; readonly to: Candidate; readonly before: number }[] = [];
    const seen = new Set([lineKey(chosen.get(first) as Candidate)]);
    for (let at = -1, block = first; at < Math.min(moves.length, LONGEST_CHAIN);) {
      const own = chosen.get(block);
      for (const to of offers[block] ?? []) {
        const key = lineKey(to);
        if (!own || to.cost > own.cost + MOST_MORE || seen.has(key)) continue;
        seen.add(key);
        moves.push({ block, to, before: at });
        if (taken.has(key)) continue;
        for (let move = moves.at(-1); move; move = moves[move.before]) give(move.block, move.to);
        return true;
      }
      const next = moves[++at];
      block = (next && taken.get(lineKey(next.to))) ?? -1;
    }
    return false;
  }

  function give(k: number, candidate: Candidate): void {
    taken.set(lineKey(candidate), k);
    chosen.set(k, candidate);
  }

  /** A straight piece of a net: two labels at one are one too many. */
  function lineKey({ net, cell, placement }: Candidate): string {
    return `${net}${isAlong(placement) ? `h${cell.row}` : `v${cell.column} ${topOf(cell)}`}`;
  }

  function candidatesOf(block: Block): Candidate[] {
    const best = new Map<string, Candidate>();
    const captioned = isRightAboveBox(block);
    const offer = (offered: Omit<Candidate, 'net'>) => {
      const net = netOf(offered.cell, isAlong(offered.placement));
      if (net === null || isPastBox(block.runs, offered)) return;
      if (offered.cost > (captioned ? NEAR : FARTHEST)) return;
      const candidate = { ...offered, net };
      const key = `${lineKey(candidate)}${candidate.placement}`;
      if ((best.get(key)?.cost ?? Infinity) > candidate.cost) best.set(key, candidate);
    };
    for (const run of block.runs) {
      const left = beside(run.row, run.column, -1);
      if (left) {
        const { cell, off } = left;
        const cost = off <= 3 ? 0.53 + off * 0.15 : off * 0.5;
        offer({ cell, placement: 'right', cost: turnsBelow(run, run.column - off) ? cost + ABOVE_TURN : cost });
      }
      const right = beside(run.row, run.column + run.width - 1, 1);
      if (right)
        offer({ cell: right.cell, placement: 'left', cost: right.off <= 4 ? 0.65 + right.off * 0.2 : right.off * 0.5 });
    }
    const first = block.runs[0];
    const last = block.runs.at(-1);
    if (first && last) {
      const below = qualifies(first) || isBetweenFeet(first) ? 0.7 : 1.3;
      for (let off = 1; off <= 2; off++) {
        const farther = (off - 1) * 1.4;
        if (off === 1 || !heading.test(last.text)) along(last, last.row + off, 'above', 1 + farther, offer);
        if (off === 1 || block.runs.length < PARAGRAPH || numbered.test(first.text))
          along(first, first.row - off, 'below', below + farther, offer);
      }
    }
    return [...best.values()];
  }

  /**
   * Words in parentheses right below those that a line is interrupted by say more of that line.
   *
   *     │── rate the trip ──►│
   *     │   (with a proof)   │
   *     │◄── thanks ─────────│
   */
  function qualifies(run: TextRun): boolean {
    if (!isInParentheses(run)) return false;
    const { row, column, width } = run;
    for (let at = column; at < column + width; at++) if (underWords(row - 1, at)) return true;
    return false;
  }

  /** Right below the line that leads from one box to the next: `└────┘ sync └────┘`. */
  function isBetweenFeet({ row, column, width }: TextRun): boolean {
    return isFoot(row, column - 1, -1) && isFoot(row, column + width, 1);
  }

  /** The first thing on a side of some words is the end of a lower edge. */
  function isFoot(row: number, from: number, step: 1 | -1): boolean {
    for (let at = from; Math.abs(at - from) < FARTHEST_COLUMNS; at += step) {
      if (territory.claimOf(row, at) === 'border') return territory.claimOf(row - 1, at) === 'border';
      if (lines.cellAt(row, at) || runAt(runs, row, at)) return false;
    }
    return false;
  }

  /** The nearest upright line on a side of some words, and how far it is. */
  function beside(row: number, from: number, step: 1 | -1): { readonly cell: LineCell; readonly off: number } | null {
    for (let off = 1; off <= FARTHEST_COLUMNS; off++) {
      const column = from + off * step;
      const cell = lineAt(row, column, VERTICAL);
      if (cell) return { cell, off };
      if (lines.cellAt(row, column) || territory.claimOf(row, column) !== 'free') return null;
    }
    return null;
  }

  /**
   * Behind the bar beside words another line turns down below them: they stand above that one.
   *
   *     │  words
   *     │   ┌─────┐
   */
  function turnsBelow({ row, column, width }: TextRun, bar: number): boolean {
    for (let at = bar + 1; at < column + width; at++) {
      const cell = lines.cellAt(row + 1, at);
      if (cell) return cell.ink.arms === (RIGHT | DOWN);
    }
    return false;
  }

  function isRightAboveBox({ runs }: Block): boolean {
    const last = runs.at(-1);
    return (
      last !== undefined &&
      (territory.enteredAt(last.row + 1, last.column + Math.floor(last.width / 2), 'down') !== null ||
        coversBox(territory, last))
    );
  }

  function along(
    run: TextRun,
    row: number,
    placement: 'above' | 'below',
    cost: number,
    offer: (offered: Omit<Candidate, 'net'>) => void,
  ): void {
    const middle = run.column + (run.width - 1) / 2;
    const seen = new Map<string, { cell: LineCell; off: number }>();
    for (let column = run.column - 1; column <= run.column + run.width; column++) {
      const cell = lineAt(row, column, HORIZONTAL) ?? underWords(row, column);
      if (!cell) continue;
      const key = String(netOf(cell, true));
      const off = Math.abs(column - middle);
      if ((seen.get(key)?.off ?? Infinity) > off) seen.set(key, { cell, off });
    }
    for (const { cell, off } of seen.values()) offer({ cell, placement, cost: cost + off * 0.01 });
  }

  /** The line that runs on below a label drawn into it: `──changes──`. */
  function underWords(row: number, column: number): LineCell | null {
    const run = runAt(runs, row, column);
    const over = run ? drawnInto.get(run) : undefined;
    return over === undefined ? null : (lines.cells[over] ?? null);
  }

  function lineAt(row: number, column: number, axis: number): LineCell | null {
    const cell = lines.cellAt(row, column);
    if (!cell) return axis === VERTICAL ? overGap(row, column) : null;
    if ((cell.ink.arms & axis) !== 0) return cell;
    const { head } = cell.ink;
    const upright = isUpright(head);
    return head !== null && upright === (axis === VERTICAL) ? cell : null;
  }

  /** A line that was led over this cell, where a piece of it is missing. */
  function overGap(row: number, column: number): LineCell | null {
    const below = lines.cellAt(row + 1, column);
    const arm = below?.arms.up;
    const above = arm?.kind === 'cell' ? lines.cells[arm.to]?.row : arm?.kind === 'part' ? arm.at.row : undefined;
    return below && above === row - 1 ? below : null;
  }
}

/** Words over or under a level line. */
export function isAlong(placement: Label['placement']): boolean {
  return placement === 'above' || placement === 'below';
}
