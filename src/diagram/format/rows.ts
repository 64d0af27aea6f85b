import type { Grid } from '../model.ts';
import { readGrid } from '../grid/grid.ts';

/**
 * The text with some rows changed. A row that is as it was keeps every byte, trailing blanks and tabs included; a changed one
 * keeps its indent and its line ending, and has blanks for the tabs inside, which would push its walls.
 */
export function rowsToText(
  source: string,
  { indent, cells: given }: Grid,
  cells: readonly (readonly string[])[],
): string {
  const pieces = source.split(/(\r\n|\n|\r)/u);
  const lines = pieces.filter((_, k) => k % 2 === 0);
  const common = lines.find((line) => line.trim() !== '') ?? '';
  return lines
    .map((line, row) => {
      const now = (cells[row] ?? []).join('');
      const text =
        now === (given[row] ?? []).join('')
          ? line
          : now === ''
            ? ''
            : `${indentOf(line.trim() === '' ? common : line, indent)}${now}`;
      return `${text}${pieces[row * 2 + 1] ?? ''}`;
    })
    .join('');
}

/** The leading blanks of a line that make up the common indent, as the author typed them where that is possible. */
function indentOf(line: string, indent: number): string {
  const bom = line.startsWith('\ufeff') ? '\ufeff' : '';
  const blanks = /^[ \t]*/u.exec(line.slice(bom.length))?.[0] ?? '';
  for (let end = 0; end <= blanks.length; end++) {
    const columns = end === 0 ? 0 : readGrid(`${blanks.slice(0, end)}x`).indent;
    if (columns === indent) return bom + blanks.slice(0, end);
  }
  return bom + ' '.repeat(indent);
}
