import type { Element } from 'hast';
import type { Box, BoxId, Group, Kind, Node } from '../model.ts';
import type { Block } from './block.ts';
import { icons } from './icons.ts';
import { textGap, type Layout } from './layout.ts';
import { lineTo, moveTo, pathData, type Spot, type Steps } from './path.ts';
import { above, cornersOf, decorationOf, leftOf, looks, outline, panel, type Frame } from './shapes.ts';
import { decimal, s } from './tree.ts';

/** A box to be drawn, with what is around it. */
export interface BoxSetting {
  readonly layout: Layout;
  readonly kind: Kind;
  /** Where lines arrive at it. */
  readonly ports: readonly Spot[];
}

const iconSize = 18;
/** Baseline below the centre of a line, in parts of the size. */
const baseline = 0.345;

/** The class of a box: its kind's tint, and whether it is a node or a group. */
export function boxClass(box: Box, kind: Kind, layout: Layout): string {
  const asNode = box.kind === 'node' || hasCells(box, layout);
  return `${asNode ? 'd-node' : 'd-group'} d-${looks[kind].tint}`;
}

/** Everything that is drawn for a box itself, back to front; what it holds is drawn after it. */
export function drawBox(box: Box, setting: BoxSetting): readonly Element[] {
  if (box.shape === 'words') return drawWords(box, setting);
  if (box.shape === 'cell') return drawCell(box, setting);
  if (box.kind === 'group') return hasCells(box, setting.layout) ? drawTitledCells(box, setting) : drawGroup(box, setting);
  return box.shape === 'table' ? drawTable(box, setting) : drawNode(box, setting);
}

/** A box whose parts are cells under its title: it is drawn as one node. */
function hasCells(box: Box, { plan }: Layout): boolean {
  const children = plan.diagram.boxes.filter(({ parent }) => parent === box.id);
  return box.kind === 'group' && children.length > 0 && children.every((child) => child.shape === 'cell' && child.kind === 'node');
}

// ---- nodes ----

function drawNode(node: Node, { layout, kind, ports }: BoxSetting): readonly Element[] {
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
    s('path', { className: looks[kind].dashed ? 'd-border d-dash' : 'd-border', d: shape }),
    ...(spine > 0 ? [icon(kind, frame.left + spine / 2, level)] : iconInBorder(kind, frame)),
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
    const row = siblingsOf(node, layout).flatMap(({ id }) => plan.blocks.get(id)?.slice(0, 1) ?? []);
    const frame = layout.frame(node.id);
    const tallest = Math.max(...row.map(({ height }) => height));
    return [{ block, top: (frame.top + frame.bottom - tallest) / 2, head: Math.max(...row.map(({ head }) => head)) }];
  }
  return node.compartments.flatMap(({ rect }, index): readonly Part[] => {
    const block = blocks[index];
    if (!block || block.lines.length === 0) return [];
    return [{ block, top: (layout.y(rect.top) + layout.y(rect.bottom) - block.height) / 2, head: block.head || block.height }];
  });
}

/** Nodes of one piece beside this one that begin and end on the same rows, itself included. */
function siblingsOf(node: Node, { plan }: Layout): readonly Node[] {
  return plan.diagram.boxes.filter(
    (other): other is Node =>
      other.kind === 'node' &&
      other.shape === 'box' &&
      other.parent === node.parent &&
      other.compartments.length < 2 &&
      other.rect.top === node.rect.top &&
      other.rect.bottom === node.rect.bottom,
  );
}

/** Where no spine fits, the icon stands on the border, on a patch of the body. */
function iconInBorder(kind: Kind, { left, top }: Frame): readonly Element[] {
  const middle = left + 20;
  return [s('rect', { className: 'd-body', x: middle - 11, y: top - 3, width: 22, height: 6 }), icon(kind, middle, top)];
}

function icon(kind: Kind, x: number, y: number): Element {
  const at = (value: number): string => decimal(value - iconSize / 2);
  return s('path', { className: 'd-icon', transform: `translate(${at(x)} ${at(y)})`, d: icons[kind] });
}

