import { largest } from '../geometry/extent.ts';
import { textOf } from '../geometry/cells.ts';
import type { Findings } from '../findings.ts';
import type { BorderStyle, BoxShape, Compartment, Point, Rect, TextLine, TextRun } from '../model.ts';
import type { Owner } from './net-drafts.ts';
import type { Part } from '../boxes/boxes.ts';
import { readInside, withRoles, type Piece } from '../writing/writing.ts';

/** A box with its words, before it has an id. */
export interface BoxDraft {
  readonly owner: Owner;
  readonly shape: BoxShape;
  readonly style: BorderStyle;
  readonly rect: Rect;
  readonly parent: number | null;
  readonly text: readonly TextLine[];
  readonly titleInBorder: boolean;
  readonly source: Rect;
  readonly compartments: readonly Compartment[];
  readonly steps: readonly Point[];
  readonly dividers: readonly number[];
  /** Cells of rules that are drawn for the eye only. */
  readonly rules: readonly { readonly row: number; readonly column: number; readonly end: number }[];
}

/** Boxes of the drawing with their text, parents before children, otherwise in reading order. */
export function readBoxes(
  found: Findings,
  explainingWords: ReadonlySet<number>,
  groupText: ReadonlyMap<number, readonly TextRun[]>,
): readonly BoxDraft[] {
  const { structure, words } = found;
  const holding = new Set(words.words.map(({ region }) => region));
  const parts = structure.parts.map((part) => partBox(found, part, groupText.get(part.index) ?? [], holding));
  const free = words.words.flatMap((one, k): BoxDraft[] => {
    if (explainingWords.has(k)) return [];
    const pieces = one.runs.map(pieceOf);
    const text = withRoles(pieces);
    return [
      {
        owner: { part: null, words: k },
        shape: 'words',
        style: 'none',
        rect: one.rect,
        parent: one.region,
        text,
        titleInBorder: false,
        source: one.rect,
        compartments: [{ rect: one.rect, text }],
        steps: [],
        dividers: [],
        rules: [],
      },
    ];
  });
  return inOrder([...parts, ...free]);
}

function pieceOf({ text, row, column, width }: TextRun): Piece {
  return { text, span: { row, column, end: column + width }, column };
}

function partBox(found: Findings, part: Part, own: readonly TextRun[], holding: ReadonlySet<number | null>): BoxDraft {
  const { linework, territory } = found;
  const holds = part.children.length > 0 || holding.has(part.index);
  const inside = holds ? { lines: own.map(pieceOf), steps: [], rules: [] } : readInside(linework, part, territory);
  const inBorder = part.borderText.map(({ row, from, to }): Piece => borderPiece(found, row, from, to));
  const onTop = inBorder.some(({ span }) => span.row === part.rect.top);
  const pieces = [...inBorder, ...inside.lines].sort(
    (a, b) => a.span.row - b.span.row || a.span.column - b.span.column,
  );
  const text = withRoles(pieces, part.dividers);
  return {
    owner: { part: part.index, words: null },
    shape: part.shape,
    style: part.style,
    rect: part.rect,
    parent: part.parent,
    text,
    titleInBorder: onTop,
    source: {
      ...part.rect,
      right: largest(
        part.walls.map(({ right }) => right),
        part.rect.right,
      ),
    },
    compartments: compartmentsOf(part, text),
    steps: inside.steps,
    dividers: part.dividers,
    rules: inside.rules,
  };
}

function borderPiece({ grid }: Findings, row: number, from: number, to: number): Piece {
  const cells = grid.cells[row] ?? [];
  let start = from;
  let end = to + 1;
  while (cells[start] === ' ') start++;
  while (cells[end - 1] === ' ') end--;
  return { text: textOf(grid, row, start, end), span: { row, column: start, end }, column: start };
}

function compartmentsOf(part: Part, text: readonly TextLine[]): readonly Compartment[] {
  if (part.compartments.length < 2) return [{ rect: part.rect, text }];
  const byRow = Map.groupBy(text, ({ row }) => row);
  return part.compartments.map(({ rect }) => ({
    rect,
    text: rowsFrom(rect, byRow).filter(({ column }) => column >= rect.left && column < rect.right),
  }));
}

/** The lines of the rows above a lower edge, and in the upper one, in reading order. */
function rowsFrom({ top, bottom }: Rect, byRow: ReadonlyMap<number, readonly TextLine[]>): readonly TextLine[] {
  return Array.from({ length: bottom - top }, (_, k) => byRow.get(top + k) ?? []).flat();
}

/** Depth first, so that a parent stands before its children; siblings by row, then column. */
function inOrder(drafts: readonly BoxDraft[]): BoxDraft[] {
  const depths = new Map<number | null, number>();
  // parts come before what they hold
  for (const { owner, parent } of drafts) if (owner.part !== null) depths.set(owner.part, depthIn(parent));
  return [...drafts].sort(
    (a, b) => depthIn(a.parent) - depthIn(b.parent) || a.rect.top - b.rect.top || a.rect.left - b.rect.left,
  );

  function depthIn(parent: number | null): number {
    return (depths.get(parent) ?? 0) + 1;
  }
}
