import type { Box, BoxId, Diagram, Net } from '../model.ts';
import { standsApart } from '../render/text/lines.ts';

/**
 * The lines that are never touched: between bare words, of trees, of lifelines, slanted, or leading nowhere. Their author's place
 * is as good as ours.
 */
export function softNetsOf({ boxes, nets, edges, grid, owners }: Diagram): ReadonlySet<Net> {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const joining = new Set(edges.map(({ net }) => net));
  const isSlant = (row: number, column: number): boolean =>
    slants.has(grid.cells[row]?.[column] ?? ' ') && owners[row]?.[column] === 'edge';
  return new Set(nets.filter((net) => !joining.has(net.id) || !meetsBoxes(net, byId) || isSlanted(net, isSlant)));
}

function meetsBoxes({ ends }: Net, boxes: ReadonlyMap<BoxId, Box>): boolean {
  const met = ends.flatMap((end) => {
    const box = boxes.get(end.attached ?? '');
    return box ? [{ end, box }] : [];
  });
  return met.some(({ box }) => box.shape !== 'words') && met.every(({ end, box }) => !standsApart(end, box.rect));
}

const slants: ReadonlySet<string> = new Set('/\\╱╲');

function isSlanted({ segments, ends }: Net, isSlant: (row: number, column: number) => boolean): boolean {
  const points = [...segments.flatMap(({ from, to }) => [from, to]), ...ends.map(({ at }) => at)];
  return points.some(({ row, column }) =>
    [-1, 0, 1].some((down) => [-2, -1, 0, 1, 2].some((right) => isSlant(row + down, column + right))),
  );
}
