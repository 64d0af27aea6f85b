import type { Box, BoxId } from '../../model.ts';
import type { Block } from './block.ts';

/**
 * Px that a title in the border takes above the cells that begin there. The row of a title below the border is a row of the drawing.
 *
 *     ┌─ Orders ─┬─────┐      ┌────────────────┐
 *     │ A        │ B   │  →   │ Orders         │
 *     └──────────┴─────┘      ├──────────┬─────┤
 */
export function cellHeads(
  boxes: readonly Box[],
  blocks: ReadonlyMap<BoxId, readonly Block[]>,
): ReadonlyMap<BoxId, number> {
  const groups = new Map(boxes.flatMap((box) => (box.kind === 'group' ? [[box.id, box] as const] : [])));
  const heads = new Map<BoxId, number>();
  for (const { id, shape, parent, rect } of boxes) {
    const group = groups.get(parent ?? '');
    const height = blocks.get(group?.id ?? '')?.[0]?.height ?? 0;
    if (shape === 'cell' && rect.top === group?.rect.top && height > 0) heads.set(id, height + padding);
  }
  return heads;
}

const padding = 14;
