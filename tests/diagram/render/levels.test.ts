import { expect, test } from 'vitest';
import { dOf, frameOf, headTips, stepsOf, withClass } from './drawn.ts';
import { drawn } from './faultless.ts';

test('a level line that was drawn at the corner of a box goes to the middle of its side', () => {
  const root = drawn(
    '┌────────┐',
    '│ Bot    │',
    '└──┬─────┘',
    '   │     ┌──────────┐',
    '   ├────►│ Reminder │',
    '   │     │ (3002)   │',
    '   │     └──────────┘',
    '   └────►┌──────────┐',
    '         │ Audit    │',
    '         │ (3004)   │',
    '         └──────────┘',
  );
  const { top, bottom } = frameOf(root, 'Audit');
  expect(headTips(root).some(({ y }) => Math.abs(y - (top + bottom) / 2) <= 1)).toBe(true);
});

test('level lines that share their sides leave the corners', () => {
  const root = drawn(
    '+----------+  --------->  +----------+',
    '| CLOSED   |              | LISTEN   |',
    '+----------+  <---------  +----------+',
  );
  const { top, bottom } = frameOf(root, 'CLOSED');
  const heights = headTips(root).map(({ y }) => y);
  expect(heights).toHaveLength(2);
  expect(Math.min(...heights)).toBeGreaterThan(top + 8);
  expect(Math.max(...heights)).toBeLessThan(bottom - 8);
});

test('a level line stays at the corner of a box where the next one at that side is too near', () => {
  const root = drawn(
    '┌───────┐',
    '│       │─────►┌────────┐',
    '│ Radar │─────►│ Pilot  │',
    '│       │      │        │',
    '└───────┘      └────────┘',
  );
  const [first = 0, second = 0] = headTips(root).map(({ y }) => y);
  expect(Math.abs(second - first)).toBeGreaterThan(14);
});

test('the walls of a table that strayed on a row or two stand where most of its rows have them', () => {
  const wallOf = (...rows: readonly string[]): readonly number[] => {
    const steps = withClass(drawn(...rows), 'd-line').flatMap((line) => stepsOf(dOf(line)));
    return [...new Set(steps.filter(({ command }) => command === 'v').map(({ from }) => from.x))];
  };
  const first = ['┌──────┬───────┐', '│ Name │ Price │', '├──────┼───────┤', '│ Oat  │  2    │'];
  const straight = wallOf(...first, '├──────┼───────┤', '│ Rye  │  3    │', '└──────┴───────┘');
  expect(straight).toHaveLength(1);
  expect(wallOf(...first, '├─────┼────────┤', '│ Rye │  3     │', '└─────┴────────┘')).toEqual(straight);
});
