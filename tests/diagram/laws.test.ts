import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, toNotation, toText, type Diagram, type Owner } from '../../src/diagram/index.ts';
import { compare, readCase } from './notation.ts';
import { defects, spoil, type Defect, type Spoiling } from './random/crooked.ts';
import { anything, drawings, often, seldom, spoilings } from './random/drawings.ts';
import { scraps } from './random/scraps.ts';
import type { Sketch } from './random/sketch.ts';

describe('random drawings', () => {
  it('mean what they were drawn from', () => {
    fc.assert(
      fc.property(drawings, ({ drawing, meaning }) => {
        const { found, wanted } = read(drawing, meaning);
        expect(found, drawing).toEqual(wanted);
      }),
      often,
    );
  });

  it('mean the same with one defect, in 19 of 20 cases or more', () => {
    const spoiled = fc
      .sample(fc.tuple(drawings, spoilings), often)
      .flatMap(([sketch, how]) => spoilTimes(sketch, [how], 1));
    expect(spoiled.length).toBeGreaterThan(often.numRuns / 2);
    expectRead(spoiled, 0.05);
  });

  it('mean the same with three defects, in 23 of 25 cases or more', () => {
    const hows = fc.array(spoilings, { minLength: 12, maxLength: 12 });
    const spoiled = fc
      .sample(fc.tuple(drawings, hows), seldom)
      .flatMap(([sketch, some]) => spoilTimes(sketch, some, 3));
    expect(spoiled.length).toBeGreaterThan(seldom.numRuns / 2);
    expectRead(spoiled, 0.08);
  });
});

describe('any text', () => {
  it('is a drawing: nothing throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(scraps, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 })),
        (text) => {
          parse(text);
        },
      ),
      { numRuns: 10_000, seed: often.seed },
    );
  });

  it('gives every cell that is not blank exactly one owner', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { grid, owners } = parse(text);
        const wrong = grid.cells.flatMap((row, index) =>
          row.flatMap((cell, column) =>
            (cell.trim() !== '') === isOwned(owners, index, column) || cell === ''
              ? []
              : [{ cell, row: index, column }],
          ),
        );
        expect(wrong, text).toEqual([]);
      }),
      often,
    );
  });

  it('gives every written character back once, and no word in two pieces', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const diagram = parse(text);
        expect(lettersOf(diagram), text).toBe(writtenIn(diagram));
        expect(cutWordsOf(diagram), text).toEqual([]);
      }),
      often,
    );
  });

  it('gives every label to an edge, and both ends of an edge to boxes', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { boxes, edges, labels } = parse(text);
        const [ids, known] = [new Set(boxes.map(({ id }) => id)), new Set(edges.map(({ id }) => id))];
        expect(labels.every(({ edges: on }) => on.length > 0 && on.every((id) => known.has(id)))).toBe(true);
        expect(edges.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true);
      }),
      often,
    );
  });

  it('means the same with other line ends, an indent, trailing blanks, tabs and a byte order mark', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const meaning = toNotation(parse(text));
        const rows = text.split('\n');
        expect(toNotation(parse(rows.join('\r\n'))), 'CRLF').toBe(meaning);
        expect(toNotation(parse(rows.map((row) => `        ${row}`).join('\n'))), 'indent').toBe(meaning);
        expect(toNotation(parse(rows.map((row) => `${row}   `).join('\n'))), 'trailing blanks').toBe(meaning);
        expect(toNotation(parse(rows.map((row) => `\t${row}`).join('\n'))), 'tab before').toBe(meaning);
        expect(toNotation(parse(rows.map(withTabs).join('\n'))), 'tabs within').toBe(meaning);
        expect(toNotation(parse(`\ufeff${text}`)), 'byte order mark').toBe(meaning);
      }),
      seldom,
    );
  });
});

