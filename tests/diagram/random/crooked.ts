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
  'top wider',
  'top narrower',
  'bottom aside',
  'row aside',
  'rest of the row pushed',
  'text over the wall',
  'wall missing on all rows but one',
  'crossing beside its line',
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
const corners = /^[┐┘┓┛╗╝╮╯+]$/;
const crossings = /^[┼╋╪╫╬+]$/;

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
      return moveCorner(rows, rect.bottom, rect.right, Math.min(amount, 2));
    case 'bottom narrower':
      return moveCorner(rows, rect.bottom, rect.right, -Math.min(amount, 2));
    case 'top wider':
      return moveCorner(rows, rect.top, rect.right, Math.min(amount, 2));
    case 'top narrower':
      return moveCorner(rows, rect.top, rect.right, -Math.min(amount, 2));
    case 'bottom aside':
      return moveBottom(rows, rect, amount % 2 === 0 ? 1 : -1);
    case 'row aside':
      return picked.map((row) => insertBlanks(rows, row, 0, Math.min(amount, 2)));
    case 'rest of the row pushed':
      return picked
        .filter((row) => at(rows, row, rect.right - 1) === ' ')
        .map((row) => insertBlanks(rows, row, rect.right, amount));
    case 'text over the wall':
      return picked.flatMap((row) => writeOverWall(rows, rect, row, Math.min(amount, 2)));
    case 'wall missing on all rows but one': {
      const open = plain.filter((row) => !picked.includes(row));
      const free = open.length > 1 && open.every((row) => isBlank(rows, row, rect.right + 1, Infinity));
      return free
        ? [
            change(
              rows,
              open.map((row): Change => [row, rect.right, ' ']),
            ),
          ]
        : [];
    }
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

/** Moves the right corner of an edge. */
function moveCorner(rows: Rows, row: number, right: number, by: number): string[] {
  const corner = at(rows, row, right);
  const level = at(rows, row, right - 1);
  if (!corners.test(corner) || !levels.test(level)) return [];
  const reach = Array.from({ length: Math.abs(by) }, (_, index) => index);
  if (by > 0) {
    if (!isBlank(rows, row, right + 1, right + by + 3)) return [];
    return [change(rows, [...reach.map((index): Change => [row, right + index, level]), [row, right + by, corner]])];
  }
  if (
    !reach.every((index) => levels.test(at(rows, row, right - 1 - index))) ||
    !levels.test(at(rows, row, right + by - 1))
  )
    return [];
  return [change(rows, [...reach.map((index): Change => [row, right - index, ' ']), [row, right + by, corner]])];
}

/** Moves a whole lower edge that nothing stands beside. */
function moveBottom(rows: Rows, { bottom, left, right }: Rect, by: number): string[] {
  const edge = (rows[bottom] ?? []).slice(left, right + 1);
  const free = isBlank(rows, bottom, left - 3, left) && isBlank(rows, bottom, right + 1, right + 4);
  if (left + by < 0 || !free || edge.some((glyph) => glyph === ' ')) return [];
  return [
    change(rows, [
      [bottom, left, ' '],
      [bottom, right, ' '],
      ...edge.map((glyph, index): Change => [bottom, left + by + index, glyph]),
    ]),
  ];
}

function insertBlanks(rows: Rows, row: number, column: number, count: number): string {
  const longer = rows.map((cells, index) =>
    index === row
      ? [...cells.slice(0, column), ...Array.from({ length: count }, () => ' '), ...cells.slice(column)]
      : cells,
  );
  return change(longer, []);
}

/** Moves the words of a row to the right, up to its wall and over it. */
function writeOverWall(rows: Rows, { left, right }: Rect, row: number, by: number): string[] {
  const inside = (rows[row] ?? []).slice(left + 1, right);
  const first = inside.findIndex((cell) => cell !== ' ');
  const words = inside.slice(first, inside.findLastIndex((cell) => cell !== ' ') + 1);
  const text = words.join('');
  if (first < 0 || !/^[\p{L}(][\p{L}\p{N} ().,/]*$/u.test(text) || /  /u.test(text)) return [];
  if (!isBlank(rows, row, right + 1, right + by + 5)) return [];
  const start = right + by - words.length;
  return [
    change(rows, [
      ...inside.map((_, index): Change => [row, left + 1 + index, ' ']),
      ...words.map((cell, index): Change => [row, start + index, cell]),
    ]),
  ];
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
  if (defect === 'crossing beside its line')
    return Array.from({ length: Math.max(0, to - from - 1) }, (_, index) => from + 1 + index)
      .filter((row) => crossings.test(at(rows, row, column)) && isPlainEdge(rows, row, column))
      .map((row) => {
        const aside = column + side * Math.min(amount, 2);
        return change(rows, [
          [row, column, at(rows, row, aside)],
          [row, aside, at(rows, row, column)],
        ]);
      });
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

/** An edge on both sides of a crossing, with a bar above and below it. */
function isPlainEdge(rows: Rows, row: number, column: number): boolean {
  const beside = [-3, -2, -1, 1, 2, 3].every((off) => levels.test(at(rows, row, column + off)));
  return beside && walls.test(at(rows, row - 1, column)) && walls.test(at(rows, row + 1, column));
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
