import type { Diagram, Kind, RenderOptions } from '../model.ts';
import { captionOf } from '../choices/names.ts';
import { contentOf, type Connection, type Part, type TextRow } from './content.ts';
import { halfway } from './halfway.ts';
import { paper, tintOf } from './palette.ts';
import { middle, placedOf, type Frame, type Placed, type Spot } from './placed.ts';
import { printable } from './printable.ts';
import { escaped, writeXml, xml, type Xml } from './xml.ts';

/**
 * A draw.io file with the drawing where it stands. Groups are containers that take along what they hold; lines hang on their
 * boxes at the places where they are drawn, turn where they turn, and stay orthogonal when something is moved.
 * No name of a part begins with `_`: other ids do.
 */
export function toDrawio(diagram: Diagram, options: RenderOptions = {}): string {
  const content = contentOf(diagram, options);
  const placed = placedOf(diagram, content);
  const boxes = new Map(content.parts.map((part) => [part.id, part]));
  const frameOf = (id: string | null): Frame | null => {
    const part = id === null ? undefined : boxes.get(id);
    return part ? placed.frame(part.box.id) : null;
  };
  const cells = [
    xml('mxCell', { id: '0' }),
    xml('mxCell', { id: layer, parent: '0' }),
    ...content.parts.flatMap((part) => partCells(part, frameOf(part.parent), placed)),
    ...content.edges.map((edge) => edgeCell(edge, placed)),
    ...placed.texts.map(({ text, role, frame }, index) =>
      textCell(`_text-${index + 1}`, layer, lines(text, role), frame, 'verticalAlign=top;'),
    ),
  ];
  const size = { pageWidth: Math.ceil(placed.width), pageHeight: Math.ceil(placed.height), page: 0, grid: 0 };
  const model = xml('mxGraphModel', { ...size, background: paper.ground }, [xml('root', {}, cells)]);
  const name = content.title ?? printable(captionOf(diagram) ?? 'Diagram');
  return writeXml(xml('mxfile', { host: 'plumbline' }, [xml('diagram', { id: 'diagram', name }, [model])]));
}

/** The layer on which all stands. */
const layer = '1';

const font = `fontFamily=Helvetica;fontSize=13;fontColor=${paper.ink};`;
const words = 'html=1;whiteSpace=wrap;';
const left = 'align=left;spacingLeft=10;spacingRight=4;';

const shapes: Readonly<Record<Kind, string>> = {
  client: 'rounded=1;absoluteArcSize=1;arcSize=28;',
  edge: 'shape=hexagon;size=9;fixedSize=1;',
  routing: 'rounded=1;absoluteArcSize=1;arcSize=6;',
  compute: 'rounded=1;absoluteArcSize=1;arcSize=6;',
  messaging: 'shape=process;size=4;fixedSize=1;',
  cache: 'shape=cylinder3;size=5;boundedLbl=0;dashed=1;dashPattern=5 3;',
  store: 'shape=cylinder3;size=5;boundedLbl=0;',
  analytics: 'shape=cylinder3;size=5;boundedLbl=0;',
  platform: 'rounded=1;absoluteArcSize=1;arcSize=6;',
  observability: 'rounded=1;absoluteArcSize=1;arcSize=6;dashed=1;dashPattern=5 3;',
};

function partCells(part: Part, around: Frame | null, placed: Placed): readonly Xml[] {
  const { box, id, head, inPlace } = part;
  const parent = part.parent ?? layer;
  const frame = placed.frame(box.id);
  const place = inside(frame, around);
  const strong = part.emphasised ? 'strokeWidth=2.5;' : '';
  if (box.kind === 'node') return [vertex(id, parent, html(head), nodeStyle(part) + strong, place)];
  const own = vertex(id, parent, html(head), groupStyle(part) + strong, place);
  const others = inPlace.map((row, index) => {
    const { x, y } = placed.spot(row.at);
    const line = { left: Math.max(x, frame.left + 8), top: y - 10, right: frame.right, bottom: y + 10 };
    return textCell(`_${id}-text-${index + 1}`, id, html([row]), inside(line, frame), '');
  });
  return [own, ...others];
}

