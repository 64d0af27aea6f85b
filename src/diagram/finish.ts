import type { BoxDraft } from './box-text.ts';
import { labelText, type LabelDraft } from './label-drafts.ts';
import type { Box, Diagram, Edge, End, Label, Net } from './model.ts';
import type { NetDraft } from './net-drafts.ts';
import { lineOf } from './placing.ts';

/** The id of a part or of words. */
export type IdOf = (owner: { readonly part: number | null; readonly words: number | null }) => string | null;

/** Gives boxes their ids, in reading order. */
export function finishBoxes(drafts: readonly BoxDraft[]): { boxes: Box[]; idOf: IdOf } {
  const ids = new Map<string, string>();
  const keyOf = (owner: { readonly part: number | null; readonly words: number | null }) =>
    owner.part === null ? `w${String(owner.words)}` : `p${String(owner.part)}`;
  drafts.forEach((draft, k) => ids.set(keyOf(draft.owner), `b${String(k + 1)}`));
  const idOf: IdOf = (owner) => ids.get(keyOf(owner)) ?? null;
  const byParent = Map.groupBy(drafts, ({ parent }) => parent);
  const boxes = drafts.map((draft): Box => {
    const base = {
      id: idOf(draft.owner) ?? '',
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
      children: children.map((child) => idOf(child.owner) ?? ''),
      dividers: draft.dividers,
    };
  });
  return { boxes, idOf };
}

/** Gives nets and edges their ids and edges their labels. */
export function finishNets(
  drafts: readonly NetDraft[],
  labels: readonly LabelDraft[],
  idOf: IdOf,
): Pick<Diagram, 'nets' | 'edges' | 'labels'> {
  const nets: Net[] = [];
  const edges: Edge[] = [];
  const finished: Label[] = [];
  const byNet = Map.groupBy(labels, ({ net }) => drafts[net]);
  const kept = drafts.filter((draft) => draft.route.ends.length > 0 || draft.edges.length > 0);
  for (const draft of kept) {
    const id = `net${String(nets.length + 1)}`;
    const own = byNet.get(draft) ?? [];
    const labelEdges = own.map((label) => ({ label, edges: draft.edgesAt(label.cell.index) }));
    const ids = draft.edges.map((pair): Edge | null => {
      const from = idOf(draft.terminals[pair.from] ?? { part: null, words: null });
      const to = idOf(draft.terminals[pair.to] ?? { part: null, words: null });
      if (from === null || to === null) return null;
      const text = labelEdges
        .filter(({ edges: on }) => on.includes(pair))
        .map(({ label }) => label.runs.map((run) => labelText(run, label.placement)).join('\n'));
      const edge: Edge = {
        id: `e${String(edges.length + 1)}`,
        from,
        to,
        head: pair.head,
        label: text.length > 0 ? text.join('\n') : null,
        net: id,
        source: draft.sourceOf(pair),
      };
      edges.push(edge);
      return edge;
    });
    const ends = draft.ends.map((end, k): End => ({
      point: draft.route.ends[k] ?? end.at,
      direction: end.direction,
      attached: end.owner ? idOf(end.owner) : null,
      head: end.head ? 'arrow' : end.marker ? 'marker' : 'none',
      span: { row: end.at.row, column: end.at.column, end: end.at.column + 1 },
    }));
    nets.push({ id, segments: draft.route.segments, ends, joints: draft.route.joints, style: draft.route.style });
    for (const { label, edges: on } of labelEdges) {
      const place = draft.route.placeOf(label.cell.index);
      const vertical = label.placement === 'left' || label.placement === 'right';
      const segment = draft.route.segments.find(
        ({ from, to }) =>
          from.row <= place.row &&
          to.row >= place.row &&
          from.column <= place.column &&
          to.column >= place.column &&
          (label.placement === 'on' || (from.column === to.column) === vertical),
      ) ??
        draft.route.segments[0] ?? { from: place, to: place };
      finished.push({
        net: id,
        edges: on.flatMap((pair) => ids[draft.edges.indexOf(pair)]?.id ?? []),
        lines: label.runs.map((run) => lineOf(run, 'plain')),
        segment,
        placement: label.placement,
      });
    }
  }
  return { nets, edges, labels: finished };
}
