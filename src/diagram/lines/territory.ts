import { byPlace, type ByPlace } from '../geometry/by-place.ts';
import { cellNumbers } from './cell-numbers.ts';
import { areBlank, isBlank } from '../geometry/cells.ts';
import { HORIZONTAL, VERTICAL } from '../ink/glyphs.ts';
import type { Linework } from '../boxes/linework.ts';
import type { Direction, Grid } from '../model.ts';
import { pushesOf, type Pushes } from '../boxes/pushes.ts';
import { regionsOf } from './regions.ts';
import type { Part, Structure } from '../boxes/boxes.ts';

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
  /** Parts with an upper or lower edge that may lie over some of these columns of a row. */
  readonly edgesNear: ByPlace<Part>['near'];
  readonly pushes: Pushes;
}

/** Columns from the words of a box to a line that begins behind them. */
const WORDS_BEFORE_LINE = 4;
const NONE: readonly number[] = [];
const claims = ['free', 'inside', 'border', 'divider'] as const satisfies readonly Claim[];

/** Marks borders, dividers and the inside of boxes without boxes; what is left is free for lines and their labels. */
export function claimTerritory(linework: Linework, structure: Structure): Territory {
  const { parts, frames } = structure;
  const { grid } = linework.ink;
  const claimed = cellNumbers(grid);
  const borders = ownerLists(grid, parts.length);
  const edges = byPlace<Part>();

  const claimOf = (row: number, column: number): Claim => claims[claimed.at(row, column)] ?? 'free';
  const claim = (row: number, column: number, as: Claim) => claimed.set(row, column, claims.indexOf(as));
  const mark = (row: number, column: number, as: Claim) => {
    const before = claimOf(row, column);
    if (before === 'free' || before === 'inside') claim(row, column, as);
  };
  const border = (row: number, column: number, part: number, as: 'border' | 'divider' = 'border') => {
    mark(row, column, as);
    borders.add(row, column, part);
  };

  for (const part of parts) markPart(part);
  for (const frame of frames) markRails(frame);

  function markPart(part: Part): void {
    const { top, bottom, left, right } = part.rect;
    edges.add(top, left, right, part);
    edges.add(bottom, left, right, part);
    for (const row of [top, bottom]) {
      // walls that were pushed out make a box wider than its edges: these end before the walls of what holds it
      const around = part.shape === 'cell' || part.parent === null ? null : parts[part.parent];
      const room = around?.walls[row - around.rect.top - 1] ?? { left: -Infinity, right: Infinity };
      for (let column = Math.max(left, room.left + 1); column <= Math.min(right, room.right - 1); column++)
        if (isRule(row, column)) border(row, column, part.index);
    }
    part.walls.forEach((wall, k) => {
      const row = top + 1 + k;
      const isLeaf = part.children.length === 0;
      if (isUpright(row, wall.left) || beginsLine(row, wall.left, 1)) border(row, wall.left, part.index);
      if (isUpright(row, wall.right) || beginsLine(row, wall.right, -1)) border(row, wall.right, part.index);
      if (!isLeaf) return;
      for (let column = startOfWord(row, wall.left); column < wall.right; column++) mark(row, column, 'inside');
      for (const column of [...lineOver(row, wall.left, 1), ...lineOver(row, wall.right, -1)])
        border(row, column, part.index, 'divider');
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
        else if (linework.ink.cells[row]?.[column]) claim(row, column, 'divider');
    }
    if (part.shape === 'table')
      for (const { rect, walls } of part.compartments)
        walls.forEach((wall, k) => {
          const row = rect.top + 1 + k;
          for (const column of [wall.left, wall.right])
            if (claimOf(row, column) === 'inside') claim(row, column, 'divider');
        });
  }

  /** Edges that stick out over the straight box, or that only several cells together own. */
  function markRails(frame: Structure['frames'][number]): void {
    const rules = [
      { row: frame.top, from: frame.left, to: frame.right },
      { row: frame.bottom, from: frame.bottomLeft, to: frame.bottomRight },
    ];
    for (const { row, from, to } of rules)
      for (let column = from; column <= to; column++) {
        if (!isRule(row, column) || borders.at(row, column).length > 0) continue;
        const near = partsNear(row, column, frame).at(0);
        if (near) border(row, column, near.index);
      }
  }

  /** The parts of a frame, the nearest to a cell first. */
  function partsNear(row: number, column: number, frame: Structure['frames'][number]): readonly Part[] {
    const off = ({ rect }: Part) =>
      Math.max(0, rect.left - column, column - rect.right) * 4 + Math.max(0, rect.top - row, row - rect.bottom) * 4;
    const [from, to] = [frame.left - 2, frame.right + 8];
    const along = new Set([frame.top, frame.bottom, row].flatMap((near) => edges.near(near, from, to)));
    return [...along]
      .filter(
        ({ rect }) => rect.top >= frame.top && rect.bottom <= frame.bottom && rect.left >= from && rect.right <= to,
      )
      .sort((a, b) => off(a) - off(b));
  }

  function isRule(row: number, column: number): boolean {
    return ((linework.ink.cells[row]?.[column]?.arms ?? 0) & HORIZONTAL) !== 0 || isUpright(row, column);
  }

  /** The first column inside a left wall. A word that stands over the place of a missing wall is inside as a whole. */
  function startOfWord(row: number, wall: number): number {
    const isOfWord = (column: number) =>
      !isBlank(grid, row, column) && !linework.ink.cells[row]?.[column] && claimOf(row, column) === 'free';
    let start = wall + 1;
    if (isOfWord(start)) while (isOfWord(start - 1)) start--;
    return start;
  }

  /** The first cell of a line stands where a wall is missing: `│ Orders  ─────►`, or the line begins further inside. */
  function beginsLine(row: number, column: number, inward: 1 | -1): boolean {
    if (!isRule(row, column) || !isRule(row, column - inward)) return false;
    return !linework.ink.cells[row]?.[column + inward] || lineOver(row, column, inward).length > 0;
  }

  /**
   * The cells inside a box of a line that begins at its words and leads out over its wall, or where that is missing:
   * `│ user_id ───────┐`.
   */
  function lineOver(row: number, wall: number, inward: 1 | -1): readonly number[] {
    const armsAt = (column: number) => linework.ink.cells[row]?.[column]?.arms ?? 0;
    if ((armsAt(wall) & HORIZONTAL) !== HORIZONTAL || !isRule(row, wall - inward)) return [];
    const over: number[] = [];
    for (let column = wall + inward; isLevel(row, column); column += inward) over.push(column);
    const behind = wall + inward * (over.length + 1);
    const first = inward > 0 ? behind : behind - WORDS_BEFORE_LINE + 1;
    return !areBlank(grid, row, first, first + WORDS_BEFORE_LINE) && claimOf(row, behind) === 'inside' ? over : [];
  }

  function isLevel(row: number, column: number): boolean {
    const cell = linework.ink.cells[row]?.[column];
    return cell?.arms === HORIZONTAL;
  }

  function isUpright(row: number, column: number): boolean {
    const cell = linework.ink.cells[row]?.[column];
    return !!cell && ((cell.arms & VERTICAL) !== 0 || cell.head !== null || cell.marker || cell.glyph === '+');
  }

  return {
    claimOf,
    bordersAt: borders.at,
    regionAt: regionsOf(parts),
    enteredAt: (row, column, direction) => {
      let best: Part | null = null;
      for (const index of borders.at(row, column)) {
        const part = parts[index];
        if (!part || !enters(part, row, column, direction)) continue;
        if (!best || areaOf(part) < areaOf(best)) best = part;
      }
      return best?.index ?? null;
    },
    edgesNear: edges.near,
    pushes: pushesOf(frames),
  };
}

/** The parts that own each cell of a border. Many cells have the same ones: these are kept once and cells name them by number. */
function ownerLists(grid: Grid, parts: number) {
  const lists: (readonly number[])[] = [NONE];
  const longer = new Map<number, number>();
  const owners = cellNumbers(grid);
  return {
    at: (row: number, column: number): readonly number[] => lists[owners.at(row, column)] ?? NONE,
    add: (row: number, column: number, part: number): void => {
      const list = owners.at(row, column);
      const before = lists[list] ?? NONE;
      if (before.includes(part)) return;
      const key = list * parts + part;
      const known = longer.get(key) ?? lists.push([...before, part]) - 1;
      longer.set(key, known);
      owners.set(row, column, known);
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
      return column < middle;
    case 'left':
      return column > middle;
  }
}
