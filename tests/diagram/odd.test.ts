import { describe, expect, it } from 'vitest';
import { exporters, inspect, parse, render, stages, toText } from '../../src/diagram/index.ts';

/** Drawings of which nobody can say what they mean. They are drawn all the same, and nothing that was written is lost. */
const drawings = {
  'two boxes that cut each other': `
┌────────┐
│ A      │
│   ┌────┼───┐
│   │ B  │   │
└───┼────┘   │
    │  C     │
    └────────┘`,
  'the same in ASCII': `
+--------+
| A      |
|   +--------+
|   | B  |   |
+---|----+   |
    |        |
    +--------+`,
  'heads that stand beside lines, and heads that point nowhere': `
┌─────┐ ↕ ┌─────┐
│ A   │───│ B   │ ⇕ ↔
└─────┘   └─────┘┌────┐
   │             │ E  │►
   ↕        v    └────┘
┌─────┐  ┌────┐  ┌────┐
│ C   │──↔──D │  │ F  │
└─────┘  └────┘  ▼────┘`,
  'markers, walls in walls, and words that look like lines': `
┌─────┐       ┌─────┐
│ A   │──┐ ┌──│ B   │
└─────┘  │ │  └─────┘
 ▲       │ │     ▼
 │  ┌────┴─┴──┐
 └──│ C  │ D  │──── loose
    └────┬────┘
         │ (retry) ---
         ▼
 ■──►  ─►   │  ●
   Orders   ▼`,
  'dashes that are no lines': `
+-----+     +-----+
| A   |- - >| B   |
+-----+     +-----+
  |  - - - -    |
  +- - - - - - -+
    -- note --
 / \\   \\ /
/   \\___X___`,
  'a line that begins at nothing': `
A -- x --> B | C
A <-> B
 |
 v
D[|]E  │-o─│
┌─┐
│A├─o o─┤
└─┘`,
  'two tables that grew together': `
┌─── ┌──────
│ DE │ PROD
├───├───────
├─── ├──────
│ de ││deplo
└─── └──────`,
  'boxes without walls, and lines that lead through them': `
    ┌ ┐
      │─  ─
   ││      │
┌ ┐│┌─ ┐
│ │┼│ │ ─  ┼
   │││     │
    └ ┘`,
  'a slant between two corners': `
╦\\┐
. ]`,
  'a label of a line that leads nowhere': `
 ╗ ● ┛
v●o─ ┘
◀户`,
  'a word between the signs of a remark': `
┌──┐
+┣
+─a
a
─↑a▼`,
  'a word in a rule, and a head that finds it': `
─a─
┣↓
|  |+--+
┼
└──┘+--+`,
  'a word in the place of a missing wall': `
  ╒+┳
- item╋
─╪+──`,
} as const;

describe.each(Object.entries(drawings))('%s', (_, drawing) => {
  it('is read to the last letter', () => {
    const { boxes, labels, captions, notes } = parse(drawing);
    const lines = [...boxes.flatMap(({ text }) => text), ...[...labels, ...captions].flatMap((each) => each.lines)];
    const told = [...lines.map(({ text }) => text), notes].join('');
    expect(lettersOf(told)).toBe(lettersOf(drawing));
  });

  it('is drawn, and every number is one', () => {
    expect(render(drawing).svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(lettersOf(toText(parse(drawing)))).toBe(lettersOf(drawing));
  });

  it('can be looked at and exported', () => {
    for (const { name } of stages) expect(inspect(drawing, name)).not.toMatch(/undefined|NaN|\[object/);
    for (const { write } of Object.values(exporters)) expect(write(parse(drawing))).not.toMatch(/NaN|Infinity/);
  });
});

/** Letters that may be a head or a marker are left out. */
function lettersOf(text: string): string {
  return [...text.replace(/[^A-Za-z]|[vVxoX]/g, '')].sort().join('');
}
