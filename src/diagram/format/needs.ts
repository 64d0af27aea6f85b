import { keyOf, type CellKey } from '../geometry/cell-key.ts';
import { ARM, OPPOSITE, STEP, isUpright } from '../ink/glyphs.ts';
import type { BorderStyle, Box, Diagram, Direction, End, Net, Point, Rect, Stroke } from '../model.ts';

/** What a cell of the straight drawing has to be: the arms that a border and that a line need there. */
export interface Need {
  readonly at: Point;
  border: number;
  line: number;
  style: BorderStyle | Stroke;
  /** Only lines that are left as they are lead through here. */
  soft: boolean;
}

export type Needs = ReadonlyMap<CellKey, Need>;

/** Where an end of a line stops: on the border, or in a cell before it. */
export type StopOf = (end: End) => Point;

/** The ink that the borders and lines of a straight drawing need. */
export function needsOf({ boxes, nets }: Diagram, stopOf: StopOf, softNets: ReadonlySet<Net>): Needs {
  const needs = new Map<CellKey, Need>();
  const touch = (at: Point, style: Need['style']): Need => {
    const key = keyOf(at);
    let need = needs.get(key);
    if (!need) needs.set(key, (need = { at, border: 0, line: 0, style, soft: true }));
    return need;
  };
  const draw = (from: Point, to: Point, part: 'border' | 'line', style: Need['style'], soft = false): void => {
    const way: Direction = from.row === to.row ? 'right' : 'down';
    const [down, right] = STEP[way];
    const add = (at: Point, arm: number): void => {
      const need = touch(at, style);
      need[part] |= arm;
      need.soft &&= soft;
    };
    // an arrow alone between two borders
    if (from.row === to.row && from.column === to.column) add(from, 0);
    for (let { row, column } = from; row < to.row || column < to.column; row += down, column += right) {
      add({ row, column }, ARM[way]);
      add({ row: row + down, column: column + right }, ARM[OPPOSITE[way]]);
    }
  };
  const outline = ({ top, right, bottom, left }: Rect, style: Need['style']): void => {
    draw({ row: top, column: left }, { row: top, column: right }, 'border', style);
    draw({ row: bottom, column: left }, { row: bottom, column: right }, 'border', style);
    draw({ row: top, column: left }, { row: bottom, column: left }, 'border', style);
    draw({ row: top, column: right }, { row: bottom, column: right }, 'border', style);
  };
  for (const box of boxes) for (const rect of framesOf(box)) outline(rect, box.style);
  for (const net of nets)
    for (const { from, to } of drawnPieces(net, stopOf)) draw(from, to, 'line', net.style, softNets.has(net));
  return needs;
}

/** The rectangles that are drawn for a box: its own, and those of its compartments or lanes. */
function framesOf(box: Box): readonly Rect[] {
  if (box.shape === 'words') return [];
  const { rect } = box;
  if (box.kind === 'group') return [rect, ...box.dividers.map((row) => ({ ...rect, top: row, bottom: row }))];
  return [rect, ...box.compartments.map((one) => ({ ...one.rect, right: Math.min(one.rect.right, rect.right) }))];
}

/**
 * The pieces of a net as they are to be drawn: each ends where its end stops, be it that the wall there was pushed or that the
 * line breaks off before it.
 */
function drawnPieces({ ends, segments }: Net, stopOf: StopOf): Net['segments'] {
  const pieces = segments.map(({ from, to }) => ({ from, to }));
  const inLine = Map.groupBy(pieces, (piece) => lineOf(piece.from, piece.from.column === piece.to.column));
  for (const end of ends) {
    const side = end.direction === 'up' || end.direction === 'left' ? 'from' : 'to';
    const along = isUpright(end.direction) ? 'row' : 'column';
    const off = (piece: Net['segments'][number]): number => Math.abs(piece[side][along] - end.point[along]);
    const last = (inLine.get(lineOf(end.point, along === 'row')) ?? [])
      .filter((piece) => off(piece) <= PUSHED)
      .sort((one, other) => off(one) - off(other))[0];
    if (last) last[side] = stopOf(end);
  }
  return pieces.filter(({ from, to }) => from.row <= to.row && from.column <= to.column);
}

/** The row or column on which a piece lies. */
function lineOf({ row, column }: Point, upright: boolean): string {
  return upright ? `|${column}` : `-${row}`;
}

/** How far a wall may have been pushed into its line. */
const PUSHED = 6;

export function hasArms(arms: number, wanted: number): boolean {
  return (wanted & ~arms) === 0;
}
