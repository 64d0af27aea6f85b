import { describe, expect, it } from 'vitest';
import { parse, type Node } from '../../src/diagram/index.ts';

/** The rows of a box, `|` between them. */
function boxOf(rows: string): Node {
  const lines = rows.split('|');
  const width = Math.max(...lines.map((line) => line.length)) + 2;
  const inside = lines.map((line) => `│ ${line.padEnd(width - 1)}│`);
  const rule = '─'.repeat(width);
  const [box] = parse([`┌${rule}┐`, ...inside, `└${rule}┘`].join('\n')).boxes;
  if (box?.kind !== 'node') throw new Error(`This is no node: ${rows}`);
  return box;
}

function rolesOf(rows: string): string {
  return boxOf(rows)
    .text.map(({ role }) => role)
    .join(' ');
}

describe('the title', () => {
  it.each([
    ['Order|Intake', 'title title'],
    ['漢字|かな', 'title title'],
    ['Über|Ähre', 'title title'],
    ['order|intake', 'title title'],
    ['api-1|gateway', 'title plain'],
    ['Check-in|desks', 'title title'],
    ['Order|Intake|Desk|Hall', 'title title title plain'],
    ['Order|2 nodes|3 racks', 'title plain plain'],
    ['Rack|12', 'title title'],
    ['Redis|#1', 'title title'],
    ['Order (new)|Kotlin', 'title plain'],
    ['Desktop|Firefox, apps', 'title plain'],
    ['Dispatch|service|(H3 cells)', 'title title qualifier'],
    ['Auth.|server', 'title title'],
    ['System under|test', 'title title'],
    ['Save Message|to Database', 'title title'],
    ['2. Enrich|adds a department', 'title plain'],
    ['+ Rubric|"Has hook?"', 'title plain'],
    ['1. parse|2. enrich', 'item item'],
    ['Order/|intake', 'title title'],
    ['Research &|development', 'title title'],
    ['Read-|only store', 'title title'],
    ['Order|/orders', 'title plain'],
    ['Order|/ intake', 'title title'],
    ['Order|One two three', 'title title'],
    ['Order|One two three four', 'title plain'],
    ['Order||Intake', 'title plain'],
    ['(v2)|Order', 'title title'],
  ])('%s', (rows, roles) => {
    expect(rolesOf(rows)).toBe(roles);
  });

  it.each([':', '.', ',', ';'])('ends with %s', (mark) => {
    expect(rolesOf(`Order${mark}|Intake`)).toBe('title plain');
  });

  it.each(['key: x', 'K=V'])('does not go on with %s', (words) => {
    expect(rolesOf(`Order|${words}`)).toBe('title plain');
  });

  it('is none where every row holds an arrow, and is one where a row holds none', () => {
    for (const arrow of ['->', '→', '=>', '⇒']) expect(rolesOf(`a -> b|c ${arrow} d`)).toBe('plain plain');
    for (const rows of ['a -> b|c', 'a ->|b -> c', '-> b|c -> d']) expect(rolesOf(rows)).toBe('title plain');
  });
});

describe('a qualifier', () => {
  it.each([
    ['Order|(v2)', 'title qualifier'],
    ['Order|(a|b)|c', 'title qualifier qualifier plain'],
    ['Order|(in-memory|+ SQLite)', 'title qualifier qualifier'],
    ['Order|(a (b)|c)|d', 'title qualifier qualifier plain'],
    ['Order|a b c d|(e)', 'title plain plain'],
  ])('%s', (rows, roles) => {
    expect(rolesOf(rows)).toBe(roles);
  });
});

describe('an item', () => {
  const bullets = [...'-*+•◦·‣▪●○✓✔✗✘☐☑→▸▶►'];
  it.each([...bullets, '1.', '12)', 'a.', 'b)'])('begins with %s', (bullet) => {
    expect(rolesOf(`Order|${bullet} one|${bullet} two`)).toBe('title item item');
  });

  it.each(['123.', 'ab.', '-', '~', '1:', 'A.'])('does not begin with %s', (words) => {
    expect(rolesOf(`Order:|${words}${words === '-' ? '' : ' '}one`)).toBe('title plain');
  });

  it.each([
    ['Order|- a|  b', 'title item item'],
    ['Order|- a|  b|  c', 'title item item plain'],
    ['Order|- a|b', 'title item plain'],
    ['Order|- a||  b', 'title item plain'],
    ['Order|a   - b', 'title plain item'],
  ])('%s', (rows, roles) => {
    expect(rolesOf(rows)).toBe(roles);
  });
});

describe('between the rows of a text', () => {
  it('an arrow alone joins steps, and is no text', () => {
    const { text, steps } = boxOf('Order|  ↓|Intake|  ▼|Desk');
    expect(text.map((line) => line.text)).toEqual(['Order', 'Intake', 'Desk']);
    expect(steps).toEqual([
      { row: 2, column: 4 },
      { row: 4, column: 4 },
    ]);
    expect(boxOf('Order|→|Intake')).toMatchObject({ steps: [], text: [{}, { text: '→' }, {}] });
  });

  it('a rule of three cells alone is no text, and a shorter one is', () => {
    expect(rolesOf('Order|───|Intake')).toBe('title plain');
    expect(rolesOf('Order|──|Intake')).toBe('title plain plain');
    expect(rolesOf('Order|─── x|Intake')).toBe('title plain plain');
  });

  it('three blanks part columns, two do not', () => {
    expect(boxOf('Order|a   b').text.map((line) => line.text)).toEqual(['Order', 'a', 'b']);
    expect(boxOf('Order|a  b').text.map((line) => line.text)).toEqual(['Order', 'a  b']);
  });
});