function nodeStyle({ box, kind, rows }: Part): string {
  const { fill, line } = tintOf(kind);
  if (box.shape === 'words') return `text;${words}${font}align=center;verticalAlign=middle;`;
  const across = box.shape === 'cell' || rows.length === 0 ? 'align=center;' : left;
  const shape = box.shape === 'cell' ? '' : shapes[kind];
  return `${shape}${words}${font}${across}verticalAlign=middle;fillColor=${fill};strokeColor=${line};`;
}

function groupStyle({ depth }: Part): string {
  const fill = depth % 2 === 0 ? paper.sheet : paper.ground;
  return (
    `rounded=1;absoluteArcSize=1;arcSize=12;${words}${font}${left}verticalAlign=top;spacingTop=4;` +
    `container=1;collapsible=0;recursiveResize=0;fillColor=${fill};strokeColor=${paper.rule};`
  );
}

function vertex(id: string, parent: string, value: string, style: string, { left, top, right, bottom }: Frame): Xml {
  const geometry = { x: tenth(left), y: tenth(top), width: tenth(right - left), height: tenth(bottom - top) };
  return xml('mxCell', { id, parent, value, style, vertex: 1 }, [xml('mxGeometry', { ...geometry, as: 'geometry' })]);
}

function textCell(id: string, parent: string, value: string, frame: Frame, style: string): Xml {
  return vertex(id, parent, value, `text;html=1;${font}align=left;verticalAlign=middle;spacing=0;${style}`, frame);
}

/** A box in a container has its place in the container. */
function inside({ left, top, right, bottom }: Frame, around: Frame | null): Frame {
  const { left: x, top: y } = around ?? { left: 0, top: 0 };
  return { left: left - x, top: top - y, right: right - x, bottom: bottom - y };
}

function edgeCell({ edge, id, from, to, head, label }: Connection, placed: Placed): Xml {
  const way = placed.way(edge);
  const at = placed.label(edge);
  const [start, end] = [way[0], way.at(-1)];
  const style =
    `edgeStyle=orthogonalEdgeStyle;rounded=1;html=1;${font}fontStyle=2;strokeColor=${paper.edge};strokeWidth=1.5;` +
    `labelBackgroundColor=${paper.ground};startArrow=${head === 'both' ? arrow : 'none'};startSize=7;` +
    `endArrow=${head === 'none' ? 'none' : arrow};endSize=7;` +
    `${start ? port('exit', start, placed.frame(edge.from)) : ''}${end ? port('entry', end, placed.frame(edge.to)) : ''}`;
  const points = xml(
    'Array',
    { as: 'points' },
    way.slice(1, -1).map(({ x, y }) => xml('mxPoint', { x, y })),
  );
  const offset = at ? [pointFrom(halfway(way), middle(at))] : [];
  const geometry = xml('mxGeometry', { relative: 1, as: 'geometry' }, [points, ...offset]);
  const value = label.map(escaped).join('<br>');
  return xml('mxCell', { id: `_${id}`, parent: layer, value, style, edge: 1, source: from, target: to }, [geometry]);
}

const arrow = 'classic';

/** Where on its box a line ends, in parts of its sides. A line to a lifeline ends beside the box. */
function port(name: 'exit' | 'entry', { x, y }: Spot, { left, top, right, bottom }: Frame): string {
  const across = share(x - left, right - left);
  const down = share(y - top, bottom - top);
  return `${name}X=${across};${name}Y=${down};${name}Dx=0;${name}Dy=0;${name}Perimeter=0;`;
}

/** A line ends at the outer edge of a border, which is as good as on it. */
function share(distance: number, whole: number): number {
  if (Math.abs(distance) < 0.7) return 0;
  if (Math.abs(distance - whole) < 0.7) return 1;
  return Math.round((distance / whole) * 10_000) / 10_000;
}

/** How far the label stands from the middle of its line. */
function pointFrom(from: Spot, to: Spot): Xml {
  return xml('mxPoint', { x: tenth(to.x - from.x), y: tenth(to.y - from.y), as: 'offset' });
}

/** The title stands out; lines stay lines. */
function html(rows: readonly TextRow[]): string {
  return rows.map(({ text, role }) => (role === 'title' ? `<b>${escaped(text)}</b>` : escaped(text))).join('<br>');
}

function lines(text: string, role: 'caption' | 'note'): string {
  const rows = text.split('\n').map(escaped).join('<br>');
  return role === 'caption' ? `<b>${rows}</b>` : rows;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
