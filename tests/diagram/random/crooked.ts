import { cellsOf, type Rect } from './canvas.ts';
import type { Sketch } from './sketch.ts';
import type { Upright } from './uprights.ts';

/** The ways in which people and language models misdraw; what is meant stays the same. */
export const defects = [
  'wall out on one row',
  'wall out on all rows',
  'wall short on one row',
  'wall short on all rows',
  'wall missing on one row',
  'tee beside its line',
  'line stops short',
  'head beside its line',
  'bottom wider',
  'bottom narrower',
  'corner missing',
] as const;
export type Defect = (typeof defects)[number];

/** How to spoil a drawing: with what, where (the n-th place that can take it), by how many cells. */
export interface Spoiling {
  readonly defect: Defect;
  readonly place: number;
  readonly amount: number;
}

/** The drawing with one defect; `null` where no place of it can take that one and still mean the same. */
export function spoil({ drawing, rects, uprights }: Sketch, { defect, place, amount }: Spoiling): string | null {
  const rows = drawing.split('\n').map(cellsOf);
  const spoiled = [
    ...rects.flatMap((rect) => spoilBox(rows, rect, defect, place, amount)),
    ...uprights.flatMap((line) => spoilLine(rows, line, defect, amount)),
  ];
  return spoiled.length === 0 ? null : (spoiled[place % spoiled.length] ?? null);
}

type Rows = readonly (readonly string[])[];
type Change = readonly [row: number, column: number, glyph: string];

const walls = /^[│┃║╎|]$/;
const levels = /^[─━═╌-]$/;

function spoilBox(rows: Rows, rect: Rect, defect: Defect, place: number, amount: number): string[] {
  const inside = Array.from({ length: rect.bottom - rect.top - 1 }, (_, index) => rect.top + 1 + index);
  const plain = inside.filter((row) => walls.test(at(rows, row, rect.right)));
  const picked = plain.slice(place % Math.max(1, plain.length)).slice(0, 1);
  switch (defect) {
    case 'wall out on one row':
      return moveWall(rows, rect, picked, amount);
    case 'wall out on all rows':
      return moveWall(rows, rect, plain, amount);
    case 'wall short on one row':
      return moveWall(rows, rect, picked, -Math.min(amount, 2));
    case 'wall short on all rows':
      return moveWall(rows, rect, plain, -1);
    case 'wall missing on one row':
      return inside.length < 2
        ? []
        : picked
            .filter((row) => isBlank(rows, row, rect.right + 1, Infinity))
            .map((row) => change(rows, [[row, rect.right, ' ']]));
    case 'bottom wider':
      return moveCorner(rows, rect, Math.min(amount, 2));
    case 'bottom narrower':
      return moveCorner(rows, rect, -Math.min(amount, 2));
    case 'corner missing':
      return isBlank(rows, rect.bottom, rect.right + 1, rect.right + 4)
        ? [change(rows, [[rect.bottom, rect.right, ' ']])]
        : [];
    default:
      return [];
  }
}

/** Moves the right wall on some rows. What stands right of it stays, or, when that is only the walls of groups, moves along. */
function moveWall(rows: Rows, { right }: Rect, chosen: readonly number[], by: number): string[] {
  const changes = chosen.map((row): readonly Change[] | null => {
    const wall = at(rows, row, right);
    if (by < 0)
      return isBlank(rows, row, right + by - 1, right)
        ? [
            [row, right, ' '],
            [row, right + by, wall],
          ]
        : null;
    if (isBlank(rows, row, right + 1, right + by + 3))
      return [
        [row, right, ' '],
        [row, right + by, wall],
      ];
    const rest = (rows[row] ?? []).slice(right);
    const movable = rest.every((glyph) => glyph === ' ' || walls.test(glyph));
    return movable
      ? [
          ...rest.map((_, index): Change => [row, right + index, ' ']),
          ...rest.map((glyph, index): Change => [row, right + index + by, glyph]),
        ]
      : null;
  });
  const possible = changes.filter((each) => each !== null);
  return possible.length === 0 || possible.length < changes.length ? [] : [change(rows, possible.flat())];
}

function moveCorner(rows: Rows, { bottom, right }: Rect, by: number): string[] {
  const corner = at(rows, bottom, right);
  const level = at(rows, bottom, right - 1);
  const reach = Array.from({ length: Math.abs(by) }, (_, index) => index);
  if (by > 0) {
    if (!levels.test(level) || !isBlank(rows, bottom, right + 1, right + by + 3)) return [];
    return [
      change(rows, [...reach.map((index): Change => [bottom, right + index, level]), [bottom, right + by, corner]]),
    ];
  }
  if (
    !reach.every((index) => levels.test(at(rows, bottom, right - 1 - index))) ||
    !levels.test(at(rows, bottom, right + by - 1))
  )
    return [];
  return [change(rows, [...reach.map((index): Change => [bottom, right - index, ' ']), [bottom, right + by, corner]])];
}

function spoilLine(rows: Rows, line: Upright, defect: Defect, amount: number): string[] {
  const side = amount % 2 === 0 ? 1 : -1;
  const { column, from, to, headAt } = line;
  if (defect === 'tee beside its line' && line.tees) {
    const level = at(rows, from, column + side);
    const crossed =
      walls.test(at(rows, from + 1, column)) && levels.test(level) && levels.test(at(rows, from, column + 2 * side));
    return crossed
      ? [
          change(rows, [
            [from, column, level],
            [from, column + side, at(rows, from, column)],
          ]),
        ]
      : [];
  }
  if (defect === 'line stops short' && to - from >= 4)
    return walls.test(at(rows, from + 1, column)) && walls.test(at(rows, from + 2, column))
      ? [change(rows, [[from + 1, column, ' ']])]
      : [];
  if (defect === 'head beside its line' && headAt !== null && to - from >= 3) {
    const head = at(rows, headAt, column);
    const free =
      walls.test(at(rows, headAt - 1, column)) &&
      isBlank(rows, headAt, column - 2, column) &&
      isBlank(rows, headAt, column + 1, column + 3);
    return free
      ? [
          change(rows, [
            [headAt, column, ' '],
            [headAt, column + side, head],
          ]),
        ]
      : [];
  }
  return [];
}

function at(rows: Rows, row: number, column: number): string {
  return rows[row]?.[column] ?? ' ';
}

/** The columns from `start` up to, not including, `end`. */
function isBlank(rows: Rows, row: number, start: number, end: number): boolean {
  return (rows[row] ?? []).slice(Math.max(0, start), end).every((glyph) => glyph === ' ');
}

function change(rows: Rows, changes: readonly Change[]): string {
  const copy = rows.map((row) => [...row]);
  for (const [row, column, glyph] of changes) {
    const cells = copy[row];
    if (cells === undefined) continue;
    while (cells.length < column) cells.push(' ');
    cells[column] = glyph;
  }
  return copy.map((row) => row.join('').trimEnd()).join('\n');
}
