import type { BoxDraft } from './box-text.ts';
import { byPlace } from '../geometry/by-place.ts';
import { labelText, type LabelDraft } from './label-drafts.ts';
import { isAlong } from './labels.ts';
import type { Pair } from './edges.ts';
import type { Box, BoxId, Diagram, Edge, End, Label, Net, Segment, TextLine, TextRun } from '../model.ts';
import { attachedEnds, type NetDraft } from './net-drafts.ts';
import { lineOf } from './placing.ts';
import { edgesOver } from './edges-over.ts';
import type { Findings } from '../findings.ts';
import type { Pushes } from '../boxes/pushes.ts';

/** The id of a part or of words: every owner has a box. */
export type IdOf = (owner: { readonly part: number | null; readonly words: number | null }) => BoxId;

/** Gives boxes their ids, in reading order. */
export function finishBoxes(drafts: readonly BoxDraft[]): { boxes: Box[]; idOf: IdOf } {
  const [ofParts, ofWords] = [new Map<number | null, BoxId>(), new Map<number | null, BoxId>()];
  drafts.forEach(({ owner: { part, words } }, k) => {
    const id = `b${String(k + 1)}`;
    if (part !== null) ofParts.set(part, id);
    else ofWords.set(words, id);
  });
  const idOf: IdOf = ({ part, words }) => {
    // what is no part is words
    const id = part === null ? ofWords.get(words) : ofParts.get(part);
    return id ?? '';
  };
  const byParent = Map.groupBy(drafts, ({ parent }) => parent);
  const boxes = drafts.map((draft): Box => {
    const base = {
      id: idOf(draft.owner),
      shape: draft.shape,
      style: draft.style,
      rect: draft.rect,
      parent: draft.parent === null ? null : idOf({ part: draft.parent, words: null }),
      text: draft.text,
      titleInBorder: draft.titleInBorder,
      source: draft.source,
    };
    const children = draft.owner.part === null ? [] : (byParent.get(draft.owner.part) ?? []);
    if (children.length === 0) return { ...base, kind: 'node', compartments: draft.compartments, steps: draft.steps };
    return {
      ...base,
      kind: 'group',
      children: children.map((child) => idOf(child.owner)),
      dividers: draft.dividers,
    };
  });
  return { boxes, idOf };
}

/** Gives nets and edges their ids and edges their labels. */
export function finishNets(
  found: Findings,
  drafts: readonly NetDraft[],
  labels: readonly LabelDraft[],
  idOf: IdOf,
): Pick<Diagram, 'nets' | 'edges' | 'labels'> {
  const nets: Net[] = [];
  const edges: Edge[] = [];
  const finished: Label[] = [];
  const byNet = Map.groupBy(labels, ({ net }) => drafts[net]);
  const kept = drafts.filter(({ ends }) => ends.length > 0);
  for (const draft of kept) {
    const id = `net${String(nets.length + 1)}`;
    const attached = attachedEnds(draft);
    const labelEdges = edgesOf(byNet.get(draft) ?? [], draft, found);
    const texts = textsOf(labelEdges);
    const finishedEdges = new Map<Pair, Edge>();
    for (const pair of draft.edges) {
      const [from, to] = [attached[pair.from], attached[pair.to]];
      if (!from || !to) continue;
      const edge: Edge = {
        id: `e${String(edges.length + 1)}`,
        from: idOf(from.owner),
        to: idOf(to.owner),
        head: pair.head,
        label: texts.get(pair)?.join('\n') ?? null,
        net: id,
        source: from.end.at,
      };
      edges.push(edge);
      finishedEdges.set(pair, edge);
    }
    const ends = draft.ends.map((end, k): End => ({
      point: draft.route.ends[k] ?? end.at,
      direction: end.direction,
      attached: idAt(draft, k, idOf),
      head: end.head ? 'arrow' : end.marker ? 'marker' : 'none',
      at: end.at,
    }));
    nets.push({ id, segments: draft.route.segments, ends, joints: draft.route.joints, style: draft.route.style });
    if (labelEdges.length === 0) continue;
    const segmentOf = segmentsBeside(draft.route);
    for (const { label, on } of labelEdges)
      finished.push({
        net: id,
        edges: on.flatMap((pair) => finishedEdges.get(pair)?.id ?? []),
        lines: label.runs.map((run) => straightLine(run, label, draft.route, found.territory.pushes)),
        segment: segmentOf(label),
        placement: label.placement,
      });
  }
  return { nets, edges, labels: finished };
}

