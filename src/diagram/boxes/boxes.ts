import { byPlace } from '../geometry/by-place.ts';
import type { Frame } from './frames.ts';
import { compartmentsOf, type CompartmentFrame } from './compartments.ts';
import { endOfWriting, voteRight } from './repair.ts';
import type { Linework } from './linework.ts';
import type { BorderStyle, BoxShape, Rect, Repair } from '../model.ts';

/** A box with its place, before it has words: what is read off frames, dividers and inner walls. */
export interface Part {
  readonly index: number;
  readonly shape: BoxShape;
  readonly style: BorderStyle;
  /** Straight: the intended border. */
  readonly rect: Rect;
  readonly parent: number | null;
  readonly children: readonly number[];
  /** For every row between top and bottom the columns of the walls as they stand; where one is missing, as intended. */
  readonly walls: readonly { readonly left: number; readonly right: number }[];
  /** Pieces between dividers and inner walls of a box that stays one. */
  readonly compartments: readonly CompartmentFrame[];
  /** Rows of dividers. */
  readonly dividers: readonly number[];
  /** Writing in the top and bottom edge and in dividers. */
  readonly borderText: readonly { readonly row: number; readonly from: number; readonly to: number }[];
}

export interface Structure {
  readonly parts: readonly Part[];
  readonly frames: readonly Frame[];
  readonly repairs: readonly (Omit<Repair, 'box'> & { readonly part: number })[];
}

interface Draft {
  shape: BoxShape;
  frame: Frame;
  rect: Rect;
  parent: Draft | null;
  walls: { left: number; right: number }[];
  compartments: readonly CompartmentFrame[];
  dividers: readonly number[];
  borderText: { row: number; from: number; to: number }[];
}

/**
 * Makes boxes of frames: sets right walls straight by the vote of their rows, nests, and cuts at dividers and inner walls.
 *
 * - rows between full dividers stay one box
 * - a title row above one row of cells: the cells are children of the box
 * - one row of cells without a title: separate boxes, the frame around them is none
 * - two rows of cells or more: a table, one box
 * - cells and full rows otherwise mixed: separate boxes that share borders
 * - several compartments that hold boxes: each is a group
 */
export function findBoxes(linework: Linework, frames: readonly Frame[]): Structure {
  const repairs: { kind: Repair['kind']; at: { row: number; column: number }; detail: string; frame: Frame }[] = [];
  const parents = nest(frames);
  const inner = Map.groupBy(frames, (frame) => parents.get(frame));
  const rects = new Map<Frame, Rect>();
  // inner frames first: an outer wall has to stand outside of them
  for (const frame of [...frames].reverse()) {
    const farthest = (inner.get(frame) ?? []).reduce(
      (most, other) => Math.max(most, rects.get(other)?.right ?? -1),
      -1,
    );
    const rect = voteRight(frame, farthest, linework);
    rects.set(frame, rect);
    repairs.push(...repairsOf(frame, rect));
  }

  const drafts: Draft[] = [];
  const homes = new Map<Frame, (child: Frame) => Draft | null>();
  for (const frame of frames) {
    const outer = parents.get(frame) ?? null;
    const parent = outer ? (homes.get(outer)?.(frame) ?? null) : null;
    const rect = rects.get(frame) ?? frame;
    const children = inner.get(frame) ?? [];
    const { made, home } = boxesOf(linework, frame, rect, children, parent);
    for (const draft of made) drafts.push(draft);
    homes.set(frame, home);
  }
  return finish(drafts, repairs, frames);
}

/** The innermost frame around each: the one that begins last. */
function nest(frames: readonly Frame[]): ReadonlyMap<Frame, Frame | null> {
  const parents = new Map<Frame, Frame | null>();
  const inside = byPlace<Frame>();
  for (const frame of frames)
    frame.walls.forEach(({ left, right }, k) => {
      inside.add(frame.top + 1 + k, Math.min(frame.left, left ?? frame.left), Math.max(frame.right, right ?? 0), frame);
    });
  for (const frame of frames) {
    const around = inside.near(frame.top, frame.left, frame.left);
    parents.set(frame, around.findLast((other) => other.bottom > frame.bottom && holds(other, frame)) ?? null);
  }
  return parents;
}

