import type { Frame } from './frames.ts';
import { DOWN, UP, VERTICAL, slantOf } from '../ink/glyphs.ts';
import type { Linework } from './linework.ts';
import { between, firstFrom } from '../geometry/sorted.ts';

/** A wall inside of a frame: the column that most of its rows have, and that of each row. */
export interface InnerWall {
  readonly straight: number;
  readonly rows: readonly number[];
}

/** The bars that run from one rule of a frame to the next: one on every row, with tees where frames stand beside it. */
export function innerWalls(
  linework: Linework,
  frame: Frame,
  top: number,
  bottom: number,
  holds: readonly Frame[],
): InnerWall[] {
  const walls: InnerWall[] = [];
  const barsIn = barsOf(linework, frame, holds);
  // a row may have been pushed as a whole
  const pushOf = (row: number) => (frame.walls[row - frame.top - 1]?.left ?? frame.left) - frame.left;
  for (const first of barsIn(top + 1)) {
    const start = first - pushOf(top + 1);
    const rows = [first];
    let at = start;
    for (let row = top + 2; row < bottom; row++) {
      const push = pushOf(row);
      const next = nearestTo(barsIn(row), start + push, at + push);
      if (next === undefined) break;
      rows.push(next);
      at = next - push;
    }
    if (rows.length !== bottom - top - 1) continue;
    if (holds.length > 0 && !hasTees(linework, top, bottom, start)) continue;
    if (passesThrough(linework, frame, start)) continue;
    walls.push({ straight: mode(rows.map((column, k) => column - pushOf(top + 1 + k))), rows });
  }
  return walls;
}

/** Of the bars two columns aside at most, from where the wall began or where it stood last, the one nearest to its beginning. */
function nearestTo(bars: readonly number[], start: number, last: number): number | undefined {
  const near = [start, last].flatMap((about) => between(bars, about - 2, about + 2, (bar) => bar));
  return near.sort((a, b) => Math.abs(a - start) - Math.abs(b - start))[0];
}

/** The columns of the bars in a row of a frame, outside of the frames that it holds. */
function barsOf(linework: Linework, frame: Frame, holds: readonly Frame[]): (row: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  const cells = linework.ink.cells;
  const ascii = /[|+:.'`]/u.test(cells[frame.top + 1]?.[frame.walls[0]?.left ?? frame.left]?.glyph ?? '');
  const heldIn = byRow(holds);
  return (row) => {
    const bars = known.get(row) ?? outsideOf(row, barsAt(row));
    known.set(row, bars);
    return bars;
  };

  function barsAt(row: number): readonly number[] {
    const wall = frame.walls[row - frame.top - 1];
    const bars: number[] = [];
    for (let column = (wall?.left ?? frame.left) + 1; column < (wall?.right ?? frame.right); column++) {
      const cell = cells[row]?.[column];
      if (!cell || (cell.arms & VERTICAL) !== VERTICAL || cell.head || slantOf(cell) !== 0) continue;
      if (ascii || !/[|:+]/u.test(cell.glyph)) bars.push(column);
    }
    return bars;
  }

  function outsideOf(row: number, bars: readonly number[]): readonly number[] {
    const held = heldIn.get(row) ?? [];
    return bars.filter((column) => {
      const beside = held[firstFrom(held, (child) => child.left > column) - 1];
      return !beside || column > beside.right + 2;
    });
  }
}

/** The frames that each row cuts, from left to right. */
function byRow(frames: readonly Frame[]): ReadonlyMap<number, readonly Frame[]> {
  const rows = new Map<number, Frame[]>();
  for (const frame of [...frames].sort((a, b) => a.left - b.left))
    for (let row = frame.top; row <= frame.bottom; row++) {
      const cut = rows.get(row);
      if (cut) cut.push(frame);
      else rows.set(row, [frame]);
    }
  return rows;
}

function hasTees(linework: Linework, top: number, bottom: number, column: number): boolean {
  const arms = (row: number) => linework.ink.cells[row]?.[column]?.arms ?? 0;
  return (arms(top) & DOWN) !== 0 && (arms(bottom) & UP) !== 0;
}

/** A line that comes into the frame from above and leaves it below is no wall. */
function passesThrough({ ink: { cells } }: Linework, { top, bottom }: Frame, column: number): boolean {
  const arms = (row: number) => cells[row]?.[column]?.arms ?? 0;
  const above = (arms(top) & UP) !== 0 && (arms(top - 1) & DOWN) !== 0;
  const below = (arms(bottom) & DOWN) !== 0 && (arms(bottom + 1) & UP) !== 0;
  return above && below;
}

function mode(columns: readonly number[]): number {
  const count = new Map<number, number>();
  let best = columns[0] ?? 0;
  for (const column of columns) {
    count.set(column, (count.get(column) ?? 0) + 1);
    if ((count.get(column) ?? 0) > (count.get(best) ?? 0)) best = column;
  }
  return best;
}
