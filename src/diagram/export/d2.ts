import type { Diagram, Kind, RenderOptions } from '../model.ts';
import { contentOf, type Connection, type Part } from './content.ts';
import { headingOf } from './heading.ts';
import { nested } from './nested.ts';
import { paper, tintOf } from './palette.ts';

/** A D2 file. D2 lays it out anew, in the direction in which the drawing flows; ELK, because it knows lines into a group from within. */
export function toD2(diagram: Diagram, options: RenderOptions = {}): string {
  const { title, parts, edges, captions, notes } = contentOf(diagram, options);
  const kinds = [...new Set(parts.filter(({ box }) => box.kind === 'node').map(({ kind }) => kind))];
  const paths = pathsOf(parts);
  return [
    ...[...(title === null ? [] : [title]), ...captions, ...notes].map((line) => `# ${line}`),
    'vars: { d2-config: { layout-engine: elk } }',
    `direction: ${headingOf(diagram)}`,
    'classes: {',
    ...kinds.map((kind) => `  ${kind}: { ${styleOf(kind)} }`),
    `  group: { style: { fill: ${quoted([paper.sheet])}; stroke: ${quoted([paper.rule])}; font-color: ${quoted([paper.ink])} } }`,
    '}',
    ...nested(parts, {
      node: (part) => `${keyOf(part.id)}: ${wordsOf(part)} { class: ${part.kind} }`,
      open: (part) => `${keyOf(part.id)}: ${wordsOf(part)} {`,
      inside: () => ['class: group'],
      close: '}',
    }),
    ...edges.map((edge) => connection(edge, paths)),
    ...parts.filter(({ emphasised }) => emphasised).map(({ id }) => `${paths.get(id) ?? ''}.style.stroke-width: 4`),
    '',
  ].join('\n');
}

/** Where each part is found from the top: `shop.orders`. */
function pathsOf(parts: readonly Part[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const { id, parent } of parts)
    paths.set(id, parent === null ? keyOf(id) : `${paths.get(parent) ?? ''}.${keyOf(id)}`);
  return paths;
}

const arrows = { forward: '->', both: '<->', none: '--' } as const;

function connection({ from, to, head, label }: Connection, paths: ReadonlyMap<string, string>): string {
  const words = label.length === 0 ? '' : `: ${quoted(label)}`;
  return `${paths.get(from) ?? ''} ${arrows[head]} ${paths.get(to) ?? ''}${words}`;
}

const shapes: Readonly<Partial<Record<Kind, string>>> = {
  edge: 'hexagon',
  messaging: 'queue',
  cache: 'cylinder',
  store: 'cylinder',
  analytics: 'cylinder',
};

function styleOf(kind: Kind): string {
  const { fill, line } = tintOf(kind);
  const shape = shapes[kind];
  const styles = [
    `fill: ${quoted([fill])}`,
    `stroke: ${quoted([line])}`,
    `font-color: ${quoted([paper.ink])}`,
    ...(kind === 'client' ? ['border-radius: 14'] : []),
    ...(kind === 'cache' || kind === 'observability' ? ['stroke-dash: 5'] : []),
  ];
  return `${shape === undefined ? '' : `shape: ${shape}; `}style: { ${styles.join('; ')} }`;
}

/** Names may be keywords of D2, and two hyphens are a line to it. No name begins with `_`. */
function keyOf(id: string): string {
  const key = reserved.has(id) ? `_${id}` : id;
  return key.includes('-') ? `"${key}"` : key;
}

const reserved: ReadonlySet<string> = new Set(
  (
    '3d animated bold border-radius class classes constraint desc direction double-border false fill fill-pattern filled font ' +
    'font-color font-size grid-columns grid-gap grid-rows height horizontal-gap icon italic label layers left link multiple near ' +
    'null opacity root scenarios shadow shape source-arrowhead steps stroke stroke-dash stroke-width style suspend ' +
    'target-arrowhead text-transform tooltip top true underline unsuspend vars vertical-gap width'
  ).split(' '),
);

function wordsOf({ rows }: Part): string {
  return quoted(rows.map(({ text }) => text));
}

/** A string in double quotes, in which `$` would begin a variable. */
function quoted(lines: readonly string[]): string {
  return `"${lines.map((line) => line.replace(/[\\"$]/g, '\\$&')).join('\\n')}"`;
}
