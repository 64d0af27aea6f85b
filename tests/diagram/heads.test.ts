import { expect, test } from 'vitest';
import { parse } from '../../src/diagram/index.ts';

/** Where each line with a head leads, from left to right. */
function targets(...rows: readonly string[]): readonly (string | undefined)[] {
  const { boxes, nets } = parse(rows.join('\n'));
  const titles = new Map(boxes.map(({ id, text }) => [id, text[0]?.text]));
  return nets
    .flatMap(({ ends }) => ends.filter(({ head }) => head !== 'none'))
    .sort((a, b) => a.point.column - b.point.column)
    .map(({ attached }) => titles.get(attached ?? ''));
}

test('heads that point up beside boxes of two heights take them from left to right', () => {
  const found = targets(
    '         ┌─────┐',
    '┌─────┐  │ Hen │',
    '│ Cow │  │ (3) │',
    '└─────┘  └─────┘',
    '       ▲        ▲',
    '       │        │',
    '    ┌──┴────────┴──┐',
    '    │     Farm     │',
    '    └──────────────┘',
  );
  expect(found).toEqual(['Cow', 'Hen']);
});

test('a head between two boxes means neither', () => {
  const found = targets(
    '          ┌───────┐',
    '          │ Timer │',
    '          └──┬────┘',
    '             │',
    '             ▼',
    '┌────────┐    ┌────────┐',
    '│ Orders │    │ Stock  │',
    '└────────┘    └────────┘',
  );
  expect(found).toEqual([undefined]);
});
