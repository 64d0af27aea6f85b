import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  exporters,
  format,
  inspect,
  parse,
  render,
  rules,
  stages,
  toKey,
  toThumb,
  type Kind,
  type Rule,
} from '../../src/diagram/index.ts';
import { serialise } from '../../src/diagram/render/svg/serialise.ts';

/**
 * What the engine says of a few drawings, to the last letter: `golden/`. When it says it better than before, look at each
 * difference: npm run test:unit -- tests/diagram/golden -u
 */
const everything = read('golden/everything.txt');
const options = {
  title: 'A shop',
  idPrefix: 'shop',
  names: { orders: 'Orders', db: 'Orders DB', partners: 'Partners' },
  kinds: { orders: 'routing' },
  links: { db: 'https://example.org/db', partners: '/partners/' },
  emphasis: ['orders', 'partners'],
} as const;

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

function golden(name: string): string {
  return fileURLToPath(new URL(`golden/${name}`, import.meta.url));
}

/** An element a line: a difference is the element that changed. */
function lines(markup: string): string {
  return `${markup.replaceAll('><', '>\n<')}\n`;
}

describe('a drawing with something of everything', () => {
  it('is drawn as it was', async () => {
    await expect(lines(render(everything, options).svg)).toMatchFileSnapshot(golden('everything.svg'));
    await expect(lines(serialise(toThumb(parse(everything))))).toMatchFileSnapshot(golden('everything.thumb.svg'));
  });

  it('is told as it was', async () => {
    const { outline, text, graph, diagnostics } = render(everything, options);
    const found = diagnostics.map(({ line, column, severity, message }) => `${line}:${column} ${severity} ${message}`);
    const told = [
      outline.text,
      outline.overview,
      text,
      format(everything).text,
      ...found,
      JSON.stringify(graph, null, 1),
    ];
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot(golden('everything.told.txt'));
  });

  it('looks the same at every stage', async () => {
    const sheets = stages.map(({ name }) => inspect(everything, name));
    await expect(sheets.join('\n')).toMatchFileSnapshot(golden('everything.stages.txt'));
  });

  it.each(Object.entries(exporters))('is exported as it was: %s', async (name, { write }) => {
    await expect(write(parse(everything), options)).toMatchFileSnapshot(golden(`everything.${name}.txt`));
  });
});

describe('pictures', () => {
  const kinds: readonly Kind[] = [
    'client',
    'edge',
    'routing',
    'compute',
    'messaging',
    'cache',
    'store',
    'analytics',
    'platform',
    'observability',
  ];

  it('of a node without words, a kind each, are drawn as they were', async () => {
    const keys = kinds.map((kind) => lines(serialise(toKey(kind))));
    await expect(keys.join('\n')).toMatchFileSnapshot(golden('keys.svg'));
  });

  it.each(['table-and-cells', 'crossing', 'headless-fork', 'titled-groups', 'bare-words', 'mobile-backend'])(
    '%s is drawn as it was',
    async (name) => {
      const { svg } = render(read(`seed/${name}.txt`));
      await expect(lines(svg)).toMatchFileSnapshot(golden(`${name}.svg`));
    },
  );
});

describe('the sentences of the rules', () => {
  it('are what they were', async () => {
    const told = Object.entries<Rule>(rules).map(([id, { severity, about, message, help }]) =>
      [`${id}: ${severity}, ${about}`, message('Thing', 'detail'), message('', ''), help, ''].join('\n'),
    );
    await expect(told.join('\n')).toMatchFileSnapshot(golden('rules.txt'));
  });
});
