import type { Box, BoxId, Diagram, Kind, Label, NetId, Point, TextLine } from '../../model.ts';
import { bareWords, type Bare } from './bare.ts';
import { blockOf, type Block } from './block.ts';
import { cellHeads } from './cell-heads.ts';
import { familyOf, type Family } from './family.ts';
import { leastOf, mostOf } from './extremes.ts';
import { sizeOf, type Size } from './label-places.ts';
import { lifelinesOf, type Lifelines } from './lifelines.ts';
import { crowdedSides } from './ports.ts';
import { rowCentres } from './rows.ts';
import type { Frame } from './shapes.ts';
import {
  besideOf,
  equalsOf,
  fullSpine,
  growthOf,
  hasSpine,
  roomOf,
  spinesOf,
  type Beside,
  type Equals,
} from './spines.ts';
import { straighten } from './straighten.ts';
import { tableWalls } from './table-walls.ts';
import { tracksOf, type Track } from './tracks.ts';

/** What does not depend on the width of a column. */
export interface Plan {
  readonly diagram: Diagram;
  readonly kinds: ReadonlyMap<BoxId, Kind>;
  /** The writing of each box, one block a compartment. */
  readonly blocks: ReadonlyMap<BoxId, readonly Block[]>;
  /** How words without a border stand at their lines. */
  readonly bare: ReadonlyMap<BoxId, Bare>;
  readonly straight: ReturnType<typeof straighten>;
  readonly rows: ReadonlyMap<number, number>;
  /** The first column that anything stands in. */
  readonly firstColumn: number;
  /** The first and the last row. */
  readonly span: readonly [first: number, last: number];
  /** The width of the widest line of each box. */
  readonly widest: ReadonlyMap<BoxId, number>;
  /** Nodes of one width. */
  readonly equals: readonly Equals[];
  /** How much room there is beside each node. */
  readonly beside: ReadonlyMap<BoxId, Beside>;
  /** How far below the border of their box cells begin. */
  readonly heads: ReadonlyMap<BoxId, number>;
  readonly family: Family;
  readonly lifelines: Lifelines;
  readonly tracks: readonly Track[];
  /** Some borders are heavy or double, others are not. */
  readonly mixed: boolean;
  /** Of nodes of one piece: how tall the writing and its head are in the tallest of those that begin and end on the same rows. */
  readonly level: ReadonlyMap<BoxId, Pick<Block, 'height' | 'head'>>;
  /** Labels that stand at the same side of the same piece of line as others. */
  readonly sharers: ReadonlySet<Label>;
  readonly labelSizes: ReadonlyMap<Label, Size>;
}

/** Cells to px. */
export interface Layout {
  readonly plan: Plan;
  /** Width of a column. */
  readonly column: number;
  /** The middle of the border of a box; of words what they take with their room. */
  frame(id: BoxId): Frame;
  /** Spine of a node: 32, or less where the writing needs the room; 0 is none. */
  spine(id: BoxId): number;
  x(column: number): number;
  y(row: number): number;
  /** The place of a point of a net, upright lines set straight. */
  netX(net: NetId, point: Point): number;
}

export const margin = 10;
export const wordsRoom = 5;
/** A letter stands round the middle of its column. */
const letterHalf = 3;
/** Between words and the tip of a head above them. */
const headRoom = 3;

export function planOf(diagram: Diagram, kinds: ReadonlyMap<BoxId, Kind>): Plan {
  const blocks = new Map(diagram.boxes.map((box) => [box.id, blocksOf(box)]));
  const heads = cellHeads(diagram.boxes, blocks);
  const bare = bareWords(diagram);
  const lifelines = lifelinesOf(diagram);
  const straight = straighten(diagram, bare);
  const rows = rowCentres(diagram, blocks, heads, straight.uprightsOf);
  return {
    diagram,
    kinds,
    blocks,
    bare,
    straight,
    rows,
    firstColumn: firstColumn(diagram, straight),
    span: [leastOf(rows.keys()), mostOf(rows.keys())],
    widest: new Map(
      [...blocks].map(([id, own]) => [
        id,
        mostOf(
          own.map(({ width }) => width),
          0,
        ),
      ]),
    ),
    equals: equalsOf(diagram, straight),
    beside: besideOf(diagram, straight),
    heads,
    family: familyOf(diagram.boxes),
    lifelines,
    tracks: tracksOf(diagram.nets, { lifelines, straight, crowded: crowdedSides(diagram.nets) }),
    mixed: isMixed(diagram),
    level: levelOf(diagram.boxes, blocks),
    sharers: sharersOf(diagram.labels),
    labelSizes: new Map(diagram.labels.map((label) => [label, sizeOf(label)])),
  };
}

