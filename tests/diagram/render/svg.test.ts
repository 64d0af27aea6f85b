import { describe, expect, test } from 'vitest';
import { toHast, toSvgText, toThumb } from '../../../src/diagram/render/svg/svg.ts';
import {
  borders,
  classesOf,
  distanceToBorder,
  dOf,
  elementsOf,
  escapedWriting,
  headTips,
  slantedLines,
  textOf,
  withClass,
} from './drawn.ts';
import { sketch } from './sketch.ts';
import { sketches } from './sketches.ts';

const elements = ['svg', 'title', 'desc', 'g', 'path', 'rect', 'line', 'circle', 'text', 'tspan', 'a'];
const attributes =
  'xmlns class id role width height viewBox aria-hidden aria-label aria-labelledby aria-describedby aria-roledescription transform d x y text-anchor href'.split(
    ' ',
  );
const classes =
  'diagram thumb d-node d-group d-plain d-water d-marsh d-land d-lead d-body d-spine d-line d-border d-deco d-plinth d-dash d-icon d-bullet d-panel d-even d-edge d-wire d-head d-dashed d-label d-onsheet d-title d-caps d-qual d-item d-cell d-grouptitle d-mid d-life d-heavy d-broken d-strong d-stray d-link'.split(
    ' ',
  );

const drawings = Object.entries(sketches).map(([name, make]) => ({ name, diagram: make() }));

describe.each(drawings)('$name', ({ name, diagram }) => {
  const drawn = toHast(diagram, { idPrefix: name });
  const svg = toSvgText(diagram, { idPrefix: name });

  test('is made of a closed list of elements, attributes and classes', () => {
    const tags = [...svg.matchAll(/<([a-zA-Z]+)([^>]*)>/g)];
    expect(tags.map(([, tag]) => tag).filter((tag) => !elements.includes(tag ?? ''))).toEqual([]);
    const used = tags.flatMap(([, , rest]) =>
      [...(rest ?? '').matchAll(/\s([a-zA-Z-]+)="/g)].map(([, attribute]) => attribute ?? ''),
    );
    expect([...new Set(used)].filter((attribute) => !attributes.includes(attribute))).toEqual([]);
    const given = elementsOf(drawn).flatMap(({ properties }) => classesOf(properties.className));
    expect([...new Set(given)].filter((each) => !classes.includes(each))).toEqual([]);
  });

  test('has ids that begin with the prefix and do not clash', () => {
    const ids = elementsOf(drawn).flatMap(({ properties }) =>
      properties.id === undefined ? [] : [String(properties.id)],
    );
    expect(ids.length).toBe(diagram.boxes.length + 2);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !id.startsWith(`${name}-`))).toEqual([]);
  });

  test('draws lines square to the sides', () => {
    expect(slantedLines(drawn)).toEqual([]);
  });

  test('puts the tip of every head on a border', () => {
    const tips = headTips(drawn);
    expect(tips.length).toBe(diagram.nets.flatMap(({ ends }) => ends).filter(({ head }) => head === 'arrow').length);
    if (diagram.boxes.some(({ shape }) => shape === 'words')) return;
    expect(tips.filter((tip) => !borders(drawn).some((border) => distanceToBorder(tip, border) <= 1))).toEqual([]);
  });

  test('keeps every line of writing inside its box, in every face', () => {
    expect(escapedWriting(drawn)).toEqual([]);
  });

  test('is the same each time, and small', () => {
    expect(toSvgText(diagram, { idPrefix: name })).toBe(svg);
    expect(svg.length).toBeLessThan(12_000);
  });

  test('has a thumbnail without words', () => {
    const thumb = toThumb(diagram);
    expect(textOf(thumb)).toBe('');
    expect(thumb.properties.ariaHidden).toBe('true');
    expect(withClass(thumb, 'd-wire').length).toBe(diagram.nets.length);
  });
});