function holds(outer: Frame, inner: Frame): boolean {
  const wall = outer.walls[inner.top - outer.top - 1];
  const right = Math.max(outer.right, wall?.right ?? 0);
  return inner.left > Math.min(outer.left, wall?.left ?? outer.left) && (inner.left + inner.right) / 2 < right;
}

interface Made {
  readonly made: readonly Draft[];
  /** The box that a frame inside belongs to. */
  readonly home: (child: Frame) => Draft | null;
}

function boxesOf(linework: Linework, frame: Frame, rect: Rect, children: readonly Frame[], parent: Draft | null): Made {
  const rows = compartmentsOf(linework, frame, rect, children);
  const walls = frame.walls.map(({ left, right }, k) => ({
    left: left ?? rect.left,
    right: right ?? endOfWriting(linework, frame.top + 1 + k, Math.max(rect.right, frame.right)),
  }));
  const whole = (shape: BoxShape, compartments: readonly CompartmentFrame[]): Draft => ({
    shape,
    frame,
    rect,
    parent,
    walls,
    compartments,
    dividers: frame.dividers.map(({ row }) => row),
    borderText: borderTextOf(frame),
  });
  const pieces = rows.flat();
  const holding = pieces.filter(({ holds }) => holds.length > 0);
  const cellRows = rows.filter((row) => row.length > 1);
  const one = (shape: BoxShape): Made => {
    const box = whole(shape, pieces);
    return { made: [box], home: () => box };
  };
  const holdingCells = (compartments: readonly CompartmentFrame[], cells: readonly CompartmentFrame[]): Made => {
    const box = whole('box', compartments);
    const drafts = cells.map((cell) => cellOf(cell, box, frame));
    return { made: [box, ...drafts], home: homeIn(drafts, box) };
  };

  if (cellRows.length === 0) return holding.length < 2 ? one('box') : holdingCells(pieces, holding);
  const [title = [], cells = []] = rows;
  // a title, which holds no box, over one row of cells
  if (rows.length === 2 && cellRows[0] === cells && title[0] !== holding[0]) return holdingCells(title, cells);
  if (holding.length === 0 && cellRows.length >= 2 && cellRows.length >= rows.length - 1 && sameWalls(cellRows))
    return one('table');
  if (borderTextOf(frame).length > 0) return holdingCells([], pieces);
  // boxes that share walls
  const separate = pieces.map((cell): Draft => ({ ...cellOf(cell, parent, frame), shape: 'box' }));
  return { made: separate, home: homeIn(separate, null) };
}

/** The cell that holds a frame. */
function homeIn(cells: readonly Draft[], otherwise: Draft | null): Made['home'] {
  const homes = new Map<Frame, Draft>();
  for (const cell of cells) for (const child of cell.compartments.flatMap(({ holds }) => holds)) homes.set(child, cell);
  return (child) => homes.get(child) ?? otherwise;
}

function sameWalls(rows: readonly (readonly CompartmentFrame[])[]): boolean {
  const first = rows[0] ?? [];
  return rows.every(
    (row) =>
      row.length === first.length && row.every((cell, k) => Math.abs(cell.rect.left - (first[k]?.rect.left ?? 0)) <= 2),
  );
}

function cellOf(cell: CompartmentFrame, parent: Draft | null, frame: Frame): Draft {
  return {
    shape: 'cell',
    frame,
    rect: cell.rect,
    parent,
    walls: [...cell.walls],
    compartments: [cell],
    dividers: [],
    borderText: [],
  };
}

function borderTextOf(frame: Frame): { row: number; from: number; to: number }[] {
  const rails = [frame.topRail, ...frame.dividers.map(({ rail }) => rail), frame.bottomRail];
  return rails.flatMap((rail) =>
    rail.gaps
      .filter(
        (gap) =>
          gap.kind === 'text' && gap.from > frame.left - 3 && gap.to < Math.max(frame.right, frame.bottomRight) + 3,
      )
      .map(({ from, to }) => ({ row: rail.row, from, to })),
  );
}

