import { choicesOf } from '../choices/choices.ts';
import type { Box, BoxId, Diagram, Edge, Kind, LineRole, Point, RenderOptions } from '../model.ts';
import { idsOf } from '../choices/names.ts';
import { printable } from './printable.ts';

/** What an export has to keep, wherever the format has a place for it. Nothing in it can break a line or a file. */
export interface Content {
  /** What the author calls the drawing; `null` without a title. */
  readonly title: string | null;
  /** Every box: a group comes right before all that it holds. */
  readonly parts: readonly Part[];
  readonly edges: readonly Connection[];
  readonly captions: readonly string[];
  /** Prose below the drawing, line by line, without the blank ones. */
  readonly notes: readonly string[];
}

export interface Part {
  readonly box: Box;
  /** The id that the graph JSON and the page tell. */
  readonly id: string;
  readonly parent: string | null;
  /** How many groups hold it. */
  readonly depth: number;
  readonly kind: Kind;
  /** The author says that it matters here: it has a stronger border. */
  readonly emphasised: boolean;
  /** Its writing row by row; empty for a box without any. */
  readonly rows: readonly TextRow[];
  /** The rows that name it: of a group those above all that it holds, of a node all. */
  readonly head: readonly TextRow[];
  /** The other rows of a group: they stand beside or below what it holds. */
  readonly inPlace: readonly TextRow[];
}

/** A row of writing; what stands side by side is one. */
export interface TextRow {
  readonly text: string;
  readonly role: LineRole;
  /** Where it begins in the straightened drawing. */
  readonly at: Point;
}

export interface Connection {
  readonly edge: Edge;
  /** `e1`, `e2`… as in the graph JSON. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly head: Edge['head'];
  /** Line by line; empty without a label. */
  readonly label: readonly string[];
}

/** Takes a diagram and gives what its exports have to say, with public ids and clean words. */
export function contentOf(diagram: Diagram, options: RenderOptions = {}): Content {
  const { title, names } = options;
  const ids = idsOf(diagram, names);
  const { kinds, emphasised } = choicesOf(diagram, options);
  const firstRows = firstRowsIn(diagram);
  const idOf = (box: string): string => ids.get(box) ?? box;
  return {
    title: title === undefined ? null : printable(title),
    parts: inOrder(diagram).map(({ box, depth }) => ({
      box,
      id: idOf(box.id),
      parent: box.parent === null ? null : idOf(box.parent),
      depth,
      kind: kinds.get(box.id) ?? 'compute',
      emphasised: emphasised.has(box.id),
      ...writingOf(box, firstRows.get(box.id) ?? Infinity),
    })),
    edges: diagram.edges.map((edge, index) => ({
      edge,
      id: `e${index + 1}`,
      from: idOf(edge.from),
      to: idOf(edge.to),
      head: edge.head,
      label: edge.label === null ? [] : edge.label.split('\n').map(printable),
    })),
    captions: diagram.captions.map(({ lines }) => lines.map(({ text }) => printable(text)).join(' ')),
    notes: diagram.notes
      .split('\n')
      .map((line) => printable(line.trimEnd()))
      .filter((line) => line !== ''),
  };
}

/** Groups right before what they hold, siblings in reading order. */
function inOrder({ boxes }: Diagram): readonly { readonly box: Box; readonly depth: number }[] {
  const children = Map.groupBy(boxes, ({ parent }) => parent);
  const order: { readonly box: Box; readonly depth: number }[] = [];
  const waiting = (children.get(null) ?? []).toReversed().map((box) => ({ box, depth: 0 }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { box, depth } = next;
    order.push({ box, depth });
    for (const child of (children.get(box.id) ?? []).toReversed()) waiting.push({ box: child, depth: depth + 1 });
  }
  return order;
}

/** The first row of what each group holds. */
function firstRowsIn({ boxes }: Diagram): ReadonlyMap<BoxId, number> {
  const first = new Map<BoxId, number>();
  for (const { parent, rect } of boxes)
    if (parent !== null) first.set(parent, Math.min(rect.top, first.get(parent) ?? Infinity));
  return first;
}

function writingOf(box: Box, first: number): Pick<Part, 'rows' | 'head' | 'inPlace'> {
  const rows = rowsOf(box);
  return { rows, head: rows.filter(({ at }) => at.row <= first), inPlace: rows.filter(({ at }) => at.row > first) };
}

/** The writing of a box: cells of a table are parted by bars, steps by the arrow that leads to the next. */
function rowsOf(box: Box): readonly TextRow[] {
  const gap = box.shape === 'table' ? ' | ' : '  ';
  const steps = box.kind === 'node' ? box.steps.map(({ row }) => row) : [];
  const rows: TextRow[] = [];
  for (const { text, role, row, column } of box.text) {
    const before = rows.at(-1);
    if (before?.at.row === row) {
      rows[rows.length - 1] = { ...before, text: before.text + gap + printable(text) };
      continue;
    }
    const step = before && steps.find((at) => at > before.at.row && at < row);
    if (step !== undefined) rows.push({ text: '↓', role: 'plain', at: { row: step, column } });
    rows.push({ text: printable(text), role, at: { row, column } });
  }
  return rows;
}
