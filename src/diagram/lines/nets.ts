import { findCrossings } from './crossings.ts';
import { DIRECTIONS, isUpright, OPPOSITE } from '../ink/glyphs.ts';
import type { Arm, LineCell, Lines } from './lines.ts';
import type { Direction, Point, TextRun } from '../model.ts';
import { unionOf } from '../geometry/union.ts';

/** Where a net ends, before words have become boxes. */
export interface NetEnd {
  readonly cell: number;
  readonly direction: Direction;
  readonly part: number | null;
  readonly run: TextRun | null;
  readonly head: boolean;
  readonly marker: boolean;
  readonly at: Point;
  /** The cell of the lifeline that the line touches, if it is one. */
  readonly beside: number | null;
  readonly mended: 'shifted-port' | 'short-line' | null;
}

/** Cells of line-work that hang together. */
export interface RawNet {
  readonly cells: readonly number[];
  readonly ends: readonly NetEnd[];
}

export interface RawNets {
  readonly nets: readonly RawNet[];
  readonly crossings: ReadonlySet<number>;
}

/** A net while it is gathered. */
interface Gathered {
  readonly cells: number[];
  readonly ends: NetEnd[];
}

/** Gathers line cells into nets; at a crossing the two axes stay apart. */
export function gatherNets(lines: Lines): RawNets {
  const { cells } = lines;
  const crossings = findCrossings(cells);
  const sets = unionOf(cells.length * 2);
  const nodeOf = (cell: number, direction: Direction) => cell * 2 + (isUpright(direction) ? 0 : 1);
  for (const { index, arms } of cells) {
    if (!crossings.has(index)) sets.join(index * 2, index * 2 + 1);
    for (const direction of DIRECTIONS) {
      const arm = arms[direction];
      if (arm?.kind === 'cell') sets.join(nodeOf(index, direction), nodeOf(arm.to, OPPOSITE[direction]));
    }
  }
  const drafts: Gathered[] = [];
  // of the first node of each set the number of its net, from 1
  const numbers = new Int32Array(cells.length * 2);
  const draftOf = (node: number): Gathered => {
    const root = sets.find(node);
    const known = drafts[(numbers[root] ?? 0) - 1];
    if (known) return known;
    const draft: Gathered = { cells: [], ends: [] };
    numbers[root] = drafts.push(draft);
    return draft;
  };
  for (const cell of cells) {
    const { index, row, column, arms } = cell;
    const upright = draftOf(nodeOf(index, 'down'));
    const level = draftOf(nodeOf(index, 'right'));
    upright.cells.push(index);
    if (level !== upright) level.cells.push(index);
    // one place for all ends of the cell
    let place: Point | null = null;
    for (const direction of DIRECTIONS) {
      const arm = arms[direction];
      if (!arm || arm.kind === 'cell') continue;
      const at = arm.kind === 'part' ? arm.at : (place ??= { row, column });
      (isUpright(direction) ? upright : level).ends.push(endOf(cell, direction, arm, at));
    }
  }
  const withHeads = middleHeadsOf(cells);
  const nets = drafts.map((net): RawNet => ({ cells: net.cells, ends: withHeads(net) }));
  return { nets, crossings };
}

function endOf(cell: LineCell, direction: Direction, arm: Exclude<Arm, { kind: 'cell' }>, at: Point): NetEnd {
  const twoHeaded = cell.ink.head !== null && cell.ink.marker;
  return {
    cell: cell.index,
    direction,
    part: arm.kind === 'part' ? arm.part : null,
    run: arm.kind === 'words' ? arm.run : null,
    head: arm.head || twoHeaded,
    marker: cell.ink.marker && !twoHeaded,
    at,
    beside: arm.beside ?? null,
    mended: arm.kind === 'part' ? arm.mended : null,
  };
}

/** Steps that the heads in the middle of a net may look ahead, for each of its cells: enough for so many heads. */
const PATIENCE = 16;

/**
 * A head in the middle of a line (`──▶──`) makes targets of the ends before it, if no end has a head of its own. So does one alone,
 * if all the ends behind it have one and none of those before it: it points into the rail of a merge, and the other end of the
 * trunk back.
 */
function middleHeadsOf(cells: readonly LineCell[]): (net: RawNet) => readonly NetEnd[] {
  // for each cell the number of the last search that came to it, and that of the last net for which some did
  const seen = new Uint32Array(cells.length);
  let searches = 0;
  const before = new Uint32Array(cells.length);
  let nets = 0;
  return (net) => {
    const middle: { readonly index: number; readonly ahead: number }[] = [];
    for (const index of net.cells) {
      const ahead = aheadOf(index);
      if (ahead !== null) middle.push({ index, ahead });
    }
    const headed = net.ends.filter(({ head }) => head);
    if (middle.length === 0 || (headed.length > 0 && middle.length > 1)) return net.ends;
    nets++;
    let patience = PATIENCE * net.cells.length;
    for (const { index, ahead } of middle) if (patience >= 0) patience -= search(index, ahead);
    const isTarget = ({ cell }: NetEnd) => before[cell] === nets;
    const targets = net.ends.filter(isTarget);
    if (headed.length > 0) {
      const pointsBack = targets.length + headed.length === net.ends.length && !targets.some(({ head }) => head);
      return pointsBack ? net.ends.map((end) => ({ ...end, head: true })) : net.ends;
    }
    // where all are targets, none is
    if (targets.length === net.ends.length) return net.ends;
    return net.ends.map((end) => (isTarget(end) ? { ...end, head: true } : end));
  };

  /** The cell that a head points at. */
  function aheadOf(index: number): number | null {
    const { ink, arms } = cells[index] ?? {};
    const ahead = ink?.head ? arms?.[ink.head] : undefined;
    return ahead?.kind === 'cell' ? ahead.to : null;
  }

  /** Goes through what hangs together with a cell, but for what only does by way of the one where the search began. Returns its steps. */
  function search(start: number, first: number): number {
    seen[start] = ++searches;
    const queue = [first];
    let steps = 0;
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (seen[at] === searches) continue;
      seen[at] = searches;
      before[at] = nets;
      steps++;
      const arms = cells[at]?.arms;
      for (const direction of DIRECTIONS) {
        const arm = arms?.[direction];
        if (arm?.kind === 'cell') queue.push(arm.to);
      }
    }
    return steps;
  }
}
