import { attachBlocks, blocksOf, type Attached, type Block } from './labels.ts';
import { readBoxes, type BoxDraft } from './box-text.ts';
import type { LineCell, Lines } from './lines.ts';
import type { Linework } from './linework.ts';
import type {
  Box,
  Caption,
  Diagram,
  Doubt,
  Edge,
  End,
  Grid,
  Ink,
  Label,
  Loose,
  Net,
  Repair,
  TextLine,
  TextRun,
} from './model.ts';
import { findLegends } from './legends.ts';
import { netsOf, type NetDraft } from './net-drafts.ts';
import type { RawNets } from './nets.ts';
import { ownersOf } from './owners.ts';
import type { Structure } from './structure.ts';
import type { Territory } from './territory.ts';
import type { WordsFound } from './words.ts';

/** What the stages found, before it is one diagram. */
export interface Findings {
  readonly grid: Grid;
  readonly ink: Ink;
  readonly runs: readonly (readonly TextRun[])[];
  readonly linework: Linework;
  readonly structure: Structure;
  readonly territory: Territory;
  /** Below this row all is prose. */
  readonly lastRow: number;
  readonly lines: Lines;
  readonly raw: RawNets;
  readonly words: WordsFound;
  /** Top edges that nothing closes. */
  readonly open: readonly { readonly row: number; readonly column: number }[];
}

/** Gives every run of writing its owner and makes the diagram. */
export function assemble(found: Findings): Diagram {
  const legends = findLegends(found);
  const nets = netsOf(found, legends);
  const netAt = netIndex(nets);
  const inLine = drawnInto(found, netAt);
  const free = freeRuns(found, new Set([...legends.runs, ...inLine.flatMap(({ runs }) => runs)]));
  const titles = groupTitles(found, free);
  const blocks = blocksOf(free.filter((run) => !titles.has(run)));
  const attached = attachBlocks(blocks, found.lines, found.territory, netAt);
  const labels = labelsOf(inLine, attached, netAt);
  const labelled = new Set(labels.flatMap(({ runs }) => runs));
  const rest = blocks.filter(({ runs }) => runs.some((run) => !labelled.has(run)));
  const { captions, groupText, notes } = placeRest(found, rest, titles);

  const drafts = readBoxes(found, legends.words, groupText);
  const { boxes, idOf } = finishBoxes(drafts);
  const finished = finishNets(nets, labels, idOf);
  const prose = proseOf(found, notes, legends.rows);
  return {
    grid: found.grid,
    boxes,
    ...finished,
    captions: captions.map(({ runs }): Caption => ({ lines: runs.map((run) => lineOf(run, 'title')) })),
    notes: prose.text,
    noteSpans: prose.spans,
    loose: looseOf(found, nets, idOf),
    repairs: repairsOf(found, nets, idOf),
    doubts: doubtsOf(found, attached, labelled),
    owners: ownersOf(found, { nets, legends, labelled, drafts, captions, noteSpans: prose.spans }),
  };
}

// ---------- writing ----------

/** Runs of the drawing that have no owner yet and stand in no box without boxes. */
function freeRuns({ runs, territory, words, lastRow }: Findings, owned: ReadonlySet<TextRun>): TextRun[] {
  return runs
    .slice(0, lastRow + 1)
    .flat()
    .filter(
      (run) =>
        territory.claimOf(run.row, run.column) === 'free' &&
        words.wordsOf(run) === null &&
        !owned.has(run) &&
        !isBorderText(territory, run),
    );
}

/** A title stands between two border cells of one box. */
function isBorderText(territory: Territory, run: TextRun): boolean {
  const left = [1, 2, 3].map((off) => territory.bordersAt(run.row, run.column - off)).find((parts) => parts.length > 0);
  const right = [0, 1, 2]
    .map((off) => territory.bordersAt(run.row, run.column + run.width + off))
    .find((parts) => parts.length > 0);
  if (!left || !right) return false;
  return left.some((part) => right.includes(part)) && territory.regionAt(run.row, run.column) !== left[0];
}

