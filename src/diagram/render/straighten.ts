import type { Box, BoxId, Diagram, End, Net, NetId, Point } from '../model.ts';
import { axesOf, isOn, type Axis } from './axes.ts';

/** Where things stand from left to right once the small crookedness of the drawing is taken out. Columns may be halves. */
export interface Straight {
  readonly sides: ReadonlyMap<BoxId, Sides>;
  /** The column on which a point of a net stands. */
  columnOf(net: NetId, point: Point): number;
}

export interface Sides {
  readonly left: number;
  readonly right: number;
}

/** How far a port may be from the middle of its side to be meant for it. */
const nearMiddle = 3;
const nearMiddlePart = 0.08;
/** How far a row of boxes moves at most. */
const farthestMove = 4;

/**
 * Sets the columns straight: edges that differ by one become equal, rows of boxes move as one to stand under their fork,
 * and upright lines go through the middle of the boxes they were meant to.
 */
export function straighten(diagram: Diagram): Straight {
  const even = evenSides(diagram.boxes);
  const axes = diagram.nets.flatMap((net) => axesOf(net, 'upright').map((axis): NetAxis => ({ ...axis, net: net.id })));
  const ports = crowdedSides(diagram.nets);
  const rows = rowsOf(diagram, even);
  const still = new Set<string>();
  for (;;) {
    const moves = solveMoves(rows, axes, even, ports, still);
    const sides = inLine(movedSides(even, moves), rows, still);
    const columns = axisColumns(axes, diagram, sides, moves, ports);
    const wrong = [...rows.entries()].find(([key, row]) => !still.has(key) && moves.get(row[0]?.id ?? '') && !isSound(row, diagram, sides, columns));
    if (!wrong) return { sides, columnOf: (net, point) => lookUp(columns, net, point) };
    still.add(wrong[0]);
  }
}

interface NetAxis extends Axis {
  readonly net: NetId;
}

type Rows = ReadonlyMap<string, readonly Box[]>;
type Moves = ReadonlyMap<BoxId, number>;

function lookUp(columns: ReadonlyMap<NetAxis, number>, net: NetId, point: Point): number {
  for (const [axis, column] of columns) if (axis.net === net && isOn(axis, point, 'upright')) return column;
  return point.column;
}

const middle = ({ left, right }: Sides): number => (left + right) / 2;
const width = ({ left, right }: Sides): number => right - left;

/**
 * Boxes in one role that differ by one column become equal: those above each other that share a side get the other side that
 * most of them have (with a group among them the outer one, for what it holds), those beside each other the width
 * that most of them have.
 */
