import { describe, expect, test } from 'vitest';
import type { Element } from 'hast';
import { dOf, extentOf, frameOf, placeOf, stepsOf, withClass } from './drawn.ts';
import { drawn } from './faultless.ts';

/** The ends of the upright pieces of all lines. */
function uprights(root: Element) {
  return withClass(root, 'd-wire').flatMap((wire) => stepsOf(dOf(wire)).filter(({ command }) => command === 'v'));
}

describe('narrow boxes', () => {
  test('grow into the room beside them, so that they have a spine', () => {
    const root = drawn('+-----+     +-----+', '| CPU |---->| RAM |', '+-----+     +-----+');
    expect(withClass(root, 'd-spine')).toHaveLength(2);
  });

  test('stay as they are where there is no room', () => {
    const root = drawn('┌─────┐┌─────┐', '│ CPU ││ RAM │', '└─────┘└─────┘');
    expect(withClass(root, 'd-spine')).toHaveLength(0);
  });

  test('have the spine of all boxes of their width', () => {
    const row = (one: string, other: string): readonly string[] => [
      '┌──────────────┐   ┌──────────────┐',
      `│ ${one.padEnd(12)} │   │ ${other.padEnd(12)} │`,
      '└──────┬───────┘   └──────┬───────┘',
    ];
    const below = row('PostgreSQL15', 'Billing').map((line) => line.replaceAll('┬', '─'));
    const root = drawn(...row('Orders', 'Billing'), '       ▼                  ▼', ...below);
    const spines = withClass(root, 'd-spine').map((spine) => extentOf(dOf(spine)));
    expect(new Set(spines.map(({ left, right }) => right - left)).size).toBe(1);
  });
});

describe('labels beside upright lines', () => {
  test('that were written on one row stand at one height', () => {
    const root = drawn(
      '┌──────────────────────────┐',
      '│ Router                   │',
      '└───┬────────┬─────────┬───┘',
      '    │        │         │',
      '    └──┐     │         └──┐',
      '       │ one │ two        │ three',
      '       ▼     ▼            ▼',
      '    ┌─────┐┌─────┐     ┌─────┐',
      '    │ A   ││ B   │     │ C   │',
      '    └─────┘└─────┘     └─────┘',
    );
    expect(new Set(['one', 'two', 'three'].map((label) => placeOf(root, label).y)).size).toBe(1);
  });

  test('stand between the rail and the head', () => {
    const root = drawn(
      '┌─────┐ ┌─────┐ ┌─────┐',
      '│ A   │ │ B   │ │ C   │',
      '└──┬──┘ └──┬──┘ └──┬──┘',
      '   │       │       │',
      '   └───────┼───────┘',
      '           │ merged',
      '           ▼',
      '        ┌─────┐',
      '        │ D   │',
      '        └─────┘',
    );
    const rail = frameOf(root, 'A').bottom + 1;
    const head = frameOf(root, 'D').top;
    const joint = Math.max(
      ...uprights(root)
        .flatMap(({ from, to }) => [from.y, to.y])
        .filter((y) => y < head - 20),
    );
    expect(joint).toBeGreaterThan(rail);
    expect(placeOf(root, 'merged').y - 5).toBeGreaterThan((joint + head) / 2 - 5);
  });

  test('that interrupt a line leave a piece of it before the head', () => {
    const root = drawn(
      '┌─────┐',
      '│ A   │',
      '└──┬──┘',
      '   │',
      '  HTTP',
      '   │',
      '   ▼',
      '┌─────┐',
      '│ B   │',
      '└─────┘',
    );
    const [last] = uprights(root).sort((a, b) => b.to.y - a.to.y);
    expect((last?.to.y ?? 0) - (last?.from.y ?? 0)).toBeGreaterThan(5);
  });
});

test('a label whose line passes a box where it is wanted stands where it was written', () => {
  const root = drawn(
    '┌───────────────┐',
    '│ Proof desk    │',
    '└───┬───────┬───┘',
    '    │       ▼',
    '    │   ┌───────┐',
    '    │   │ Stove │',
    '    │   └───────┘',
    '    │',
    '    │ a word is missing',
    '    ▼',
    '┌───────┐',
    '│ Press │',
    '└───────┘',
  );
  const { y } = placeOf(root, 'a word is missing');
  expect(y - frameOf(root, 'Stove').bottom).toBeGreaterThan(20);
});

test('labels at the ends of a level line stand at its ends', () => {
  const root = drawn(
    '┌──────────┐ 1        n ┌──────────┐',
    '│ customer │────────────│ order    │',
    '└──────────┘            └──────────┘',
  );
  const line = { left: frameOf(root, 'customer').right, right: frameOf(root, 'order').left };
  expect(placeOf(root, '1').x - line.left).toBeLessThan(15);
  expect(line.right - placeOf(root, 'n').x).toBeLessThan(15);
});

