import type { Frame } from '../boxes/frames.ts';
import { isBlank } from '../geometry/cells.ts';
import type { Claim } from '../lines/territory.ts';
import type { Stages } from '../parse.ts';
import { at, borderOf, counted, markOf, openMarks, within, type View } from './sheet.ts';

/** Frames as they stand, crooked walls and all. */
export function framesView({ grid, structure, open }: Stages): View {
  const { frames } = structure;
  const marks = openMarks('blank');
  frames.forEach((frame, index) => {
    for (const { row, column } of cellsOf(frame)) marks.set(row, column, markOf(index));
  });
  for (const { row, column } of open) marks.set(row, column, '?');
  return {
    marks,
    values: [
      counted(frames.length, 'frame'),
      ...frames.map((frame, index) => `${markOf(index)} ${saying(frame)}`),
      ...open.map((point) => `? ${at(grid, point)} nothing closes it`),
    ],
  };

  function saying({ top, left, right, bottom, bottomLeft, bottomRight, style, dividers, missing }: Frame): string {
    const places = [
      `${at(grid, { row: top, column: left })} to ${at(grid, { row: top, column: right })}`,
      `${at(grid, { row: bottom, column: bottomLeft })} to ${at(grid, { row: bottom, column: bottomRight })}`,
    ];
    const more = [
      ...dividers.map(({ row }) => `divider in line ${row + 1}`),
      ...missing.map((point) => `no corner at ${at(grid, point)}`),
    ];
    return [`top ${places[0] ?? ''}, bottom ${places[1] ?? ''}, ${style}`, ...more].join('; ');
  }
}

function* cellsOf({ top, bottom, left, right, bottomLeft, bottomRight, walls, dividers }: Frame) {
  for (let column = left; column <= right; column++) yield { row: top, column };
  for (let column = bottomLeft; column <= bottomRight; column++) yield { row: bottom, column };
  for (const [index, wall] of walls.entries())
    for (const column of [wall.left, wall.right]) if (column !== null) yield { row: top + 1 + index, column };
  for (const { row, left: from, right: to } of dividers)
    for (let column = from; column <= to; column++) yield { row, column };
}

/** Boxes as they were meant; the inner one covers the outer one. */
export function boxesView({ grid, structure }: Stages): View {
  const { parts, repairs } = structure;
  const marks = openMarks('drawn');
  for (const { index, rect } of parts)
    for (const { row, column } of borderOf(rect)) marks.set(row, column, markOf(index));
  return {
    marks,
    values: [
      counted(parts.length, 'box'),
      ...parts.map(({ index, shape, style, rect, parent, compartments, dividers }) =>
        [
          `${markOf(index)} ${within(grid, rect)}, ${shape}, ${style}`,
          ...(parent === null ? [] : [`in ${markOf(parent)}`]),
          ...(compartments.length > 1 ? [counted(compartments.length, 'compartment')] : []),
          ...dividers.map((row) => `divider in line ${row + 1}`),
        ].join('; '),
      ),
      ...repairs.map(({ kind, at: point, detail, part }) => `${at(grid, point)} ${kind} of ${markOf(part)}: ${detail}`),
    ],
  };
}

const claimMarks: Readonly<Record<Claim, string>> = { border: 'b', divider: 'd', inside: 'i', free: '.' };

/** Whose each cell is before lines are traced; blanks inside boxes too. */
export function territoryView({ grid, territory }: Stages): View {
  const marks = openMarks('blank');
  const counts = new Map<Claim, number>();
  for (let row = 0; row < grid.height; row++)
    for (let column = 0; column < grid.width; column++) {
      const claim = territory.claimOf(row, column);
      if (claim === 'free' && isBlank(grid, row, column)) continue;
      marks.set(row, column, claimMarks[claim]);
      counts.set(claim, (counts.get(claim) ?? 0) + 1);
    }
  return {
    marks,
    values: [...counts].map(([claim, number]) => `${claimMarks[claim]} ${counted(number, `${claim} cell`)}`),
  };
}
