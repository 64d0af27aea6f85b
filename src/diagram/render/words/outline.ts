import { choicesOf, type ByName, type Choices } from '../../choices/choices.ts';
import { flowOf, lineageOf } from './flow.ts';
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
} from '../../model.ts';
import { idsOf, titleOf } from '../../choices/names.ts';
import { joined, phrasesOf } from './phrases.ts';
import { outlineText } from './sentences.ts';

/**
 * The diagram in sentences: what it has and where it begins and ends, each part with what it leads to and comes from, and the
 * connections one by one. Parts nest as the groups do, siblings in the order of the flow. Ids are those of the graph.
 */
export function toOutline(diagram: Diagram, options: ByName & Pick<RenderOptions, 'kinds'> = {}): Outline {
  const { overview, parts } = outlinedParts(diagram, idsOf(diagram, options.names), choicesOf(diagram, options));
  const nameOf = namesIn(diagram);
  const connections = diagram.edges.map(({ from, to, label, head }): OutlineConnection => ({
    from: nameOf(from),
    to: nameOf(to),
    label,
    head,
  }));
  return { overview, parts, connections, text: outlineText(diagram, overview, parts) };
}

/** What a picture tells of the outline: the overview and the parts. */
export function outlinedParts(
  diagram: Diagram,
  ids: ReadonlyMap<BoxId, string>,
  { kinds, links, emphasised }: Choices,
): Pick<Outline, 'overview' | 'parts'> {
  const nameOf = namesIn(diagram);
  const link = (edge: Edge, other: BoxId): OutlineLink => ({
    id: ids.get(other) ?? other,
    name: nameOf(other),
    label: edge.label,
    head: edge.head,
  });
  const leadsTo = new Map<BoxId, OutlineLink[]>();
  const comesFrom = new Map<BoxId, OutlineLink[]>();
  for (const edge of diagram.edges) {
    const { from, to, head } = edge;
    addTo(leadsTo, from, link(edge, to));
    if (head === 'forward') addTo(comesFrom, to, link(edge, from));
    // by a line with two heads or none either end leads to the other
    else if (to !== from) addTo(leadsTo, to, link(edge, from));
  }
  const inFlowOrder = flowOf(diagram);
  const done = new Map<BoxId, OutlinePart>();
  const partsIn = (parent: BoxId | null): readonly OutlinePart[] =>
    inFlowOrder(parent).flatMap(({ id }) => done.get(id) ?? []);
  // what a box holds comes after it
  for (const box of diagram.boxes.toReversed()) {
    const title = titleLines(box);
    done.set(box.id, {
      id: ids.get(box.id) ?? box.id,
      kind: kinds.get(box.id) ?? 'compute',
      name: nameOf(box.id),
      detail: phrasesOf(box, box.text.slice(title)),
      leadsTo: leadsTo.get(box.id) ?? [],
      comesFrom: comesFrom.get(box.id) ?? [],
      href: links.get(box.id) ?? null,
      emphasised: emphasised.has(box.id),
      parts: partsIn(box.id),
    });
  }
  const stressed = diagram.boxes.filter(({ id }) => emphasised.has(id));
  const overview = `${overviewOf(diagram)}${stressed.length > 0 ? ` Emphasised: ${named(stressed)}.` : ''}`;
  return { overview, parts: partsIn(null) };
}

/** The name of each box, one value however often it is told. */
function namesIn({ boxes }: Diagram): (id: BoxId) => string {
  const names = new Map<BoxId, string>();
  for (const box of boxes) names.set(box.id, nameOfBox(box));
  return (id) => names.get(id) ?? unnamed;
}

function addTo(links: Map<BoxId, OutlineLink[]>, box: BoxId, link: OutlineLink): void {
  const own = links.get(box);
  if (own) own.push(link);
  else links.set(box, [link]);
}

function nameOfBox(box: Box): string {
  return joined([titleOf(box)]) || unnamed;
}

const unnamed = 'Unnamed part';

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
  const lineage = lineageOf(diagram);
  const around = (set: ReadonlySet<BoxId>): ReadonlySet<BoxId> => touched([...set].flatMap(lineage));
  const [aroundLeft, aroundEntered] = [around(left), around(entered)];
  const starts = diagram.boxes.filter(
    ({ id }) => left.has(id) && !aroundEntered.has(id) && !lineage(id).some((each) => entered.has(each)),
  );
  const ends = diagram.boxes.filter(
    ({ id }) => entered.has(id) && !aroundLeft.has(id) && !lineage(id).some((each) => left.has(each)),
  );
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
