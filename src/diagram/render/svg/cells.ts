import type { Element } from 'hast';
import type { Box, Group, Node } from '../../model.ts';
import type { BoxSetting } from './boxes.ts';
import { leastOf } from '../picture/extremes.ts';
import { lineTo, moveTo, pathData, type Steps } from './path.ts';
import { above, borderClass, cornersOf, outline } from '../picture/shapes.ts';
import { tableWalls } from '../picture/table-walls.ts';
import { s } from './tree.ts';
import { drawBlock, drawAligned, icon } from './writing.ts';

/** A box with cells under its title: the title row is tinted throughout. */
export function drawTitledCells(group: Group, { layout, kind, ports }: BoxSetting): readonly Element[] {
  const frame = layout.frame(group.id);
  const corners = cornersOf(kind, frame, ports);
  const shape = outline(frame, corners);
  const cells = layout.plan.family.parts(group.id);
  const cellsTop = leastOf(cells.map(({ id }) => layout.frame(id).top));
  const block = layout.plan.blocks.get(group.id)?.[0];
  const centre = (frame.top + cellsTop) / 2;
  const titled = block !== undefined && block.lines.length > 0;
  return [
    s('path', { className: 'd-body', d: shape }),
    ...(titled ? [s('path', { className: 'd-spine', d: above(cellsTop, frame, corners) })] : []),
    s('path', { className: borderClass(kind), d: shape }),
    ...(titled
      ? [icon(kind, frame.left + 20, centre), ...drawBlock(block, frame.left + 38, centre - block.height / 2)]
      : []),
  ];
}

/** A cell draws the walls that it does not share with its parent's border, and its writing in the middle. */
export function drawCell(cell: Box, { layout }: BoxSetting): readonly Element[] {
  const { left, top, right, bottom } = layout.frame(cell.id);
  const around = cell.parent === null ? null : layout.frame(cell.parent);
  const walls: Steps = [
    ...(around && left > around.left + 1 ? [moveTo(left, top), lineTo(left, bottom)] : []),
    ...(around && top > around.top + 1 ? [moveTo(left, top), lineTo(right, top)] : []),
  ];
  const block = layout.plan.blocks.get(cell.id)?.[0];
  const lines = walls.length > 0 ? [s('path', { className: 'd-line', d: pathData(walls) })] : [];
  if (!block || block.lines.length === 0) return lines;
  if (cell.kind === 'group') return [...lines, ...drawBlock(block, left + 20, top + 9)];
  return [
    ...lines,
    ...drawAligned(block, (left + right) / 2, (top + bottom) / 2, { align: 'middle', className: 'd-cell' }),
  ];
}

/** Cells of a table are parts of one node: its first row is tinted as the head. */
export function drawTable(node: Node, { layout, kind, ports }: BoxSetting): readonly Element[] {
  const frame = layout.frame(node.id);
  const corners = cornersOf(kind, frame, ports);
  const shape = outline(frame, corners);
  const { rect: own } = node;
  const meant = tableWalls(node);
  const x = (column: number): number => {
    const part = ((meant.get(column) ?? column) - own.left) / Math.max(1, own.right - own.left);
    return Math.round(frame.left + part * (frame.right - frame.left) - 0.5) + 0.5;
  };
  const walls = node.compartments.flatMap(({ rect }): Steps => [
    ...(rect.right < own.right
      ? [moveTo(x(rect.right), layout.y(rect.top)), lineTo(x(rect.right), layout.y(rect.bottom))]
      : []),
    ...(rect.bottom < own.bottom
      ? [moveTo(x(rect.left), layout.y(rect.bottom)), lineTo(x(rect.right), layout.y(rect.bottom))]
      : []),
  ]);
  const headBottom = leastOf(node.compartments.map(({ rect }) => rect.bottom));
  return [
    s('path', { className: 'd-body', d: shape }),
    s('path', { className: 'd-spine', d: above(layout.y(headBottom), frame, corners) }),
    s('path', { className: 'd-line', d: pathData(walls) }),
    s('path', { className: borderClass(kind), d: shape }),
    ...node.compartments.flatMap(({ rect }, index) => {
      const block = layout.plan.blocks.get(node.id)?.[index];
      const centre = (layout.y(rect.top) + layout.y(rect.bottom)) / 2;
      return block ? drawBlock(block, x(rect.left) + 8, centre - block.height / 2) : [];
    }),
  ];
}