/** Rows of writing at the top of a group, above its first box: its title. */
function groupTitles({ structure, territory, lines, words }: Findings, free: readonly TextRun[]): ReadonlySet<TextRun> {
  const titles = new Set<TextRun>();
  const byRegion = new Map<number, TextRun[]>();
  for (const run of free) {
    const region = territory.regionAt(run.row, run.column);
    if (region !== null) byRegion.set(region, [...(byRegion.get(region) ?? []), run]);
  }
  const bars = new Set(
    lines.cells.filter(({ ink }) => (ink.arms & 5) !== 0).map(({ row, column }) => `${String(row)}:${String(column)}`),
  );
  for (const [region, runs] of byRegion) {
    const part = structure.parts[region];
    if (!part) continue;
    const firstBox = Math.min(
      ...part.children.map((child) => structure.parts[child]?.rect.top ?? Infinity),
      ...words.words.filter((one) => one.region === region).map(({ rect }) => rect.top),
    );
    const above = runs.filter(({ row }) => row < firstBox);
    const first = Math.min(...above.map(({ row }) => row));
    if (first > part.rect.top + 3) continue;
    let last = first;
    for (const run of above) {
      if (run.row > last + 1) break;
      const beside = [1, 2].some((off) => bars.has(`${String(run.row)}:${String(run.column - off)}`));
      if (beside) continue;
      titles.add(run);
      last = Math.max(last, run.row);
    }
  }
  return titles;
}

interface LabelDraft {
  readonly runs: readonly TextRun[];
  readonly net: number;
  readonly cell: LineCell;
  readonly placement: Label['placement'];
}

type NetAt = (cell: LineCell, horizontal: boolean) => number | null;

/** The net with edges that a cell belongs to, on one of its axes. */
function netIndex(nets: readonly NetDraft[]): NetAt {
  const byCell = new Map<number, number[]>();
  nets.forEach((net, k) => {
    if (net.edges.length === 0) return;
    for (const cell of net.cells) byCell.set(cell, [...(byCell.get(cell) ?? []), k]);
  });
  return (cell, horizontal) => {
    const list = byCell.get(cell.index) ?? [];
    if (list.length < 2) return list[0] ?? null;
    const side = horizontal ? (cell.arms.right ?? cell.arms.left) : (cell.arms.up ?? cell.arms.down);
    const neighbour = side?.kind === 'cell' ? (byCell.get(side.to) ?? []) : [];
    return list.find((k) => neighbour.includes(k)) ?? list[0] ?? null;
  };
}

/** Writing that interrupts a line with edges. */
function drawnInto({ lines, words }: Findings, netAt: NetAt): LabelDraft[] {
  return lines.interruptions.flatMap(({ cell, direction, runs }): LabelDraft[] => {
    const at = lines.cells[cell];
    const net = at ? netAt(at, direction === 'left' || direction === 'right') : null;
    if (!at || net === null || runs.some((run) => words.wordsOf(run) !== null)) return [];
    return [{ runs: [...runs].sort((a, b) => a.row - b.row), net, cell: at, placement: 'on' }];
  });
}

function labelsOf(inLine: readonly LabelDraft[], attached: readonly Attached[], netAt: NetAt): LabelDraft[] {
  const beside = attached.flatMap(({ block, cell, placement }): LabelDraft[] => {
    const net = netAt(cell, placement === 'above' || placement === 'below');
    return net === null ? [] : [{ runs: block.runs, net, cell, placement }];
  });
  return [...inLine, ...beside].sort(
    (a, b) => (a.runs[0]?.row ?? 0) - (b.runs[0]?.row ?? 0) || (a.runs[0]?.column ?? 0) - (b.runs[0]?.column ?? 0),
  );
}

interface Rest {
  readonly captions: readonly Block[];
  readonly groupText: ReadonlyMap<number, readonly TextRun[]>;
  readonly notes: readonly Block[];
}

/** Writing near no line: in a group it is the group's; above a box it is a caption; else a note. */
function placeRest(
  { structure, territory, grid }: Findings,
  rest: readonly Block[],
  titles: ReadonlySet<TextRun>,
): Rest {
  const captions: Block[] = [];
  const notes: Block[] = [];
  const groupText = new Map<number, TextRun[]>();
  const give = (region: number, run: TextRun) => groupText.set(region, [...(groupText.get(region) ?? []), run]);
  for (const run of titles) {
    const region = territory.regionAt(run.row, run.column);
    if (region !== null) give(region, run);
  }
  for (const block of rest) {
    const run = block.runs[0];
    if (!run) continue;
    const region = territory.regionAt(run.row, run.column);
    if (region !== null) for (const one of block.runs) give(region, one);
    else (isAboveBox(block) ? captions : notes).push(block);
  }
  for (const runs of groupText.values()) runs.sort((a, b) => a.row - b.row || a.column - b.column);
  return { captions, groupText, notes };

  function isAboveBox({ runs }: Block): boolean {
    const last = runs.at(-1);
    if (!last) return false;
    for (let row = last.row + 1; row <= last.row + 3; row++) {
      const below = structure.parts.some(
        ({ rect, parent }) =>
          parent === null &&
          rect.top === row &&
          rect.left < last.column + last.width + 2 &&
          rect.right > last.column - 2,
      );
      if (below) return true;
      if ((grid.cells[row] ?? []).slice(last.column, last.column + last.width).some((cell) => cell !== ' '))
        return false;
    }
    return false;
  }
}

