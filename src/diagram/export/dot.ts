import type { Diagram, Direction, Edge, Kind, RenderOptions } from '../model.ts';
import { contentOf, type Connection, type Part } from './content.ts';
import { headingOf } from './heading.ts';
import { nested } from './nested.ts';
import { paper, tintOf } from './palette.ts';
import { middle, placedOf, type Frame, type Placed, type Spot } from './placed.ts';

/**
 * A graph for Graphviz. `dot` lays it out anew, in the direction in which the drawing flows; `neato -n2` takes the places of
 * the drawing, which stand in `pos` and `bb`. A group is a cluster; a line to it leads to a point inside that nobody sees, and
 * is cut at the border.
 */
export function toDot(diagram: Diagram, options: RenderOptions = {}): string {
  const content = contentOf(diagram, options);
  const { title, parts, edges, captions, notes } = content;
  const places = placesOf(placedOf(diagram, content));
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const groups = new Set(parts.filter(({ box }) => box.kind === 'group').map(({ id }) => id));
  const heading = title === null ? {} : { label: words([title]), labelloc: 't' };
  const body = [
    ...[...captions, ...notes].map((line) => `// ${line}`),
    `graph ${attributes({ ...font, ...heading, compound: 'true', rankdir: rank[headingOf(diagram)], bgcolor: paper.ground })}`,
    `node ${attributes({ ...font, shape: 'box', style: 'filled,rounded', margin: '0.18,0.1' })}`,
    `edge ${attributes({ ...font, color: paper.edge, arrowsize: '0.8' })}`,
    ...nested(parts, {
      node: (part) => `"${part.id}" ${attributes({ ...labelOf(part), ...lookOf(part.kind), ...places.node(part) })}`,
      open: ({ id }) => `subgraph "cluster_${id}" {`,
      inside: (part) => [
        `graph ${attributes({ ...labelOf(part), ...panel, ...places.cluster(part) })}`,
        ...(ends.has(part.id) ? [`"${part.id}" ${attributes({ ...unseen, ...places.anchor(part) })}`] : []),
      ],
      close: '}',
    }),
    ...edges.map((edge) => connection(edge, groups, places)),
  ];
  return ['digraph {', ...body.map((line) => `  ${line}`), '}', ''].join('\n');
}

const rank: Readonly<Record<Direction, string>> = { up: 'BT', right: 'LR', down: 'TB', left: 'RL' };
const font = { fontname: 'Helvetica,Arial,sans-serif', fontsize: '13', fontcolor: paper.ink };
const panel = { style: 'filled,rounded', labeljust: 'l', fillcolor: paper.sheet, color: paper.rule };
const unseen = { class: 'anchor', shape: 'point', style: 'invis', width: '0.01' };
const arrows = { forward: 'forward', both: 'both', none: 'none' } as const;
const shapes: Readonly<Partial<Record<Kind, string>>> = {
  edge: 'octagon',
  cache: 'cylinder',
  store: 'cylinder',
  analytics: 'cylinder',
};

/** What is `undefined` is left out. */
type Attributes = Readonly<Record<string, string | undefined>>;

function lookOf(kind: Kind): Attributes {
  const { fill, line } = tintOf(kind);
  const shape = shapes[kind];
  const dashed = kind === 'cache' || kind === 'observability';
  return {
    ...(shape === undefined ? {} : { shape }),
    ...(shape !== undefined || dashed ? { style: dashed ? 'filled,dashed' : 'filled' } : {}),
    fillcolor: fill,
    color: line,
  };
}

function connection({ edge, from, to, head, label }: Connection, groups: ReadonlySet<string>, places: Places): string {
  return `"${from}" -> "${to}" ${attributes({
    ...(head === 'forward' ? {} : { dir: arrows[head] }),
    ...(label.length === 0 ? {} : { label: words(label) }),
    ...(groups.has(from) ? { ltail: `cluster_${from}` } : {}),
    ...(groups.has(to) ? { lhead: `cluster_${to}` } : {}),
    ...places.label(edge),
    ...places.way(edge),
  })}`;
}

function labelOf({ rows, emphasised }: Part): Attributes {
  return { label: words(rows.map(({ text }) => text)), penwidth: emphasised ? '3' : undefined };
}

/** Words inside quotes. Graphviz knows entities and escapes with a backslash in them. */
function words(lines: readonly string[]): string {
  return lines.map((line) => line.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;')).join('\\n');
}

function attributes(values: Attributes): string {
  const stated = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${value}"`]));
  return `[${stated.join(' ')}]`;
}

/** Where things stand, as Graphviz says it: points of 1 px from the lower left corner, sizes in inches of 72. */
interface Places {
  node(part: Part): Attributes;
  cluster(part: Part): Attributes;
  anchor(part: Part): Attributes;
  label(edge: Edge): Attributes;
  way(edge: Edge): Attributes;
}

function placesOf(placed: Placed): Places {
  const point = ({ x, y }: Spot): string => `${tenth(x)},${tenth(placed.height - y)}`;
  const size = ({ left, top, right, bottom }: Frame): Attributes => ({
    width: String(hundredth((right - left) / 72)),
    height: String(hundredth((bottom - top) / 72)),
  });
  return {
    node({ box: { id } }) {
      const frame = placed.frame(id);
      return { pos: point(middle(frame)), ...size(frame) };
    },
    cluster({ box: { id } }) {
      const { left, top, right, bottom } = placed.frame(id);
      return { bb: `${point({ x: left, y: bottom })},${point({ x: right, y: top })}` };
    },
    anchor: ({ box: { id } }) => ({ pos: point(middle(placed.frame(id))) }),
    label(edge) {
      const frame = placed.label(edge);
      return frame ? { lp: point(middle(frame)) } : {};
    },
    way: (edge) => ({ pos: splineOf(placed.way(edge), edge.head, point) }),
  };
}

/** A spline of straight pieces; heads begin where it stops short of the border. */
function splineOf(way: readonly Spot[], head: Connection['head'], point: (spot: Spot) => string): string {
  const [first, second] = [way[0], way[1]];
  const [last, beforeLast] = [way.at(-1), way.at(-2)];
  if (!first || !second || !last || !beforeLast) return '';
  const start = head === 'both' ? towards(first, second, headLength) : first;
  const stop = head === 'none' ? last : towards(last, beforeLast, headLength);
  const spots = [start, ...way.slice(1, -1), stop];
  const curves = spots.slice(1).flatMap((to, index) => {
    const from = spots[index] ?? to;
    return [between(from, to, 1 / 3), between(from, to, 2 / 3), to].map(point);
  });
  const tips = [...(head === 'both' ? [`s,${point(first)}`] : []), ...(head === 'none' ? [] : [`e,${point(last)}`])];
  return [...tips, point(start), ...curves].join(' ');
}

const headLength = 8;

function towards(from: Spot, to: Spot, distance: number): Spot {
  return between(from, to, Math.min(1, distance / Math.hypot(to.x - from.x, to.y - from.y)));
}

function between(from: Spot, to: Spot, part: number): Spot {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
