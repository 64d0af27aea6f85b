import { crookedness, isWithin, type Frame } from './geometry.ts';
import type { ReadEdge, ReadGraph, ReadNode } from './graph.ts';

/** What an Excalidraw file says, and what in its geometry is odd. */
export interface ReadExcalidraw extends ReadGraph {
  readonly odd: readonly string[];
}

interface Binding {
  readonly elementId: string;
  readonly focus: number;
  readonly gap: number;
  readonly fixedPoint: readonly [number, number];
}

interface Base extends Readonly<Record<'x' | 'y' | 'width' | 'height' | 'angle' | 'seed' | 'version', number>> {
  readonly id: string;
  readonly groupIds: readonly string[];
  readonly boundElements: readonly { readonly id: string; readonly type: string }[];
}

type Element =
  | (Base & { readonly type: 'rectangle' })
  | (Base & {
      readonly type: 'text';
      readonly text: string;
      readonly originalText: string;
      readonly containerId: string | null;
    })
  | (Base & {
      readonly type: 'arrow';
      readonly points: readonly (readonly [number, number])[];
      readonly startBinding: Binding;
      readonly endBinding: Binding;
      readonly startArrowhead: string | null;
      readonly endArrowhead: string | null;
    });

/** Reads a file strictly: every binding is known at both of its ends, every group is closed, every place is a number. */
export function readExcalidraw(source: string): ReadExcalidraw {
  const scene = JSON.parse(source) as { type: string; version: number; elements: readonly Element[] };
  if (scene.type !== 'excalidraw' || scene.version !== 2) throw new Error('This is no Excalidraw file.');
  const elements = new Map(scene.elements.map((element) => [element.id, element]));
  if (elements.size !== scene.elements.length) throw new Error('Two elements have one id.');
  const nodes: ReadNode[] = [];
  const edges: ReadEdge[] = [];
  const odd: string[] = [];
  const groups = new Set(scene.elements.flatMap(({ groupIds }) => groupIds));
  for (const element of scene.elements) {
    for (const key of ['x', 'y', 'width', 'height', 'seed', 'version'] as const)
      if (!Number.isFinite(element[key])) throw new Error(`${key} of ${element.id} is no number.`);
    checkBindings(element, elements);
    checkGroups(element, elements);
    if (element.type === 'arrow') {
      edges.push(readArrow(element, elements));
      const way = element.points.map(([x, y]) => ({ x: element.x + x, y: element.y + y }));
      odd.push(...crookedness(element.id, way));
      if (element.points[0]?.join() !== '0,0') odd.push(`${element.id} does not begin at its place`);
    } else if (!element.id.startsWith('_')) {
      const isGroup = groups.has(element.id);
      const parent = element.groupIds[isGroup ? 1 : 0] ?? null;
      const outer = parent === null ? undefined : elements.get(parent);
      if (outer && !isWithin(frameOf(element), frameOf(outer))) odd.push(`${element.id} leaves ${outer.id}`);
      const others = scene.elements.filter(({ id }) => id.startsWith(`_${element.id}-text-`));
      const words = [element, ...boundText(element, elements), ...others];
      nodes.push({ id: element.id, kind: isGroup ? 'group' : 'node', parent, lines: words.flatMap(linesOf) });
    }
  }
  return { nodes, edges, odd };
}

function readArrow(arrow: Extract<Element, { type: 'arrow' }>, elements: ReadonlyMap<string, Element>): ReadEdge {
  const [start, end] = [arrow.startArrowhead !== null, arrow.endArrowhead !== null];
  if (start && !end) throw new Error(`${arrow.id} points backwards.`);
  return {
    from: arrow.startBinding.elementId,
    to: arrow.endBinding.elementId,
    head: start ? 'both' : end ? 'forward' : 'none',
    lines: boundText(arrow, elements).flatMap(linesOf),
  };
}

/** What an element says of others, they say of it. */
function checkBindings(element: Element, elements: ReadonlyMap<string, Element>): void {
  const knows = (id: string, type: string): boolean =>
    elements.get(id)?.boundElements.some((bound) => bound.id === element.id && bound.type === type) ?? false;
  if (element.type === 'text' && element.containerId !== null && !knows(element.containerId, 'text'))
    throw new Error(`${element.containerId} does not know its words ${element.id}.`);
  if (element.type === 'arrow')
    for (const { elementId, focus, gap, fixedPoint } of [element.startBinding, element.endBinding]) {
      if (!knows(elementId, 'arrow')) throw new Error(`${elementId} does not know the arrow ${element.id}.`);
      if (![focus, gap, ...fixedPoint].every(Number.isFinite)) throw new Error(`${element.id} is bound nowhere.`);
    }
  for (const { id, type } of element.boundElements) {
    const bound = elements.get(id);
    const back =
      bound?.type === 'text'
        ? bound.containerId === element.id
        : bound?.type === 'arrow' &&
          [bound.startBinding, bound.endBinding].some(({ elementId }) => elementId === element.id);
    if (bound?.type !== type || !back) throw new Error(`${id} does not know that it is bound to ${element.id}.`);
  }
}

/** Each group is a rectangle, and is inside all groups that are named after it. */
function checkGroups({ id, groupIds }: Element, elements: ReadonlyMap<string, Element>): void {
  for (const [index, group] of groupIds.entries()) {
    const panel = elements.get(group);
    if (panel?.type !== 'rectangle' || panel.groupIds.join() !== groupIds.slice(index).join())
      throw new Error(`${id} is in ${groupIds.join()}, and ${group} is not.`);
  }
}

function boundText({ boundElements }: Element, elements: ReadonlyMap<string, Element>): readonly Element[] {
  return boundElements.flatMap(({ id, type }) => (type === 'text' ? (elements.get(id) ?? []) : []));
}

function linesOf(element: Element): readonly string[] {
  if (element.type !== 'text') return [];
  if (element.text !== element.originalText) throw new Error(`${element.id} says two things.`);
  return element.text.split('\n');
}

function frameOf({ x, y, width, height }: Element): Frame {
  return { left: x, top: y, right: x + width, bottom: y + height };
}