function levelOf(boxes: readonly Box[], blocks: Plan['blocks']): Plan['level'] {
  const pieces = boxes.filter((box) => box.kind === 'node' && box.shape === 'box' && box.compartments.length < 2);
  const rows = Map.groupBy(pieces, ({ parent, rect }) => `${parent ?? ''} ${rect.top} ${rect.bottom}`);
  return new Map(
    [...rows.values()].flatMap((row) => {
      const own = row.flatMap(({ id }) => blocks.get(id)?.[0] ?? []);
      const tallest = { height: mostOf(own.map(({ height }) => height)), head: mostOf(own.map(({ head }) => head)) };
      return row.map(({ id }) => [id, tallest] as const);
    }),
  );
}

function sharersOf(labels: readonly Label[]): ReadonlySet<Label> {
  const runs = Map.groupBy(labels, ({ net, segment: { from }, placement }) =>
    [net, from.row, from.column, placement].join(' '),
  );
  return new Set([...runs.values()].flatMap((sharing) => (sharing.length > 1 ? sharing : [])));
}

/** The first row of a table is its head, whatever stands in it. */
function asCell(text: readonly TextLine[], head: boolean): readonly TextLine[] {
  return text.map((line): TextLine => (line.role === 'qualifier' ? line : { ...line, role: head ? 'title' : 'item' }));
}

function isMixed({ boxes }: Diagram): boolean {
  const bordered = boxes.filter(({ shape }) => shape === 'box' || shape === 'table');
  return new Set(bordered.map(({ style }) => style === 'heavy' || style === 'double')).size === 2;
}

/** One block a compartment; a title in the border joins the first. */
function blocksOf(box: Box): readonly Block[] {
  if (box.kind === 'group') return [blockOf(box.text)];
  const steps = box.steps.map(({ row }) => row);
  if (box.shape === 'table')
    return box.compartments.map(({ rect, text }) => blockOf(asCell(text, rect.top === box.rect.top)));
  if (box.compartments.length < 2) return [blockOf(box.text, steps)];
  return box.compartments.map(({ text }) => blockOf(text, steps));
}

/**
 * The layout with columns of this width. Places are whole px and a half, so that thin lines are sharp. Where not every spine is
 * full, nodes may grow into the room beside them. Nothing is placed before it is asked for: most widths are too small for the
 * first box that they are tried on.
 */
export function layOut(plan: Plan, column: number, spine: 'full' | 'any' = 'any'): Layout {
  const { straight, rows, firstColumn: first, span } = plan;
  const [firstRow, lastRow] = span;
  const x = (at: number): number => Math.round(margin + (at - first) * column) + 0.5;
  const y = (row: number): number => {
    const within = Math.min(Math.max(row, firstRow), lastRow);
    return Math.round(margin + (rows.get(within) ?? 0)) + 0.5;
  };
  const ungrown = kept((id) => {
    const box = plan.family.box(id);
    if (!box) return { left: 0, top: 0, right: 0, bottom: 0 };
    return box.shape === 'words' ? wordsFrame(box, plan, x, y) : boxFrame(box, plan, column, x, y);
  });
  let growth: ReadonlyMap<BoxId, number> | null = null;
  const frame = spine === 'full' ? ungrown : kept(grownFrame);
  let spines: ReadonlyMap<BoxId, number> | null = null;
  return {
    plan,
    column,
    frame,
    x,
    y,
    spine: (id) => {
      spines ??= spinesOf(plan, frame);
      return spines.get(id) ?? 0;
    },
    netX: (net, point) => x(straight.columnOf(net, point)),
  };

  function grownFrame(id: BoxId): Frame {
    const own = ungrown(id);
    const box = plan.family.box(id);
    if (!box || !hasSpine(box)) return own;
    const by = (growth ??= growthOf(plan, ungrown, column)).get(id);
    return by === undefined ? own : { ...own, left: own.left - by, right: own.right + by };
  }
}

