import { keyOf, type CellKey } from '../geometry/cell-key.ts';
import { ARM, HORIZONTAL, OPPOSITE, VERTICAL } from '../ink/glyphs.ts';
import type { Diagram, Ink, Net } from '../model.ts';
import type { Needs } from './needs.ts';

/** How far a tee or a crossing may stand from its line. */
const ASIDE = 3;

/**
 * The arms that the straight borders show towards lines, by cell: only where their author shows them, as a tee or a crossing, be
 * it beside the line.
 *
 *     └────┬────┘
 *           │
 *     ──────┼────
 */
export function portsOf(
  { nets, boxes }: Diagram,
  ink: Ink,
  needs: Needs,
  softNets: ReadonlySet<Net>,
): ReadonlyMap<CellKey, number> {
  const ports = new Map<CellKey, number>();
  const armsAt = (row: number, column: number): number => ink.cells[row]?.[column]?.arms ?? 0;
  const add = (key: CellKey, arms: number): void => void ports.set(key, (ports.get(key) ?? 0) | arms);
  const words = new Set(boxes.filter(({ shape }) => shape === 'words').map(({ id }) => id));
  for (const { ends } of nets.filter((net) => !softNets.has(net)))
    for (const { at, point, direction, attached } of ends) {
      const arm = ARM[OPPOSITE[direction]];
      // a head keeps its glyph
      if (ink.cells[at.row]?.[at.column]?.head) continue;
      if (attached !== null && !words.has(attached) && (armsAt(at.row, at.column) & arm) !== 0) add(keyOf(point), arm);
    }
  for (const [key, { at, border, line }] of needs) {
    if (border === 0 || (line & VERTICAL) !== VERTICAL || (border & HORIZONTAL) === 0) continue;
    for (let off = -ASIDE; off <= ASIDE; off++) {
      const there = needs.get(keyOf({ row: at.row, column: at.column + off }));
      const idle = off === 0 || (there !== undefined && (there.line & VERTICAL) === 0);
      if (idle && (armsAt(at.row, at.column + off) & VERTICAL) === VERTICAL) add(key, VERTICAL);
    }
  }
  return ports;
}
