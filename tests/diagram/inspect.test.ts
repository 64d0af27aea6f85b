import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspect, stages } from '../../src/diagram/index.ts';

/** Indented, with a wide letter, a wall that its text pushed out, a fork, a head that is a letter, and notes. */
const drawing = `
  ┌─ 店 ───────┐   GET  ┌─────────┐
  │  Orders    │───┬───►│ Mail    │
  │   (v2)      │  │    ├─────────┤
  └────────────┘   │    │ - a     │
                   v    └─────────┘
                Kafka

  Notes:
  - nothing
`.slice(1);

/** The marked rows of a stage and the values below them. */
function view(stage: string, source = drawing) {
  const lines = inspect(source, stage).split('\n');
  const height = source.replace(/\n$/, '').split('\n').length;
  return {
    rulers: lines.slice(2, 4),
    rows: lines.slice(4, 4 + height).map((line) => line.slice(2)),
    values: lines.slice(5 + height, -1),
  };
}

describe('inspect', () => {
  it('has rulers that count as the drawing does, its indent included', () => {
    const { rulers, rows } = view('grid');
    expect(rulers).toEqual(['        10        20        30', '  345678901234567890123456789012345']);
    expect(rows[0]).toBe('┌─ 店 ───────┐   GET  ┌─────────┐');
  });

  it('grid: wide letters, and what was replaced', () => {
    expect(view('grid').values).toEqual(['9 rows of 33 columns; common indent 2', '1:6 "店" takes two columns']);
    expect(view('grid', 'a\u0007b').values).toEqual(['1 row of 3 columns; common indent 0', '1:2 U+0007 control']);
  });

  it('ink: arms whatever the glyph, and writing as dots', () => {
    expect(view('ink', '+----+  +---+\n| vi |->| b |\n+----+  +---+')).toMatchObject({
      rows: ['┌────┐  ┌───┐', '│ ·· │─►│ · │', '└────┘  └───┘'],
      values: ['28 light cells', '2:8 ">" head right'],
    });
    expect(view('ink').values).toEqual(['76 light cells', '2:24 "►" head right', '5:20 "v" head down']);
  });

  it('writing: the runs without the ink', () => {
    const { rows, values } = view('writing');
    expect(rows[1]).toBe('   Orders               Mail');
    expect(values.slice(0, 4)).toEqual(['9 runs', '1:6-7 "店"', '1:20-22 "GET"', '2:6-11 "Orders"']);
  });

  it('linework: rails, numbered, with what they run under', () => {
    const { rows, values } = view('linework');
    expect(rows.slice(0, 2)).toEqual(['11 店 11111111        22222222222', '              33333333']);
    expect(values.slice(0, 2)).toEqual(['6 rails', '1 1:3-16 over text 1:5-8']);
  });

  it('frames: as they stand, crooked; boxes: as they were meant', () => {
    expect(view('frames').rows[2]).toBe('1             1       22222222222');
    expect(view('frames').values[2]).toBe('2 top 1:25 to 1:35, bottom 5:25 to 5:35, light; divider in line 3');
    const { rows, values } = view('boxes');
    expect(rows[2]).toBe('1   (v2)     1│  │    2─────────2');
    expect(values.slice(0, 3)).toEqual([
      '2 boxes',
      '1 1:3 to 4:16, box, light',
      '2 1:25 to 5:35, box, light; 2 compartments; divider in line 3',
    ]);
    expect(values[3]).toMatch(/^3:17 ragged-border of 1/);
  });

  it('boxes: half of a wide letter beside a wall is left out', () => {
    const first = '+----+ +----+ +----+\n| 文件 | | 文件 | | 文件 |\n+----+ +----+ +----+';
    expect(view('boxes', first).rows[1]).toBe('1 文件12 | 文23 | | 3 件 |');
    const second =
      '┌────────────┐      ┌────────────┐\n│ 認証サーバ  │─────▶│ データベース │\n└────────────┘      └────────────┘';
    expect(view('boxes', second).rows[1]).toBe('1 認証サーバ 1│─────2│ データベー 2 │');
  });

  it('frames: one that nothing closes', () => {
    const { rows, values } = view('frames', '┌─────┐\n│ a   │\n│ b   │\n│');
    expect(rows[0]).toBe('?');
    expect(values).toEqual(['0 frames', '? 1:1 nothing closes it']);
  });

  it('frames: two posts over a gap and names are none, with words below only one they are a box', () => {
    expect(view('frames', '┌─────┐\n│ by  │\n\nOdd  Even').values[0]).toBe('0 frames');
    expect(view('frames', '┌─────┐\n│ by  │\n\nOdd').values[0]).toBe('1 frame');
  });

  it('territory: borders, dividers, insides, free ink', () => {
    const { rows, values } = view('territory');
    expect(rows[2]).toBe('biiiiiiiiiiiiib  .    bdddddddddb');
    expect(values).toContain('d 9 divider cells');
  });

  it('lines: what arms lead to', () => {
    const { rows, values } = view('lines');
    expect(rows.slice(1, 3)).toEqual(['              ───┬────', '                 │']);
    expect(values).toEqual([
      '11 cells',
      '2:17 left: meets box 1 at 2:16',
      '2:24 right: points at box 2 at 2:25',
      '5:20 down: points at "Kafka"',
    ]);
    const loose = view('lines', '┌───┐\n│ a ├──\n└───┘');
    expect(loose.rows[1]).toBe('     ─?');
    expect(loose.values.at(-1)).toBe('2:7 right: leads nowhere');
  });

  it('nets: what hangs together; where lines cross they do not', () => {
    expect(view('nets').values).toEqual([
      '1 net',
      '1 11 cells; end 2:16 at box 1; head 2:25 at box 2; head 5:20 at "Kafka"',
    ]);
    expect(view('nets', '┌ ┐\n ─').values).toEqual(['1 net', '1 3 cells']);
    const crossing = readFileSync(new URL('seed/crossing.txt', import.meta.url), 'utf8');
    expect(view('nets', crossing).rows.join('')).toMatch(/1x1|2x2/);
  });

  it('words: boxes without a border', () => {
    const { rows, values } = view('words');
    expect(rows[5]).toBe('              11111');
    expect(values).toEqual(['1 box of words', '1 6:17 to 6:21 "Kafka"']);
    const group =
      '┌───────────────────────┐\n│┌───┐                  │\n││ A │───► Kafka        │\n│└───┘                  │\n└───────────────────────┘';
    expect(view('words', group).values[1]).toBe('1 3:12 to 3:16 "Kafka" in box 1');
  });

  it('owners: a letter for every cell that is not blank', () => {
    const { rows, values } = view('owners');
    expect(rows[0]).toBe('bb tt bbbbbbbb   lll  bbbbbbbbbbb');
    expect(rows[7]).toBe('nnnnnn');
    expect(values).toContain('l 3 label cells');
    expect(view('owners', '─┐').values).toEqual(['? 2 loose cells']);
  });

  it('diagram: all that was found', () => {
    const { rows, values } = view('diagram');
    expect(rows[4]).toBe('                 v    22222222222');
    expect(values).toContain('1 b1 node, box, 1:3 to 4:17, "店 Orders"');
    expect(values).toContain('e1 b1 ──► b2 "GET"; net1, 2:16');
    expect(values).toContain('1:20-22 above net1: e1');
    expect(values).toContain('note 8:3-8');
  });

  it('a stage that there is none of is a sentence', () => {
    expect(inspect('a', 'inks')).toBe(
      `There is no stage "inks"; there are ${stages.map(({ name }) => name).join(', ')}.\n`,
    );
  });

  it('any stage of any drawing can be looked at', () => {
    const hostile = ['', '\n\n\n', '\ud800', '┌'.repeat(300), '__proto__ ─► $&', '👩‍👩‍👧─►漢'];
    const cases = globSync('seed/*.txt', { cwd: import.meta.dirname }).map((file) =>
      readFileSync(new URL(file, import.meta.url), 'utf8'),
    );
    for (const source of [...hostile, ...cases])
      for (const { name } of stages) expect(inspect(source, name)).not.toMatch(/undefined|NaN|\[object/);
  });
});
