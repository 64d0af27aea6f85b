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
  const nodes: number[] = [];
  const ends: NetEnd[] = [];
  for (const cell of cells) {
    const [one, other] = [cell.index * 2, cell.index * 2 + 1];
    nodes.push(one);
    if (sets.find(other) !== sets.find(one)) nodes.push(other);
    for (const direction of DIRECTIONS) {
      const arm = cell.arms[direction];
      if (arm && arm.kind !== 'cell') ends.push(endOf(cell, direction, arm));
    }
  }
  const endsOf = Map.groupBy(ends, ({ cell, direction }) => sets.find(nodeOf(cell, direction)));
  const withHeads = middleHeadsOf(cells);
  const nets: RawNet[] = [];
  for (const [root, own] of Map.groupBy(nodes, sets.find)) {
    const net = { cells: own.map((node) => node >> 1), ends: endsOf.get(root) ?? [] };
    nets.push({ cells: net.cells, ends: withHeads(net) });
  }
  return { nets, crossings };
}

function endOf(cell: LineCell, direction: Direction, arm: Exclude<Arm, { kind: 'cell' }>): NetEnd {
  const twoHeaded = cell.ink.head !== null && cell.ink.marker;
  const { row, column } = cell;
  return {
    cell: cell.index,
    direction,
    part: arm.kind === 'part' ? arm.part : null,
    run: arm.kind === 'words' ? arm.run : null,
    head: arm.head || twoHeaded,
    marker: cell.ink.marker && !twoHeaded,
    at: arm.kind === 'part' ? arm.at : { row, column },
    beside: arm.beside ?? null,
    mended: arm.kind === 'part' ? arm.mended : null,
  };
}

/** Steps that the heads in the middle of a net may look ahead, for each of its cells. */
const PATIENCE = 64;

/**
 * A head in the middle of a line (`──▶──`) makes targets of the ends before it, if no end has a head of its own. So does one alone,
 * if all the ends behind it have one and none of those before it: it points into the rail of a merge, and the other end of the
 * trunk back.
 */
function middleHeadsOf(cells: readonly LineCell[]): (net: RawNet) => readonly NetEnd[] {
  // for each cell the number of the last search that came to it
  const seen = new Uint32Array(cells.length);
  let searches = 0;
  const hasEnds = new Uint8Array(cells.length);
  return (net) => {
    const middle: { readonly index: number; readonly ahead: number }[] = [];
    for (const index of net.cells) {
      const ahead = aheadOf(index);
      if (ahead !== null) middle.push({ index, ahead });
    }
    const headed = net.ends.filter(({ head }) => head);
    if (middle.length === 0 || (headed.length > 0 && middle.length > 1)) return net.ends;
    const targets = new Set<NetEnd>();
    const endsAt = Map.groupBy(net.ends, ({ cell }) => cell);
    for (const cell of endsAt.keys()) hasEnds[cell] = 1;
    let patience = PATIENCE * net.cells.length;
    for (const { index, ahead } of middle) {
      if (patience < 0) break;
      // where all are targets, none is
      if (targets.size === net.ends.length) return net.ends;
      const before: NetEnd[] = [];
      patience -= search(index, ahead, (at) => before.push(...(endsAt.get(at) ?? [])));
      if (headed.length === 0) for (const end of before) targets.add(end);
      else if (before.length + headed.length === net.ends.length && !before.some((end) => end.head))
        return net.ends.map((end) => ({ ...end, head: true }));
    }
    if (targets.size === net.ends.length) return net.ends;
    return net.ends.map((end) => (targets.has(end) ? { ...end, head: true } : end));
  };

  /** The cell that a head points at. */
  function aheadOf(index: number): number | null {
    const { ink, arms } = cells[index] ?? {};
    const ahead = ink?.head ? arms?.[ink.head] : undefined;
    return ahead?.kind === 'cell' ? ahead.to : null;
  }

  /** Visits what hangs together with a cell, but for what only hangs together with it by way of the one where the search began. Returns its steps. */
  function search(start: number, first: number, visit: (at: number) => void): number {
    seen[start] = ++searches;
    const queue = [first];
    let steps = 0;
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (seen[at] === searches) continue;
      seen[at] = searches;
      steps++;
      if (hasEnds[at] === 1) visit(at);
      const arms = cells[at]?.arms;
      for (const direction of DIRECTIONS) {
        const arm = arms?.[direction];
        if (arm?.kind === 'cell') queue.push(arm.to);
      }
    }
    return steps;
  }
}
