import { ARM, OPPOSITE, VERTICAL } from '../ink/glyphs.ts';
import type { LineCell } from './lines.ts';

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
  const joints = { up: new Map<LineCell, LineCell | null>(), down: new Map<LineCell, LineCell | null>() };
  let names: Set<string> | null = null;
  return {
    railOf: (cell, side) => {
      const joint = jointOf(cell, side);
      return joint ? leftmostOf(joint) : null;
    },
    legOf: (cell, side) => {
      const joint = jointOf(cell, side, joints[side]);
      return joint && { rail: leftmostOf(joint), joint };
    },
    forksBelow: (cell) => {
      const { left, right } = jointOf(cell, 'down')?.arms ?? {};
      return left?.kind === 'cell' && right?.kind === 'cell';
    },
    isTrunk: (cell, side) => {
      const first = cells[leftmostOf(cell)];
      return !!first && (first.ink.arms & VERTICAL) === ARM[OPPOSITE[side]];
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

  /** The cell of a rail to which a bar leads; with `known`, also behind words, and what was found once is known on the way. */
  function jointOf(cell: LineCell, side: 'up' | 'down', known?: Map<LineCell, LineCell | null>): LineCell | null {
    const way: LineCell[] = [];
    let found: LineCell | null | undefined;
    for (let at: LineCell | undefined = cell; at && at.ink.head === null; at = next(at, side, known !== undefined)) {
      found = known?.get(at);
      if (found === undefined && (at.arms.left?.kind === 'cell' || at.arms.right?.kind === 'cell')) found = at;
      if (found !== undefined) break;
      way.push(at);
    }
    for (const each of way) known?.set(each, found ?? null);
    return found ?? null;
  }

  function leftmostOf(cell: LineCell): number {
    const way: LineCell[] = [];
    let known: number | undefined;
    for (let at: LineCell | undefined = cell; at && known === undefined; at = next(at, 'left', true)) {
      way.push(at);
      known = leftmost.get(at);
    }
    const found = known ?? way.at(-1)?.index ?? cell.index;
    for (const each of way) leftmost.set(each, found);
    return found;
  }

  function next(cell: LineCell, side: 'up' | 'down' | 'left', behindWords: boolean): LineCell | undefined {
    const arm = cell.arms[side];
    return arm?.kind === 'cell' && (behindWords || arm.by !== 'text') ? cells[arm.to] : undefined;
  }
}

function nameKey(rail: number, row: number): string {
  return `${String(rail)} ${String(row)}`;
}
