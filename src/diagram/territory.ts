import { byPlace } from './by-place.ts';
import { HORIZONTAL, VERTICAL } from './glyphs.ts';
import type { Linework } from './linework.ts';
import type { Direction } from './model.ts';
import type { Part, Structure } from './boxes.ts';

/** Whose a cell is before lines are traced. */
export type Claim = 'free' | 'border' | 'divider' | 'inside';

export interface Territory {
  readonly claimOf: (row: number, column: number) => Claim;
  /** Parts that have this cell in their border. */
  readonly bordersAt: (row: number, column: number) => readonly number[];
  /** The innermost part that has this cell inside its walls. */
  readonly regionAt: (row: number, column: number) => number | null;
  /** Of the parts with this border cell the one that is entered when walking in `direction`; the smallest if several. */
  readonly enteredAt: (row: number, column: number, direction: Direction) => number | null;
  /** The parts that one enters through an edge on this row when walking up or down. */
  readonly edgesOn: (row: number, direction: 'up' | 'down') => readonly Part[];
}

const NONE: readonly number[] = [];

/** Marks borders, dividers and the inside of boxes without boxes; what is left is free for lines and their labels. */
export function claimTerritory(linework: Linework, structure: Structure): Territory {
  const { parts, frames } = structure;
  const tops = Map.groupBy(parts, ({ rect }) => rect.top);
  const bottoms = Map.groupBy(parts, ({ rect }) => rect.bottom);
  const claims: Claim[][] = [];
  const borders = new Map<number, number[]>();
  const width = linework.ink.grid.width + 16;
  const keyOf = (row: number, column: number) => row * width + column + 8;
  const regions = byPlace<{ readonly left: number; readonly right: number; readonly part: number }>();
  const edges = byPlace<Part>();

  const mark = (row: number, column: number, claim: Claim) => {
    const line = (claims[row] ??= []);
    if (line[column] === undefined || line[column] === 'inside') line[column] = claim;
  };
  const border = (row: number, column: number, part: number, claim: 'border' | 'divider' = 'border') => {
    mark(row, column, claim);
    const key = keyOf(row, column);
    const list = borders.get(key);
    if (!list) borders.set(key, [part]);
    else if (!list.includes(part)) list.push(part);
  };

  for (const part of parts) markPart(part);
  for (const frame of frames) markRails(frame);

  function markPart(part: Part): void {
    const { top, bottom, left, right } = part.rect;
    edges.add(top, left, right, part);
    edges.add(bottom, left, right, part);
    for (let column = left; column <= right; column++) {
      if (isRule(top, column)) border(top, column, part.index);
      if (isRule(bottom, column)) border(bottom, column, part.index);
    }
    part.walls.forEach((wall, k) => {
      const row = top + 1 + k;
      if (isUpright(row, wall.left)) border(row, wall.left, part.index);
      if (isUpright(row, wall.right)) border(row, wall.right, part.index);
      regions.add(row, wall.left, wall.right, { left: wall.left, right: wall.right, part: part.index });
      if (part.children.length > 0) return;
      for (let column = wall.left + 1; column < wall.right; column++) mark(row, column, 'inside');
    });
    for (const row of part.dividers) {
      const wall = part.walls[row - top - 1];
      if (!wall) continue;
      for (let column = wall.left; column <= wall.right; column++)
        if (
          linework.ink.cells[row]?.[column] &&
          (part.children.length > 0 || column === wall.left || column === wall.right)
        )
          border(row, column, part.index, 'divider');
        else if (linework.ink.cells[row]?.[column]) {
          const line = (claims[row] ??= []);
          line[column] = 'divider';
        }
    }
    if (part.shape === 'table')
      for (const { rect, walls } of part.compartments)
        walls.forEach((wall, k) => {
          const line = (claims[rect.top + 1 + k] ??= []);
          for (const column of [wall.left, wall.right]) if (line[column] === 'inside') line[column] = 'divider';
        });
  }

  /** Edges that stick out over the straight box, or that only several cells together own. */
  function markRails(frame: Structure['frames'][number]): void {
    const edges = [
      { row: frame.top, from: frame.left, to: frame.right },
      { row: frame.bottom, from: frame.bottomLeft, to: frame.bottomRight },
    ];
    for (const { row, from, to } of edges)
      for (let column = from; column <= to; column++) {
        if (!isRule(row, column) || borders.has(keyOf(row, column))) continue;
        const near = nearestPart(row, column, frame);
        if (near !== null) border(row, column, near);
      }
    frame.walls.forEach(({ left, right }, k) => {
      const row = frame.top + 1 + k;
      for (const column of [left, right]) {
        if (column === null || borders.has(keyOf(row, column))) continue;
        const near = nearestPart(row, column, frame);
        if (near !== null) border(row, column, near);
      }
    });
  }

  function nearestPart(row: number, column: number, frame: Structure['frames'][number]): number | null {
    let best: Part | null = null;
    const off = ({ rect }: Part) =>
      Math.max(0, rect.left - column, column - rect.right) * 4 + Math.max(0, rect.top - row, row - rect.bottom) * 4;
    const [from, to] = [frame.left - 2, frame.right + 8];
    const along = new Set([frame.top, frame.bottom, row].flatMap((near) => edges.near(near, from, to)));
    for (const part of [...along].sort((a, b) => a.index - b.index)) {
      if (part.rect.top < frame.top || part.rect.bottom > frame.bottom || part.rect.left < from || part.rect.right > to)
        continue;
      if (
        part.rect.top !== frame.top &&
        part.rect.bottom !== frame.bottom &&
        row !== part.rect.top &&
        row !== part.rect.bottom
      )
        continue;
      if (!best || off(part) < off(best)) best = part;
    }
    return best?.index ?? null;
  }

  function isRule(row: number, column: number): boolean {
    return ((linework.ink.cells[row]?.[column]?.arms ?? 0) & HORIZONTAL) !== 0 || isUpright(row, column);
  }

  function isUpright(row: number, column: number): boolean {
    const cell = linework.ink.cells[row]?.[column];
    return !!cell && ((cell.arms & VERTICAL) !== 0 || cell.head !== null || cell.marker || cell.glyph === '+');
  }

  return {
    edgesOn: (row, direction) => (direction === 'down' ? tops : bottoms).get(row) ?? [],
    claimOf: (row, column) => claims[row]?.[column] ?? 'free',
    bordersAt: (row, column) => borders.get(keyOf(row, column)) ?? NONE,
    regionAt: (row, column) =>
      regions.near(row, column, column).findLast(({ left, right }) => column > left && column < right)?.part ?? null,
    enteredAt: (row, column, direction) => {
      let best: Part | null = null;
      for (const index of borders.get(keyOf(row, column)) ?? NONE) {
        const part = parts[index];
        if (!part || !enters(part, row, column, direction)) continue;
        if (!best || part.children.length < best.children.length || areaOf(part) < areaOf(best)) best = part;
      }
      return best?.index ?? null;
    },
  };
}

function areaOf({ rect }: Part): number {
  return (rect.right - rect.left) * (rect.bottom - rect.top);
}

function enters(part: Part, row: number, column: number, direction: Direction): boolean {
  const { rect } = part;
  const middle = (rect.left + rect.right) / 2;
  switch (direction) {
    case 'down':
      return row === rect.top;
    case 'up':
      return row === rect.bottom;
    case 'right':
      return row > rect.top && row < rect.bottom ? column < middle : column <= rect.left + 1;
    case 'left':
      return row > rect.top && row < rect.bottom ? column > middle : column >= rect.right - 1;
  }
}
