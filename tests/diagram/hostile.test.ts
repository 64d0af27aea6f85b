import { describe, expect, it } from 'vitest';
import { parse, render, renderDiagram, toNotation, toSvgText } from '../../src/diagram/index.ts';
import { families } from './hostile/families.ts';
import { readMarkup } from './hostile/markup.ts';
import { hostileWords } from './hostile/words.ts';

/** The closed list of diagrams: nothing else may ever get into a drawing. */
const elements = new Set(['svg', 'title', 'desc', 'g', 'path', 'rect', 'line', 'circle', 'text', 'tspan', 'a']);
const attributes =
  /^(?:xmlns|width|height|viewBox|x|y|x1|x2|y1|y2|cx|cy|r|rx|d|transform|text-anchor|class|id|role|href|aria-[a-z]+)$/;

function expectSafe(svg: string): void {
  const found = readMarkup(svg);
  expect([...found.elements].filter((name) => !elements.has(name))).toEqual([]);
  expect([...found.attributes].filter((name) => !attributes.test(name))).toEqual([]);
  expect(found.addresses.filter((address) => !/^(?:https?:|mailto:|[/#])/.test(address))).toEqual([]);
}

/** Bytes of text of which a picture is drawn here: those of a megabyte take ten seconds each, more on a busy machine. */
const mostDrawn = 100_000;

describe.each(families)('$name', ({ draw }) => {
  it('is drawn from the closed list, well-formed, and throws nothing', () => {
    for (const share of [0.001, 0.02]) expectSafe(render(draw(share)).svg);
  });

  it('is read, told and drawn at full size', () => {
    const source = draw(1);
    const diagram = parse(source);
    expect(toNotation(diagram)).not.toContain('undefined');
    const share = mostDrawn / Buffer.byteLength(source);
    expectSafe(toSvgText(share < 1 ? parse(draw(share)) : diagram));
  });
});

describe.each(hostileWords.map((words) => ({ words })))('$words', ({ words }) => {
  const wide = '─'.repeat(40);
  const row = (text: string) => `│ ${text.padEnd(39)}│`;
  const drawings = [
    [`┌${wide}┐`, row(words), `└${wide}┘`, '   │', `   │ ${words}`, '   ▼', `┌${wide}┐`, row('B'), `└${wide}┘`],
    [`${words}:`, '┌───┐', '│ A │', '└───┘', '', 'Notes:', `- ${words}`],
    [`┌─ ${words} ${wide}┐`, '│ ┌───┐', '│ │ A │', '│ └───┘', `└${wide}┘`],
    [`A -- ${words} --> B`],
    [words, `├── ${words}`, `└── ${words}`],
  ].map((rows) => rows.join('\n'));

  it.each(drawings)('is words, wherever it stands: %#', (drawing) => {
    const rendering = render(drawing, { title: words, names: { box: words, [words]: 'A' }, kinds: {} });
    expectSafe(rendering.svg);
    expectSafe(render(rendering.text).svg);
    expect(() => JSON.parse(JSON.stringify(rendering)) as unknown).not.toThrow();
  });
});

describe('a standalone file', () => {
  it('has a style, and besides that nothing more than the picture in a page', () => {
    for (const words of hostileWords) {
      const { svg } = renderDiagram(parse(`┌────────┐\n│ A ${words}\n└────────┘`), { standalone: true, title: words });
      expectSafe(svg.replace(/<style>[^<]*<\/style>/, ''));
    }
  });
});