function drawBlock(block: Block, x: number, top: number): readonly Element[] {
  const drawn: Element[] = [];
  let y = top;
  for (const { runs, bullets, height, gap, step } of block.lines) {
    if (step) drawn.push(...drawStep(x + 7, y + 1, y + gap));
    const centre = y + gap + height / 2;
    for (const bullet of bullets) drawn.push(s('path', { className: 'd-bullet', d: pathData([moveTo(x + bullet, Math.round(centre) + 0.5), lineTo(x + bullet + 5, Math.round(centre) + 0.5)]) }));
    for (const { text, x: indent, className, style } of runs) drawn.push(s('text', { className, x: x + indent, y: centre + style.size * baseline }, text));
    y += gap + height;
  }
  return drawn;
}

/** The arrow from one step to the next. */
function drawStep(x: number, top: number, bottom: number): readonly Element[] {
  const at = Math.round(x) + 0.5;
  return [
    s('path', { className: 'd-wire', d: pathData([moveTo(at, top), lineTo(at, bottom - 5.5)]) }),
    s('path', { className: 'd-head', d: pathData([moveTo(at, bottom), lineTo(at - 3.5, bottom - 8), lineTo(at, bottom - 6), lineTo(at + 3.5, bottom - 8)], true) }),
  ];
}

// ---- cells, tables, words ----

/** A box with cells under its title: the title row is tinted throughout. */
function drawTitledCells(group: Group, { layout, kind, ports }: BoxSetting): readonly Element[] {
  const frame = layout.frame(group.id);
  const corners = cornersOf(kind, frame, ports);
  const shape = outline(frame, corners);
  const cells = layout.plan.diagram.boxes.filter(({ parent }) => parent === group.id);
  const cellsTop = Math.min(...cells.map(({ id }) => layout.frame(id).top));
  const block = layout.plan.blocks.get(group.id)?.[0];
  const centre = (frame.top + cellsTop) / 2;
  const titled = block !== undefined && block.lines.length > 0 && cellsTop > frame.top;
  return [
    s('path', { className: 'd-body', d: shape }),
    ...(titled ? [s('path', { className: 'd-spine', d: above(cellsTop, frame, corners) })] : []),
    s('path', { className: looks[kind].dashed ? 'd-border d-dash' : 'd-border', d: shape }),
    ...(titled ? [icon(kind, frame.left + 20, centre), ...drawBlock(block, frame.left + 38, centre - block.height / 2)] : []),
  ];
}

/** A cell draws the walls that it does not share with its parent's border, and its writing in the middle. */
function drawCell(cell: Box, { layout }: BoxSetting): readonly Element[] {
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
  return [...lines, ...drawCentred(block, (left + right) / 2, (top + bottom) / 2, 'd-cell d-mid')];
}

/** Cells of a table are parts of one node: its first row is tinted as the head. */
function drawTable(node: Node, { layout, kind, ports }: BoxSetting): readonly Element[] {
  const frame = layout.frame(node.id);
  const corners = cornersOf(kind, frame, ports);
  const shape = outline(frame, corners);
  const { rect: own } = node;
  const x = (column: number): number => Math.round(frame.left + ((column - own.left) / Math.max(1, own.right - own.left)) * (frame.right - frame.left) - 0.5) + 0.5;
  const walls = node.compartments.flatMap(({ rect }): Steps => [
    ...(rect.right < own.right ? [moveTo(x(rect.right), layout.y(rect.top)), lineTo(x(rect.right), layout.y(rect.bottom))] : []),
    ...(rect.bottom < own.bottom ? [moveTo(x(rect.left), layout.y(rect.bottom)), lineTo(x(rect.right), layout.y(rect.bottom))] : []),
  ]);
  const headBottom = Math.min(...node.compartments.map(({ rect }) => rect.bottom));
  return [
    s('path', { className: 'd-body', d: shape }),
    ...(headBottom < own.bottom ? [s('path', { className: 'd-spine', d: above(layout.y(headBottom), frame, corners) })] : []),
    ...(walls.length > 0 ? [s('path', { className: 'd-line', d: pathData(walls) })] : []),
    s('path', { className: looks[kind].dashed ? 'd-border d-dash' : 'd-border', d: shape }),
    ...node.compartments.flatMap(({ rect }, index) => {
      const block = layout.plan.blocks.get(node.id)?.[index];
      const centre = (layout.y(rect.top) + layout.y(rect.bottom)) / 2;
      return block ? drawBlock(block, x(rect.left) + 8, centre - block.height / 2) : [];
    }),
  ];
}

