import type { Element, ElementContent, Properties } from 'hast';
import {
  detailOf,
  relationsOf,
  toHast,
  toKey,
  toOutline,
  toText,
  toThumb,
  type Diagram,
  type Kind,
  type KindTable,
  type Outline,
  type OutlinePart,
} from '../diagram/index.ts';
import type { FenceOptions } from './info-string.ts';
import { allParts } from './parts.ts';

export interface FigureOptions extends Omit<FenceOptions, 'id' | 'title'> {
  readonly id: string;
  readonly title: string;
  readonly kinds: KindTable | undefined;
  /** Files of the drawing that the page offers, beside the picture. */
  readonly files: readonly FileLink[];
  /** Where boxes lead in the picture, by name; the words beside it have the links of the author alone. */
  readonly addresses: Readonly<Record<string, string>>;
  /** The first diagram of its page: it has the key, and for phones a map of itself. */
  readonly main: boolean;
}

export interface FileLink {
  /** As people call the format. */
  readonly name: string;
  /** Seen from the page. */
  readonly href: string;
}

/** The figure of a page: what goes into the tree, and the outline it tells. */
export interface Figure {
  readonly properties: Properties;
  readonly children: readonly ElementContent[];
  readonly outline: Outline;
  /** The kinds in its key; each plate has the id `key-<kind>`. */
  readonly key: readonly Kind[];
}

/**
 * A diagram on a page: caption, overview, picture, and the same graph in words: a list of parts with links along the lines, and
 * a table of connections. Everything is in the HTML; styles decide what is open at which width.
 */
export function figureOf(diagram: Diagram, { id, as, main, files, addresses, ...said }: FigureOptions): Figure {
  const { title } = said;
  const options = { ...said, idPrefix: id };
  const outline = toOutline(diagram, options);
  const picture =
    as === 'text'
      ? h('pre', { className: ['drawing'], role: 'img', ariaLabel: `${title}. ${outline.overview}` }, toText(diagram))
      : inPage(toHast(diagram, { ...options, links: { ...addresses, ...said.links } }));
  const parts = allParts(outline.parts);
  // A handful of boxes needs neither a map of itself nor a key.
  const large = main && as !== 'text' && parts.length > fewParts;
  const key = large ? [...new Set(parts.map(({ kind }) => kind))] : [];
  const map = large ? [h('div', { className: ['inset'], ariaHidden: 'true' }, inPage(toThumb(diagram, options)))] : [];
  const hint =
    as === 'text' ? [] : [h('p', { className: ['hint', 'small', 'softer'] }, 'The picture scrolls sideways.')];
  const region = {
    className: ['scroll'],
    role: 'region',
    ariaLabel: `${title}, scrolls sideways on narrow screens`,
    tabIndex: 0,
  };
  return {
    properties: { id, className: ['fig'], ariaLabelledBy: [`${id}-caption`] },
    children: [
      h('figcaption', { id: `${id}-caption` }, h('b', {}, title)),
      h('p', { className: ['over', 'small', 'soft'] }, outline.overview),
      ...map,
      ...hint,
      h('div', { className: ['plate'] }, h('div', region, picture), ...besideOf(key, files)),
      ...notesOf(diagram),
      inWords(outline, id),
    ],
    outline,
    key,
  };
}

const fewParts = 5;

/** Only a file of its own has to say that it is SVG. */
function inPage({ properties: { xmlns: _, ...properties }, ...svg }: Element): Element {
  return { ...svg, properties };
}

/** Beside the picture: the key, and files to take along. */
function besideOf(kinds: readonly Kind[], files: readonly FileLink[]): readonly Element[] {
  const parts = [...(kinds.length > 0 ? [keyOf(kinds)] : []), ...(files.length > 0 ? [filesOf(files)] : [])];
  return parts.length > 0 ? [h('div', { className: ['side'] }, ...parts)] : [];
}

