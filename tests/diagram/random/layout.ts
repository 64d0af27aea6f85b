import type { Canvas, Rect } from './canvas.ts';
import {
  cellWidth,
  groupPadding,
  type Band,
  type Body,
  type Box,
  type CellsBox,
  type GroupBox,
  type NodeBox,
} from './sizes.ts';

/** A box of the drawing as the truth states it. */
export interface Part {
  readonly kind: 'node' | 'group';
  /** The first line names it; no two parts share a name. */
  readonly text: readonly string[];
  readonly parent: string | null;
}

/** Columns of a border at which a line may leave or reach a part. */
export interface Port {
  readonly part: string;
  readonly row: number;
  readonly left: number;
  readonly right: number;
}

/** A box that has its place and is drawn, with all that lines must know. */
export interface PlacedBox {
  readonly rect: Rect;
  readonly tops: readonly Port[];
  readonly bottoms: readonly Port[];
  /** The part behind the left and the right wall, and the rows at which a line may touch either. */
  readonly leftPart: string;
  readonly rightPart: string;
  readonly sideRows: readonly number[];
}

export interface PlacedBand {
  readonly band: Band;
  readonly boxes: readonly PlacedBox[];
  readonly top: number;
}

/** Everything that has been placed, in the order of drawing. */
export interface Placed {
  readonly parts: Part[];
  readonly rects: Rect[];
  readonly bodies: { readonly bands: readonly PlacedBand[]; readonly right: number }[];
}

/** Draws the boxes of a body from `top`, `left` on, and what they hold; the lines come later. `right` is the first column lines may not use. */
export function placeBody(
  canvas: Canvas,
  body: Body,
  top: number,
  left: number,
  right: number,
  parent: string | null,
  placed: Placed,
): readonly PlacedBand[] {
  let row = top;
  const bands = body.bands.map((band): PlacedBand => {
    let column = left + Math.floor(((body.width - band.width) * band.shift) / 4);
    const boxes = band.boxes.map((box, index) => {
      const drawn = placeBox(canvas, box, row, column, parent, placed);
      column += box.width + (band.gaps[index]?.width ?? 0);
      return drawn;
    });
    const bandTop = row;
    row += band.height + band.zone.height;
    return { band, boxes, top: bandTop };
  });
  placed.bodies.push({ bands, right });
  return bands;
}

function placeBox(
  canvas: Canvas,
  box: Box,
  top: number,
  left: number,
  parent: string | null,
  placed: Placed,
): PlacedBox {
  const rect = { top, left, bottom: top + box.height - 1, right: left + box.width - 1 };
  canvas.border(rect);
  placed.rects.push(rect);
  if (box.kind === 'node') return placeNode(canvas, box, rect, parent, placed);
  return box.kind === 'cells'
    ? placeCells(canvas, box, rect, parent, placed)
    : placeGroup(canvas, box, rect, parent, placed);
}

function placeNode(canvas: Canvas, box: NodeBox, rect: Rect, parent: string | null, placed: Placed): PlacedBox {
  placed.parts.push({ kind: 'node', text: box.rows.filter((row) => row !== null && row !== '') as string[], parent });
  box.rows.forEach((words, index) => {
    const row = rect.top + 1 + index;
    if (words === null) canvas.divide({ row, column: rect.left }, { row, column: rect.right });
    else canvas.write({ row, column: startOf(words, rect, box.centred && !words.startsWith('-'), box.padding) }, words);
  });
  const sideRows = box.rows.flatMap((words, index) => (words === null ? [] : [rect.top + 1 + index]));
  return {
    rect,
    tops: [portOf(box.title, rect.top, rect)],
    bottoms: [portOf(box.title, rect.bottom, rect)],
    leftPart: box.title,
    rightPart: box.title,
    sideRows,
  };
}

function placeCells(canvas: Canvas, box: CellsBox, rect: Rect, parent: string | null, placed: Placed): PlacedBox {
  const { title, cells } = box;
  const divider = title === null ? rect.top : rect.top + 2;
  if (title !== null) {
    placed.parts.push({ kind: 'group', text: [title], parent });
    canvas.write({ row: rect.top + 1, column: startOf(title, rect, true, 1) }, title);
    canvas.divide({ row: divider, column: rect.left }, { row: divider, column: rect.right });
  }
  let left = rect.left;
  const inner = cells.map((cell, index): Rect => {
    const right = index === cells.length - 1 ? rect.right : left + cellWidth(cell) + 1;
    placed.parts.push({ kind: 'node', text: [cell], parent: title ?? parent });
    canvas.write({ row: divider + 1, column: left + 2 }, cell);
    if (index < cells.length - 1) canvas.divide({ row: divider, column: right }, { row: rect.bottom, column: right });
    const space = { top: divider, left, bottom: rect.bottom, right };
    left = right;
    return space;
  });
  const below = inner.map((space, index) => portOf(cells[index] ?? '', rect.bottom, space));
  return {
    rect,
    tops:
      title === null
        ? inner.map((space, index) => portOf(cells[index] ?? '', rect.top, space))
        : [portOf(title, rect.top, rect)],
    bottoms: below,
    leftPart: title ?? cells[0] ?? '',
    rightPart: title ?? cells.at(-1) ?? '',
    sideRows: [rect.top + 1],
  };
}

function placeGroup(canvas: Canvas, box: GroupBox, rect: Rect, parent: string | null, placed: Placed): PlacedBox {
  const { title, body } = box;
  placed.parts.push({ kind: 'group', text: [title], parent });
  if (box.titleInBorder) canvas.write({ row: rect.top, column: rect.left + 2 }, ` ${title} `);
  else canvas.write({ row: rect.top + 1, column: rect.left + 2 }, title);
  const bands = placeBody(
    canvas,
    body,
    rect.top + 1 + box.above,
    rect.left + groupPadding,
    rect.right - 1,
    title,
    placed,
  );
  const titleEnd = box.titleInBorder ? rect.left + title.length + 5 : rect.left + 2;
  const own = portOf(title, rect.top, rect);
  const ownTop = { ...own, left: Math.max(own.left, titleEnd) };
  const passTop = (bands[0]?.boxes ?? []).flatMap(({ tops }) =>
    tops.map((port) => ({ ...port, left: Math.max(port.left, titleEnd) })),
  );
  const passBottom =
    body.bands.at(-1)?.zone.height === 0 ? (bands.at(-1)?.boxes ?? []).flatMap(({ bottoms }) => bottoms) : [];
  return {
    rect,
    tops: usable(box.through && box.titleInBorder ? passTop : [], ownTop),
    bottoms: usable(box.through ? passBottom : [], portOf(title, rect.bottom, rect)),
    leftPart: title,
    rightPart: title,
    sideRows: Array.from({ length: box.height - 2 }, (_, index) => rect.top + 1 + index),
  };
}

function usable(passing: readonly Port[], own: Port): readonly Port[] {
  const wide = passing.filter(({ left, right }) => left <= right);
  if (wide.length > 0) return wide;
  return own.left <= own.right ? [own] : [];
}

function portOf(part: string, row: number, { left, right }: Rect): Port {
  return { part, row, left: left + 2, right: right - 2 };
}

function startOf(words: string, { left, right }: Rect, centred: boolean, padding: number): number {
  return centred ? left + 1 + Math.floor((right - left - 1 - words.length) / 2) : left + 1 + padding;
}
