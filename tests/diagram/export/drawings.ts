import { readdirSync, readFileSync } from 'node:fs';
import { parse, type Diagram } from '../../../src/diagram/index.ts';
import { readCase } from '../notation.ts';

/** A drawing to send through every export. */
export interface Sample {
  readonly name: string;
  readonly diagram: Diagram;
  readonly names: Readonly<Record<string, string>>;
}

/** Every case, every seed drawing, and the hostile ones below. */
export function samples(): readonly Sample[] {
  const cases = filesIn('../cases/').map(({ name, text }) => ({ name, source: readCase(text).drawing, names: {} }));
  const seeds = filesIn('../seed/').map(({ name, text }) => ({ name, source: text, names: {} }));
  return [...cases, ...seeds, ...hostile].map(({ source, ...rest }) => ({ ...rest, diagram: parse(source) }));
}

function filesIn(path: string): readonly { readonly name: string; readonly text: string }[] {
  const folder = new URL(path, import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
}

/** What some format takes for its own: quotes, brackets, comments, entities, Markdown, variables, escapes, keywords. */
const words = [
  '"quoted" \'single\'',
  'a]b[c] (d) {e}',
  'end',
  '%% no comment',
  '%%{init: {"theme":"dark"}}%%',
  '#35; #quot; &amp; &#38; &lt;',
  '<b>bold</b><br/><script>x()</script>',
  'style: a:b#c;',
  'classDef x:#fff;',
  'semi;colon; # hash // slash /* c */',
  '${variable} $1 $& $$x$$',
  '\\n \\N \\l \\\\ \\"',
  '- item',
  '+ item',
  '1. first',
  '2) second',
  '=== ~~~ ***',
  '*bold* _em_ `code` ~~gone~~ a_b',
  '[link](http://x.org/#a) https://y.org',
  'www.x.org me@x.org',
  'fa:fa-bell :::class @{ shape: cyl }',
  ']]> <![CDATA[ <?xml ?> <!-- c -->',
  '漢字かな 한글',
  '🎉 é ü ß עברית',
  'lone \ud800 surrogate',
  '__proto__ constructor',
  'null',
  '"""',
  "'''",
  'subgraph x',
  'x -> y: z',
  'A & B',
];

const hostile = [
  ...words.map((text, index) => ({
    name: `hostile words ${index + 1}`,
    source: `${boxed(text)}\n   │\n   │ ${text}\n   ▼\n${boxed('end')}\n`,
    names: {},
  })),
  {
    name: 'names that are keywords',
    source: keywords().map(boxed).join('\n'),
    names: Object.fromEntries(keywords().map((word) => [word, word])),
  },
  { name: 'nothing', source: '', names: {} },
  { name: 'a box without words', source: '┌───┐\n│   │\n└───┘\n', names: {} },
  { name: 'deep', source: deep(40), names: {} },
];

function boxed(text: string): string {
  const rule = '─'.repeat(text.length + 12);
  return `┌${rule}┐\n│ ${text}\n└${rule}┘`.replace(/\n│ .*\n/, (row) => `${row.slice(0, -1)}${' '.repeat(11)}│\n`);
}

function keywords(): readonly string[] {
  return (
    'end graph subgraph style class click default direction href call o x v label shape link near width null true vars layers ' +
    'classes steps top left e1 text-1 n1-text node edge digraph strict a--b a- fill-pattern'
  ).split(' ');
}

function deep(levels: number): string {
  const rows = (side: 'top' | 'foot') =>
    Array.from({ length: levels }, (_, level) => {
      const wall = '│ '.repeat(level);
      const rule = '─'.repeat(4 * (levels - level) + 4);
      const [open, close] = side === 'top' ? '┌┐' : '└┘';
      return `${wall}${open}${rule}${close}${[...wall].reverse().join('')}`;
    });
  return [...rows('top'), `${'│ '.repeat(levels)} in ${' │'.repeat(levels)}`, ...rows('foot').reverse()].join('\n');
}
