import type { Node } from '../../model.ts';

/** How far the walls of one column of a table may be apart on different rows. */
const nearby = 2;

/**
 * The inner walls of a table set straight: where each column of the drawing stands. Walls of different rows that are hardly
 * apart are one wall, where most of them stand.
 *
 *     │ a  │ b │      │ a  │ b │
 *     ├────┼───┤  →   ├────┼───┤
 *     │ c │  d │      │ c  │ d │
 */
export function tableWalls({ rect, compartments }: Node): ReadonlyMap<number, number> {
  const inner = compartments.filter(({ rect: { right } }) => right < rect.right);
  const counts = new Map<number, number>();
  for (const { rect: cell } of inner) counts.set(cell.right, (counts.get(cell.right) ?? 0) + 1);
  const rows = new Map([...Map.groupBy(inner, ({ rect: cell }) => cell.right)].map(([at, own]) => [at, topsOf(own)]));
  const meant = new Map<number, number>();
  let walls: number[] = [];
  let taken = new Set<number>();
  const settle = (): void => {
    const wall = walls.reduce(
      (best, at) => ((counts.get(at) ?? 0) > (counts.get(best) ?? 0) ? at : best),
      walls[0] ?? 0,
    );
    for (const at of walls) meant.set(at, wall);
    walls = [];
    taken = new Set();
  };
  for (const at of [...counts.keys()].sort((a, b) => a - b)) {
    const own = rows.get(at) ?? [];
    const first = walls[0];
    // two walls of one row are two walls
    if (first !== undefined && (at - first > nearby || own.some((top) => taken.has(top)))) settle();
    walls.push(at);
    for (const top of own) taken.add(top);
  }
  settle();
  return meant;
}

function topsOf(cells: Node['compartments']): readonly number[] {
  return cells.map(({ rect }) => rect.top);
}