/** The kinds that are drawn, in the order of the flow, each as a plate with its name. */
function keyOf(kinds: readonly Kind[]): Element {
  const entries = kinds.map((kind) => h('li', {}, plateOf(kind), `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`));
  return h('div', {}, h('p', { className: ['keyh'] }, 'Key'), h('ul', { className: ['keys'] }, ...entries));
}

function filesOf(files: readonly FileLink[]): Element {
  const links = files.flatMap(({ name, href }) => [h('a', { href, download: true }, name), ' ']);
  return h(
    'div',
    {},
    h('p', { className: ['keyh'] }, 'Take it along'),
    h('p', { className: ['take'] }, ...links.slice(0, -1)),
  );
}

function plateOf(kind: Kind): Element {
  const plate = inPage(toKey(kind));
  return { ...plate, properties: { ...plate.properties, id: `key-${kind}` } };
}

/** The graph as a list of parts with links along the lines, and as a table of connections; closed until it is asked for. */
export function inWords(outline: Outline, id: string): Element {
  return h(
    'details',
    { className: ['alt'] },
    h('summary', {}, 'Diagram as text'),
    h(
      'div',
      { className: ['two', 'altgrid'] },
      h('div', {}, h('p', { className: ['keyh'] }, 'Parts, in the order of the flow'), partList(outline.parts, id)),
      h('div', {}, ...(outline.connections.length > 0 ? [connectionTable(outline)] : [])),
    ),
  );
}

/** The parts as a list, each with what it leads to and comes from; groups hold theirs. `id` begins every anchor. */
export function partList(parts: readonly OutlinePart[], id: string): Element {
  return h('ul', { className: ['parts'] }, ...parts.map((part) => partItem(part, id)));
}

function partItem(part: OutlinePart, id: string): Element {
  const { qualifier, list } = detailOf(part);
  const detail = [qualifier, list].filter(Boolean).join(' ');
  return h(
    'li',
    { id: anchor(id, part.id) },
    h('b', {}, part.href === null ? part.name : h('a', { href: part.href }, part.name)),
    ...(detail ? [' ', h('span', { className: ['soft'] }, detail)] : []),
    ...relationsOf(part).map(({ verb, links }) =>
      h(
        'span',
        { className: ['dir'] },
        ` ${verb.charAt(0).toLowerCase()}${verb.slice(1)} `,
        ...links.flatMap(({ id: other, name, label }, at) => [
          ...(at > 0 ? [', '] : []),
          h('a', { href: `#${anchor(id, other)}` }, name),
          ...(label === null ? [] : [' ', h('em', {}, label)]),
        ]),
      ),
    ),
    ...(part.parts.length > 0 ? [partList(part.parts, id)] : []),
  );
}

/** The SVG has the ids of the graph; the words beside it have ids of their own. */
function anchor(id: string, part: string): string {
  return `${id}-text-${part}`;
}

const arrows = { forward: '', both: ' (both ways)', none: ' (no direction)' } as const;

function connectionTable({ connections }: Outline): Element {
  const heads = ['From', 'Label', 'To'].map((head) => h('th', { scope: 'col' }, head));
  const rows = connections.map(({ from, to, label, head }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, from),
      h('td', {}, label === null ? h('span', { className: ['softer'] }, 'none') : h('em', {}, label)),
      h('td', {}, `${to}${arrows[head]}`),
    ),
  );
  return h(
    'table',
    { className: ['tight'] },
    h('caption', { className: ['small', 'soft'] }, 'The same connections as a table'),
    h('thead', {}, h('tr', {}, ...heads)),
    h('tbody', {}, ...rows),
  );
}

/** Prose that the author wrote below the drawing: a paragraph a block, a line a line. */
function notesOf({ notes }: Diagram): readonly Element[] {
  const blocks = notes.split(/\n\s*\n/).filter((block) => block.trim() !== '');
  return blocks.map((block) =>
    h(
      'p',
      { className: ['notes', 'small'] },
      ...block.split('\n').flatMap((line, at) => [...(at > 0 ? [h('br', {})] : []), line.trim()]),
    ),
  );
}

function h(tagName: string, properties: Properties, ...children: readonly (ElementContent | string)[]): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
}