/** The box that an end of a net is attached to. */
export function idAt({ owners }: NetDraft, end: number, idOf: IdOf): BoxId | null {
  const owner = owners[end];
  return owner ? idOf(owner) : null;
}

/**
 * Beside an upright a label on a row whose walls were pushed stands as much nearer to its line as the line was pushed with it;
 * so does one right of it on the row where the line alone was moved.
 */
function straightLine(
  run: TextRun,
  { placement, cell: { index, row, column } }: LabelDraft,
  { placeOf }: NetDraft['route'],
  pushes: Pushes,
): TextLine {
  const line = lineOf(run, 'plain');
  if (placement !== 'left' && placement !== 'right') return line;
  const moved =
    pushes.at(run.row, run.column) || (run.row === row && placement === 'right' ? column - placeOf(index).column : 0);
  return { ...line, column: Math.max(0, line.column - moved) };
}

/** Characters that the labels of a net may give to its edges, in any case and for each of its cells. */
const CHARACTERS = 10_000;
const CHARACTERS_EACH = 64;

/** The edges that each label speaks of. Where words on a trunk would be told too often, they are told of fewer edges: of one at least. */
function edgesOf(labels: readonly LabelDraft[], draft: NetDraft, { lines, raw }: Findings) {
  const { cells, edges, meant } = draft;
  let left = Math.max(CHARACTERS, CHARACTERS_EACH * cells.length);
  const edgesAt =
    meant > edges.length
      ? (_: number, most: number) => edges.slice(0, most)
      : edgesOver({
          cells: lines.cells,
          crossings: raw.crossings,
          terminals: attachedEnds(draft).map(({ end }) => end.cell),
          pairs: edges,
        });
  return labels.map((label) => {
    const characters = label.runs.reduce((sum, { text }) => sum + text.length, 1);
    const on = edgesAt(label.cell.index, Math.max(1, Math.floor(left / characters)));
    left -= characters * on.length;
    return { label, on };
  });
}

/** What each edge of a net is labelled with. */
function textsOf(
  labels: readonly { readonly label: LabelDraft; readonly on: readonly Pair[] }[],
): ReadonlyMap<Pair, readonly string[]> {
  const texts = new Map<Pair, string[]>();
  for (const { label, on } of labels) {
    const text = label.runs.map((run) => labelText(run, label.placement)).join('\n');
    for (const pair of on) {
      const list = texts.get(pair);
      if (list) list.push(text);
      else texts.set(pair, [text]);
    }
  }
  return texts;
}

/** The piece of a route that a label stands at: of its column beside an upright, of its row above or below a level one. */
function segmentsBeside({ segments, placeOf }: NetDraft['route']): (label: LabelDraft) => Segment {
  const [upright, level] = [byPlace<Segment>(), byPlace<Segment>()];
  for (const segment of segments) {
    const { from, to } = segment;
    if (from.column === to.column) upright.add(from.column, from.row, to.row, segment);
    else level.add(from.row, from.column, to.column, segment);
  }
  return ({ cell, placement }) => {
    const place = placeOf(cell.index);
    const inColumn = upright
      .near(place.column, place.row, place.row)
      .find(({ from, to }) => from.row <= place.row && to.row >= place.row);
    const inRow = level
      .near(place.row, place.column, place.column)
      .find(({ from, to }) => from.column <= place.column && to.column >= place.column);
    const found = isAlong(placement) ? (inRow ?? inColumn) : (inColumn ?? inRow);
    return found ?? segments[0] ?? { from: place, to: place };
  };
}
