import { DOMParser, onErrorStopParsing, type Element } from '@xmldom/xmldom';
import { crookedness, isWithin, type Frame, type Spot } from './geometry.ts';
import type { ReadEdge, ReadGraph, ReadNode } from './graph.ts';

/** What a draw.io file says, and what in its geometry is odd. */
export interface ReadDrawio extends ReadGraph {
  readonly odd: readonly string[];
}

interface Cell {
  readonly id: string;
  readonly parent: string | null;
  readonly value: string;
  readonly style: ReadonlyMap<string, string>;
  readonly isVertex: boolean;
  readonly isEdge: boolean;
  readonly source: string | null;
  readonly target: string | null;
  readonly geometry: Element | null;
}

/** Reads a file as strictly as mxGraph would have to: every id once, every reference to something, every place a number. */
export function readDrawio(source: string): ReadDrawio {
  const cells = cellsIn(source);
  const frames = framesOf(cells);
  const nodes: ReadNode[] = [];
  const edges: ReadEdge[] = [];
  const odd: string[] = [];
  for (const cell of cells.values()) {
    const { id, parent, value } = cell;
    if (cell.isVertex) {
      const frame = frames.get(id);
      if (!frame || frame.right <= frame.left || frame.bottom <= frame.top) odd.push(`${id} has no size`);
      const around = parent === null ? undefined : cells.get(parent);
      if (around?.isVertex) {
        if (around.style.get('container') !== '1') throw new Error(`${around.id} holds ${id} and is no container.`);
        const outer = frames.get(around.id);
        if (frame && outer && !id.startsWith('_') && !isWithin(frame, outer)) odd.push(`${id} leaves ${around.id}`);
      }
      if (id.startsWith('_')) continue;
      const own = linesOf(value);
      const others = [...cells.values()].filter((other) => other.isVertex && other.id.startsWith(`_${id}-text-`));
      nodes.push({
        id,
        kind: cell.style.get('container') === '1' ? 'group' : 'node',
        parent: around?.isVertex ? around.id : null,
        lines: [...own, ...others.flatMap((other) => linesOf(other.value))],
      });
    }
    if (cell.isEdge) {
      const [from, to] = [vertexOf(cell.source, cells), vertexOf(cell.target, cells)];
      const [start, end] = [cell.style.get('startArrow') !== 'none', cell.style.get('endArrow') !== 'none'];
      if (start && !end) throw new Error(`${id} points backwards.`);
      edges.push({ from, to, head: start ? 'both' : end ? 'forward' : 'none', lines: linesOf(value) });
      odd.push(...crookedness(id, wayOf(cell, frames)));
    }
  }
  return { nodes, edges, odd };
}

function cellsIn(source: string): ReadonlyMap<string, Cell> {
  const file = new DOMParser({ onError: onErrorStopParsing }).parseFromString(source, 'text/xml').documentElement;
  const path = ['mxfile', 'diagram', 'mxGraphModel', 'root'];
  let at: Element | null = file;
  for (const [depth, name] of path.entries()) {
    if (at?.tagName !== name) throw new Error(`There is no ${name}.`);
    if (depth < path.length - 1) at = childrenOf(at)[0] ?? null;
  }
  const cells = new Map<string, Cell>();
  for (const element of at ? childrenOf(at) : []) {
    const id = element.getAttribute('id') ?? '';
    if (element.tagName !== 'mxCell' || id === '' || cells.has(id))
      throw new Error(`${id} is no cell, or is one twice.`);
    const geometry = childrenOf(element).find(({ tagName }) => tagName === 'mxGeometry') ?? null;
    const cell = {
      id,
      parent: element.getAttribute('parent'),
      value: element.getAttribute('value') ?? '',
      style: styleOf(element.getAttribute('style') ?? ''),
      isVertex: element.getAttribute('vertex') === '1',
      isEdge: element.getAttribute('edge') === '1',
      source: element.getAttribute('source'),
      target: element.getAttribute('target'),
      geometry,
    };
    if (cell.parent !== null && !cells.has(cell.parent)) throw new Error(`${id} comes before its parent.`);
    if ((cell.isVertex || cell.isEdge) && (geometry === null || geometry.getAttribute('as') !== 'geometry'))
      throw new Error(`${id} has no geometry.`);
    cells.set(id, cell);
  }
  if (cells.get('0')?.parent !== null || cells.get('1')?.parent !== '0')
    throw new Error('The root or its layer is missing.');
  return cells;
}

function styleOf(style: string): ReadonlyMap<string, string> {
  if (style !== '' && !/^(?:[\w.]+(?:=[^;=]*)?;)+$/.test(style)) throw new Error(`This is no style: ${style}`);
  const pairs = style.split(';').filter((pair) => pair !== '');
  return new Map(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']));
}

/** Places on the page: those in a container count from its corner. */
function framesOf(cells: ReadonlyMap<string, Cell>): ReadonlyMap<string, Frame> {
  const frames = new Map<string, Frame>();
  for (const { id, parent, isVertex, geometry } of cells.values()) {
    if (!isVertex || !geometry) continue;
    const around = frames.get(parent ?? '') ?? { left: 0, top: 0 };
    const [x, y] = [around.left + number(geometry, 'x'), around.top + number(geometry, 'y')];
    frames.set(id, { left: x, top: y, right: x + number(geometry, 'width'), bottom: y + number(geometry, 'height') });
  }
  return frames;
}

function wayOf({ id, source, target, style, geometry }: Cell, frames: ReadonlyMap<string, Frame>): readonly Spot[] {
  const points = (geometry ? childrenOf(geometry) : [])
    .filter(({ tagName }) => tagName === 'Array')
    .flatMap((array) => childrenOf(array).map((point) => ({ x: number(point, 'x'), y: number(point, 'y') })));
  const port = (name: 'exit' | 'entry', box: string | null): Spot => {
    const frame = frames.get(box ?? '');
    const [x, y] = [Number(style.get(`${name}X`)), Number(style.get(`${name}Y`))];
    if (!frame || !Number.isFinite(x) || !Number.isFinite(y)) throw new Error(`${id} has no ${name}.`);
    return { x: frame.left + x * (frame.right - frame.left), y: frame.top + y * (frame.bottom - frame.top) };
  };
  return [port('exit', source), ...points, port('entry', target)];
}

function vertexOf(id: string | null, cells: ReadonlyMap<string, Cell>): string {
  if (id === null || !cells.get(id)?.isVertex) throw new Error(`A line ends at ${id ?? 'nothing'}, which is no box.`);
  return id;
}

function number(element: Element, name: string): number {
  const value = Number(element.getAttribute(name) ?? 'none');
  if (!Number.isFinite(value)) throw new Error(`${name} of ${element.tagName} is no number.`);
  return value;
}

/** The lines of a label, which is HTML: bold and line breaks, and no other markup. */
function linesOf(value: string): readonly string[] {
  if (value === '') return [];
  return value.split('<br>').map((line) => {
    const text = line.replace(/^<b>(.*)<\/b>$/, '$1');
    if (/[<>"]|&(?!(?:amp|lt|gt|quot);)/.test(text)) throw new Error(`There is markup in ${value}`);
    return text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '');
  });
}

const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>' };

function childrenOf(element: Element): readonly Element[] {
  return Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);
}
