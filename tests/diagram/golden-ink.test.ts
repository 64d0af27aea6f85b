import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readGrid } from '../../src/diagram/grid/grid.ts';
import { findInk } from '../../src/diagram/ink/ink.ts';
import { armGlyph } from '../../src/diagram/inspect/ink.ts';
import type { InkCell } from '../../src/diagram/model.ts';

/**
 * What draws and what is read, in every neighbourhood: tables in `golden/ink/`. They say what is, not what must be; after a
 * change look at the difference: npm run test:unit -- tests/diagram/golden -u && git diff tests/diagram/golden/ink
 */
const heads = { up: '▲', right: '►', down: '▼', left: '◄' } as const;

/** A cell in one glyph: `·` is read, `°` draws and goes nowhere. */
function shown(cell: InkCell | null | undefined): string {
  if (!cell) return '·';
  if (cell.head) return heads[cell.head];
  if (cell.marker) return '●';
  return cell.arms === 0 ? '°' : armGlyph(cell.arms);
}

/** The row below an `x`, which keeps its indent. */
function rowOf(lines: readonly string[], row: number): readonly (InkCell | null)[] {
  return findInk(readGrid(['x', ...lines, 'x'].join('\n'))).cells[row + 1] ?? [];
}

function golden(glyphs: string): string {
  const code = [...glyphs].map((glyph) => glyph.codePointAt(0)?.toString(16)).join('-');
  return fileURLToPath(new URL(`golden/ink/${code}.txt`, import.meta.url));
}

function sheetOf(lines: readonly string[]): string {
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

/** A block for what stands beside the glyph; in it a row for what stands above, a column for what stands below. */
describe('a glyph between others', () => {
  const near = [' ', '|', '│', 'a', '-', '+', 'v', '.'];
  const rows = ['  ?  ', '--?--', '- ? -', '--?  ', '  ?--', ' a?b ', ' a?--', '--?b ', ' ─?─ ', '| ?  ', ' (?) '];
  const glyphs = "|:!+.,'`/\\vV^<>o*•○↓→↕";

  it.each([...glyphs])('%s', async (glyph) => {
    const drawn = rows.map((row) => row.replace('?', glyph));
    const middle = (above: string, row: string, below: string): string =>
      shown(rowOf([`  ${above}`, row, `  ${below}`], 1)[2]);
    const table = near.map((above) => {
      const blocks = drawn.map((row) => near.map((below) => middle(above, row, below)).join(''));
      return [`"${above}"`, ...blocks].join('  ');
    });
    const title = ['   ', ...drawn.map((row) => row.padEnd(near.length))].join('  ');
    const below = ['   ', ...drawn.map(() => near.join(''))].join('  ');
    await expect(sheetOf([title, below, ...table])).toMatchFileSnapshot(golden(glyph));
  });
});

/** A row for what stands before the dashes, a column for what stands after them. */
describe('dashes between others', () => {
  const before = ['', 'a', 'a ', ' ', '|', '| ', '+', '+ ', '.', "'", '`', '(', '│', '┐', '*', '<', '>'];
  const after = ['', 'a', ' a', ' ', '|', ' |', '+', ' +', '.', "'", ')', '│', '┌', '*', '<', '>', ' a -+', ' a ->|'];

  it.each(['-', '--', '---', '----', '==', '~~', '..', '__', '- - -', '->', '<-', '-->'])('%s', async (dashes) => {
    const columns = after.map((last) => `${dashes}${last}`);
    const table = before.map((first) => {
      const row = columns.map((rest) =>
        rowOf([first + rest], 0)
          .slice(first.length)
          .map(shown)
          .join(''),
      );
      return [`"${first}"`.padEnd(4), ...row.map((found, at) => found.padEnd(columns[at]?.length ?? 0))].join('  ');
    });
    await expect(sheetOf([['    ', ...columns].join('  '), ...table])).toMatchFileSnapshot(golden(dashes));
  });
});
