import { isUpright } from '../../ink/glyphs.ts';
import type { Box, BoxId, Diagram, Kind, Node } from '../../model.ts';
import { areasOf, type Area } from './areas.ts';
import { leastOf } from './extremes.ts';
import type { Plan } from './layout.ts';
import type { Frame } from './shapes.ts';

export const textGap = 11;
export const fullSpine = 32;
const narrowSpine = 26;
const spineWidths = [fullSpine, narrowSpine, 0] as const;
/** Between the writing and the right border: more where the kind's corners or walls stand in. */
const rightRoom: Readonly<Partial<Record<Kind, number>>> = { client: 10, edge: 10, routing: 11, messaging: 13 };
const usualRightRoom = 6;

/** Nodes of one width in one group, row by row. */
export type Equals = readonly (readonly Node[])[];

export function hasSpine(box: Box): box is Node & { readonly shape: 'box' } {
  return box.kind === 'node' && box.shape === 'box';
}

export function equalsOf({ boxes }: Diagram, { sides }: Plan['straight']): readonly Equals[] {
  const alike = Map.groupBy(boxes.filter(hasSpine), ({ id, parent, rect }) => {
    const { left, right } = sides.get(id) ?? rect;
    return `${parent ?? ''} ${Math.round(2 * (right - left))}`;
  });
  return [...alike.values()].map((nodes) => [...Map.groupBy(nodes, ({ rect }) => rect.top).values()]);
}

type FrameOf = (id: BoxId) => Frame;

/** Nodes of one width have one spine: the narrowest that one of them needs; where that is none, those beside each other have. */
export function spinesOf(plan: Plan, frame: FrameOf): ReadonlyMap<BoxId, number> {
  const spines = new Map<BoxId, number>();
  for (const rows of plan.equals) {
    const widths = rows.map((row) => narrowest(row, plan, frame));
    const shared = leastOf(widths);
    for (const [index, row] of rows.entries())
      for (const { id } of row) spines.set(id, shared > 0 ? shared : (widths[index] ?? 0));
  }
  return spines;
}

function narrowest(row: readonly Node[], plan: Plan, frame: FrameOf): number {
  let spine: number = fullSpine;
  for (const node of row)
    spine = Math.min(spine, spineWidths.find((width) => roomOf(node, plan, frame(node.id), width) >= 0) ?? 0);
  return spine;
}

/** What is left over beside the widest line of a node. */
export function roomOf(node: Node, { widest, kinds }: Plan, { left, right }: Frame, spine: number): number {
  const end = rightRoom[kinds.get(node.id) ?? 'compute'] ?? usualRightRoom;
  return right - left - spine - textGap - end - (widest.get(node.id) ?? 0);
}

/** Free columns beside a box: up to the next box, and up to an upright line or the wall of its group. */
export interface Beside {
  readonly box: number;
  readonly line: number;
  /** A level line leaves on one of the sides. */
  readonly joined: boolean;
}

/** So many columns to each side are looked at. */
const sight = 8;
const free: Beside = { box: sight, line: sight, joined: false };

/** The free columns on the narrower side of each node. */
export function besideOf({ boxes, nets }: Diagram, { sides, columnOf }: Plan['straight']): ReadonlyMap<BoxId, Beside> {
  const placed = areasOf<{ readonly box: BoxId | null; readonly left: number; readonly right: number }>();
  const areas = new Map<BoxId, Area>();
  for (const { id, rect } of boxes) {
    const area = { ...rect, ...sides.get(id) };
    areas.set(id, area);
    placed.add({ ...area, box: id }, area);
  }
  const joined = new Set<BoxId>();
  for (const { id, segments, ends } of nets) {
    for (const { attached, direction } of ends) if (attached !== null && !isUpright(direction)) joined.add(attached);
    for (const { from, to } of segments) {
      if (from.column !== to.column) continue;
      const column = columnOf(id, from);
      const area = { left: column, right: column, top: from.row, bottom: to.row };
      placed.add({ ...area, box: null }, area);
    }
  }
  return new Map(
    boxes.filter(hasSpine).map(({ id, rect }) => {
      const own = areas.get(id) ?? rect;
      let { box, line } = free;
      for (const other of placed.near({ ...own, left: own.left - sight, right: own.right + sight })) {
        if (other.box === id) continue;
        const around = other.left < own.left && other.right > own.right;
        const gap = around
          ? Math.min(own.left - other.left, other.right - own.right)
          : Math.max(own.left - other.right, other.left - own.right);
        if (gap < 0) continue;
        if (other.box !== null && !around) box = Math.min(box, gap);
        else line = Math.min(line, gap);
      }
      return [id, { box, line, joined: joined.has(id) }];
    }),
  );
}

/** Px that stay free: the length of an arrow between boxes that one joins, a little between others and beside a line or a wall. */
const apart = { joined: 28, boxes: 14, line: 12 } as const;
const mostGrowth = 14;

/**
 * Where the writing of a node leaves no room for its spine, the node grows into the free columns on both sides of it, and those
 * of its width with it: px on each side.
 */
export function growthOf(plan: Plan, frame: FrameOf, column: number): ReadonlyMap<BoxId, number> {
  const growth = new Map<BoxId, number>();
  const grow = (nodes: readonly Node[]): boolean => {
    let need = 0;
    let most: number = mostGrowth;
    for (const node of nodes) {
      need = Math.max(need, Math.ceil(-roomOf(node, plan, frame(node.id), narrowSpine) / 2));
      const { box, line, joined } = plan.beside.get(node.id) ?? free;
      most = Math.min(most, (box * column - (joined ? apart.joined : apart.boxes)) / 2, line * column - apart.line);
    }
    if (need > most) return false;
    if (need > 0) for (const { id } of nodes) growth.set(id, need);
    return true;
  };
  for (const rows of plan.equals) if (!grow(rows.flat())) rows.forEach(grow);
  return growth;
}
