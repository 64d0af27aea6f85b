import type { Box, BoxId, Diagram } from '../../model.ts';
import { areasOf } from './areas.ts';
import type { Axis } from './axes.ts';
import { leastOf, mostOf } from './extremes.ts';
import { sideOf } from './ports.ts';
import { middle, middleOf, width, type SidesOf } from './sides.ts';

/** Rows of boxes that move as one, by key. */
export type Rows = ReadonlyMap<string, readonly Box[]>;

/** How far each box moves, in columns. */
export type Moves = ReadonlyMap<BoxId, number>;

/** How far a row of boxes moves at most. */
const farthestMove = 4;

/**
 * How far each row moves, so that boxes which a straight line joins stand in one line. The nearest pairs are joined first;
 * a pair that would contradict is left. Of the rows that hang together the widest stays where it is.
 */
export function solveMoves(
  rows: Rows,
  axes: readonly Axis[],
  sides: SidesOf,
  crowded: ReadonlySet<string>,
  still: ReadonlySet<string>,
): Moves {
  const rowOf = new Map(
    [...rows].filter(([key]) => !still.has(key)).flatMap(([key, row]) => row.map(({ id }) => [id, key] as const)),
  );
  const place = new Map([...rowOf.values()].map((key) => [key, { root: key, offset: 0 }]));
  const joined = new Map([...place.keys()].map((key) => [key, [key]]));
  const pairs = axes
    .flatMap((axis) => {
      const boxes = tiesOf(axis, axis.at, sides, crowded)
        .map(({ box }) => box)
        .filter((box) => rowOf.has(box));
      return boxes.slice(1).map((box, index) => ({ a: boxes[index] ?? box, b: box }));
    })
    .map(({ a, b }) => ({
      a: rowOf.get(a) ?? '',
      b: rowOf.get(b) ?? '',
      apart: isFlush(sides, a, b) ? 0 : middleOf(sides, b) - middleOf(sides, a),
    }))
    .sort((one, other) => Math.abs(one.apart) - Math.abs(other.apart));
  for (const { a, b, apart } of pairs) {
    const first = place.get(a);
    const second = place.get(b);
    if (!first || !second || first.root === second.root) continue;
    const shift = first.offset - apart - second.offset;
    const [ours, theirs] = [joined.get(first.root) ?? [], joined.get(second.root) ?? []];
    // The smaller lot goes over to the larger one, so that no row goes over often.
    const [stay, go, by] = ours.length >= theirs.length ? [ours, theirs, shift] : [theirs, ours, -shift];
    const root = place.get(stay[0] ?? '')?.root ?? first.root;
    for (const key of go) {
      place.set(key, { root, offset: (place.get(key)?.offset ?? 0) + by });
      stay.push(key);
    }
    joined.set(root, stay);
  }
  const span = (key: string): number =>
    (rows.get(key) ?? []).reduce((sum, { id }) => sum + width(sides.get(id) ?? { left: 0, right: 0 }), 0);
  const anchors = new Map<string, string>();
  for (const [key, { root }] of place) {
    const anchor = anchors.get(root);
    if (anchor === undefined || span(key) > span(anchor)) anchors.set(root, key);
  }
  const moves = new Map<BoxId, number>();
  for (const [box, key] of rowOf) {
    const own = place.get(key);
    const anchor = place.get(anchors.get(own?.root ?? '') ?? '');
    const move = (own?.offset ?? 0) - (anchor?.offset ?? 0);
    moves.set(box, Math.abs(move) <= farthestMove ? move : 0);
  }
  return moves;
}

/** Boxes that begin in one column stay so, however wide they are. */
function isFlush(sides: SidesOf, a: BoxId, b: BoxId): boolean {
  return sides.get(a)?.left === sides.get(b)?.left;
}

/** How far a port may be from the middle of its side to be meant for it. */
export const nearMiddle = 3;
export const nearMiddlePart = 0.08;

interface Tie {
  readonly box: BoxId;
  readonly off: number;
}

/** The boxes for whose middle an axis is meant, and how far it is off. */
function tiesOf(axis: Axis, at: number, sides: SidesOf, crowded: ReadonlySet<string>): readonly Tie[] {
  return axis.ends.flatMap((end): readonly Tie[] => {
    const own = end.attached === null ? undefined : sides.get(end.attached);
    if (!own || end.attached === null || crowded.has(sideOf(end))) return [];
    const off = Math.abs(middle(own) - at);
    return off <= Math.max(nearMiddle, width(own) * nearMiddlePart) ? [{ box: end.attached, off }] : [];
  });
}

/** Boxes that may move, in rows that move as one: nodes with room round them that do not span the drawing and are not `fixed`. */
export function rowsOf({ boxes }: Diagram, sides: SidesOf, fixed: ReadonlySet<BoxId>): Rows {
  const all = [...sides.values()];
  const span = mostOf(all.map(({ right }) => right)) - leastOf(all.map(({ left }) => left));
  const placed = areasOf<Box>();
  for (const box of boxes) placed.add(box, box.rect);
  const rows = Map.groupBy(
    boxes.filter(({ shape }) => shape !== 'cell'),
    ({ parent, rect }) => `${parent ?? ''} ${rect.top}`,
  );
  const movable = (box: Box): boolean => {
    const own = sides.get(box.id);
    return (
      box.kind === 'node' &&
      own !== undefined &&
      !fixed.has(box.id) &&
      width(own) <= span * 0.6 &&
      !placed
        .near({ ...box.rect, left: box.rect.left - 1, right: box.rect.right + 1 })
        .some(({ id, parent }) => id !== box.id && parent === box.parent)
    );
  };
  return new Map([...rows].filter(([, row]) => row.every(movable)));
}

export function movedSides(sides: SidesOf, moves: Moves): SidesOf {
  return new Map(
    [...sides].map(([id, { left, right }]) => {
      const move = moves.get(id) ?? 0;
      return [id, { left: left + move, right: right + move }];
    }),
  );
}

/** Boxes below each other whose middles are less than a column apart get one middle: that of the upper. */
export function inLine(sides: SidesOf, rows: Rows, still: ReadonlySet<string>): SidesOf {
  const lined = new Map(sides);
  const movable = [...rows].filter(([key]) => !still.has(key)).flatMap(([, row]) => row);
  // The upper one of each line, by parent and middle.
  const lines = new Map<string, Box>();
  for (const box of movable) {
    const own = lined.get(box.id);
    if (!own) continue;
    const at = Math.floor(middle(own));
    const near = [at - 1, at, at + 1].flatMap((column) => lines.get(`${box.parent ?? ''} ${column}`) ?? []);
    const upper = near.find(
      ({ id, rect }) => rect.bottom < box.rect.top && Math.abs(middleOf(lined, id) - middle(own)) < 1,
    );
    if (!upper) {
      lines.set(`${box.parent ?? ''} ${at}`, box);
      continue;
    }
    const move = middleOf(lined, upper.id) - middle(own);
    lined.set(box.id, { left: own.left + move, right: own.right + move });
  }
  return lined;
}
