import { choicesOf, type ByName } from '../choices.ts';
import { inFlowOrder, lineage } from '../flow.ts';
import type {
  Box,
  BoxId,
  Diagram,
  Edge,
  Outline,
  OutlineConnection,
  OutlineLink,
  OutlinePart,
  RenderOptions,
} from '../model.ts';
import { namesOf, titleOf } from '../names.ts';
import { joined, phrasesOf } from './phrases.ts';
import { outlineText } from './sentences.ts';

/**
 * The diagram in sentences: what it has and where it begins and ends, each part with what it leads to and comes from, and the
 * connections one by one. Parts nest as the groups do, siblings in the order of the flow. Ids are those of the graph.
 */
export function toOutline(diagram: Diagram, options: ByName & Pick<RenderOptions, 'kinds'> = {}): Outline {
  const { ids } = namesOf(diagram, options.names);
  const { kinds, links, emphasised } = choicesOf(diagram, options);
  const boxes = new Map(diagram.boxes.map((box) => [box.id, box]));
  const nameOf = (id: BoxId): string => nameOfBox(boxes.get(id));

  const link = (edge: Edge, other: BoxId): OutlineLink => ({
    id: ids.get(other) ?? other,
    name: nameOf(other),
    label: edge.label,
    head: edge.head,
  });
  const part = (box: Box): OutlinePart => {
    const title = titleLines(box);
    return {
      id: ids.get(box.id) ?? box.id,
      kind: kinds.get(box.id) ?? 'compute',
      name: nameOfBox(box),
      detail: phrasesOf(box, box.text.slice(title)),
      leadsTo: diagram.edges.flatMap((edge) => leavingEnd(edge, box.id).map((other) => link(edge, other))),
      comesFrom: diagram.edges
        .filter((edge) => edge.head === 'forward' && edge.to === box.id)
        .map((edge) => link(edge, edge.from)),
      href: links.get(box.id) ?? null,
      emphasised: emphasised.has(box.id),
      parts: inFlowOrder(diagram, box.id).map(part),
    };
  };
  const connections = diagram.edges.map(({ from, to, label, head }): OutlineConnection => ({
    from: nameOf(from),
    to: nameOf(to),
    label,
    head,
  }));
  const parts = inFlowOrder(diagram, null).map(part);
  const stressed = diagram.boxes.filter(({ id }) => emphasised.has(id));
  const overview = `${overviewOf(diagram)}${stressed.length > 0 ? ` Emphasised: ${named(stressed)}.` : ''}`;
  return { overview, parts, connections, text: outlineText(diagram, overview, parts) };
}

/** The far ends that a box leads to by this edge; by a line with two heads or none either end leads to the other. */
function leavingEnd({ from, to, head }: Edge, box: BoxId): readonly BoxId[] {
  if (from === box) return [to];
  return head !== 'forward' && to === box ? [from] : [];
}

function nameOfBox(box: Box | undefined): string {
  return (box && joined([titleOf(box)])) || 'Unnamed part';
}

/** How many of the box's lines its title takes. */
function titleLines(box: Box): number {
  const rest = box.text.findIndex((line) => line.role !== 'title');
  return rest === -1 ? box.text.length : Math.max(rest, Math.min(1, box.text.length));
}

/** "8 parts, 8 connections. Starts at Client; ends at Read DB." Lines inside a group count for the group, and lines at a group for its parts. */
function overviewOf(diagram: Diagram): string {
  const nodes = diagram.boxes.filter(({ kind }) => kind === 'node');
  const groups = diagram.boxes.length - nodes.length;
  const forward = diagram.edges.filter(({ head }) => head === 'forward');
  const touched = (ids: readonly BoxId[]): ReadonlySet<BoxId> => new Set(ids);
  const left = touched(forward.map(({ from }) => from));
  const entered = touched(forward.map(({ to }) => to));
  const above = (set: ReadonlySet<BoxId>, box: Box): boolean => lineage(diagram, box.id).some((id) => set.has(id));
  const below = (set: ReadonlySet<BoxId>, box: Box): boolean =>
    diagram.boxes.some((each) => set.has(each.id) && lineage(diagram, each.id).includes(box.id));
  const starts = diagram.boxes.filter((box) => left.has(box.id) && !above(entered, box) && !below(entered, box));
  const ends = diagram.boxes.filter((box) => entered.has(box.id) && !above(left, box) && !below(left, box));
  const counts = [
    `${counted(nodes.length, 'part')}${groups > 0 ? ` in ${counted(groups, 'group')}` : ''}`,
    diagram.edges.length > 0 ? counted(diagram.edges.length, 'connection') : 'no connections',
  ].join(', ');
  const places = [
    starts.length > 0 ? `starts at ${named(starts)}` : '',
    ends.length > 0 ? `ends at ${named(ends)}` : '',
  ];
  const flow = places.filter(Boolean).join('; ');
  return `${counts}.${flow ? ` ${flow.charAt(0).toUpperCase()}${flow.slice(1)}.` : ''}`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** Equal names are told once, with their number. */
function named(boxes: readonly Box[]): string {
  const counts = new Map<string, number>();
  for (const box of boxes) counts.set(nameOfBox(box), (counts.get(nameOfBox(box)) ?? 0) + 1);
  return inWords([...counts].map(([name, count]) => (count > 1 ? `${name} (${count} of them)` : name)));
}

/** "A", "A and B", "A, B and C". */
function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
