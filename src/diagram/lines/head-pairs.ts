import type { Part } from '../boxes/boxes.ts';
import type { Field } from './field.ts';
import { ARM, HORIZONTAL, STEP, VERTICAL } from '../ink/glyphs.ts';
import type { Arm, LineCell } from './lines.ts';
import type { Rect, TextRun } from '../model.ts';
import { runsOver } from '../writing/run-at.ts';

const FARTHEST = 6;
const FARTHEST_LEG = 3;
const FARTHEST_TAIL = 2;
const LOWEST = 2;

/** A head that points up or down, and the box that it has. */
interface Pointer {
  readonly cell: LineCell;
  readonly arm: Arm | undefined;
}

/**
 * Sets right the heads of a row that were drawn beside their boxes. As many heads as boxes, and each near its own: one head
 * a box, in order, unless one stands well within another's edge. A head that has none takes the only box near it.
 *
 *        ▼          ▼        ▼         the third stands between two boxes; the second has a head already
 *     ┌──────┐ ┌──────┐ ┌──────┐
 */
export function pairHeads(field: Field): void {
  const { cells, runs, territory } = field;
  for (const direction of ['up', 'down'] as const) {
    const rows = Map.groupBy(
      cells.filter(({ ink }) => ink.head === direction),
      ({ row }) => row,
    );
    for (const [row, heads] of rows) {
      const pointers = heads.map((cell): Pointer => ({ cell, arm: cell.arms[direction] }));
      if (pointers.every(({ arm }) => arm !== undefined) && !isShared(pointers)) continue;
      const atBoxes = pointers.filter(({ cell, arm }) => arm !== undefined || !isAtWords(cell, direction));
      if (!pairBoxes(row, direction, atBoxes)) pairWords(row + (direction === 'down' ? 1 : -1), direction, pointers);
    }
  }

  /** Words stand right before the head: it means those. */
  function isAtWords({ row, column }: LineCell, direction: 'up' | 'down'): boolean {
    return runsOver(runs, row + (direction === 'down' ? 1 : -1), column - 1, column + 1).length > 0;
  }

  /** Returns whether there are boxes that the heads may mean. */
  function pairBoxes(row: number, direction: 'up' | 'down', pointers: readonly Pointer[]): boolean {
    const step = direction === 'down' ? 1 : -1;
    for (let off = 1; off <= LOWEST; off++) {
      const edge = row + off * step;
      const region = territory.regionAt(row, pointers[0]?.cell.column ?? 0);
      const targets = targetsOn(edge, direction, region, pointers);
      if (targets.length === 0) continue;
      if (targets.length === pointers.length) {
        const byIndex = new Map(targets.map((target) => [target.index, target]));
        const isMoved = ({ cell, arm }: Pointer, k: number) => {
          const own = arm?.kind === 'part' ? byIndex.get(arm.part) : undefined;
          return own !== undefined && own !== targets[k] && isDeepIn(cell, own.rect);
        };
        if (!pointers.some(isMoved)) {
          targets.forEach((target, k) => point(pointers[k]?.cell, direction, target, edge));
          return true;
        }
      }
      const meant = new Set(targets);
      for (const { cell, arm } of pointers) {
        if (arm) continue;
        const near = territory.edgesNear(edge, cell.column - FARTHEST, cell.column + FARTHEST);
        const close = near.filter((part) => meant.has(part) && distance(cell.column, part.rect) <= FARTHEST);
        const [only, another] = close;
        if (only && !another) point(cell, direction, only, edge);
      }
      return true;
    }
    return false;
  }

  /** From left to right the boxes of a region that one enters on this row, near one of the pointers; these stand from left to right too. */
  function targetsOn(
    row: number,
    direction: 'up' | 'down',
    region: number | null,
    pointers: readonly Pointer[],
  ): readonly Part[] {
    const columns = pointers.map(({ cell }) => cell.column);
    const [first, last] = [columns[0] ?? 0, columns.at(-1) ?? 0];
    const edges = territory
      .edgesNear(row, first - FARTHEST, last + FARTHEST)
      .filter(({ rect, parent }) => parent === region && (direction === 'down' ? rect.top : rect.bottom) === row)
      .sort((a, b) => a.rect.left - b.rect.left);
    let at = 0;
    return edges.filter(({ rect }) => {
      while (at < columns.length && (columns[at] ?? 0) < rect.left - FARTHEST) at++;
      return (columns[at] ?? Infinity) <= rect.right + FARTHEST;
    });
  }

  /**
   * Words have no border that would catch a head: as many heads as words are paired; a head beside a single one takes it, or the
   * one that stands much nearer than the others.
   */
  function pairWords(row: number, direction: 'up' | 'down', pointers: readonly Pointer[]): void {
    const words = freeWords(field, row);
    const inOrder =
      words.length === pointers.length && pointers.every(({ cell }, k) => away(cell, words[k]) <= FARTHEST);
    pointers.forEach(({ cell, arm }, k) => {
      if (arm) return;
      const { column } = cell;
      const [nearest, next] = runsOver(runs, row, column - FARTHEST, column + FARTHEST)
        .filter((run) => territory.claimOf(row, run.column) === 'free')
        .sort((a, b) => away(cell, a) - away(cell, b));
      const run = inOrder ? words[k] : away(cell, next) >= 2 * away(cell, nearest) ? nearest : undefined;
      if (run && away(cell, run) > 1) cell.arms[direction] = { kind: 'words', run, head: true };
    });
  }

  function point(cell: LineCell | undefined, direction: 'up' | 'down', target: Part, row: number): void {
    const arm = cell?.arms[direction];
    if (!cell || (arm && (arm.kind !== 'part' || arm.part === target.index))) return;
    cell.arms[direction] = toEdge(cell, target, row, true);
  }
}