describe('the clean text of a drawing', () => {
  it('means the same, and is clean already', () => {
    fc.assert(
      fc.property(drawings, ({ drawing }) => {
        const diagram = parse(drawing);
        const text = toText(diagram);
        const again = parse(text);
        const { found, wanted } = compare(again, readCase(`\n==>\n${toNotation(diagram)}`).meaning);
        expect(found, text).toEqual(wanted);
        expect(toText(again)).toBe(text);
      }),
      often,
    );
  });
});

function read(drawing: string, meaning: string): ReturnType<typeof compare> {
  return compare(parse(drawing), readCase(`\n==>\n${meaning}`).meaning);
}

interface Spoiled {
  readonly drawing: string;
  readonly meaning: string;
  readonly defects: readonly Defect[];
}

/** The drawing with the first defects of a list that it can take; nothing where it takes fewer. */
function spoilTimes(sketch: Sketch, hows: readonly Spoiling[], times: number): Spoiled[] {
  let drawing = sketch.drawing;
  const taken: Defect[] = [];
  for (const how of hows) {
    const next = taken.length < times ? spoil({ ...sketch, drawing }, how) : null;
    if (next === null || next === drawing) continue;
    drawing = next;
    taken.push(how.defect);
  }
  return taken.length < times ? [] : [{ drawing, meaning: sketch.meaning, defects: taken }];
}

/** At most this share of the drawings is misread. */
function expectRead(spoiled: readonly Spoiled[], share: number): void {
  const misread = spoiled.filter(({ drawing, meaning }) => {
    const { found, wanted } = read(drawing, meaning);
    return found.join('\n') !== wanted.join('\n');
  });
  expect(misread.length / spoiled.length, describeMisread(misread)).toBeLessThanOrEqual(share);
}

function describeMisread(misread: readonly Spoiled[]): string {
  const counts = defects.map(
    (defect) => `${defect}: ${misread.filter((each) => each.defects.includes(defect)).length}`,
  );
  return [...counts, misread[0]?.drawing ?? ''].join('\n');
}

function isOwned(owners: readonly (readonly (Owner | null)[])[], row: number, column: number): boolean {
  return (owners[row]?.[column] ?? null) !== null;
}

/** All characters of the diagram's writing, sorted. */
function lettersOf({ boxes, labels, captions, notes }: Diagram): string {
  const lines = [
    ...boxes.flatMap(({ text }) => text),
    ...labels.flatMap((label) => label.lines),
    ...captions.flatMap((caption) => caption.lines),
  ];
  return sorted([...lines.map(({ text }) => text), notes].join(' '));
}

/** All characters of the cells that are owned by writing, sorted. */
function writtenIn({ grid, owners }: Diagram): string {
  const writing: ReadonlySet<Owner | null> = new Set<Owner>(['text', 'label', 'caption', 'note']);
  return sorted(
    grid.cells
      .flatMap((row, index) => row.filter((_, column) => writing.has(owners[index]?.[column] ?? null)))
      .join(''),
  );
}

/** Words of a row of which one line of writing has the beginning and another one the end. */
function cutWordsOf({ grid, boxes, labels, captions }: Diagram): readonly string[] {
  const lines = [
    ...boxes.flatMap(({ text }) => text),
    ...labels.flatMap((label) => label.lines),
    ...captions.flatMap((caption) => caption.lines),
  ];
  return lines.flatMap(({ text, span: { row, column, end } }) => {
    const cells = grid.cells[row] ?? [];
    const next = lines.find(({ span }) => span.row === row && span.column === end);
    const whole = cells.slice(column, end).join('') === text;
    return whole && next === undefined ? [] : [`${text} | ${next?.text ?? ''}`];
  });
}

function sorted(text: string): string {
  return [...text.replace(/\s/g, '')].sort().join('');
}

/** Blanks before a multiple of eight columns become a tab, where every character is one column wide. */
function withTabs(row: string): string {
  if (/[^\u0020-\u007e\u2190-\u25ff]/.test(row)) return row;
  return (row.match(/.{1,8}/g) ?? [])
    .map((piece) => (piece.length === 8 ? piece.replace(/ {2,}$/, '\t') : piece))
    .join('');
}
