import type { Box, BoxId } from '../../model.ts';
import { leastOf } from './extremes.ts';

/** Who holds whom, by key. */
export interface Family {
  box(id: BoxId | null): Box | undefined;
  parts(id: BoxId): readonly Box[];
  /** The parts of the box are cells under its title: it is drawn as one node. */
  hasCells(id: BoxId): boolean;
  /** Panels alternate: whether what stands in this box stands on the ground of a sheet. */
  isOnSheet(id: BoxId | null): boolean;
  /** The row on which the first part of a group begins. */
  firstRow(id: BoxId): number;
}

const none: readonly Box[] = [];

/** The family of boxes; parents come before their children. */
export function familyOf(boxes: readonly Box[]): Family {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const parts = Map.groupBy(boxes, ({ parent }) => parent);
  const partsOf = (id: BoxId): readonly Box[] => parts.get(id) ?? none;
  const celled = new Set(boxes.filter((box) => box.kind === 'group' && isCells(partsOf(box.id))).map(({ id }) => id));
  const sheets = new Map<BoxId | null, boolean>([[null, false]]);
  for (const box of boxes) {
    const ground = sheets.get(box.parent) ?? false;
    sheets.set(box.id, box.kind === 'group' && !celled.has(box.id) && box.shape !== 'cell' ? !ground : ground);
  }
  return {
    box: (id) => (id === null ? undefined : byId.get(id)),
    parts: partsOf,
    hasCells: (id) => celled.has(id),
    isOnSheet: (id) => sheets.get(id) ?? false,
    firstRow: (id) => leastOf(partsOf(id).map(({ rect }) => rect.top)),
  };
}

function isCells(parts: readonly Box[]): boolean {
  return parts.length > 0 && parts.every(({ shape, kind }) => shape === 'cell' && kind === 'node');
}
