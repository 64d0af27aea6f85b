import { DIRECTIONS, isUpright } from '../ink/glyphs.ts';
import type { Findings } from '../findings.ts';
import type { Attached } from './labels.ts';
import type { LineCell } from '../lines/lines.ts';
import type { Direction, Label, TextRun } from '../model.ts';
import type { NetDraft } from './net-drafts.ts';

/** A label and its net, by index, before edges have ids. */
export interface LabelDraft {
  readonly runs: readonly TextRun[];
  readonly net: number;
  readonly cell: Pick<LineCell, 'index' | 'row' | 'column'>;
  readonly placement: Label['placement'];
}

/** The net that a cell belongs to, on one of its axes. */
export type NetAt = (cell: LineCell, horizontal: boolean) => number | null;

/** The net with edges that a cell belongs to, on one of its axes. */
export function netIndex(nets: readonly NetDraft[]): NetAt {
  const first = new Map<number, number>();
  // where lines cross, two nets have the cell
  const second = new Map<number, number>();
  nets.forEach((net, k) => {
    if (net.edges.length > 0) for (const cell of net.cells) (first.has(cell) ? second : first).set(cell, k);
  });
  return (cell, horizontal) => {
    const own = [first.get(cell.index), second.get(cell.index)];
    const side = cell.arms[horizontal ? 'right' : 'up'];
    const beside = side?.kind === 'cell' ? side.to : -1;
    return own.find((net) => first.get(beside) === net || second.get(beside) === net) ?? own[0] ?? null;
  };
}

/** Writing that interrupts a line with edges. Where a level and an upright line both run through it, it is told once. */
export function drawnInto({ lines, words }: Findings, netAt: NetAt): LabelDraft[] {
  const told = new Set<TextRun>();
  return lines.interruptions.flatMap(({ cell, direction, runs }): LabelDraft[] => {
    const at = lines.cells[cell];
    const net = at ? netAt(at, !isUpright(direction)) : null;
    if (!at || net === null || runs.some((run) => words.wordsOf(run) !== null)) return [];
    const own = runs.filter((run) => !told.has(run)).sort((a, b) => a.row - b.row);
    for (const run of own) told.add(run);
    return own.length > 0 ? [{ runs: own, net, cell: legOf(at, direction), placement: 'on' }] : [];
  });

  /** Words right below the joint of a fork belong to the leg that goes on behind them. */
  function legOf(at: LineCell, direction: Direction): LineCell {
    const arm = at.arms[direction];
    const beyond = arm?.kind === 'cell' ? lines.cells[arm.to] : undefined;
    return beyond && DIRECTIONS.filter((side) => at.arms[side]).length > 2 ? beyond : at;
  }
}

/** Words in the place of a line. */
export function insteadOfLines(nets: readonly NetDraft[]): LabelDraft[] {
  return nets.flatMap(({ runs }, net) =>
    runs.length > 0 ? [{ runs, net, cell: { index: -1, row: -1, column: 0 }, placement: 'on' as const }] : [],
  );
}

/** Labels in reading order. */
export function labelsOf(inLine: readonly LabelDraft[], attached: readonly Attached[]): LabelDraft[] {
  const beside = attached.map(({ block: { runs }, net, cell, placement }): LabelDraft => ({
    runs,
    net,
    cell,
    placement,
  }));
  return [...inLine, ...beside].sort(
    (a, b) => (a.runs[0]?.row ?? 0) - (b.runs[0]?.row ?? 0) || (a.runs[0]?.column ?? 0) - (b.runs[0]?.column ?? 0),
  );
}

/** Dashes of the line that stand beside a label drawn into it are no part of it: `--(A)- Request -->`. */
export function labelText({ text }: TextRun, placement: Label['placement']): string {
  if (placement !== 'on') return text;
  return (
    text
      .replace(/(?<=[)\]\s])[-=]+(?=\s)|^[-=]+\s|\s[-=]+$/gu, '')
      .replace(/\s+/gu, ' ')
      .trim() || text
  );
}
