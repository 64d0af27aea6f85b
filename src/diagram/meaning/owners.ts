import type { Findings } from '../findings.ts';
import type { BoxDraft } from './box-text.ts';
import type { Block } from './labels.ts';
import type { Explanations } from './explanations.ts';
import type { Diagram, Owner, Span, TextRun } from '../model.ts';
import type { NetDraft } from './net-drafts.ts';

interface Given {
  readonly nets: readonly NetDraft[];
  readonly explanations: Explanations;
  readonly labelled: ReadonlySet<TextRun>;
  readonly drafts: readonly BoxDraft[];
  readonly captions: readonly Block[];
  readonly noteSpans: readonly Span[];
}

/** Names the one owner of every cell that is not blank. Ink that nothing claims is loose. */
export function ownersOf({ grid, territory, lines }: Findings, given: Given): Diagram['owners'] {
  const owners: (Owner | null)[][] = grid.cells.map((row, at) =>
    row.map((cell, column): Owner | null => {
      if (cell === ' ') return null;
      switch (territory.claimOf(at, column)) {
        case 'border':
          return 'border';
        case 'divider':
          return 'divider';
        default:
          return 'loose';
      }
    }),
  );
  const paint = ({ row, column, end }: Span, owner: Owner) => {
    for (let at = column; at < end; at++) {
      const line = owners[row];
      if (line && grid.cells[row]?.[at] !== ' ') line[at] = owner;
    }
  };
  const spanOf = ({ row, column, width }: TextRun): Span => ({ row, column, end: column + width });
  for (const net of given.nets) {
    const attached = net.owners.some((owner) => owner !== null);
    for (const index of net.cells) {
      const cell = lines.cells[index];
      if (cell) paint({ row: cell.row, column: cell.column, end: cell.column + 1 }, attached ? 'edge' : 'loose');
    }
  }
  for (const draft of given.drafts) {
    for (const line of draft.text) paint(line.span, 'text');
    for (const rule of draft.rules) paint(rule, 'divider');
    for (const step of draft.steps) paint({ row: step.row, column: step.column, end: step.column + 1 }, 'divider');
  }
  for (const run of given.labelled) paint(spanOf(run), 'label');
  for (const { runs } of given.captions) for (const run of runs) paint(spanOf(run), 'caption');
  for (const span of given.noteSpans) paint(span, 'note');
  return owners;
}
