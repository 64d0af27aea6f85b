import { largest } from '../geometry/extent.ts';
import { VERTICAL } from '../ink/glyphs.ts';
import type { Box, Compartment, Diagram, Ink, Label, Net, Point, Rect, TextLine } from '../model.ts';

/**
 * Settles where two straight readings are equally good: what changes least of the author's drawing is meant.
 *
 * - inner walls of a table stand in one column from top to bottom, the one that most of its rows have
 * - words between inner walls stay as far from the wall left of them as they stood
 * - words right of an upright line stay as far from it as they stood
 * - a short line between two ports that stand above each other goes to their column
 * - a level line ends at a wall that was drawn in, and not where it stood
 */
export function settle(diagram: Diagram, ink: Ink): Diagram {
  const boxes = diagram.boxes.map((box) => withWordsAtWalls(withStraightColumns(box), ink));
  const labels = diagram.labels.map((label) => besideLine(label, diagram.owners));
  return { ...diagram, boxes, labels, nets: diagram.nets.map(toWalls).map(betweenPorts) };
}

function withStraightColumns(box: Box): Box {
  if (box.kind === 'group' || box.shape !== 'table') return box;
  const rows = [...Map.groupBy(box.compartments, ({ rect }) => rect.top).values()];
  const most = largest(rows.map((row) => row.length));
  const full = rows.filter((row) => row.length === most);
  const columns = Array.from({ length: most }, (_, k) => mostUsual(full.flatMap((row) => row[k]?.rect.left ?? [])));
  const indexOf = new Map(full.flatMap((row) => row.map((cell, k) => [cell, k] as const)));
  const compartments = box.compartments.map((cell): Compartment => {
    const k = indexOf.get(cell);
    if (k === undefined) return cell;
    const rect: Rect = {
      ...cell.rect,
      left: columns[k] ?? cell.rect.left,
      right: columns[k + 1] ?? box.rect.right,
    };
    return { ...cell, rect };
  });
  return { ...box, compartments };
}

/** The value that occurs most often, the least of several. */
function mostUsual(values: readonly number[]): number {
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length] as const);
  return counts.sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/**
 *     │ us      │ eu │          │ us     │ eu │
 *     │ apac   │ us  │    →     │ apac   │ us │
 */
function withWordsAtWalls(box: Box, ink: Ink): Box {
  if (box.kind === 'group' || box.compartments.length < 2) return box;
  const moved = new Map<TextLine, TextLine>();
  for (const { rect, text } of box.compartments)
    for (const line of text) {
      const given = wallLeftOf(line, ink);
      if (given === null || line.row === box.rect.top || Math.abs(given - rect.left) > PUSHED) continue;
      const column = line.span.column - (given - rect.left);
      if (column > rect.left && column !== line.column) moved.set(line, { ...line, column });
    }
  const at = (line: TextLine): TextLine => moved.get(line) ?? line;
  const compartments = box.compartments.map((cell) => ({ ...cell, text: cell.text.map(at) }));
  return { ...box, text: box.text.map(at), compartments };
}

/** How far a text may push the walls right of it. */
const PUSHED = 4;

function wallLeftOf({ span }: TextLine, ink: Ink): number | null {
  for (let column = span.column - 1; column >= 0; column--)
    if (((ink.cells[span.row]?.[column]?.arms ?? 0) & VERTICAL) === VERTICAL) return column;
  return null;
}

/**
 *     └────┬────┘          └────┬────┘
 *           │ label   →         │ label
 *          ▼                    ▼
 */
function besideLine(label: Label, owners: Diagram['owners']): Label {
  const { from, to } = label.segment;
  if (label.placement !== 'right' || from.column !== to.column) return label;
  const lines = label.lines.map((line): TextLine => {
    const { row, column } = line.span;
    const given = [1, 2, 3].map((off) => column - off).find((at) => owners[row]?.[at] === 'edge');
    const aside = given === undefined ? 0 : given - from.column;
    return aside === 0 || Math.abs(aside) > PUSHED ? line : { ...line, column: column - aside };
  });
  return { ...label, lines };
}

/**
 *     +------+             +------+
 *     | Web |--->    →     | Web  |-->
 */
function toWalls(net: Net): Net {
  const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= PUSHED;
  const segments = net.segments.map((piece) => {
    let { from, to } = piece;
    for (const { direction, point } of net.ends) {
      if (point.row !== from.row || from.row !== to.row) continue;
      if (point.column < from.column || point.column > to.column) continue;
      if (direction === 'left' && isNear(from.column, point.column)) from = point;
      if (direction === 'right' && isNear(to.column, point.column)) to = point;
    }
    return { from, to };
  });
  return { ...net, segments };
}

/** Rows of a line that are sooner moved than both of its ports. */
const SHORT = 3;

/**
 *     └─────┬─────┘          └─────┬─────┘
 *            │         →           │
 *     ┌─────▼─────┐          ┌─────▼─────┐
 */
function betweenPorts(net: Net): Net {
  const [piece, ...others] = net.segments;
  const [one, two] = net.ends;
  if (!piece || others.length > 0 || !one || !two || net.ends.length > 2) return net;
  const { column } = one.at;
  const isBetween =
    piece.from.column === piece.to.column &&
    piece.to.row - piece.from.row <= SHORT + 1 &&
    net.ends.every(({ at }) => at.column === column);
  if (!isBetween || column === piece.from.column) return net;
  const aside = (point: Point): Point => ({ ...point, column });
  return {
    ...net,
    segments: [{ from: aside(piece.from), to: aside(piece.to) }],
    ends: net.ends.map((end) => ({ ...end, point: aside(end.point) })),
  };
}
