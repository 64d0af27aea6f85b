import type { Pair } from './edges.ts';
import { DIRECTIONS, OPPOSITE } from '../ink/glyphs.ts';
import type { LineCell } from '../lines/lines.ts';
import type { Direction } from '../model.ts';
import { firstFrom } from '../geometry/sorted.ts';

/** What a net is here: its cells, those where lines only cross, the cells of its terminals and the edges between these. */
interface Given {
  readonly cells: readonly LineCell[];
  readonly crossings: ReadonlySet<number>;
  readonly terminals: readonly number[];
  readonly pairs: readonly Pair[];
}

type EdgesAt = (cell: number, most: number) => readonly Pair[];

/** Steps that the searches of a net with loops may take: some for each of its edges, above those that any net may take. */
const PATIENCE = 8;
const LEAST = 10_000;

/**
 * Tells the edges of a net whose way leads over a cell, `most` at most; all of them, if none does. A label on the trunk of a fork belongs
 * to every edge, one on a leg to the edge of that leg:
 *
 *          │ all
 *      ┌───┴───┐
 *      │ one   │ other
 */
export function edgesOver(given: Given): EdgesAt {
  const { pairs } = given;
  let over: EdgesAt | null = null;
  return (cell, most) => {
    over ??= overTree(given) ?? overLoops(given);
    const found = over(cell, most);
    return (found.length > 0 ? found : pairs).slice(0, most);
  };
}

/** When each cell of a tree was entered first and left last: below a cell lies what was entered in between. */
interface Visit {
  readonly first: number;
  last: number;
}

/** In a net without loops there is one way between two terminals: it leads over a cell if they hang from different sides of it. */
function overTree(given: Given): EdgesAt | null {
  const tree = visitTree(given);
  return tree && overVisited(given, tree);
}

function overVisited({ cells, terminals, pairs }: Given, visits: ReadonlyMap<number, Visit>): EdgesAt {
  const placeOf = (terminal: number): number => visits.get(terminals[terminal] ?? -1)?.first ?? -1;
  // looked up from the side with fewer ends, so that a fork costs no more than its heads
  const swap = new Set(pairs.map(({ from }) => from)).size > new Set(pairs.map(({ to }) => to)).size;
  const hubs = Map.groupBy(
    pairs.map((pair, index) => ({
      index,
      hub: swap ? pair.to : pair.from,
      place: placeOf(swap ? pair.from : pair.to),
    })),
    ({ hub }) => hub,
  );
  for (const spokes of hubs.values()) spokes.sort((a, b) => a.place - b.place);
  return (cell, most) => {
    const own = visits.get(cell);
    if (!own) return [];
    const found = [...hubs].flatMap(([hub, spokes]) => {
      const at = placeOf(hub);
      if (!isWithin(at, own)) return between(spokes, own.first, own.last, most);
      const branch = branchWith(cells[cell], at, own);
      if (branch === undefined) return spokes.slice(0, most);
      return [...between(spokes, -1, branch.first - 1, most), ...between(spokes, branch.last + 1, Infinity, most)];
    });
    return found.sort((a, b) => a.index - b.index).flatMap(({ index }) => pairs[index] ?? []);
  };

  /** What hangs from one side of a cell and holds a place. */
  function branchWith(cell: LineCell | undefined, place: number, own: Visit): Visit | undefined {
    return DIRECTIONS.map((side) => {
      const arm = cell?.arms[side];
      return arm?.kind === 'cell' ? visits.get(arm.to) : undefined;
    }).find((visit) => visit !== undefined && visit.first > own.first && isWithin(place, visit));
  }
}

function isWithin(place: number, { first, last }: Visit): boolean {
  return place >= first && place <= last;
}

/** Of sorted spokes those from one place to another, both included, `most` at most. */
function between<Spoke extends { readonly place: number }>(
  spokes: readonly Spoke[],
  first: number,
  last: number,
  most: number,
): readonly Spoke[] {
  const start = firstFrom(spokes, ({ place }) => place >= first);
  const end = firstFrom(spokes, ({ place }) => place > last);
  return spokes.slice(start, Math.min(end, start + most));
}

/** Walks a net from its first terminal, depth first; `null` where it has a loop, or a link that leads one way only. */
function visitTree({ cells, crossings, terminals }: Given): ReadonlyMap<number, Visit> | null {
  const visits = new Map<number, Visit>();
  const open: { readonly cell: LineCell; readonly entered: Direction | null; readonly sides: Direction[] }[] = [];
  const enter = (cell: LineCell, entered: Direction | null): void => {
    visits.set(cell.index, { first: visits.size, last: visits.size });
    const ahead = entered && crossings.has(cell.index) ? [entered] : DIRECTIONS;
    open.push({ cell, entered, sides: ahead.filter((side) => !entered || side !== OPPOSITE[entered]) });
  };
  const root = cells[terminals[0] ?? -1];
  if (!root || terminals.some((cell) => crossings.has(cell))) return null;
  enter(root, null);
  for (let at = open.at(-1); at; at = open.at(-1)) {
    const side = at.sides.pop();
    if (side === undefined) {
      const visit = visits.get(at.cell.index);
      if (visit) visit.last = visits.size - 1;
      open.pop();
      continue;
    }
    const arm = at.cell.arms[side];
    if (arm?.kind !== 'cell') continue;
    const next = cells[arm.to];
    const back = next?.arms[OPPOSITE[side]];
    if (!next || visits.has(next.index) || back?.kind !== 'cell' || back.to !== at.cell.index) return null;
    enter(next, side);
  }
  return terminals.every((cell) => visits.has(cell)) ? visits : null;
}

/** In a net with loops the shortest way counts. When it is too large to search them all, a label belongs to every edge. */
function overLoops({ cells, crossings, terminals, pairs }: Given): EdgesAt {
  let patience = LEAST + PATIENCE * pairs.length;
  const searches = new Map<number, ReadonlyMap<number, Search>>();
  const over = new Map<number, Pair[]>();
  for (const pair of pairs) {
    const before = searches.get(pair.from) ?? search(terminals[pair.from] ?? -1);
    searches.set(pair.from, before);
    for (let at = terminals[pair.to] ?? -1; at >= 0; at = before.get(at)?.cell ?? -1) {
      if (patience-- < 0) return () => [];
      const there = over.get(at);
      if (there) there.push(pair);
      else over.set(at, [pair]);
    }
  }
  return (cell) => over.get(cell) ?? [];

  /** For every cell that can be reached the one before it. */
  function search(from: number): ReadonlyMap<number, Search> {
    const before = new Map<number, Search>([[from, { cell: -1, side: null }]]);
    const queue = [from];
    for (const at of queue) {
      if (patience-- < 0) break;
      const entered = before.get(at)?.side ?? null;
      for (const side of entered && crossings.has(at) ? [entered] : DIRECTIONS) {
        const arm = cells[at]?.arms[side];
        if (arm?.kind !== 'cell' || before.has(arm.to)) continue;
        before.set(arm.to, { cell: at, side });
        queue.push(arm.to);
      }
    }
    return before;
  }
}

interface Search {
  readonly cell: number;
  readonly side: Direction | null;
}
