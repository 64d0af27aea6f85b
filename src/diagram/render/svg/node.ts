import type { Element } from 'hast';
import type { Kind, Node } from '../../model.ts';
import type { Block } from '../picture/block.ts';
import type { BoxSetting } from './boxes.ts';
import type { Layout } from '../picture/layout.ts';
import { lineTo, moveTo, pathData, type Spot, type Steps } from './path.ts';
import { borderClass, cornersOf, decorationOf, leftOf, outline, type Frame } from '../picture/shapes.ts';
import { fullSpine, textGap } from '../picture/spines.ts';
import { s } from './tree.ts';
import { drawBlock, icon } from './writing.ts';

/** A node, back to front: body, spine, what marks its kind, lines, border, icon, writing. */
export function drawNode(node: Node, { layout, kind, ports }: BoxSetting): readonly Element[] {
  const frame = layout.frame(node.id);
  const spine = layout.spine(node.id);
  const corners = cornersOf(kind, frame, ports);
  const shape = outline(frame, corners);
  const spineX = frame.left + spine;
  const decoration = decorationOf(kind, frame, spineX);
  const parts = partsOf(node, layout);
  const first = parts[0];
  const dividers = node.compartments
    .slice(0, -1)
    .flatMap(({ rect }): Steps => [moveTo(spineX, layout.y(rect.bottom)), lineTo(frame.right, layout.y(rect.bottom))]);
  const lines = [...(spine > 0 ? [moveTo(spineX, frame.top), lineTo(spineX, frame.bottom)] : []), ...dividers];
  const level = first ? first.top + first.head / 2 : (frame.top + frame.bottom) / 2;
  return [
    s('path', { className: 'd-body', d: shape }),
    ...(spine > 0 ? [s('path', { className: 'd-spine', d: leftOf(spineX, frame, corners) })] : []),
    ...(decoration ? [s('path', { className: decoration.className, d: decoration.d })] : []),
    ...(lines.length > 0 ? [s('path', { className: 'd-line', d: pathData(lines) })] : []),
    s('path', { className: borderClass(kind), d: shape }),
    ...(spine > 0 ? [icon(kind, frame.left + spine / 2, level, spine < fullSpine)] : iconInBorder(kind, frame, ports)),
    ...parts.flatMap(({ block, top }) => drawBlock(block, spineX + textGap, top)),
  ];
}

interface Part {
  readonly block: Block;
  readonly top: number;
  /** Height that the icon stands level with. */
  readonly head: number;
}

/** The writing of each compartment, centred in it; siblings of equal height share their top line. */
function partsOf(node: Node, layout: Layout): readonly Part[] {
  const { plan } = layout;
  const blocks = plan.blocks.get(node.id) ?? [];
  if (node.compartments.length < 2) {
    const block = blocks[0];
    if (!block || block.lines.length === 0) return [];
    const { height, head } = plan.level.get(node.id) ?? block;
    const frame = layout.frame(node.id);
    // Without a title the icon stands level with the first line.
    return [{ block, top: (frame.top + frame.bottom - height) / 2, head: head || (block.lines[0]?.height ?? 0) }];
  }
  return node.compartments.flatMap(({ rect }, index): readonly Part[] => {
    const block = blocks[index];
    if (!block || block.lines.length === 0) return [];
    return [
      { block, top: (layout.y(rect.top) + layout.y(rect.bottom) - block.height) / 2, head: block.head || block.height },
    ];
  });
}

/** Where no spine fits, the icon stands on the border, on a patch of the body, away from the lines; where they leave no place there is none. */
function iconInBorder(kind: Kind, { left, top, right, bottom }: Frame, ports: readonly Spot[]): readonly Element[] {
  const places: readonly Spot[] = [
    { x: left + 20, y: top },
    { x: right - 20, y: top },
    { x: left + 20, y: bottom },
    { x: right - 20, y: bottom },
  ];
  const place = places.find(({ x, y }) =>
    ports.every((port) => Math.abs(port.x - x) > 15 || Math.abs(port.y - y) > 12),
  );
  if (!place) return [];
  return [
    s('rect', { className: 'd-body', x: place.x - 11, y: place.y - 3, width: 22, height: 6 }),
    icon(kind, place.x, place.y),
  ];
}
