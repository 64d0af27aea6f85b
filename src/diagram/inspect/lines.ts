import { ARM, DIRECTIONS } from '../ink/glyphs.ts';
import type { Arm, LineCell } from '../lines/lines.ts';
import type { Stages } from '../parse.ts';
import { armGlyph } from './ink.ts';
import { at, counted, markOf, openMarks, within, type View } from './sheet.ts';

/** Every cell of free ink with the arms that lead somewhere. */
export function linesView({ grid, lines }: Stages): View {
  const marks = openMarks('blank');
  const values: string[] = [];
  for (const cell of lines.cells) {
    const nowhere = DIRECTIONS.some((direction) => cell.arms[direction]?.kind === 'nowhere');
    marks.set(cell.row, cell.column, nowhere ? '?' : armGlyph(armsOf(cell)));
    for (const direction of DIRECTIONS) {
      const arm = cell.arms[direction];
      // straight joins are what one sees
      if (!arm || (arm.kind === 'cell' && arm.by === 'line')) continue;
      values.push(`${at(grid, cell)} ${direction}: ${leadsTo(arm)}`);
    }
  }
  for (const { at: point, from, to } of lines.contacts)
    values.push(`${at(grid, point)} box ${markOf(from)} touches box ${markOf(to)}`);
  return { marks, values: [counted(lines.cells.length, 'cell'), ...values] };

  function leadsTo(arm: Arm): string {
    switch (arm.kind) {
      case 'cell': {
        const to = lines.cells[arm.to];
        return `to ${to ? at(grid, to) : '?'} by ${arm.by}`;
      }
      case 'part':
        return `${arm.head ? 'points at' : 'meets'} box ${markOf(arm.part)} at ${at(grid, arm.at)}${arm.mended ? `, ${arm.mended}` : ''}`;
      case 'words':
        return `${arm.head ? 'points at' : 'meets'} ${JSON.stringify(arm.run.text)}`;
      case 'nowhere':
        return arm.head ? 'points nowhere' : 'leads nowhere';
    }
  }
}

function armsOf(cell: LineCell): number {
  return DIRECTIONS.reduce((arms, direction) => (cell.arms[direction] ? arms | ARM[direction] : arms), 0);
}

/** Which cells hang together. */
export function netsView({ grid, lines, raw }: Stages): View {
  const marks = openMarks('blank');
  raw.nets.forEach(({ cells }, index) => {
    for (const one of cells) {
      const cell = lines.cells[one];
      if (cell) marks.set(cell.row, cell.column, raw.crossings.has(one) ? 'x' : markOf(index));
    }
  });
  return {
    marks,
    values: [
      counted(raw.nets.length, 'net'),
      ...raw.nets.map(({ cells, ends }, index) => {
        const told = ends.map(({ at: point, part, run, head, marker }) => {
          const owner = part === null ? (run ? JSON.stringify(run.text) : 'nothing') : `box ${markOf(part)}`;
          return `${head ? 'head' : marker ? 'marker' : 'end'} ${at(grid, point)} at ${owner}`;
        });
        return `${markOf(index)} ${counted(cells.length, 'cell')}${told.length > 0 ? `; ${told.join('; ')}` : ''}`;
      }),
    ],
  };
}

/** Words that lines end at. */
export function wordsView({ grid, words: { words } }: Stages): View {
  const marks = openMarks('drawn');
  words.forEach(({ runs }, index) => {
    for (const { row, column, width } of runs)
      for (let k = column; k < column + width; k++) marks.set(row, k, markOf(index));
  });
  return {
    marks,
    values: [
      `${counted(words.length, 'box')} of words`,
      ...words.map(
        ({ runs, rect, region }, index) =>
          `${markOf(index)} ${within(grid, rect)} ${JSON.stringify(runs.map(({ text }) => text).join(' '))}${region === null ? '' : ` in box ${markOf(region)}`}`,
      ),
    ],
  };
}
