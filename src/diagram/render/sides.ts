import type { Box, BoxId } from '../model.ts';

export interface Sides {
  readonly left: number;
  readonly right: number;
}

/** The sides of the boxes of a diagram. */
export type SidesOf = ReadonlyMap<BoxId, Sides>;

/**
 * The sides of the boxes as they were meant: equal where they nearly are, and none over another. A box whose long line has
 * pushed its wall over the next one ends before it; columns grow until the words have room.
 */
export function meantSides(boxes: readonly Box[]): SidesOf {
  const sides = new Map(evenSides(boxes));
  for (const [id, right] of clearedOf(boxes, sides)) {
    const own = sides.get(id);
    if (own) sides.set(id, { left: own.left, right: Math.max(right, own.left + 1) });
  }
  return sides;
}

/** Boxes that reach over the left wall of one beside them, and where they have to end instead. */
function clearedOf(boxes: readonly Box[], sides: SidesOf): ReadonlyMap<BoxId, number> {
  const rows = new Map<string, Box[]>();
  for (const box of boxes) {
    if (box.shape !== 'box') continue;
    for (let row = box.rect.top; row <= box.rect.bottom; row++) {
      const key = `${box.parent ?? ''} ${row}`;
      const own = rows.get(key);
      if (own) own.push(box);
      else rows.set(key, [box]);
    }
  }
  const cleared = new Map<BoxId, number>();
  for (const row of rows.values()) {
    const inOrder = row.length > 1 ? [...row].sort((a, b) => a.rect.left - b.rect.left) : [];
    for (const [index, box] of inOrder.entries()) {
      const next = inOrder[index + 1];
      const own = sides.get(box.id);
      const left = next && sides.get(next.id)?.left;
      if (own && left !== undefined && left > own.left && own.right > left)
        cleared.set(box.id, Math.min(cleared.get(box.id) ?? Infinity, left - 1));
    }
  }
  return cleared;
}

/**
 * Boxes in one role that differ by one column become equal: those above each other that share a side get the other side that
 * most of them have (with a group among them the outer one, for what it holds), those beside each other the width
 * that most of them have.
 */
function evenSides(boxes: readonly Box[]): SidesOf {
  const even = (box: Box): boolean => box.shape === 'box';
  const sides = new Map<BoxId, Sides>(boxes.map((box) => [box.id, { left: box.rect.left, right: box.rect.right }]));
  for (const box of boxes.filter(even)) {
    const role = boxes.filter(
      (other) => even(other) && other.parent === box.parent && differsByOne(box.rect, other.rect),
    );
    const lefts = role.map(({ rect }) => rect.left);
    const rights = role.map(({ rect }) => rect.right);
    const outer = role.some(({ kind }) => kind === 'group');
    sides.set(
      box.id,
      outer
        ? { left: Math.min(...lefts), right: Math.max(...rights) }
        : { left: commonest(lefts), right: commonest(rights) },
    );
  }
  const stacked = new Map(sides);
  const plain = (box: Box): boolean => even(box) && box.kind === 'node';
  for (const box of boxes.filter(plain)) {
    const own = stacked.get(box.id);
    const row = boxes.filter((other) => plain(other) && other.parent === box.parent && other.rect.top === box.rect.top);
    const widths = row.map(({ id }) => width(stacked.get(id) ?? { left: 0, right: 0 }));
    if (own && Math.max(...widths) - Math.min(...widths) === 1) {
      const more = (commonest(widths) - width(own)) / 2;
      sides.set(box.id, { left: own.left - more, right: own.right + more });
    }
  }
  return sides;
}

/** They share one side, and the other is at most one column off. */
function differsByOne(one: Sides, other: Sides): boolean {
  return Math.abs(one.left - other.left) + Math.abs(one.right - other.right) <= 1;
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [numbers[0] ?? 0, 0] as const)[0];
}

export const middle = ({ left, right }: Sides): number => (left + right) / 2;
export const width = ({ left, right }: Sides): number => right - left;

export function middleOf(sides: SidesOf, box: BoxId): number {
  return middle(sides.get(box) ?? { left: 0, right: 0 });
}

export function holds(sides: Sides | undefined, column: number): boolean {
  return sides === undefined || (column > sides.left && column < sides.right);
}

export function overlaps(from: number, to: number, otherFrom: number, otherTo: number): boolean {
  return from <= otherTo && otherFrom <= to;
}
