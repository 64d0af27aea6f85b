import { describe, expect, it } from 'vitest';
import { readCatalog } from '../../src/catalog/integrity.ts';
import { componentsByKind, technologiesByVendor } from '../../src/catalog/part-index.ts';
import { qualityIndex } from '../../src/catalog/quality-index.ts';
import { drawnNodes } from '../../src/site/drawn-nodes.ts';
import { nodeLinks } from '../../src/site/node-links.ts';
import { soundContent } from './content.ts';

const catalog = readCatalog(soundContent());
const patterns = catalog.patterns.map(({ value }) => value);
const components = new Map([...catalog.components].map(([id, { value }]) => [id, value]));
const technologies = new Map([...catalog.technologies].map(([id, { value }]) => [id, value]));
const qualities = new Map([...catalog.qualities].map(([id, { value }]) => [id, value]));
const source = {
  patterns,
  components,
  technologies,
  words: new Map([['first', new Map([['server', 'Web Server (Node.js)']])]]),
};

const drawnIn = [
  { slug: 'first', title: 'first', nodes: [{ name: 'Web Server (Node.js)', anchor: 'server' }] },
  { slug: 'second', title: 'second', nodes: [{ name: 'server', anchor: 'server' }] },
];

describe('the index of parts', () => {
  it('has components by kind, with technologies by vendor and every node that is one', () => {
    expect(componentsByKind(source)).toMatchObject([
      {
        kind: 'compute',
        entries: [{ id: 'server', byVendor: [{ vendor: 'oss', technologies: [{ id: 'go', name: 'Go' }] }], drawnIn }],
      },
    ]);
  });

  it('has technologies by vendor, with what they can be', () => {
    expect(technologiesByVendor(source)).toMatchObject([
      {
        vendor: 'oss',
        entries: [{ id: 'go', kinds: ['compute'], components: [{ id: 'server', name: 'Server' }], drawnIn }],
      },
    ]);
  });

  it('has qualities with what helps and what hurts', () => {
    const latency = qualityIndex(patterns, qualities).find(({ id }) => id === 'latency');
    expect(
      latency?.sides.map(({ polarity, rows }) => [polarity, rows.map(({ slug, anchor }) => `${slug}#${anchor}`)]),
    ).toEqual([['pro', ['first#quick', 'second#quick']]]);
  });
});

describe('the nodes of a page', () => {
  const body = [
    '```diagram names="a=Server#1, b=Server#2"',
    '┌─────────┐   ┌─────────┐',
    '│ Server  │──►│ Server  │',
    '│ (Go)    │   │ (Rust)  │',
    '└─────────┘   └─────────┘',
    '```',
    '',
    '```diagram names="a=Later"',
    '┌─────────┐',
    '│ Later   │',
    '└─────────┘',
    '```',
  ].join('\n');

  it('are told by their words, as the first drawing has them', () => {
    expect([...drawnNodes(body)].sort()).toEqual([
      ['a', 'Server (Go)'],
      ['b', 'Server (Rust)'],
    ]);
  });

  it('lead to their components as the front matter says', () => {
    const rows = [
      { id: 'web', component: 'server' },
      { id: 'stores', nodes: ['one', 'two'], component: 'store' },
    ];
    expect(nodeLinks({ components: rows })).toEqual({
      web: '/components/#server',
      one: '/components/#store',
      two: '/components/#store',
    });
  });

  it.each([[undefined], [{}], [{ components: 'x' }], [{ components: [null, { id: 'a' }] }]])(
    '%j leads nowhere',
    (data) => {
      expect(nodeLinks(data)).toEqual({});
    },
  );
});
