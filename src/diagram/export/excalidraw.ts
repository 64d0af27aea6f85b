import type { Diagram, Kind, RenderOptions } from '../model.ts';
import { arrowOf } from './excalidraw-arrow.ts';
import { baseOf, textElement, textSize, type Element, type Reference } from './excalidraw-elements.ts';
import { contentOf, type Part } from './content.ts';
import { paper, tintOf } from './palette.ts';
import { middle, placedOf, type Frame, type Placed } from './placed.ts';

/**
 * An Excalidraw file with the drawing where it stands. Arrows are bound to their boxes and words to what they name, each from
 * both sides, so that they move along. A group is its rectangle and all that it holds, joined by Excalidraw's own groups.
 */
export function toExcalidraw(diagram: Diagram, options: RenderOptions = {}): string {
  const content = contentOf(diagram, options);
  const placed = placedOf(diagram, content);
  const around = groupsAround(content.parts);
  const arrows = content.edges.flatMap((edge) =>
    arrowOf(edge, placed, shared(around.get(edge.from) ?? [], around.get(edge.to) ?? [])),
  );
  const bound = new Map<string, Reference[]>();
  for (const { id, from, to } of content.edges)
    for (const end of new Set([from, to])) {
      const arrow: Reference = { id: `_${id}`, type: 'arrow' };
      const own = bound.get(end);
      if (own) own.push(arrow);
      else bound.set(end, [arrow]);
    }
  const boxes = content.parts.flatMap((part) =>
    partElements(part, placed, around.get(part.id) ?? [], bound.get(part.id) ?? []),
  );
  const texts = placed.texts.map(({ text, frame }, index) =>
    textElement(`_text-${index + 1}`, text, { x: frame.left, y: frame.top }, { align: 'left', groups: [] }),
  );
  // A seed for each, told by its place: the same drawing is the same file.
  const elements = [...boxes, ...arrows, ...texts].map((element, index) => ({
    ...element,
    seed: index + 1,
    version: 1,
    versionNonce: index + 1,
  }));
  const appState = { viewBackgroundColor: paper.ground, gridSize: null };
  return `${JSON.stringify({ type: 'excalidraw', version: 2, source: 'plumbline', elements, appState, files: {} }, null, 2)}\n`;
}

/** The groups in which each part moves, innermost first; a group moves with what it holds. */
function groupsAround(parts: readonly Part[]): ReadonlyMap<string, readonly string[]> {
  const around = new Map<string, readonly string[]>();
  for (const { id, parent, box } of parts) {
    const outer = parent === null ? [] : (around.get(parent) ?? []);
    around.set(id, box.kind === 'group' ? [id, ...outer] : outer);
  }
  return around;
}

function shared(one: readonly string[], other: readonly string[]): readonly string[] {
  const also = new Set(other);
  return one.filter((group) => also.has(group));
}

function partElements(
  part: Part,
  placed: Placed,
  groups: readonly string[],
  arrows: readonly Reference[],
): readonly Element[] {
  const { box, id, head, inPlace } = part;
  const frame = placed.frame(box.id);
  if (box.shape === 'words' && head.length > 0) {
    const text = linesOf(head);
    const { width, height } = textSize(text);
    const { x, y } = middle(frame);
    const words = textElement(id, text, { x: x - width / 2, y: y - height / 2 }, { align: 'center', groups });
    return [{ ...words, boundElements: arrows }];
  }
  const title = linesOf(head);
  const name: readonly Reference[] = title === '' ? [] : [{ id: `_${id}-text`, type: 'text' }];
  return [
    { ...baseOf(id, 'rectangle', frame, groups), ...look(part), boundElements: [...name, ...arrows] },
    ...(title === '' ? [] : [boundText(part, title, frame, groups)]),
    ...inPlace.map(({ text, at }, index) => {
      const { x, y } = placed.spot(at);
      const place = { x: Math.max(x, frame.left + 8), y: y - 9 };
      return textElement(`_${id}-text-${index + 1}`, text, place, { align: 'left', groups });
    }),
  ];
}

/** Excalidraw keeps this much free between a box and its words. */
const padding = 5;

function boundText({ box, id, rows }: Part, text: string, frame: Frame, groups: readonly string[]): Element {
  const { width, height } = textSize(text);
  // Lists begin at one edge; so do the titles of groups.
  const centred = box.kind === 'node' && !rows.some(({ role }) => role === 'item');
  const { x, y } = middle(frame);
  const place = {
    x: centred ? x - width / 2 : frame.left + padding,
    y: box.kind === 'group' ? frame.top + padding : y - height / 2,
  };
  const words = textElement(`_${id}-text`, text, place, { align: centred ? 'center' : 'left', groups, container: id });
  return { ...words, verticalAlign: box.kind === 'group' ? 'top' : 'middle' };
}

function look({ box, kind, depth, emphasised }: Part): Partial<Element> {
  const strokeWidth = emphasised ? 2.5 : 1;
  if (box.kind === 'group')
    return {
      strokeWidth,
      strokeColor: paper.rule,
      backgroundColor: depth % 2 === 0 ? paper.sheet : paper.ground,
      roundness: { type: 3, value: 6 },
    };
  const { fill, line } = tintOf(kind);
  return {
    strokeWidth,
    strokeColor: line,
    backgroundColor: fill,
    strokeStyle: dashed.has(kind) ? 'dashed' : 'solid',
    roundness: box.shape === 'cell' ? null : { type: 3, value: kind === 'client' ? 14 : 4 },
  };
}

const dashed: ReadonlySet<Kind> = new Set(['cache', 'observability']);

function linesOf(rows: Part['rows']): string {
  return rows.map(({ text }) => text).join('\n');
}