function lineOf(run: TextRun, role: TextLine['role']): TextLine {
  const span = { row: run.row, column: run.column, end: run.column + run.width };
  return { text: run.text, role, row: run.row, column: run.column, width: run.width, span };
}

/** Prose: the rows below the drawing as they stand, then what is left elsewhere. */
function proseOf({ grid, lastRow }: Findings, blocks: readonly Block[], legendRows: Diagram['noteSpans']) {
  const spans: Diagram['noteSpans'][number][] = [];
  const below: string[] = [];
  for (let row = lastRow + 1; row < grid.height; row++) {
    const cells = grid.cells[row] ?? [];
    below.push(cells.join(''));
    if (cells.length > 0) spans.push({ row, column: cells.findIndex((cell) => cell !== ' '), end: cells.length });
  }
  const beside = blocks.flatMap(({ runs }) =>
    runs.map(({ row, column, width }) => ({ row, column, end: column + width })),
  );
  const margin = [...beside, ...legendRows].sort((a, b) => a.row - b.row || a.column - b.column);
  const rows = margin.map(({ row, column, end }) => (grid.cells[row] ?? []).slice(column, end).join('').trim());
  const text = [below.join('\n').replace(/^\n+|\s+$/gu, ''), rows.join('\n')]
    .filter((piece) => piece !== '')
    .join('\n\n');
  return { text, spans: [...spans, ...margin] };
}

// ---------- ids and the finished parts ----------

type IdOf = (owner: { readonly part: number | null; readonly words: number | null }) => string | null;

function finishBoxes(drafts: readonly BoxDraft[]): { boxes: Box[]; idOf: IdOf } {
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

function finishNets(
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

/** Dashes of the line that stand beside a label drawn into it are no part of it: `--(A)- Request -->`. */
function labelText({ text }: TextRun, placement: Label['placement']): string {
  if (placement !== 'on') return text;
  return (
    text
      .replace(/(?<=[)\]\s])[-=]+(?=\s)|^[-=]+\s|\s[-=]+$/gu, '')
      .replace(/\s+/gu, ' ')
      .trim() || text
  );
}

// ---------- what is odd ----------

function looseOf(found: Findings, nets: readonly NetDraft[], idOf: IdOf): Loose[] {
  const loose: Loose[] = [];
  for (const net of nets) {
    if (net.cells.some((cell) => found.lines.lifelines.has(cell))) continue;
    const leaves = net.ends.find((end) => end.owner !== null);
    const box = leaves?.owner ? idOf(leaves.owner) : null;
    if (box === null) {
      const cell = found.lines.cells[net.cells[0] ?? -1];
      if (cell)
        loose.push({
          at: { row: cell.row, column: cell.column },
          kind: cell.ink.head && net.cells.length === 1 ? 'orphan-head' : 'stray',
          box: null,
        });
      continue;
    }
    for (const end of net.ends)
      if (end.owner === null) loose.push({ at: end.at, kind: end.head ? 'orphan-head' : 'dangling-end', box });
  }
  const joined = new Set(nets.flatMap((net) => (net.edges.length > 0 ? net.cells : [])));
  for (const { row, column } of found.open) {
    const corner = found.lines.cells.find((cell) => cell.row === row && cell.column === column);
    // the rail of a fork looks like a top edge
    if (corner && !joined.has(corner.index)) loose.push({ at: { row, column }, kind: 'open-box', box: null });
  }
  return loose.sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column);
}

function repairsOf(found: Findings, nets: readonly NetDraft[], idOf: IdOf): Repair[] {
  const boxes = found.structure.repairs.map(({ part, ...repair }): Repair => ({
    ...repair,
    box: part === null || part < 0 ? null : idOf({ part, words: null }),
  }));
  const ports = nets.flatMap((net) =>
    net.ends.flatMap((end): Repair[] =>
      end.mended && end.owner
        ? [
            {
              kind: end.mended,
              at: end.at,
              box: idOf(end.owner),
              detail: end.mended === 'short-line' ? 'read as reaching its border' : 'read as one line',
            },
          ]
        : [],
    ),
  );
  return [...boxes, ...ports].sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column);
}

function doubtsOf(_found: Findings, attached: readonly Attached[], labelled: ReadonlySet<TextRun>): Doubt[] {
  return attached.flatMap(({ block, placement, doubtful }): Doubt[] => {
    const run = block.runs[0];
    if (!doubtful || !run || !labelled.has(run)) return [];
    return [
      {
        kind: 'ambiguous-label',
        at: { row: run.row, column: run.column },
        taken: `the line ${placement === 'right' ? 'left of it' : placement === 'left' ? 'right of it' : placement === 'above' ? 'below it' : 'above it'}`,
      },
    ];
  });
}
