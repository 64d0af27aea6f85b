import { keyOf, type CellKey } from '../geometry/cell-key.ts';
import { STEP, VERTICAL, isUpright } from '../ink/glyphs.ts';
import type { Diagram, End, Ink, InkCell, Net, Point } from '../model.ts';
import type { StopOf } from './needs.ts';
import { put, type Layer } from './layer.ts';

/** How far a head may have strayed. */
const ROWS = 3;
const COLUMNS = 8;
const ALONG_ROW = 12;

/** Which cells hold a head now, which lost theirs, and which got one that they had not. */
export interface MovedHeads {
  readonly at: ReadonlySet<CellKey>;
  readonly left: ReadonlySet<CellKey>;
  readonly come: ReadonlySet<CellKey>;
}

/**
 * Puts every head where its line stops: before the border, or in it where its author has it there. A head keeps its glyph.
 *
 *         │              │
 *          ▼      →      ▼
 *     ┌────────┐    ┌────────┐
 */
export function moveHeads(
  layer: Layer,
  { nets, boxes }: Diagram,
  ink: Ink,
  stopOf: StopOf,
  softNets: ReadonlySet<Net>,
): MovedHeads {
  const words = new Set(boxes.filter(({ shape }) => shape === 'words').map(({ id }) => id));
  const at = new Set<CellKey>();
  const left = new Set<CellKey>();
  const come = new Set<CellKey>();
  // a head at words stays where it is, unless its line moves
  const isMoved = ({ direction, point, at }: End) => isUpright(direction) && point.column !== at.column;
  const ends = nets
    .filter((net) => !softNets.has(net))
    .flatMap((net) => net.ends)
    .filter((end) => end.head !== 'none' && end.attached !== null && (!words.has(end.attached) || isMoved(end)));
  const astray = ends.flatMap((end) => {
    const target = headOf(end, ink, stopOf);
    if (!isHead(inkAt(ink, target), end)) return [{ end, target }];
    at.add(keyOf(target));
    return [];
  });
  for (const { end, target } of astray) {
    const from = nearestHead(ink, target, end, at);
    if (!from) continue;
    left.add(keyOf(from));
    come.add(keyOf(target));
    at.add(keyOf(target));
    put(layer, from, ' ');
    put(layer, target, inkAt(ink, from)?.glyph ?? ' ');
  }
  return { at, left, come };
}

function headOf(end: End, ink: Ink, stopOf: StopOf): Point {
  const [down, right] = STEP[end.direction];
  const behind = inkAt(ink, { row: end.at.row, column: end.at.column + right });
  // in the wall of a group, the head stands before that of the box inside
  const isBefore = !isUpright(end.direction) && ((behind?.arms ?? 0) & VERTICAL) === VERTICAL;
  if (isHead(inkAt(ink, end.at), end) && !isBefore) return end.point;
  const stop = stopOf(end);
  if (stop !== end.point) return stop;
  return { row: stop.row - down, column: stop.column - right };
}

function isHead(cell: InkCell | null, { direction, head }: End): boolean {
  return head === 'marker' ? cell?.marker === true : cell?.head === direction;
}

/** The nearest head of this kind that no other end has. */
function nearestHead(ink: Ink, { row, column }: Point, end: End, taken: ReadonlySet<CellKey>): Point | null {
  const upright = isUpright(end.direction);
  let best: Point | null = null;
  let least = Infinity;
  const farthest = upright ? COLUMNS : ALONG_ROW;
  for (let down = -ROWS; down <= ROWS; down++)
    for (let right = -farthest; right <= farthest; right++) {
      const at = { row: row + down, column: column + right };
      if (!isHead(inkAt(ink, at), end) || taken.has(keyOf(at))) continue;
      const cost = Math.abs(down) * (upright ? 1 : COLUMNS) + Math.abs(right) * (upright ? ROWS : 1);
      if (cost < least) [best, least] = [at, cost];
    }
  return best;
}

function inkAt(ink: Ink, { row, column }: { readonly row: number; readonly column: number }): InkCell | null {
  return ink.cells[row]?.[column] ?? null;
}
