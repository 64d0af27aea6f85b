import { largest } from '../geometry/extent.ts';
import type { BoxId, Diagram, Edge, EdgeId, Point } from '../model.ts';
import { textStyles, textWidth } from '../render/picture/metrics.ts';
import type { Spot } from '../render/svg/path.ts';
import { pictureOf } from '../render/picture/picture.ts';
import type { Frame } from '../render/picture/shapes.ts';
import type { Content } from './content.ts';
import { printable } from './printable.ts';
import { waysOf } from './ways.ts';

export type { Frame, Spot };

/** The drawing in px, as the picture has it, for the formats that keep places. */
export interface Placed {
  readonly width: number;
  readonly height: number;
  frame(id: BoxId): Frame;
  /** From the border of the box that an edge leaves to that of the box at which it arrives, corner by corner. */
  way(edge: Edge): readonly Spot[];
  /** Where the label of an edge stands; `null` without one. */
  label(edge: Edge): Frame | null;
  spot(point: Point): Spot;
  /** Words that are no part: captions at their places, the notes below the drawing. */
  readonly texts: readonly { readonly text: string; readonly role: 'caption' | 'note'; readonly frame: Frame }[];
}

/** Lays a diagram out, with the upper left corner of all at 0, 0. */
export function placedOf(diagram: Diagram, { parts, notes }: Content): Placed {
  const { layout, routes, labels, view } = pictureOf(diagram, new Map(parts.map(({ box, kind }) => [box.id, kind])));
  const moved = ({ x, y }: Spot): Spot => ({ x: tenth(x - view.left), y: tenth(y - view.top) });
  const movedFrame = ({ left, top, right, bottom }: Frame): Frame => ({
    left: tenth(left - view.left),
    top: tenth(top - view.top),
    right: tenth(right - view.left),
    bottom: tenth(bottom - view.top),
  });
  const frames = new Map(parts.map(({ box: { id } }) => [id, movedFrame(layout.frame(id))]));
  const frame = (id: BoxId): Frame => frames.get(id) ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const ways = waysOf(diagram, routes);
  const places = new Map<EdgeId, (typeof labels)[number]>();
  for (const placed of labels)
    for (const edge of placed.label.edges) {
      // A label of this edge alone says more about it than one that it shares with a whole fork.
      const other = places.get(edge);
      if (!other || placed.label.edges.length < other.label.edges.length) places.set(edge, placed);
    }
  const captions = diagram.captions.flatMap(({ lines }) =>
    lines.map(({ text, row, column }) => {
      const { x, y } = moved({ x: layout.x(column), y: layout.y(row) });
      const width = textWidth(text, textStyles.title);
      return {
        text: printable(text),
        role: 'caption' as const,
        frame: { left: x, top: y - 10, right: x + width, bottom: y + 10 },
      };
    }),
  );
  const foot = {
    left: 0,
    top: view.height + 10,
    right: Math.ceil(
      largest(
        notes.map((line) => textWidth(line, textStyles.item)),
        0,
      ),
    ),
    bottom: view.height + 10 + notes.length * noteHeight,
  };
  return {
    width: view.width,
    height: view.height,
    frame,
    way: ({ id, from, to }) => ways.get(id)?.map(moved) ?? [middle(frame(from)), middle(frame(to))],
    label: ({ id }) => {
      const found = places.get(id);
      return found ? movedFrame(found.frame) : null;
    },
    spot: ({ row, column }) => moved({ x: layout.x(column), y: layout.y(row) }),
    texts: [...captions, ...(notes.length > 0 ? [{ text: notes.join('\n'), role: 'note' as const, frame: foot }] : [])],
  };
}

const noteHeight = 18;

export function middle({ left, top, right, bottom }: Frame): Spot {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** One decimal is as sharp as any screen. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