test('words from outside stay words', () => {
  const hostile = [
    '<script>alert(1)</script>',
    ']]> "quotes" & \'more\'',
    'bell\u0007 lone\ud800 end\uffff',
    'onload="x" style="y"',
  ];
  const diagram = sketch(
    [{ id: 'a', at: [0, 0, 5, 40], lines: hostile }],
    [
      {
        runs: [
          [
            [5, 10],
            [8, 10],
          ],
        ],
        ends: [
          { at: [5, 10], go: 'up', box: 'a' },
          { at: [8, 10], go: 'down' },
        ],
        label: { lines: ['<b>&'], at: [6, 12], run: 0, side: 'right' },
      },
    ],
  );
  const svg = toSvgText(diagram, { title: hostile.join(' '), idPrefix: 'h' });
  expect(markupErrors(svg)).toEqual([]);
  expect(svg).not.toMatch(/<script|<b>/);
  expect(svg).toContain('bell\ufffd lone\ufffd end\ufffd');
  expect(
    elementsOf(toHast(diagram)).filter(({ properties }) => 'style' in properties || 'onload' in properties),
  ).toEqual([]);
});

test('a file of its own carries literal colours for both themes and an opaque ground', () => {
  const svg = toSvgText(sketches.cqrs(), { standalone: true });
  expect(svg).toContain('prefers-color-scheme:dark');
  expect(svg).not.toContain('var(');
  expect(svg).toMatch(/<rect class="d-paper"/);
  expect(markupErrors(svg)).toEqual([]);
});

test('a drawing of nothing is drawn as nothing', () => {
  expect(markupErrors(toSvgText(sketch([])))).toEqual([]);
});

test('nodes are named with what leads in and out, and stand in the order of the flow', () => {
  const drawn = toHast(sketches.cqrs());
  const names = withClass(drawn, 'd-node').map(({ properties }) => String(properties.ariaLabel));
  expect(names[0]).toBe('CLIENT. Leads to COMMAND API, QUERY API.');
  expect(names.at(-1)).toMatch(/^Read DB \(MongoDB\/ES\)\. .*Comes from/);
});

test('a part that the author links is a link, and one that matters is drawn stronger with its lines', () => {
  const drawn = toHast(sketches.regions(), {
    names: { cdn: 'CDN Edge Locations', shield: 'Origin Shield' },
    links: { cdn: '/cdn/', shield: 'https://example.org/shield' },
    emphasis: ['shield'],
  });
  const links = withClass(drawn, 'd-link');
  expect(links.map(({ tagName, properties }) => [tagName, properties.href, properties.ariaLabel])).toEqual([
    ['a', '/cdn/', 'CDN Edge Locations'],
    // that of a node is named by the symbol in it
    ['a', 'https://example.org/shield', undefined],
  ]);
  // No link holds another: that of a group is round its own panel and title.
  expect(links.filter((link) => withClass(link, 'd-link').length > 1)).toEqual([]);
  expect(links.map((link) => withClass(link, 'd-node').length)).toEqual([0, 1]);
  expect(withClass(drawn, 'd-strong').map(({ properties }) => classesOf(properties.className)[0])).toEqual([
    'd-node',
    'd-edge',
    'd-edge',
  ]);
});

test('a level line hops over an upright of another net', () => {
  const drawn = toHast(sketches.crossing());
  const hops = withClass(drawn, 'd-wire').map((wire) => /h[\d.]+a6 6 0 0 1 12 0h/.test(dOf(wire)));
  expect(hops.filter(Boolean).length).toBe(1);
});

/** What keeps a text from being well-formed: tags that do not close, bare ampersands, characters that XML forbids. */
function markupErrors(svg: string): readonly string[] {
  const open: string[] = [];
  const errors: string[] = [];
  for (const [, close, tag = '', rest = ''] of svg.matchAll(/<(\/?)([a-zA-Z]+)((?:\s[\w:-]+="[^"<]*")*\s*\/?)>/g)) {
    if (close) {
      if (open.pop() !== tag) errors.push(`</${tag}>`);
    } else if (!rest.endsWith('/')) open.push(tag);
  }
  const between = svg.replace(/<\/?[a-zA-Z]+(?:\s[\w:-]+="[^"<]*")*\s*\/?>/g, '');
  if (/[<>]/.test(between.replace(/[^<>]/g, '')) && /</.test(between)) errors.push('a bare <');
  if (/&(?!(?:amp|lt|gt|quot|#\d+);)/.test(svg)) errors.push('a bare &');
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(svg) || !svg.isWellFormed())
    errors.push('a forbidden character');
  return [...errors, ...open.map((tag) => `<${tag}>`)];
}
