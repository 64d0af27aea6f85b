import type { Box, BoxId, Diagram, Net, Rect, Segment } from '../../model.ts';
import { between } from '../../geometry/sorted.ts';

/** The upright strokes that cross a row, from left to right. */
export interface Upright {
  readonly column: number;
  /** The piece of a line; `null` for the wall of a box. */
  readonly segment: Segment | null;
}

/** Asks which walls and upright lines stand on a row between two columns, both inclusive: once sorted, a question costs what it finds. */
export function uprightsOf({ boxes, nets }: Diagram): (row: number, from: number, to: number) => readonly Upright[] {
  const rows = new Map<number, Upright[]>();
  const stand = (top: number, bottom: number, upright: Upright): void => {
    for (let row = top; row <= bottom; row++) listAt(rows, row).push(upright);
  };
  for (const { shape, rect } of boxes)
    if (shape !== 'words')
      for (const column of [rect.left, rect.right]) stand(rect.top, rect.bottom, { column, segment: null });
  for (const { segments } of nets)
    for (const segment of segments)
      if (segment.from.column === segment.to.column)
        stand(segment.from.row, segment.to.row, { column: segment.from.column, segment });
  for (const row of rows.values()) row.sort((a, b) => a.column - b.column);
  return (row, from, to) => between(rows.get(row) ?? [], from, to, ({ column }) => column);
}

/**
 * The borders of boxes that are not as they stand. A box whose long line has pushed its wall into the box beside it, or over the
 * line that leaves it, ends before that; the words then make room for all of them. Boxes that only share an edge are not in each
 * other's way.
 */
export function clearRects({ boxes, nets }: Diagram): ReadonlyMap<BoxId, Rect> {
  const siblings = standingIn(boxes);
  const cleared = new Map<BoxId, Rect>();
  // only what has rows inside can be in the way of what stands or leads beside it
  const high = boxes.filter(({ rect }) => rect.bottom - rect.top > 1);
  const leaving = linesLeaving(nets);
  for (const { id, rect, parent } of high) {
    let right = rect.right;
    for (let row = rect.top; row <= rect.bottom; row++) {
      const beside = between(siblings.get(`${parent}:${row}`) ?? [], rect.left + 1, right, ({ left }) => left);
      const next = beside.find(({ top, bottom }) => top < rect.bottom && bottom > rect.top);
      if (next && next.left < right) right = next.left - 1;
    }
    for (const { from, to } of leaving.get(id) ?? [])
      if (from.row > rect.top && from.row < rect.bottom)
        if (from.column > rect.left && from.column < rect.right && to.column > rect.right)
          right = Math.min(right, from.column - 1);
    if (right < rect.right) cleared.set(id, { ...rect, right });
  }
  return cleared;
}

/** The drawing with each box ending before what stands beside it. */
export function withClearRects(diagram: Diagram): Diagram {
  const rects = clearRects(diagram);
  if (rects.size === 0) return diagram;
  return { ...diagram, boxes: diagram.boxes.map((box) => ({ ...box, rect: rects.get(box.id) ?? box.rect })) };
}

/** By parent and row the boxes that stand there, from left to right. */
function standingIn(boxes: readonly Box[]): ReadonlyMap<string, readonly Rect[]> {
  const rows = new Map<string, Rect[]>();
  for (const { shape, parent, rect } of boxes)
    if (shape !== 'words')
      for (let row = rect.top; row <= rect.bottom; row++) listAt(rows, `${parent}:${row}`).push(rect);
  for (const row of rows.values()) row.sort((a, b) => a.left - b.left);
  return rows;
}

/** The level pieces on which lines leave boxes to the right. */
function linesLeaving(nets: readonly Net[]): ReadonlyMap<BoxId, readonly Segment[]> {
  const leaving = new Map<BoxId, Segment[]>();
  for (const { ends, segments } of nets) {
    const level = Map.groupBy(
      segments.filter(({ from, to }) => from.row === to.row),
      ({ from }) => from.row,
    );
    for (const { attached, direction, point } of ends)
      if (attached !== null && direction === 'left') listAt(leaving, attached).push(...(level.get(point.row) ?? []));
  }
  return leaving;
}

function listAt<Key, Value>(lists: Map<Key, Value[]>, key: Key): Value[] {
  const list = lists.get(key);
  if (list) return list;
  const made: Value[] = [];
  lists.set(key, made);
  return made;
}
