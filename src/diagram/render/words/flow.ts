import type { Box, BoxId, Diagram } from '../../model.ts';

/**
 * Tells the boxes inside a parent (`null`: the outermost) in the order of the flow: a box comes after all that lead to it, a
 * path is followed to its end before the next begins, and where the drawing leaves it open the reading order decides.
 *
 *     A ─► B ─► D        A B C D
 *     └──► C ───┘
 *
 * Lines between parts of two siblings count as lines between the siblings. Each box comes exactly once, also in a cycle.
 */
export function flowOf(diagram: Diagram): (parent: BoxId | null) => readonly Box[] {
  const families = Map.groupBy(diagram.boxes, ({ parent }) => parent);
  const successorsOf = successorsIn(diagram);
  return (parent) => {
    const siblings = families.get(parent) ?? [];
    const places = new Map(siblings.map(({ id }, place) => [id, place]));
    // how many that lead to a box are still to come
    const unmet = new Map(siblings.map(({ id }) => [id, 0]));
    for (const { id } of siblings) for (const next of successorsOf(id)) unmet.set(next, (unmet.get(next) ?? 0) + 1);
    const done = new Set<BoxId>();
    const order: Box[] = [];
    const follow = (first: Box): void => {
      const waiting = [first];
      for (let box = waiting.pop(); box; box = waiting.pop()) {
        if (done.has(box.id)) continue;
        done.add(box.id);
        order.push(box);
        const next = [...successorsOf(box.id)];
        for (const id of next) unmet.set(id, (unmet.get(id) ?? 0) - 1);
        const ready = next.filter((id) => !done.has(id) && unmet.get(id) === 0);
        const inOrder = ready.map((id) => places.get(id) ?? 0).sort((a, b) => b - a);
        for (const place of inOrder) {
          const sibling = siblings[place];
          if (sibling) waiting.push(sibling);
        }
      }
    };
    for (const box of siblings) if (unmet.get(box.id) === 0) follow(box);
    // only what lies in or behind a cycle is left: it begins where reading begins
    for (const box of siblings) follow(box);
    return order;
  };
}

/** Of each box, the box and all that hold it, innermost first. */
export function lineageOf({ boxes }: Diagram): (id: BoxId) => readonly BoxId[] {
  const parents = new Map(boxes.map(({ id, parent }) => [id, parent]));
  return (id) => {
    const line: BoxId[] = [];
    for (let at: BoxId | null | undefined = id; at != null && parents.has(at); at = parents.get(at)) line.push(at);
    return line;
  };
}

/** A line leads from one sibling to another: those two of its lineages that stand in the same box. */
function successorsIn(diagram: Diagram): (box: BoxId) => ReadonlySet<BoxId> {
  const lineage = lineageOf(diagram);
  const steps = diagram.edges.flatMap(({ from, to, head }) => {
    if (head === 'both') return [];
    const [before, after] = [lineage(from).toReversed(), lineage(to).toReversed()];
    const level = before.findIndex((id, k) => id !== after[k]);
    const [earlier, later] = [before[level], after[level]];
    return earlier === undefined || later === undefined ? [] : [{ earlier, later }];
  });
  const successors = Map.groupBy(steps, ({ earlier }) => earlier);
  return (box) => new Set(successors.get(box)?.map(({ later }) => later));
}