/**
 * Gives a bar that met nothing the box whose corner stands right beside its end; or two columns aside, where another line of
 * the row ends at that box.
 *
 *     └────────┘
 *       │   │   │
 */
export function pairTails({ cells, territory, cellAt, isBlank }: Field): void {
  const isReached = ({ index, rect }: Part, row: number, direction: 'up' | 'down'): boolean => {
    for (let column = rect.left; column <= rect.right; column++) {
      const arm = cellAt(row, column)?.arms[direction];
      if (arm?.kind === 'part' && arm.part === index) return true;
    }
    return false;
  };
  for (const cell of cells) {
    const { column, ink, arms } = cell;
    if (ink.arms !== VERTICAL) continue;
    for (const direction of UPRIGHTS) {
      const row = cell.row + STEP[direction][0];
      if (arms[direction] || !isBlank(row, column)) continue;
      const near = territory.edgesNear(row, column - FARTHEST_TAIL, column + FARTHEST_TAIL);
      const meant = near.find((part) => {
        const off = distance(column, part.rect);
        if (off > FARTHEST_TAIL || part.rect[direction === 'up' ? 'bottom' : 'top'] !== row) return false;
        return off > 1 ? isReached(part, cell.row, direction) : off === 1;
      });
      if (meant) arms[direction] = toEdge(cell, meant, row, false);
    }
  }
}

const UPRIGHTS = ['up', 'down'] as const;

/**
 * Gives the legs of a row of forks or merges the words below or above them, where there are as many: wide letters moved some.
 *
 *     ┌────┼────┐
 *     DB  文献   検索
 */
export function pairLegs(field: Field): void {
  for (const direction of UPRIGHTS) {
    const step = direction === 'down' ? 1 : -1;
    const areNear = (row: number) => row <= field.lastRow && (field.runs[row]?.length ?? 0) > 1;
    const isLeg = ({ row, ink }: LineCell) =>
      (ink.arms & ARM[direction]) !== 0 && (ink.arms & HORIZONTAL) !== 0 && areNear(row + step);
    for (const [row, legs] of Map.groupBy(field.cells.filter(isLeg), (leg) => leg.row)) {
      const words = freeWords(field, row + step);
      if (words.length !== legs.length || legs.length < 2) continue;
      const wide = field.linework.ink.grid.cells[row + step]?.filter((cell) => cell === '').length ?? 0;
      if (legs.some((leg, k) => away(leg, words[k]) > FARTHEST_LEG + wide)) continue;
      legs.forEach((leg, k) => {
        const run = words[k];
        const goesOn = field.cellAt(row + 2 * step, leg.column)?.ink.arms === VERTICAL;
        if (run && !leg.arms[direction] && !goesOn && away(leg, run) > 1)
          leg.arms[direction] = { kind: 'words', run, head: false };
      });
    }
  }
}

/** The writing of a row that stands in no box. */
function freeWords({ runs, territory }: Field, row: number): readonly TextRun[] {
  return (runs[row] ?? []).filter(({ column }) => territory.claimOf(row, column) === 'free');
}

/** Columns from a cell to words on another row. */
function away({ column }: LineCell, run: TextRun | undefined): number {
  return run ? Math.max(0, run.column - column, column - run.column - run.width + 1) : Infinity;
}

/** Two heads of the row point at one box. */
function isShared(pointers: readonly Pointer[]): boolean {
  const parts = pointers.flatMap(({ arm }) => (arm?.kind === 'part' ? [arm.part] : []));
  return new Set(parts).size < parts.length;
}

/** A head stands well within the edge of a box. */
function isDeepIn({ column }: LineCell, { left, right }: Rect): boolean {
  return column > left + 1 && column < right - 1;
}

/** The arm to a box whose edge a cell stands beside. */
function toEdge(cell: LineCell, { index, rect }: Part, row: number, head: boolean): Arm {
  const column = Math.min(Math.max(cell.column, rect.left + 1), rect.right - 1);
  return { kind: 'part', part: index, at: { row, column }, head, mended: 'shifted-port' };
}

function distance(column: number, rect: Rect): number {
  return Math.max(0, rect.left - column, column - rect.right);
}