/** The frame of each box, found when it is asked for first. */
function kept(frameOf: (id: BoxId) => Frame): (id: BoxId) => Frame {
  const frames = new Map<BoxId, Frame>();
  return (id) => {
    let frame = frames.get(id);
    if (!frame) frames.set(id, (frame = frameOf(id)));
    return frame;
  };
}

function firstColumn({ nets, captions }: Diagram, { sides }: Plan['straight']): number {
  let first = Infinity;
  for (const { left } of sides.values()) first = Math.min(first, left);
  for (const { segments } of nets) for (const { from } of segments) first = Math.min(first, from.column);
  for (const { lines } of captions) for (const { column } of lines) first = Math.min(first, column);
  return first === Infinity ? 0 : first;
}

type Scale = (cells: number) => number;

function boxFrame(box: Box, { straight, heads }: Plan, column: number, x: Scale, y: Scale): Frame {
  const sides = straight.sides.get(box.id) ?? box.rect;
  const left = x(sides.left);
  // Equal boxes stay equal to the pixel; cells meet their neighbours' walls.
  const right =
    box.shape === 'cell' || box.kind === 'group'
      ? x(sides.right)
      : left + Math.round((sides.right - sides.left) * column);
  return { left, right, top: y(box.rect.top) + (heads.get(box.id) ?? 0), bottom: y(box.rect.bottom) };
}

function wordsFrame(box: Box, { straight, blocks, bare }: Plan, x: Scale, y: Scale): Frame {
  const sides = straight.sides.get(box.id) ?? box.rect;
  const block = blocks.get(box.id)?.[0];
  const { align, axis, upright } = bare.get(box.id) ?? { align: 'middle', axis: null, upright: false };
  const width = 2 * Math.ceil((block?.width ?? 0) / 2 + wordsRoom);
  const middle = axis ? x(straight.columnOf(axis.net, axis.point)) : x((sides.left + sides.right) / 2);
  const centre = (y(box.rect.top) + y(box.rect.bottom)) / 2;
  const high =
    Math.max((block?.height ?? 0) / 2, (y(box.rect.bottom) - y(box.rect.top)) / 2 + 10) + (upright ? headRoom : 0);
  const left = {
    start: x(sides.left) - letterHalf - wordsRoom,
    middle: middle - width / 2,
    end: x(sides.right) + letterHalf + wordsRoom - width,
  }[align];
  return { left, right: left + width, top: centre - high, bottom: centre + high };
}

/**
 * The first box whose writing does not fit into it; `spine` asks for full spines too. What did not fit at another width is
 * looked at before all others.
 */
export function misfitOf(layout: Layout, spine: 'full' | 'any', suspect: Box | undefined): Box | undefined {
  if (suspect && !isFit(suspect, layout, spine)) return suspect;
  return layout.plan.diagram.boxes.find((box) => !isFit(box, layout, spine));
}

function isFit(box: Box, layout: Layout, spine: 'full' | 'any'): boolean {
  const { plan } = layout;
  const frame = layout.frame(box.id);
  const block = plan.blocks.get(box.id)?.[0];
  if (hasSpine(box)) return roomOf(box, plan, frame, spine === 'full' ? fullSpine : layout.spine(box.id)) >= 0;
  if (box.shape === 'words') return clearOfWords(box, layout);
  if (box.shape === 'table' && box.kind === 'node') {
    const walls = tableWalls(box);
    const across = (frame.right - frame.left) / Math.max(1, box.rect.right - box.rect.left);
    return box.compartments.every(({ rect }, index) => {
      const [left, right] = [walls.get(rect.left) ?? rect.left, walls.get(rect.right) ?? rect.right];
      return (right - left) * across - 14 >= (plan.blocks.get(box.id)?.[index]?.width ?? 0);
    });
  }
  const beside = box.kind === 'group' ? 38 + 6 : 10;
  return frame.right - frame.left - beside >= (block?.width ?? 0);
}

/** Words may take the room of the blank cell on each side, not more. */
function clearOfWords(box: Box, layout: Layout): boolean {
  const { left, right } = layout.frame(box.id);
  return right - left <= (box.rect.right - box.rect.left + 3) * layout.column;
}
