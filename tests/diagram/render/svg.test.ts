import { describe, expect, test } from 'vitest';
import type { Element } from 'hast';
import { textStyles, textWidth, type TextStyle } from '../../../src/diagram/render/metrics.ts';
import { toHast, toSvgText, toThumb } from '../../../src/diagram/render/svg.ts';
import { classesOf, elementsOf, extentOf, stepsOf, textOf, withClass } from './drawn.ts';
import { sketch } from './sketch.ts';
import { sketches } from './sketches.ts';

const elements = ['svg', 'title', 'desc', 'g', 'path', 'rect', 'line', 'circle', 'text', 'tspan', 'a'];
const attributes =
  'xmlns class id role width height viewBox aria-hidden aria-label aria-labelledby aria-describedby aria-roledescription transform d x y text-anchor'.split(
    ' ',
  );
const classes =
  'diagram thumb d-node d-group d-plain d-water d-marsh d-land d-lead d-body d-spine d-line d-border d-deco d-plinth d-dash d-icon d-bullet d-panel d-even d-edge d-wire d-head d-dashed d-label d-onsheet d-title d-caps d-qual d-item d-cell d-grouptitle d-mid'.split(
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
    const slanted = withClass(drawn, 'd-wire').flatMap((wire) =>
      stepsOf(dOf(wire)).filter(({ command }) => command === 'l'),
    );
    expect(slanted).toEqual([]);
  });

  test('puts the tip of every head on a border', () => {
    const frames = diagram.boxes.map(({ shape }, index) => ({ shape, ...frameOf(drawn, `${name}-n${index + 1}`) }));
    const tips = withClass(drawn, 'd-head').flatMap((head) =>
      stepsOf(dOf(head)).flatMap((step, index, all) => (isTip(step.command, all[index + 1]?.command) ? [step.to] : [])),
    );
    expect(tips.length).toBe(diagram.nets.flatMap(({ ends }) => ends).filter(({ head }) => head === 'arrow').length);
    const far = tips.filter(
      (tip) => !frames.some((frame) => frame.shape === 'words' || distanceToBorder(tip, frame) <= 1),
    );
    expect(far).toEqual([]);
  });

  test('keeps every line of writing inside its box, in every face', () => {
    for (const node of withClass(drawn, 'd-node')) {
      const [border] = withClass(node, 'd-border');
      if (!border) continue;
      const { left, top, right, bottom } = extentOf(dOf(border));
      for (const text of elementsOf(node).filter(({ tagName }) => tagName === 'text')) {
        const { properties } = text;
        const width = textWidth(textOf(text), styleOf(text));
        const start = Number(properties.x) - (classesOf(properties.className).includes('d-mid') ? width / 2 : 0);
        expect(start, textOf(text)).toBeGreaterThan(left + 4);
        expect(start + width, textOf(text)).toBeLessThan(right - 4);
        expect(Number(properties.y), textOf(text)).toBeGreaterThan(top + 10);
        expect(Number(properties.y), textOf(text)).toBeLessThan(bottom - 4);
      }
    }
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

test('a level line hops over an upright of another net', () => {
  const drawn = toHast(sketches.crossing());
  const hops = withClass(drawn, 'd-wire').map((wire) => /h[\d.]+a6 6 0 0 1 12 0h/.test(dOf(wire)));
  expect(hops.filter(Boolean).length).toBe(1);
});

function dOf(path: Element): string {
  return String(path.properties.d);
}

/** A head begins with a move and goes on with a slanted line; a dot goes on with an arc. */
function isTip(command: string, next: string | undefined): boolean {
  return (command === 'M' || command === 'm') && next === 'l';
}

function frameOf(drawn: Element, id: string): ReturnType<typeof extentOf> {
  const box = elementsOf(drawn).find(({ properties }) => properties.id === id);
  const border =
    box &&
    elementsOf(box).find(({ properties }) =>
      classesOf(properties.className).some((name) => name === 'd-border' || name === 'd-panel'),
    );
  return border ? extentOf(dOf(border)) : { left: 0, top: 0, right: 0, bottom: 0 };
}

function distanceToBorder(
  { x, y }: { readonly x: number; readonly y: number },
  { left, top, right, bottom }: ReturnType<typeof extentOf>,
): number {
  const outside = Math.max(left - x, x - right, top - y, y - bottom);
  return outside > 0 ? outside : Math.min(x - left, right - x, y - top, bottom - y);
}

function styleOf(text: Element): TextStyle {
  const names = classesOf(text.properties.className);
  if (names.includes('d-caps')) return textStyles.caps;
  return names.includes('d-title') ? textStyles.title : textStyles.item;
}

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
