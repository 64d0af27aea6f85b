import type { Box, BoxId, Diagram } from './model.ts';

/**
 * The boxes inside `parent` (`null`: the outermost) in the order of the flow: a box comes after all that lead to it, a path
 * is followed to its end before the next begins, and where the drawing leaves it open the reading order decides.
 *
 *     A ─► B ─► D        A B C D
 *     └──► C ───┘
 *
 * Lines between parts of two siblings count as lines between the siblings. Each box comes exactly once, also in a cycle.
 */
export function inFlowOrder(diagram: Diagram, parent: BoxId | null): readonly Box[] {
  const siblings = diagram.boxes.filter((box) => box.parent === parent);
  const { successors, predecessors } = neighbours(diagram, siblings);
  const done = new Set<BoxId>();
  const order: Box[] = [];
  const ready = (id: BoxId): boolean => [...(predecessors.get(id) ?? [])].every((before) => done.has(before));
  const follow = (first: Box): void => {
    const waiting = [first];
    for (let box = waiting.pop(); box; box = waiting.pop()) {
      if (done.has(box.id)) continue;
      done.add(box.id);
      order.push(box);
      const next = successors.get(box.id) ?? new Set();
      waiting.push(...siblings.filter(({ id }) => next.has(id) && !done.has(id) && ready(id)).reverse());
    }
  };
  for (const box of siblings) if (ready(box.id)) follow(box);
  for (const box of siblings) {
    // Only what lies in or behind a cycle is left: it begins where reading begins.
    follow(box);
    for (const other of siblings) if (!done.has(other.id) && ready(other.id)) follow(other);
  }
  return order;
}

/** The box and all that hold it, innermost first. */
export function lineage(diagram: Diagram, id: BoxId): readonly BoxId[] {
  const box = diagram.boxes.find((each) => each.id === id);
  return box ? [id, ...(box.parent === null ? [] : lineage(diagram, box.parent))] : [];
}

interface Neighbours {
  readonly successors: ReadonlyMap<BoxId, ReadonlySet<BoxId>>;
  readonly predecessors: ReadonlyMap<BoxId, ReadonlySet<BoxId>>;
}

function neighbours(diagram: Diagram, siblings: readonly Box[]): Neighbours {
  const ids = new Set(siblings.map(({ id }) => id));
  const successors = new Map<BoxId, Set<BoxId>>();
  const predecessors = new Map<BoxId, Set<BoxId>>();
  for (const { from, to, head } of diagram.edges) {
    const before = lineage(diagram, from).find((id) => ids.has(id));
    const after = lineage(diagram, to).find((id) => ids.has(id));
    if (head === 'both' || before === undefined || after === undefined || before === after) continue;
    successors.set(before, (successors.get(before) ?? new Set()).add(after));
    predecessors.set(after, (predecessors.get(after) ?? new Set()).add(before));
  }
  return { successors, predecessors };
}
