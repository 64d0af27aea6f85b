import { describe, expect, test } from 'vitest';
import { parse, toOutline } from '../../../src/diagram/index.ts';
import { textStyles, textWidth } from '../../../src/diagram/render/picture/metrics.ts';
import { toHast } from '../../../src/diagram/render/svg/svg.ts';
import { classesOf, dOf, elementsOf, stepsOf, textOf, withClass } from './drawn.ts';

/** The x of each text of a drawing. */
function placesOf(source: string): ReadonlyMap<string, number> {
  const texts = elementsOf(toHast(parse(source))).filter(({ tagName }) => tagName === 'text');
  return new Map(texts.map((text) => [textOf(text), Number(text.properties.x)]));
}

describe('words of one row that stand apart', () => {
  const source = [
    '┌──────────────────────────────────────┐',
    '│  Event bus                           │',
    '│  order.placed     payment.ok         │',
    '└──────────────────────────────────────┘',
  ].join('\n');

  test('stay apart in the picture', () => {
    const places = placesOf(source);
    const [first, second] = [places.get('order.placed') ?? 0, places.get('payment.ok') ?? 0];
    expect(second - first).toBeGreaterThan(textWidth('order.placed', textStyles.item) + 15);
  });

  test('are two things when they are read', () => {
    expect(toOutline(parse(source)).text).toContain('order.placed; payment.ok');
  });

  test('have a point each', () => {
    const points = source.replace('order.placed     payment.ok ', '- placed         - paid     ');
    expect([...placesOf(points).keys()]).toEqual(expect.arrayContaining(['placed', 'paid']));
    expect(withClass(toHast(parse(points)), 'd-bullet')).toHaveLength(2);
  });
});

test('letters of other scripts take the room that they have', () => {
  expect(textWidth('漢字', textStyles.title)).toBe(29);
  expect(textWidth('Ünïcødé', textStyles.title) / textWidth('Unicode', textStyles.title)).toBeLessThan(1.1);
  expect(textWidth('клиент', textStyles.title)).toBeLessThan(6 * 14);
});

describe('a table', () => {
  const source = [
    '┌─────────┬────────┐',
    '│ Store   │ Index  │',
    '├────────┬┴────────┤',
    '│ a      │ HNSW    │',
    '├────────┴┬────────┤',
    '│ b       │ IVF    │',
    '└─────────┴────────┘',
  ].join('\n');

  test('whose walls are hardly apart on different rows has one wall', () => {
    const drawn = toHast(parse(source));
    const uprights = withClass(drawn, 'd-line').flatMap((line) =>
      stepsOf(dOf(line)).filter(({ command }) => command === 'v'),
    );
    expect(uprights).toHaveLength(3);
    expect(new Set(uprights.map(({ from }) => from.x)).size).toBe(1);
  });

  test('is plain, whatever its head says', () => {
    expect(withClass(toHast(parse(source)), 'd-node').map(({ properties }) => classesOf(properties.className))).toEqual(
      [['d-node', 'd-plain']],
    );
  });
});

test('the walls of cells have the tint of the box that they part', () => {
  const source = [
    '┌───────────────────────────┐',
    '│          SOURCES          │',
    '├─────────┬────────┬────────┤',
    '│  MySQL  │  HTTP  │  Mail  │',
    '└─────────┴────────┴────────┘',
  ].join('\n');
  const classes = withClass(toHast(parse(source)), 'd-node').map(
    ({ properties }) => classesOf(properties.className)[1],
  );
  expect(new Set(classes).size).toBe(1);
});
