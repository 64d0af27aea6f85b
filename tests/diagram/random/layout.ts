import { columnsOf } from '../../../src/diagram/index.ts';
import type { Rect } from './canvas.ts';
import type { Frame } from './scene.ts';
import type { Link } from './links.ts';
import {
  cellWidth,
  groupPadding,
  type Band,
  type Body,
  type Box,
  type CellsBox,
  type GroupBox,
  type NodeBox,
  type TableBox,
  type TreeBox,
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

/** A body with its boxes placed. Lines and labels in it stay left of the column `right`. */
export interface PlacedBody {
  readonly bands: readonly PlacedBand[];
  readonly right: number;
}

/** What grows while boxes are placed; inner bodies come before those that hold them. */
export interface Placed {
  readonly frames: Frame[];
  readonly parts: Part[];
  readonly links: Link[];
  readonly bodies: PlacedBody[];
}

/** Places the boxes of a body from `top`, `left` on, and what they hold; the lines come later. */
export function placeBody(
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
      const drawn = placeBox(box, row, column, parent, placed);
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

function placeBox(box: Box, top: number, left: number, parent: string | null, placed: Placed): PlacedBox {
  const rect = { top, left, bottom: top + box.height - 1, right: left + box.width - 1 };
  switch (box.kind) {
    case 'node':
      return placeNode(box, rect, parent, placed);
    case 'cells':
      return placeCells(box, rect, parent, placed);
    case 'table':
      return placeTable(box, rect, parent, placed);
    case 'tree':
      return placeTree(box, rect, parent, placed);
    case 'group':
      return placeGroup(box, rect, parent, placed);
  }
}

function placeNode(box: NodeBox, rect: Rect, parent: string | null, placed: Placed): PlacedBox {
  placed.frames.push({ box, part: box.title, rect, lead: 0 });
  const rows = box.rows.filter((row) => row !== null && row !== '') as string[];
  placed.parts.push({ kind: 'node', text: box.titleInBorder ? [box.title, ...rows] : rows, parent });
  return {
    rect,
    tops: usable([], portBesideTitle(box, rect)),
    bottoms: [portOf(box.title, rect.bottom, rect)],
    leftPart: box.title,
    rightPart: box.title,
    sideRows: box.rows.flatMap((words, index) => (words === null ? [] : [rect.top + 1 + index])),
  };
}

function placeCells(box: CellsBox, rect: Rect, parent: string | null, placed: Placed): PlacedBox {
  const { title, cells } = box;
  const [first = ''] = cells;
  placed.frames.push({ box, part: title ?? first, rect, lead: 0 });
  if (title !== null) placed.parts.push({ kind: 'group', text: [title], parent });
  for (const cell of cells) placed.parts.push({ kind: 'node', text: [cell], parent: title ?? parent });
  let { left } = rect;
  const inner = cells.map((cell, index) => {
    const right = index === cells.length - 1 ? rect.right : left + cellWidth(cell) + 1;
    const space = { cell, left, right };
    left = right;
    return space;
  });
  return {
    rect,
    tops: title === null ? inner.map((space) => portOf(space.cell, rect.top, space)) : [portOf(title, rect.top, rect)],
    bottoms: inner.map((space) => portOf(space.cell, rect.bottom, space)),
    leftPart: title ?? first,
    rightPart: title ?? cells.at(-1) ?? '',
    sideRows: [rect.top + 1],
  };
}

/** Lines meet the upper and lower border at the first column, where no divider does. */
function placeTable({ rows, widths, ...box }: TableBox, rect: Rect, parent: string | null, placed: Placed): PlacedBox {
  const text = rows.flat();
  const [part = ''] = text;
  placed.frames.push({ box: { rows, widths, ...box }, part, rect, lead: 0 });
  placed.parts.push({ kind: 'node', text, parent });
  const first = { left: rect.left, right: rect.left + (widths[0] ?? 0) + 1 };
  return {
    rect,
    tops: [portOf(part, rect.top, first)],
    bottoms: [portOf(part, rect.bottom, first)],
    leftPart: part,
    rightPart: part,
    sideRows: rows.map((_, index) => rect.top + 1 + 2 * index),
  };
}

/** A tree has lines of its own, and no other ones. */
function placeTree(box: TreeBox, rect: Rect, parent: string | null, placed: Placed): PlacedBox {
  const names = box.rows.map(({ name }) => name);
  placed.frames.push({ box, part: names[0] ?? '', rect, lead: 0 });
  for (const name of names) placed.parts.push({ kind: 'node', text: [name], parent });
  for (const row of box.rows.slice(1))
    placed.links.push({ from: names[row.parent] ?? '', to: row.name, head: 'none', label: null });
  return { rect, tops: [], bottoms: [], leftPart: '', rightPart: '', sideRows: [] };
}

function placeGroup(box: GroupBox, rect: Rect, parent: string | null, placed: Placed): PlacedBox {
  const { title, body } = box;
  placed.frames.push({ box, part: title, rect, lead: 0 });
  placed.parts.push({ kind: 'group', text: [title], parent });
  const bands = placeBody(body, rect.top + 1 + box.above, rect.left + groupPadding, rect.right - 1, title, placed);
  const ownTop = portBesideTitle(box, rect);
  const passTop = (bands[0]?.boxes ?? []).flatMap(({ tops }) =>
    tops.map((port) => ({ ...port, left: Math.max(port.left, ownTop.left) })),
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

/** The columns of the upper border right of a title in it. */
function portBesideTitle({ title, titleInBorder }: NodeBox | GroupBox, rect: Rect): Port {
  const port = portOf(title, rect.top, rect);
  return titleInBorder ? { ...port, left: rect.left + columnsOf(title) + 5 } : port;
}

function portOf(part: string, row: number, { left, right }: Pick<Rect, 'left' | 'right'>): Port {
  return { part, row, left: left + 2, right: right - 2 };
}