describe('words without boxes', () => {
  const chain = ['write migration', '     ↓', 'run in staging', '     ↓', 'run in production at last'];

  test('that begin in one column stand flush left', () => {
    const root = drawn(...chain);
    expect(new Set(chain.filter((row) => !row.includes('↓')).map((words) => placeOf(root, words).x)).size).toBe(1);
  });

  test('that were centred stay so', () => {
    const root = drawn('  Landing', '     │', '     ▼', ' A full page', '     │', '     ▼', ' A candle');
    expect(new Set(['Landing', 'A full page'].map((words) => placeOf(root, words).x)).size).toBe(1);
  });

  test('have a line between them, not a head alone', () => {
    const lengths = uprights(drawn(...chain)).map(({ from, to }) => to.y - from.y);
    expect(Math.min(...lengths)).toBeGreaterThan(9);
  });

  test('are joined in their middle by a rail right below them', () => {
    const root = drawn('   A1', ' ┌──┼──┐', ' ▼  ▼  ▼', 'B1 B2 B3', ' └──┼──┘', '    ▼', '   C1');
    const at = new Set(uprights(root).map(({ from }) => from.x));
    for (const words of ['B1', 'B2', 'B3']) expect(at).toContain(placeOf(root, words).x);
  });
});

test('a rail with branches to one side stays where the author put it', () => {
  const root = drawn(
    '┌───────────────┐',
    '│  Plugin host  │',
    '└───┬───────────┘',
    '    ├─────►┌───────┐',
    '    │      │ auth  │',
    '    │      └───────┘',
    '    └─────►┌───────┐',
    '           │ cache │',
    '           └───────┘',
  );
  const [rail] = uprights(root).sort((a, b) => b.to.y - b.from.y - (a.to.y - a.from.y));
  expect(frameOf(root, 'auth').left - (rail?.from.x ?? 0)).toBeGreaterThan(40);
});

describe('boxes of one role', () => {
  test('that begin in one column stay so, however wide they are', () => {
    const root = drawn(
      '┌──────────────────────┐',
      '│ Object Storage (new) │',
      '└─────────┬────────────┘',
      '          ▼',
      '┌───────────────────┐',
      '│ Metadata DB       │',
      '└───────────────────┘',
    );
    expect(frameOf(root, 'Metadata DB').left).toBe(frameOf(root, 'Object Storage (new)').left);
  });

  test('are equal in a row where they differ by two columns', () => {
    const root = drawn('┌────────┐     ┌──────────┐', '│ Tool A │────►│ Tool B   │', '└────────┘     └──────────┘');
    const widths = ['Tool A', 'Tool B'].map((title) => frameOf(root, title)).map(({ left, right }) => right - left);
    expect(widths[0]).toBe(widths[1]);
  });

  test('keep the columns that they share with boxes above and below them', () => {
    const root = drawn(
      '┌──────────────────────────┐',
      '│ socket                   │',
      '└────┬──────────────┬──────┘',
      '     ▼              ▼',
      '┌──────────┐    ┌──────────┐',
      '│ qdisc    │    │ filter   │',
      '└──────────┘    └──────────┘',
    );
    expect(frameOf(root, 'qdisc').left).toBe(frameOf(root, 'socket').left);
  });

  test('are equal where they are groups beside each other, whatever stands above one of them', () => {
    const root = drawn(
      '+--------------------+',
      '| Driver             |',
      '|  +--------------+  |',
      '|  | SparkContext |  |',
      '|  +--------------+  |',
      '+--------------------+',
      '',
      '+-------------------+  +------------------+',
      '| Executor 1        |  | Executor 2       |',
      '|  +-----+ +-----+  |  |  +-----+ +-----+ |',
      '|  | t1  | | t2  |  |  |  | t3  | | t4  | |',
      '|  +-----+ +-----+  |  |  +-----+ +-----+ |',
      '+-------------------+  +------------------+',
    );
    const widths = ['Executor 1', 'Executor 2']
      .map((title) => frameOf(root, title))
      .map(({ left, right }) => right - left);
    expect(Math.abs((widths[0] ?? 0) - (widths[1] ?? 0))).toBeLessThanOrEqual(1);
  });
});

test('the title of a group stands clear of a line that passes through it', () => {
  const root = drawn(
    '┌────────┐',
    '│ Admin  │',
    '└────┬───┘',
    '┌────┼─ Proxy tier ──────────┐',
    '│    │      ┌───────┐        │',
    '│    │      │ squid │        │',
    '│    │      └───────┘        │',
    '└────┼───────────────────────┘',
    '     ▼',
    '┌────────┐',
    '│ Origin │',
    '└────────┘',
  );
  const [line] = uprights(root);
  expect(placeOf(root, 'Proxy tier').x).toBeGreaterThan((line?.from.x ?? Infinity) + 20);
});
