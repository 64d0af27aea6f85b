import type { Box, BoxId } from '../../model.ts';
import { areasOf } from './areas.ts';
import { leastOf, mostOf } from './extremes.ts';

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

/** Boxes that reach over the left wall of one beside them, and where they have to end instead. Those that share an edge stand above each other. */
function clearedOf(boxes: readonly Box[], sides: SidesOf): ReadonlyMap<BoxId, number> {
  const cleared = new Map<BoxId, number>();
  const drawn = boxes.filter(({ shape }) => shape === 'box');
  for (const siblings of Map.groupBy(drawn, ({ parent }) => parent).values()) {
    const placed = areasOf<Box>();
    for (const box of siblings) placed.add(box, { ...box.rect, ...sides.get(box.id) });
    for (const { id, rect } of siblings) {
      const own = sides.get(id);
      if (!own) continue;
      const beside = placed
        .near({ ...rect, ...own })
        .filter((other) => other.rect.top < rect.bottom && other.rect.bottom > rect.top)
        .map((other) => sides.get(other.id)?.left ?? Infinity)
        .filter((left) => left > own.left && left < own.right);
      if (beside.length > 0) cleared.set(id, leastOf(beside) - 1);
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
  const sides = new Map<BoxId, Sides>(boxes.map((box) => [box.id, box.rect]));
  const roles = Map.groupBy(boxes.filter(even), roleKey);
  const meant = new Map([...roles].map(([key, [box]]) => [key, box && meantFor(box, roles)]));
  for (const box of boxes.filter(even)) sides.set(box.id, meant.get(roleKey(box)) ?? box.rect);
  keepEqualRows(boxes.filter(even), sides);
  const stacked = new Map(sides);
  // no other box begins or ends in the columns of the row; most rows never ask
  let edges: ReturnType<typeof edgesOf> | null = null;
  const isOwn = (row: readonly Box[]): boolean => {
    const { lefts, rights } = (edges ??= edgesOf(boxes));
    return row.every((box) => lefts.get(leftOf(box))?.length === 1 && rights.get(rightOf(box))?.length === 1);
  };
  const plain = (box: Box): boolean => even(box) && box.kind === 'node';
  for (const row of Map.groupBy(boxes.filter(plain), ({ parent, rect }) => `${parent ?? ''} ${rect.top}`).values()) {
    const widths = row.map(({ id }) => width(stacked.get(id) ?? { left: 0, right: 0 }));
    const apart = mostOf(widths) - leastOf(widths);
    if (apart !== 1 && !(apart === 2 && isSpread(row, stacked) && isOwn(row))) continue;
    const wanted = apart === 1 ? commonest(widths) : mostOf(widths);
    for (const { id } of row) {
      const own = stacked.get(id);
      const more = own ? (wanted - width(own)) / 2 : 0;
      if (own) sides.set(id, { left: own.left - more, right: own.right + more });
    }
  }
  return sides;
}

/** The boxes that begin in a column of their parent, and those that end in one. */
function edgesOf(boxes: readonly Box[]) {
  return { lefts: Map.groupBy(boxes, leftOf), rights: Map.groupBy(boxes, rightOf) };
}

function leftOf({ parent, rect }: Box): string {
  return `${parent} ${rect.left}`;
}

function rightOf({ parent, rect }: Box): string {
  return `${parent} ${rect.right}`;
}

/**
 * Boxes beside each other that are of one width in the drawing stay so, whatever stands above them. Of groups that nearly are,
 * the narrower ones grow to the right, where there is room.
 */
function keepEqualRows(boxes: readonly Box[], sides: Map<BoxId, Sides>): void {
  for (const row of Map.groupBy(boxes, ({ parent, rect }) => `${parent ?? ''} ${rect.top}`).values()) {
    const drawn = new Set(row.map(({ rect }) => width(rect)));
    const meant = row.map(({ id, rect }) => width(sides.get(id) ?? rect));
    const apart = mostOf(meant) - leastOf(meant);
    if (drawn.size === 1 && apart > 0) for (const { id, rect } of row) sides.set(id, rect);
    else if (row.every(({ kind }) => kind === 'group') && apart > 0 && apart < 3)
      widenGroups(row, sides, mostOf(meant));
  }
}

function widenGroups(row: readonly Box[], sides: Map<BoxId, Sides>, wanted: number): void {
  const ordered = [...row].sort((a, b) => a.rect.left - b.rect.left);
  for (const [index, { id, rect }] of ordered.entries()) {
    const left = sides.get(id)?.left ?? rect.left;
    const next = ordered[index + 1]?.rect.left ?? Infinity;
    if (left + wanted < next - 1) sides.set(id, { left, right: left + wanted });
  }
}

/** Columns between boxes that may grow by one on each side. */
const leastGap = 4;

/** Columns between a box and the wall of its group. */
const leastInside = 3;

function isSpread(row: readonly Box[], sides: SidesOf): boolean {
  const around = sides.get(row[0]?.parent ?? '');
  const isInside = ({ left, right }: Sides): boolean =>
    around === undefined || (left - around.left >= leastInside && around.right - right >= leastInside);
  if (!row.every(({ id, rect }) => isInside(sides.get(id) ?? rect))) return false;
  const places = row.flatMap(({ id }) => sides.get(id) ?? []).sort((a, b) => a.left - b.left);
  return places.every(({ left }, index) => index === 0 || left - (places[index - 1]?.right ?? left) >= leastGap);
}

function roleKey({ parent, rect }: Box): string {
  return keyOfRole(parent, rect.left, rect.right);
}

function keyOfRole(parent: BoxId | null, left: number, right: number): string {
  return `${parent ?? ''} ${left} ${right}`;
}

/** What the sides of a box are meant to be: those whose sides are at most one column off decide. */
function meantFor({ parent, rect: { left, right } }: Box, roles: ReadonlyMap<string, readonly Box[]>): Sides {
  const near = [
    [left, right],
    [left - 1, right],
    [left + 1, right],
    [left, right - 1],
    [left, right + 1],
    [left - 1, right + 1],
    [left + 1, right - 1],
    [left - 1, right - 1],
    [left + 1, right + 1],
  ] as const;
  const role = near
    .flatMap((sides) => roles.get(keyOfRole(parent, ...sides)) ?? [])
    .sort((one, other) => one.rect.top - other.rect.top);
  const lefts = role.map(({ rect }) => rect.left);
  const rights = role.map(({ rect }) => rect.right);
  return role.some(({ kind }) => kind === 'group')
    ? { left: leastOf(lefts), right: mostOf(rights) }
    : { left: commonest(lefts), right: commonest(rights) };
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
