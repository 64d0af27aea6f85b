import { ARM, OPPOSITE, VERTICAL } from '../ink/glyphs.ts';
import type { Arm, LineCell } from './lines.ts';

/** The rails of forks and merges, told by their leftmost cells. */
export interface Forks {
  /** The rail to which a bar leads straight up, or down, without a head; `null` without one. */
  readonly railOf: (cell: LineCell, side: 'up' | 'down') => number | null;
  /** The same for a leg with words in its way: the rail, and the cell of it at which the leg ends. */
  readonly legOf: (cell: LineCell, side: 'up' | 'down') => { readonly rail: number; readonly joint: LineCell } | null;
  /** Whether a bar leads straight down to a rail that goes on to both sides. */
  readonly forksBelow: (cell: LineCell) => boolean;
  /** Whether a cell is where the trunk of a fork meets its rail from above, or that of a merge from below. */
  readonly isTrunk: (cell: LineCell, side: 'up' | 'down') => boolean;
  /** Whether a leg comes down from the rail to words on a row, without a head. */
  readonly hasNameOn: (rail: number, row: number) => boolean;
}

/** Looks at the legs that hang from rails. */
export function forksOf(cells: readonly LineCell[]): Forks {
  const leftmost = new Map<LineCell, number>();
  // what was found once is known for all cells on the way
  const joints = { up: new Map<LineCell, LineCell | null>(), down: new Map<LineCell, LineCell | null>() };
  let names: Set<string> | null = null;
  return {
    railOf: (cell, side) => {
      const joint = jointOf(cell, side);
      return joint ? leftmostOf(joint) : null;
    },
    legOf: (cell, side) => {
      const joint = jointBehindWords(cell, side);
      return joint && { rail: leftmostOf(joint), joint };
    },
    forksBelow: (cell) => {
      const { left, right } = jointOf(cell, 'down')?.arms ?? {};
      return left?.kind === 'cell' && right?.kind === 'cell';
    },
    isTrunk: (cell, side) => {
      if (cell.arms.left?.kind !== 'cell' || cell.arms.right?.kind !== 'cell') return false;
      const first = cells[leftmostOf(cell)];
      return first !== undefined && (first.ink.arms & VERTICAL) === ARM[OPPOSITE[side]];
    },
    hasNameOn: (rail, row) => {
      names ??= allNames();
      return names.has(nameKey(rail, row));
    },
  };

  function allNames(): Set<string> {
    const found = new Set<string>();
    for (const cell of cells) {
      const { down } = cell.arms;
      const joint = down?.kind === 'words' && !down.head ? jointOf(cell, 'up') : null;
      if (down?.kind === 'words' && joint) found.add(nameKey(leftmostOf(joint), down.run.row));
    }
    return found;
  }

  function jointOf(cell: LineCell, direction: 'up' | 'down'): LineCell | null {
    for (let at: LineCell | undefined = cell; at && at.ink.head === null; at = next(at, direction))
      if (at.arms.left?.kind === 'cell' || at.arms.right?.kind === 'cell') return at;
    return null;
  }

  function jointBehindWords(cell: LineCell, direction: 'up' | 'down'): LineCell | null {
    const way: LineCell[] = [];
    let found: LineCell | null | undefined;
    for (let at: LineCell | undefined = cell; at && found === undefined;) {
      found = joints[direction].get(at);
      if (found !== undefined) break;
      way.push(at);
      if (at.ink.head !== null) break;
      const arm: Arm | undefined = at.arms[direction];
      if (at.arms.left?.kind === 'cell' || at.arms.right?.kind === 'cell') found = at;
      at = arm?.kind === 'cell' ? cells[arm.to] : undefined;
    }
    for (const each of way) joints[direction].set(each, found ?? null);
    return found ?? null;
  }

  function leftmostOf(cell: LineCell): number {
    const way: LineCell[] = [];
    let known: number | undefined;
    for (let at: LineCell | undefined = cell; at && known === undefined; at = next(at, 'left')) {
      way.push(at);
      known = leftmost.get(at);
    }
    const found = known ?? way.at(-1)?.index ?? cell.index;
    for (const each of way) leftmost.set(each, found);
    return found;
  }

  function next(cell: LineCell, direction: 'up' | 'down' | 'left'): LineCell | undefined {
    const arm = cell.arms[direction];
    return arm?.kind === 'cell' && (direction === 'left' || arm.by !== 'text') ? cells[arm.to] : undefined;
  }
}

function nameKey(rail: number, row: number): string {
  return `${String(rail)} ${String(row)}`;
}
