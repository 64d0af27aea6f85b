import { largest, smallest } from '../geometry/extent.ts';
import type { Connection } from './content.ts';
import { baseOf, tenth, textElement, textSize, type Element } from './excalidraw-elements.ts';
import { paper } from './palette.ts';
import { middle, type Frame, type Placed, type Spot } from './placed.ts';

/** An arrow along its way, bound to both of its boxes, and its label, bound to the arrow. Its id is that of the edge, after a `_`. */
export function arrowOf(
  { edge, id, head, from, to, label }: Connection,
  placed: Placed,
  groups: readonly string[],
): readonly Element[] {
  const way = placed.way(edge);
  const at = placed.label(edge);
  const spots = label.length > 0 && at ? withMiddle(way, middle(at)) : way;
  const start = spots[0] ?? { x: 0, y: 0 };
  const frame = {
    left: start.x,
    top: start.y,
    right: start.x + extent(spots.map(({ x }) => x)),
    bottom: start.y + extent(spots.map(({ y }) => y)),
  };
  const text = label.join('\n');
  const words = { id: `_${id}-text`, type: 'text' };
  const arrow = {
    ...baseOf(`_${id}`, 'arrow', frame, groups),
    strokeColor: paper.edge,
    boundElements: text === '' ? [] : [words],
    points: spots.map(({ x, y }) => [tenth(x - start.x), tenth(y - start.y)]),
    lastCommittedPoint: null,
    startBinding: bindingOf(from, placed.frame(edge.from), spots),
    endBinding: bindingOf(to, placed.frame(edge.to), [...spots].reverse()),
    startArrowhead: head === 'both' ? 'triangle' : null,
    endArrowhead: head === 'none' ? null : 'triangle',
    elbowed: false,
  };
  if (text === '') return [arrow];
  const { width, height } = textSize(text);
  const { x, y } = spots[(spots.length - 1) / 2] ?? start;
  const place = { x: x - width / 2, y: y - height / 2 };
  return [arrow, textElement(words.id, text, place, { align: 'center', groups, container: `_${id}` })];
}

/**
 * How Excalidraw finds the end of an arrow again when a box moves: `focus` is how far the line passes from the middle of the
 * box, in parts of half its side, `fixedPoint` where it ends, in parts of its sides.
 */
function bindingOf(id: string, { left, top, right, bottom }: Frame, [end, next]: readonly Spot[]): Element {
  const centre = middle({ left, top, right, bottom });
  const { x, y } = end ?? centre;
  const before = next ?? centre;
  const upright = Math.abs(x - before.x) < Math.abs(y - before.y);
  const off = upright ? Math.abs(x - centre.x) / ((right - left) / 2) : Math.abs(y - centre.y) / ((bottom - top) / 2);
  const side = -Math.sign((x - before.x) * (y - centre.y) - (y - before.y) * (x - centre.x));
  return {
    elementId: id,
    focus: hundredth(side * Math.min(off, 1)),
    gap: 1,
    fixedPoint: [hundredth((x - left) / (right - left)), hundredth((y - top) / (bottom - top))],
  };
}

/**
 * Excalidraw sets the label of an arrow at its middle point. This gives the way that many points, on its straight runs, that
 * the middle one is next to `near`:
 *
 *     A ──•──•──X──┐        X: the middle point, where the label stands
 *                  └──•─ B
 */
function withMiddle(way: readonly Spot[], near: Spot): readonly Spot[] {
  const pieces = way.slice(1).map((to, index) => {
    const from = way[index] ?? to;
    const spot = closest(from, to, near);
    return { index, spot, distance: Math.hypot(spot.x - near.x, spot.y - near.y) };
  });
  const best = pieces.reduce<(typeof pieces)[number] | null>(
    (least, piece) => (least === null || piece.distance < least.distance ? piece : least),
    null,
  );
  if (best === null) return way;
  const before = way.slice(0, best.index + 1);
  const after = way.slice(best.index + 1);
  const lacking = after.length - before.length;
  return [
    ...before,
    ...onWay(before.at(-1) ?? best.spot, best.spot, lacking),
    best.spot,
    ...onWay(best.spot, after[0] ?? best.spot, -lacking),
    ...after,
  ];
}

/** So many points between two others. */
function onWay(from: Spot, to: Spot, count: number): readonly Spot[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const part = (index + 1) / (count + 1);
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
  });
}

/** The point of a run that is next to a place, clear of its corners. */
function closest(from: Spot, to: Spot, { x, y }: Spot): Spot {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length;
  const within = Math.min(0.8, Math.max(0.2, part));
  return { x: from.x + dx * within, y: from.y + dy * within };
}

function extent(values: readonly number[]): number {
  return largest(values) - smallest(values);
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100 || 0;
}
