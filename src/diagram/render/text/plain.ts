import { byPlace } from '../../geometry/by-place.ts';
import { keyOf } from '../../geometry/cell-key.ts';
import { isUpright } from '../../ink/glyphs.ts';
import type { Diagram, Net, Point, Segment } from '../../model.ts';
import { crossingsOf } from './crossings.ts';
import type { Script } from './script.ts';

/** ASCII. A `+` in a wall reads as a corner there: lines begin and end beside walls, and cross as `-|-`. */
export const plain: Script = {
  glyphs: '-|+++++++++--||',
  heads: { up: '^', right: '>', down: 'v', left: '<', marker: 'o' },
  columnsIn: shortArrows,
  rowsIn: closeRails,
  crossingsOf,
  crossing: '|',
  // another border runs right behind, where a `+` would join both: `+-----+` above `+--+--+`
  isApart: (direction, border, edges) => {
    if (!isUpright(direction)) return true;
    if (!border) return false;
    const { row, column } = border;
    return edges
      .near(row + (direction === 'down' ? 1 : -1), column - 2, column + 2)
      .some(({ rect: { right, left } }) => column >= left - 2 && column <= right + 2);
  },
};

/**
 * In ASCII an arrow between words takes two cells, `A -> B`, where `A → B` takes one. A column that is widened within the
 * words before an arrow makes room for it too.
 */
function shortArrows({ boxes, nets }: Diagram): readonly number[] {
  const words = new Map(boxes.filter(({ shape }) => shape === 'words').map(({ id, rect }) => [id, rect]));
  const between = nets.filter(
    ({ ends }) => ends.some(({ head }) => head !== 'none') && ends.every(({ attached }) => words.has(attached ?? '')),
  );
  const arrows = between.flatMap(({ segments, ends }) => {
    const heads = new Set(ends.filter(({ head }) => head !== 'none').map(({ point }) => keyOf(point)));
    const before = new Map(
      ends.filter(({ direction }) => direction === 'left').map(({ point, attached }) => [keyOf(point), attached]),
    );
    return segments
      .filter(({ from, to }) => from.row === to.row && to.column - from.column < 3)
      .filter(({ from, to }) => heads.has(keyOf(from)) || heads.has(keyOf(to)))
      .map(({ from, to }) => ({
        column: to.column,
        left: words.get(before.get(keyOf(from)) ?? '')?.left ?? from.column,
      }));
  });
  const widened: number[] = [];
  for (const { column, left } of arrows.sort((a, b) => a.column - b.column))
    if ((widened.at(-1) ?? -1) <= left) widened.push(column);
  return widened;
}

/**
 * Rows to move down so that no rail runs right beside a border or another rail, where every `+` would join both:
 *
 *     +----+----+             +----+----+
 *     +----+----+----+   →         |
 *                             +----+----+----+
 */
function closeRails({ boxes, nets }: Diagram): readonly number[] {
  const words = new Set(boxes.filter(({ shape }) => shape === 'words').map(({ id }) => id));
  const meetsWords = ({ ends }: Net) => ends.some(({ attached }) => attached !== null && words.has(attached));
  const drawn = nets.filter((net) => !meetsWords(net));
  const steps = drawn.flatMap(({ segments }) =>
    segments.filter(({ from, to }) => to.row - from.row === 1).map(({ to }) => to.row),
  );
  const rails = drawn.flatMap(({ segments }) => segments.filter(({ from, to }) => from.row === to.row));
  const above = byPlace<Segment>();
  for (const rail of rails) above.add(rail.from.row, rail.from.column, rail.to.column, rail);
  const stacked = rails
    .filter((rail) =>
      above
        .near(rail.from.row - 1, rail.from.column, rail.to.column)
        .some(({ from, to }) => from.column <= rail.to.column && to.column >= rail.from.column),
    )
    .map(({ from }) => from.row);
  return [...new Set([...steps, ...stacked, ...nets.flatMap((net) => turnsAtWords(net, words))])];
}

/** Rows where a rail runs right at words: its `+` would have no bar that makes it a corner. The branches of a tree stand close. */
function turnsAtWords({ ends, segments }: Net, words: ReadonlySet<string>): readonly number[] {
  if (ends.some(({ direction }) => !isUpright(direction))) return [];
  const turning = ends.filter(
    ({ attached, point }) =>
      words.has(attached ?? '') &&
      segments.some(({ from, to }) => from.row === to.row && (meets(from, point) || meets(to, point))),
  );
  return turning.map(({ point, direction }) => (direction === 'up' ? point.row : point.row + 1));
}

function meets(a: Point, b: Point): boolean {
  return a.row === b.row && a.column === b.column;
}
