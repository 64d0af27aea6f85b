import { describe, expect, it } from 'vitest';
import { checkDiagram, parse, rules } from '../../src/diagram/index.ts';

const box = '┌────────┐\n│ Client │\n└────────┘\n';
const found = (drawing: string, names?: Record<string, string>) => checkDiagram(parse(drawing), { names });

describe('what is said of a drawing', () => {
  it('is nothing when all is well', () => {
    expect(found(box)).toEqual([]);
  });

  it('names the box that a line leaves for nowhere', () => {
    expect(found('┌────────┐\n│ Client │─────\n└────────┘\n')).toMatchObject([
      { rule: 'dangling-end', severity: 'warning', line: 2, message: 'This line leaves Client and arrives nowhere.' },
    ]);
  });

  it('counts lines and columns in the drawing as given, indent included', () => {
    const [plain] = found('┌────────┐\n│ Client │─────\n└────────┘\n');
    const [moved] = found('\n\n    ┌────────┐\n    │ Client │─────\n    └────────┘\n');
    expect(moved).toMatchObject({ line: (plain?.line ?? 0) + 2, column: (plain?.column ?? 0) + 4 });
  });

  it('tells a repair, and what was read', () => {
    expect(found('┌────────┐\n│ Client │\n│ (Web)   │\n└────────┘\n')).toMatchObject([
      { rule: 'ragged-border', severity: 'info' },
    ]);
  });

  it.each(['', '\n\n  \n', '\t\n'])('calls %j empty', (drawing) => {
    expect(found(drawing)).toMatchObject([{ rule: 'empty-diagram', severity: 'error', line: 1, column: 1 }]);
  });

  it.each([
    ['\u0007', 'control-character', 'U+0007'],
    ['\u202e', 'bidi-control', 'U+202E'],
    ['\ud800', 'unpaired-surrogate', 'U+D800'],
  ])('names the character %j that it replaced', (character, rule, codePoint) => {
    const [diagnostic] = found(box.replace('Client', `Cl${character}nt`)).filter((each) => each.rule === rule);
    expect(diagnostic).toMatchObject({ severity: 'warning', line: 2, message: expect.stringContaining(codePoint) });
  });

  it('knows names that fit no box, and names too many', () => {
    expect(found(box, { x: 'Nobody' })).toMatchObject([{ rule: 'unknown-name', severity: 'error' }]);
    expect(found(box, { a: 'Client', b: 'Client' })).toMatchObject([{ rule: 'duplicate-name', severity: 'error' }]);
    expect(found(box, { client: 'Client' })).toEqual([]);
  });

  it('tells how a line is read that connects too many, and gives each of its ends a connection', () => {
    const crowd = (tails: number, heads: number) =>
      [
        `  ${'t   '.repeat(tails)}`,
        `  ${'│   '.repeat(tails)}`,
        `  └───${'┼───'.repeat(Math.max(tails, heads) - 2)}┘`,
        `  ${'▼   '.repeat(heads)}`,
        `  ${'h   '.repeat(heads)}`,
      ].join('\n');
    expect(parse(crowd(16, 16)).edges).toHaveLength(256);
    expect(found(crowd(16, 16))).toEqual([]);
    const { boxes, edges } = parse(crowd(17, 17));
    expect(found(crowd(17, 17))).toMatchObject([
      { rule: 'crowded-line', message: expect.stringContaining('read as 33 connections instead of 289') },
    ]);
    expect(new Set(edges.flatMap(({ from, to }) => [from, to])).size).toBe(boxes.length);
  });

  it('joins the ends of a crowded line without heads to the first of them', () => {
    const rail = (count: number) =>
      [
        `  ${'t   '.repeat(count)}`,
        `  ${'│   '.repeat(count)}`,
        `  └───${'┼───'.repeat(count - 2)}┘`,
        `  ${'│   '.repeat(count)}`,
        `  ${'u   '.repeat(count)}`,
      ].join('\n');
    expect(parse(rail(11)).edges).toHaveLength(231);
    expect(found(rail(11))).toEqual([]);
    const { boxes, edges } = parse(rail(12));
    expect(edges).toHaveLength(23);
    expect(new Set(edges.map(({ from }) => from))).toEqual(new Set([boxes[0]?.id]));
    expect(found(rail(12))).toMatchObject([
      { rule: 'crowded-line', message: expect.stringContaining('read as 23 connections instead of 276') },
    ]);
  });

  it('comes in reading order', () => {
    const places = found(`${box.replace('│\n└', '│──\n└')}\n${box.replace('│\n└', '│──\n└')}`).map(({ line }) => line);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).toHaveLength(2);
  });
});

describe('the table of rules', () => {
  it.each(Object.entries(rules))('%s says a sentence and gives advice', (_, { message, help }) => {
    expect(message('Thing', 'detail')).toMatch(/^[A-Z"].+[.]$/);
    expect(help).toMatch(/[.]$/);
  });
});