function evenSides(boxes: readonly Box[]): ReadonlyMap<BoxId, Sides> {
  const even = (box: Box): boolean => box.shape === 'box';
  const sides = new Map<BoxId, Sides>(boxes.map((box) => [box.id, { left: box.rect.left, right: box.rect.right }]));
  for (const box of boxes.filter(even)) {
    const role = boxes.filter((other) => even(other) && other.parent === box.parent && differsByOne(box.rect, other.rect));
    const lefts = role.map(({ rect }) => rect.left);
    const rights = role.map(({ rect }) => rect.right);
    const outer = role.some(({ kind }) => kind === 'group');
    sides.set(box.id, outer ? { left: Math.min(...lefts), right: Math.max(...rights) } : { left: commonest(lefts), right: commonest(rights) });
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

/** Sides of boxes with more than one port: none of their ports is meant for the middle. */
function crowdedSides(nets: readonly Net[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const crowded = new Set<string>();
  for (const end of nets.flatMap(({ ends }) => ends)) {
    const side = sideOf(end);
    if (seen.has(side)) crowded.add(side);
    seen.add(side);
  }
  return crowded;
}

function sideOf({ attached, direction }: End): string {
  return `${attached ?? ''} ${direction}`;
}

/** Boxes that may move, in rows that move as one: nodes with room round them that do not span the drawing. */
function rowsOf({ boxes }: Diagram, sides: ReadonlyMap<BoxId, Sides>): Rows {
  const all = [...sides.values()];
  const span = Math.max(...all.map(({ right }) => right)) - Math.min(...all.map(({ left }) => left));
  const rows = new Map<string, Box[]>();
  for (const box of boxes) {
    if (box.shape === 'cell') continue;
    const key = `${box.parent ?? ''} ${box.rect.top}`;
    rows.set(key, [...(rows.get(key) ?? []), box]);
  }
  const movable = (box: Box): boolean => {
    const own = sides.get(box.id);
    return box.kind === 'node' && own !== undefined && width(own) <= span * 0.6 && !boxes.some((other) => touches(box, other));
  };
  return new Map([...rows].filter(([, row]) => row.every(movable)));
}

function touches({ id, parent, rect }: Box, other: Box): boolean {
  if (other.id === id || other.parent !== parent) return false;
  const apart = other.rect.left > rect.right + 1 || other.rect.right < rect.left - 1;
  return !apart && other.rect.top <= rect.bottom && other.rect.bottom >= rect.top;
}

interface Tie {
  readonly box: BoxId;
  readonly off: number;
}

/** The boxes for whose middle an axis is meant, and how far it is off. */
function tiesOf(axis: Axis, at: number, sides: ReadonlyMap<BoxId, Sides>, crowded: ReadonlySet<string>): readonly Tie[] {
  return axis.ends.flatMap((end): readonly Tie[] => {
    const own = end.attached === null ? undefined : sides.get(end.attached);
    if (!own || end.attached === null || crowded.has(sideOf(end))) return [];
    const off = Math.abs(middle(own) - at);
    return off <= Math.max(nearMiddle, width(own) * nearMiddlePart) ? [{ box: end.attached, off }] : [];
  });
}

/**
 * How far each row moves, so that boxes which a straight line joins stand in one line. The nearest pairs are joined first;
 * a pair that would contradict is left. Of the rows that hang together the widest stays where it is.
 */
function solveMoves(rows: Rows, axes: readonly Axis[], sides: ReadonlyMap<BoxId, Sides>, crowded: ReadonlySet<string>, still: ReadonlySet<string>): Moves {
  const rowOf = new Map([...rows].filter(([key]) => !still.has(key)).flatMap(([key, row]) => row.map(({ id }) => [id, key] as const)));
  const place = new Map([...rowOf.values()].map((key) => [key, { root: key, offset: 0 }]));
  const pairs = axes
    .flatMap((axis) => {
      const boxes = tiesOf(axis, axis.at, sides, crowded).map(({ box }) => box).filter((box) => rowOf.has(box));
      return boxes.slice(1).map((box, index) => ({ a: boxes[index] ?? box, b: box }));
    })
    .map(({ a, b }) => ({ a: rowOf.get(a) ?? '', b: rowOf.get(b) ?? '', apart: middleOf(sides, b) - middleOf(sides, a) }))
    .sort((one, other) => Math.abs(one.apart) - Math.abs(other.apart));
  for (const { a, b, apart } of pairs) {
    const first = place.get(a);
    const second = place.get(b);
    if (!first || !second || first.root === second.root) continue;
    const shift = first.offset - apart - second.offset;
    const root = second.root;
    for (const [key, each] of place) if (each.root === root) place.set(key, { root: first.root, offset: each.offset + shift });
  }
  const span = (key: string): number => (rows.get(key) ?? []).reduce((sum, { id }) => sum + width(sides.get(id) ?? { left: 0, right: 0 }), 0);
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

function middleOf(sides: ReadonlyMap<BoxId, Sides>, box: BoxId): number {
  return middle(sides.get(box) ?? { left: 0, right: 0 });
}

function movedSides(sides: ReadonlyMap<BoxId, Sides>, moves: Moves): ReadonlyMap<BoxId, Sides> {
  return new Map(
    [...sides].map(([id, { left, right }]) => {
      const move = moves.get(id) ?? 0;
      return [id, { left: left + move, right: right + move }];
    }),
  );
}

/** Boxes below each other whose middles are less than a column apart get one middle: that of the upper. */
function inLine(sides: ReadonlyMap<BoxId, Sides>, rows: Rows, still: ReadonlySet<string>): ReadonlyMap<BoxId, Sides> {
  const lined = new Map(sides);
  const movable = [...rows].filter(([key]) => !still.has(key)).flatMap(([, row]) => row);
  for (const [index, box] of movable.entries()) {
    const own = lined.get(box.id);
    const upper = movable.slice(0, index).find(({ id, parent, rect }) => parent === box.parent && rect.bottom < box.rect.top && Math.abs(middleOf(lined, id) - middleOf(lined, box.id)) < 1);
    if (!own || !upper) continue;
    const move = middleOf(lined, upper.id) - middle(own);
    lined.set(box.id, { left: own.left + move, right: own.right + move });
  }
  return lined;
}

/** The column of each axis: where it was meant to be, as long as it neither passes another nor runs into a box there. */
function axisColumns(axes: readonly NetAxis[], { boxes }: Diagram, sides: ReadonlyMap<BoxId, Sides>, moves: Moves, crowded: ReadonlySet<string>): ReadonlyMap<NetAxis, number> {
  const wanted = new Map(axes.map((axis) => [axis, axisColumn(axis, sides, moves, crowded)]));
  const columns = new Map(wanted);
  for (const [axis, column] of wanted) {
    const along = shifted(axis, moves);
    const clashes = axes.some((other) => {
      if (other === axis || other.at === axis.at || !overlaps(axis.from, axis.to, other.from, other.to)) return false;
      const place = wanted.get(other) ?? other.at;
      return Math.abs(place - column) < 1 || place < column !== other.at < axis.at;
    });
    const blocked = boxes.some(({ id, kind, rect }) => {
      if (kind === 'group' || axis.ends.some(({ attached }) => attached === id) || !overlaps(axis.from, axis.to, rect.top, rect.bottom)) return false;
      const own = sides.get(id);
      return own !== undefined && column > own.left - 1 && column < own.right + 1;
    });
    const stays = axis.ends.every(({ attached }) => attached === null || holds(sides.get(attached), along));
    if ((clashes || blocked) && stays) columns.set(axis, along);
  }
  return columns;
}

/** Where an axis stands that goes along with the boxes it is attached to. */
function shifted(axis: Axis, moves: Moves): number {
  const shifts = new Set(axis.ends.flatMap(({ attached }) => (attached === null ? [] : [moves.get(attached) ?? 0])));
  return axis.at + (shifts.size === 1 ? ([...shifts][0] ?? 0) : 0);
}

/** A port this part of a side away from its middle is still meant for it where nothing else stands on that side. */
const farFromMiddle = 0.5;
const farthestPort = 8;
const narrow = 30;

/** The middle of the narrowest box that an axis is attached to, if it is on the side of the others too. */
function axisColumn(axis: Axis, sides: ReadonlyMap<BoxId, Sides>, moves: Moves, crowded: ReadonlySet<string>): number {
  const at = shifted(axis, moves);
  const attached = axis.ends.flatMap((end) => {
    const own = end.attached === null ? undefined : sides.get(end.attached);
    return own ? [{ own, alone: !crowded.has(sideOf(end)) }] : [];
  });
  const meant = attached
    .filter(({ own, alone }) => {
      const near = Math.max(nearMiddle, width(own) * (width(own) <= narrow ? farFromMiddle : nearMiddlePart));
      return alone && Math.abs(middle(own) - at) <= Math.min(near, farthestPort);
    })
    .sort((one, other) => width(one.own) - width(other.own))[0];
  if (!meant) return at;
  const column = middle(meant.own);
  return attached.every(({ own }) => holds(own, column)) ? column : at;
}

function holds(sides: Sides | undefined, column: number): boolean {
  return sides === undefined || (column > sides.left && column < sides.right);
}

/** Whether a row may stand where it was moved to: on its lines, inside its group, clear of other boxes and lines. */
function isSound(row: readonly Box[], { boxes }: Diagram, sides: ReadonlyMap<BoxId, Sides>, columns: ReadonlyMap<NetAxis, number>): boolean {
  return row.every((box) => {
    const own = sides.get(box.id);
    const parent = box.parent === null ? undefined : sides.get(box.parent);
    if (!own || (parent && (own.left < parent.left + 2 || own.right > parent.right - 2))) return false;
    const beside = boxes.filter((other) => other.id !== box.id && other.parent === box.parent && overlaps(box.rect.top, box.rect.bottom, other.rect.top, other.rect.bottom));
    if (beside.some(({ id }) => overlaps(own.left - 1, own.right + 1, sides.get(id)?.left ?? 0, sides.get(id)?.right ?? 0))) return false;
    return [...columns].every(([axis, column]) => {
      if (axis.ends.some(({ attached }) => attached === box.id)) return holds(own, column);
      return !overlaps(box.rect.top, box.rect.bottom, axis.from, axis.to) || column < own.left - 1 || column > own.right + 1;
    });
  });
}

function overlaps(from: number, to: number, otherFrom: number, otherTo: number): boolean {
  return from <= otherTo && otherFrom <= to;
}
