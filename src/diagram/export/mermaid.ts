import type { Diagram, Direction, Kind, RenderOptions } from '../model.ts';
import { contentOf, type Connection, type Part } from './content.ts';
import { headingOf } from './heading.ts';
import { nested } from './nested.ts';
import { paper, tintOf } from './palette.ts';

/** A Mermaid flowchart. Mermaid lays it out anew, in the direction in which the drawing flows. */
export function toMermaid(diagram: Diagram, options: RenderOptions = {}): string {
  const { title, parts, edges, captions, notes } = contentOf(diagram, options);
  const kinds = [...new Set(parts.filter(({ box }) => box.kind === 'node').map(({ kind }) => kind))];
  const groups = parts.filter(({ box }) => box.kind === 'group').map(({ id }) => idOf(id));
  return [
    ...(title === null ? [] : ['---', `title: ${JSON.stringify(title)}`, '---']),
    `flowchart ${directions[headingOf(diagram)]}`,
    ...[...captions, ...notes].map((line) => `  %% ${line}`),
    ...nested(parts, {
      node: (part) => `${idOf(part.id)}${shape(part)}:::${part.kind}`,
      open: ({ id, rows }) => `subgraph ${idOf(id)}[${quoted(rows.map(({ text }) => text))}]`,
      close: 'end',
    }).map((line) => `  ${line}`),
    ...edges.map((edge) => `  ${link(edge)}`),
    ...(groups.length === 0 ? [] : [`  class ${groups.join()} group`, `  classDef group ${panel}`]),
    ...kinds.map((kind) => `  classDef ${kind} ${styleOf(kind)}`),
    ...parts.filter(({ emphasised }) => emphasised).map(({ id }) => `  style ${idOf(id)} stroke-width:3px`),
    '',
  ].join('\n');
}

const directions: Readonly<Record<Direction, string>> = { up: 'BT', right: 'LR', down: 'TB', left: 'RL' };

/** Brackets around the words of a node by its kind. */
const brackets: Readonly<Record<Kind, readonly [string, string]>> = {
  client: ['([', '])'],
  edge: ['{{', '}}'],
  routing: ['[', ']'],
  compute: ['[', ']'],
  messaging: ['[[', ']]'],
  cache: ['[(', ')]'],
  store: ['[(', ')]'],
  analytics: ['[(', ')]'],
  platform: ['[', ']'],
  observability: ['[', ']'],
};

function shape({ kind, rows }: Part): string {
  const [open, close] = brackets[kind];
  return open + quoted(rows.map(({ text }) => text)) + close;
}

const arrows = { forward: '-->', both: '<-->', none: '---' } as const;

function link({ from, to, head, label }: Connection): string {
  const words = label.length === 0 ? '' : `|${quoted(label)}|`;
  return `${idOf(from)} ${arrows[head]}${words} ${idOf(to)}`;
}

const panel = `fill:${paper.sheet},stroke:${paper.rule},color:${paper.ink}`;

function styleOf(kind: Kind): string {
  const { fill, line } = tintOf(kind);
  const dashed = kind === 'cache' || kind === 'observability' ? ',stroke-dasharray:5 3' : '';
  return `fill:${fill},stroke:${line},color:${paper.ink}${dashed}`;
}

/** Names may hold hyphens, which Mermaid reads as lines, or be words of its own. No name begins with `_` or holds one. */
function idOf(id: string): string {
  return (reserved.has(id) || id.length === 1 ? '_' : '') + id.replaceAll('-', '_');
}

const reserved: ReadonlySet<string> = new Set(
  'call class click default direction end flowchart graph href style subgraph'.split(' '),
);

/** Words as Mermaid shows them letter by letter: what it would read as markup, Markdown or a mark of its own is an entity. */
function quoted(lines: readonly string[]): string {
  return `"${lines.map(entities).join('<br/>') || ' '}"`;
}

function entities(line: string): string {
  return (
    line
      .replace(/["#&<>`\\*@|]|~~|\$\$|%%|^[-+=]|(?<=^\d+)[.)]|\](?=[(:[])|(?<!\w)_|_(?!\w)|(?<=www)\./g, codes)
      .replace(/:(?=\S*#|\/\/)/g, codes)
      // As an entity too it would be a line break before an n: nothing that is seen parts the two.
      .replaceAll('#92;n', '#92;#8288;n')
  );
}

function codes(found: string): string {
  return [...found].map((letter) => named.get(letter) ?? `#${letter.codePointAt(0) ?? 0};`).join('');
}

const named: ReadonlyMap<string, string> = new Map([
  ['"', '#quot;'],
  ['&', '#amp;'],
  ['<', '#lt;'],
  ['>', '#gt;'],
]);