/** Words without a border: centred on their place. */
function drawWords(box: Box, { layout }: BoxSetting): readonly Element[] {
  const { left, top, right, bottom } = layout.frame(box.id);
  const block = layout.plan.blocks.get(box.id)?.[0];
  return block ? drawCentred(block, (left + right) / 2, (top + bottom) / 2, null) : [];
}

/** A block with its lines centred; `className` takes the place of the lines' own. */
function drawCentred(block: Block, x: number, y: number, className: string | null): readonly Element[] {
  let top = y - block.height / 2;
  return block.lines.flatMap(({ runs, height, gap }) => {
    const centre = top + gap + height / 2;
    top += gap + height;
    const [run] = runs;
    if (!run) return [];
    const size = className === null ? run.style.size : 13;
    return [s('text', { className: className ?? `${run.className} d-mid`, x, y: centre + size * baseline }, runs.map(({ text }) => text).join(' '))];
  });
}

// ---- groups ----

/** A quiet panel with its icon and title at the upper left, dividers as thin lines. */
function drawGroup(group: Group, { layout, kind }: BoxSetting): readonly Element[] {
  const frame = layout.frame(group.id);
  const block = layout.plan.blocks.get(group.id)?.[0];
  const children = layout.plan.diagram.boxes.filter(({ parent }) => parent === group.id);
  const firstChild = Math.min(...children.map(({ rect }) => rect.top));
  const heads = group.text.filter(({ row }) => row <= firstChild);
  const inPlace = group.text.filter(({ row }) => row > firstChild);
  const dividers = group.dividers.flatMap((row): Steps => [moveTo(frame.left, layout.y(row)), lineTo(frame.right, layout.y(row))]);
  const titled = block !== undefined && heads.length > 0;
  const top = frame.top + 8;
  const lines = titled ? block.lines.slice(0, heads.length) : [];
  return [
    s('path', { className: isOnSheet(group.parent, layout) ? 'd-panel d-even' : 'd-panel', d: panel(frame) }),
    ...(dividers.length > 0 ? [s('path', { className: 'd-line', d: pathData(dividers) })] : []),
    ...(titled ? [icon(kind, frame.left + 20, top + Math.min(block.head || 20, 38) / 2), ...drawBlock({ ...block, lines: lines.map(asGroupTitle) }, frame.left + 38, top)] : []),
    ...inPlace.map(({ text, row, column, role }) =>
      s('text', { className: role === 'title' ? 'd-grouptitle' : 'd-item', x: Math.max(layout.x(column), frame.left + 11), y: layout.y(row) + 5 }, text),
    ),
  ];
}

/** Panels alternate: whether what stands in this box stands on the ground of a sheet. */
export function isOnSheet(id: BoxId | null, layout: Layout): boolean {
  const { boxes } = layout.plan.diagram;
  let sheet = false;
  for (let box = boxes.find((each) => each.id === id); box; box = boxes.find((each) => each.id === box?.parent)) {
    if (box.kind === 'group' && !hasCells(box, layout) && box.shape !== 'cell') sheet = !sheet;
  }
  return sheet;
}

function asGroupTitle(line: Block['lines'][number]): Block['lines'][number] {
  return { ...line, runs: line.runs.map((run) => (run.className === 'd-title' ? { ...run, className: 'd-grouptitle' } : run)) };
}