function finish(
  drafts: readonly Draft[],
  repairs: readonly { kind: Repair['kind']; at: { row: number; column: number }; detail: string; frame: Frame }[],
  frames: readonly Frame[],
): Structure {
  const depths = new Map<Draft | null, number>([[null, 0]]);
  // a parent comes before what it holds
  for (const draft of drafts) depths.set(draft, (depths.get(draft.parent) ?? 0) + 1);
  const order = [...drafts].sort(
    (a, b) => (depths.get(a) ?? 0) - (depths.get(b) ?? 0) || a.rect.top - b.rect.top || a.rect.left - b.rect.left,
  );
  const index = new Map(order.map((draft, k): [Draft | null, number] => [draft, k]));
  const byParent = Map.groupBy(order, ({ parent }) => parent);
  const parts = order.map((draft, k): Part => ({
    index: k,
    shape: draft.shape,
    style: draft.frame.style,
    rect: draft.rect,
    parent: index.get(draft.parent) ?? null,
    children: (byParent.get(draft) ?? []).map((child) => index.get(child) ?? -1),
    walls: draft.walls,
    compartments: draft.compartments,
    dividers: draft.dividers,
    borderText: draft.borderText,
  }));
  // of the parts of a frame the first
  const partOf = new Map(order.map(({ frame }, k) => [frame, k] as const).reverse());
  const told = repairs.map(({ frame, ...repair }) => ({ ...repair, part: partOf.get(frame) ?? -1 }));
  return { parts, frames, repairs: told };
}

function repairsOf(frame: Frame, rect: Rect) {
  const repairs: { kind: Repair['kind']; at: { row: number; column: number }; detail: string; frame: Frame }[] = [];
  for (const { row, column } of frame.missing)
    repairs.push({ kind: 'missing-corner', at: { row, column }, detail: 'read as a corner', frame });
  for (const { row, column, detail } of shortRules(frame))
    repairs.push({ kind: 'ragged-border', at: { row, column }, detail, frame });
  const ragged = (row: number, drawn: number, meant: number) =>
    repairs.push({ kind: 'ragged-border', at: { row, column: drawn }, detail: moved(drawn, meant), frame });
  const off = frame.walls.findIndex(
    ({ left, right }) => (right !== null && right !== rect.right) || (left !== null && left !== rect.left),
  );
  const absent = frame.walls.findIndex(({ right }) => right === null);
  const { left, right } = frame.walls[off] ?? { left: null, right: null };
  if (right !== null && right !== rect.right) ragged(frame.top + 1 + off, right, rect.right);
  else if (left !== null && left !== rect.left) ragged(frame.top + 1 + off, left, rect.left);
  else if (absent >= 0)
    repairs.push({
      kind: 'ragged-border',
      at: { row: frame.top + 1 + absent, column: rect.right },
      detail: 'a wall is read here that is not drawn',
      frame,
    });
  else if (frame.right !== rect.right) ragged(frame.top, frame.right, rect.right);
  else if (frame.bottomRight !== rect.right) ragged(frame.bottom, frame.bottomRight, rect.right);
  else if (frame.bottomLeft !== rect.left) ragged(frame.bottom, frame.bottomLeft, rect.left);
  return repairs;
}

/** Edges that break off, and rules that end before a wall; a rule from wall to wall needs no tees. */
function shortRules({ topRail, bottomRail, dividers }: Frame) {
  const broken = [topRail, bottomRail].flatMap(({ row, gaps }) =>
    gaps
      .filter(({ kind, from, to }) => kind === 'blank' && to > from)
      .map(({ from }) => ({ row, column: from, detail: 'an edge is read here that is not drawn' })),
  );
  const short = dividers.flatMap(({ row, rail, left, right }) => {
    const [before, after] = [rail.start - left, right - rail.end];
    const column = after > before ? rail.end + 1 : left + 1;
    return before === after || Math.min(before, after) < 0
      ? []
      : [{ row, column, detail: 'a rule is read as reaching its wall' }];
  });
  return [...broken, ...short];
}

/** Says how far off a wall was meant: true wherever the drawing stands. */
function moved(drawn: number, meant: number): string {
  const columns = Math.abs(meant - drawn);
  return `read ${String(columns)} column${columns === 1 ? '' : 's'} to the ${meant < drawn ? 'left' : 'right'}`;
}
