import { keyOf, type CellKey } from '../geometry/cell-key.ts';
import { byPlace } from '../geometry/by-place.ts';
import { VERTICAL } from '../ink/glyphs.ts';
import type { Box, Diagram, Ink, Net, Owner, Point, Rect } from '../model.ts';
import type { Layer } from './layer.ts';
import { hasArms, type Needs } from './needs.ts';

/** The ink of a drawing that stands where it may stay, and the cells that strayed. */
export interface Strays {
  readonly layer: Layer;
  readonly strayed: ReadonlySet<CellKey>;
}

/** Takes away all writing, and the borders and lines that stand where the straight drawing has none of their kind. */
export function straysOf({ grid, owners, boxes }: Diagram, ink: Ink, needs: Needs, softNets: ReadonlySet<Net>): Strays {
  const strayed = new Set<CellKey>();
  const kept = besideSoft(needs, softNets);
  const isInside = insideOf(boxes);
  const layer = grid.cells.map((row, at) =>
    row.map((glyph, column) => {
      const owner = owners[at]?.[column] ?? null;
      if (writing.has(owner)) return ' ';
      if (owner === null || owner === 'loose') return glyph;
      const cell = { row: at, column };
      const key = keyOf(cell);
      if (belongs(owner, key, cell)) return glyph;
      strayed.add(key);
      return ' ';
    }),
  );
  return { layer, strayed };

  function belongs(owner: Owner, key: CellKey, at: Point): boolean {
    const need = needs.get(key);
    if (owner === 'border') return need !== undefined && need.border !== 0;
    if (owner === 'edge') return need !== undefined || kept.has(key);
    // of the dividers rules and steps among the words are no walls
    return need !== undefined || (isInside(at) && !isStrayedWall(at));
  }

  /** An inner wall beside the place of one that is missing. */
  function isStrayedWall({ row, column }: Point): boolean {
    const isUpright = (at: number): boolean => hasArms(ink.cells[row]?.[at]?.arms ?? 0, VERTICAL);
    return (
      isUpright(column) &&
      WALL_ASIDE.some((off) => {
        const need = needs.get(keyOf({ row, column: column + off }));
        return need !== undefined && hasArms(need.border, VERTICAL) && !isUpright(column + off);
      })
    );
  }
}

const writing: ReadonlySet<Owner | null> = new Set<Owner | null>(['text', 'label', 'caption', 'note']);
const WALL_ASIDE: readonly number[] = [-4, -3, -2, -1, 1, 2, 3, 4];

/** Cells at or beside lines that are left as they are. */
function besideSoft(needs: Needs, softNets: ReadonlySet<Net>): ReadonlySet<CellKey> {
  const keys = new Set<CellKey>();
  const keep = ({ row, column }: Point): void => {
    for (let down = -1; down <= 1; down++)
      for (let right = -3; right <= 3; right++) keys.add(keyOf({ row: row + down, column: column + right }));
  };
  for (const { at, soft } of needs.values()) if (soft) keep(at);
  for (const { ends } of softNets) for (const { at } of ends) keep(at);
  return keys;
}

function insideOf(boxes: readonly Box[]): (at: Point) => boolean {
  const inside = byPlace<Rect>();
  for (const { rect, shape } of boxes)
    if (shape !== 'words')
      for (let row = rect.top + 1; row < rect.bottom; row++) inside.add(row, rect.left, rect.right, rect);
  return ({ row, column }) =>
    inside.near(row, column, column).some(({ left, right }) => column > left && column < right);
}
