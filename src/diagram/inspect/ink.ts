import { VERTICAL } from '../ink/glyphs.ts';
import type { Direction, InkCell } from '../model.ts';
import type { Stages } from '../parse.ts';
import { along, at, counted, markOf, openMarks, type View } from './sheet.ts';

/** The cells as they stand. */
export function gridView({ grid }: Stages): View {
  const wide = grid.cells.flatMap((row, index) =>
    row.flatMap((cell, column) => (cell === '' ? [{ row: index, column: column - 1 }] : [])),
  );
  return {
    marks: openMarks('drawn'),
    values: [
      `${counted(grid.height, 'row')} of ${counted(grid.width, 'column')}; common indent ${grid.indent}`,
      ...wide.map((point) => `${at(grid, point)} "${grid.cells[point.row]?.[point.column] ?? ''}" takes two columns`),
      ...grid.replaced.map(
        (one) => `${at(grid, one.at)} U+${one.codePoint.toString(16).toUpperCase().padStart(4, '0')} ${one.kind}`,
      ),
    ],
  };
}

/** Every inked cell as the glyph of its arms, whatever it was drawn with. */
export function inkView({ grid, ink }: Stages): View {
  const marks = openMarks('blank');
  const strokes = new Map<string, number>();
  const ends: string[] = [];
  grid.cells.forEach((row, index) => {
    row.forEach((grapheme, column) => {
      const cell = ink.cells[index]?.[column];
      if (grapheme === ' ') return;
      marks.set(index, column, cell ? glyphOf(cell) : '·');
      if (!cell) return;
      strokes.set(cell.stroke, (strokes.get(cell.stroke) ?? 0) + 1);
      if (cell.head ?? cell.marker)
        ends.push(`${at(grid, { row: index, column })} "${cell.glyph}" ${cell.head ? `head ${cell.head}` : 'marker'}`);
    });
  });
  return { marks, values: [...[...strokes].map(([stroke, number]) => counted(number, `${stroke} cell`)), ...ends] };
}

/** By the bits of `arms`. */
const armGlyphs = '●╵╶└╷│┌├╴┘─┴┐┤┬┼';
const heads: Readonly<Record<Direction, string>> = { up: '▲', right: '►', down: '▼', left: '◄' };

function glyphOf({ glyph, arms, head, marker }: InkCell): string {
  if (head) return heads[head];
  if (marker) return '●';
  if (arms === VERTICAL && (glyph === '/' || glyph === '\\')) return glyph;
  return armGlyph(arms);
}

/** The light box glyph with these arms. */
export function armGlyph(arms: number): string {
  return armGlyphs[arms] ?? '?';
}

/** The words without the ink. */
export function writingView({ grid, runs }: Stages): View {
  const marks = openMarks('blank');
  const all = runs.flat();
  for (const { row, column, width } of all)
    for (let k = column; k < column + width; k++) marks.set(row, k, grid.cells[row]?.[k] ?? ' ');
  return {
    marks,
    values: [
      counted(all.length, 'run'),
      ...all.map(
        ({ text, row, column, width }) =>
          `${along(grid, { row, column, end: column + width })} ${JSON.stringify(text)}`,
      ),
    ],
  };
}

/** Rails, each with its number; what they run under keeps standing between. */
export function lineworkView({ grid, linework }: Stages): View {
  const marks = openMarks('blank');
  const rails = linework.rails.flat();
  rails.forEach(({ row, start, end, gaps }, index) => {
    for (let column = start; column <= end; column++) marks.set(row, column, markOf(index));
    for (const { from, to } of gaps)
      for (let column = from; column <= to; column++) marks.set(row, column, grid.cells[row]?.[column] ?? ' ');
  });
  return {
    marks,
    values: [
      counted(rails.length, 'rail'),
      ...rails.map(({ row, start, end, gaps }, index) => {
        const over = gaps.map(({ from, to, kind }) => `${kind} ${along(grid, { row, column: from, end: to + 1 })}`);
        return `${markOf(index)} ${along(grid, { row, column: start, end: end + 1 })}${over.length > 0 ? ` over ${over.join(', ')}` : ''}`;
      }),
    ],
  };
}
