import type { Box, BoxId, Diagram, End, Label, Net, NetId } from '../../model.ts';
import { axesOf, type Axis } from './axes.ts';
import type { Block } from './block.ts';
import { leastOf, mostOf } from './extremes.ts';
import { between } from '../../geometry/sorted.ts';

/** What a row needs at least, in px, by the tallest thing in it. */
const heights = { border: 16, text: 20, label: 18, line: 12, divider: 14, blank: 10 } as const;
/** Empty rows that follow each other take no more room than this many. */
const mostBlankRows = 3;

/**
 * The height of the centre of every row, from 0 at the first that is used: each row as high as what stands in it needs, then
 * spread wherever a box needs more for its writing or an arrow for its head. `blocks` holds the writing of each box, one a
 * compartment; `heads` how far below the border of their box cells begin.
 */
export function rowCentres(
  diagram: Diagram,
  blocks: ReadonlyMap<BoxId, readonly Block[]>,
  heads: ReadonlyMap<BoxId, number>,
  uprightsOf: (net: NetId) => readonly Axis[],
): ReadonlyMap<number, number> {
  const needs = rowNeeds(diagram);
  const first = leastOf(needs.keys());
  const last = mostOf(needs.keys());
  const gaps: number[] = [];
  const inside = rowsInside(diagram.boxes);
  let blanks = 0;
  for (let row = first; row < last; row++) {
    gaps.push(((needs.get(row) ?? heights.blank) + (needs.get(row + 1) ?? heights.blank)) / 2);
    blanks = needs.has(row) || inside.has(row) ? 0 : blanks + 1;
    if (blanks > mostBlankRows) gaps[gaps.length - 1] = 0;
  }
  const words = new Map(diagram.boxes.filter(({ shape }) => shape === 'words').map((box) => [box.id, box]));
  const demands = [
    ...boxDemands(diagram, blocks, heads),
    ...diagram.nets.flatMap((net) => lineDemands(net, uprightsOf(net.id), words)),
    ...diagram.labels.flatMap(labelDemands),
  ];
  for (const { from, to, least } of demands
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.to - a.from - (b.to - b.from))) {
    let apart = 0;
    for (let row = from - first; row < to - first; row++) apart += gaps[row] ?? 0;
    const missing = least - apart;
    if (missing <= 0) continue;
    for (let row = from - first; row < to - first; row++) gaps[row] = (gaps[row] ?? 0) + missing / (to - from);
  }
  let y = 0;
  return new Map(
    [first, ...gaps.map((_, index) => first + index + 1)].map((row, index) => [
      row,
      (y += index === 0 ? 0 : (gaps[index - 1] ?? 0)),
    ]),
  );
}

/** The rows that boxes reach over. */
function rowsInside(boxes: readonly Box[]): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const { parent, rect } of boxes)
    if (parent === null) for (let row = rect.top; row <= rect.bottom; row++) rows.add(row);
  return rows;
}

function rowNeeds(diagram: Diagram): ReadonlyMap<number, number> {
  const needs = new Map<number, number>();
  const need = (row: number, height: number): void => void needs.set(row, Math.max(needs.get(row) ?? 0, height));
  for (const box of diagram.boxes) {
    if (box.shape !== 'words') for (const row of [box.rect.top, box.rect.bottom]) need(row, heights.border);
    for (const { row } of box.text) need(row, heights.text);
    if (box.kind === 'group') for (const row of box.dividers) need(row, heights.divider);
    else for (const { rect } of box.compartments) if (rect.bottom < box.rect.bottom) need(rect.bottom, heights.divider);
  }
  for (const { segments, ends } of diagram.nets) {
    for (const { from, to } of segments) for (let row = from.row; row <= to.row; row++) need(row, heights.line);
    for (const { point } of ends) need(point.row, heights.line);
  }
  for (const { row } of diagram.labels.flatMap(({ lines }) => lines)) need(row, heights.label);
  for (const { row } of diagram.captions.flatMap(({ lines }) => lines)) need(row, heights.text);
  return needs.size > 0 ? needs : new Map([[0, heights.blank]]);
}

/** The centres of two rows stand at least so far apart. */
interface Demand {
  readonly from: number;
  readonly to: number;
  readonly least: number;
}

const pad = { node: 22, compartment: 18, cell: 14, aboveGroupTitle: 8, belowGroupTitle: 12 } as const;

function boxDemands(
  { boxes, captions }: Diagram,
  blocks: ReadonlyMap<BoxId, readonly Block[]>,
  heads: ReadonlyMap<BoxId, number>,
): readonly Demand[] {
  const byParent = Map.groupBy(boxes, ({ parent }) => parent);
  const captioned = new Set(captions.flatMap(({ lines }) => lines.map(({ row }) => row)));
  return boxes.flatMap((box): readonly Demand[] => {
    const own = blocks.get(box.id) ?? [];
    const { top, bottom } = box.rect;
    if (box.shape === 'words') return [];
    if (box.kind === 'group')
      return groupDemands(top, own[0]?.height ?? 0, [
        ...childTops(byParent.get(box.id) ?? [], box),
        // words that head columns stand right below a title in the border
        ...(captioned.has(top + 1) ? [top + 1] : []),
      ]);
    if (box.shape === 'cell')
      return [{ from: top, to: bottom, least: (own[0]?.height ?? 0) + pad.cell + (heads.get(box.id) ?? 0) }];
    if (box.compartments.length < 2) return [{ from: top, to: bottom, least: (own[0]?.height ?? 0) + pad.node }];
    const padding = box.shape === 'table' ? pad.cell : pad.compartment;
    return box.compartments.map(({ rect }, index) => ({
      from: rect.top,
      to: rect.bottom,
      least: (own[index]?.height ?? 0) + padding,
    }));
  });
}

/** The rows in which the boxes below the writing at the top of a group begin. */
function childTops(parts: readonly Box[], group: Box): readonly number[] {
  const first = group.text[0]?.row ?? Infinity;
  return parts.filter(({ rect }) => rect.top > first).map(({ rect }) => rect.top);
}

function groupDemands(top: number, height: number, tops: readonly number[]): readonly Demand[] {
  const below = leastOf(tops);
  return height === 0 || !Number.isFinite(below)
    ? []
    : [{ from: top, to: below, least: pad.aboveGroupTitle + height + pad.belowGroupTitle }];
}

/** An arrow between two boxes is longer than its head; so is the last leg of a fork; other legs leave room for the bend. */
const least = { arrow: 34, plain: 26, headLeg: 26, leg: 14 } as const;

function lineDemands(net: Net, uprights: readonly Axis[], words: ReadonlyMap<BoxId, Box>): readonly Demand[] {
  const rails = axesOf(net, 'level');
  return uprights.flatMap((axis) => {
    const joins = between(rails, axis.from + 1, axis.to - 1, ({ at }) => at)
      .filter(({ from, to }) => from <= axis.at && axis.at <= to)
      .map(({ at }) => at);
    const rows = axis.from === axis.to ? [axis.from, axis.to] : [axis.from, ...joins, axis.to];
    return rows.slice(1).map((to, index): Demand => {
      const from = rows[index] ?? to;
      const ends = axis.ends.filter(({ point }) => point.row === from || point.row === to);
      const head = ends.some((end) => end.head !== 'none');
      const whole = ends.length === 2;
      const own = head ? (whole ? least.arrow : least.headLeg) : whole ? least.plain : least.leg;
      return upToWords({ from, to, least: own }, ends, words);
    });
  });
}

/** Words take half a line and the air below it of the way to them. */
const halfOfWords = 13;

/** Between words a line has its whole length from the lower edge of those above to the upper edge of those below. */
function upToWords(demand: Demand, ends: readonly End[], words: ReadonlyMap<BoxId, Box>): Demand {
  let { from, to, least: px } = demand;
  for (const { attached, direction } of ends) {
    const rect = words.get(attached ?? '')?.rect;
    if (!rect) continue;
    const row = direction === 'up' ? rect.bottom : rect.top;
    if (direction === 'up' && row <= from) from = row;
    else if (direction === 'down' && row >= to) to = row;
    else continue;
    px += halfOfWords;
  }
  return { from, to, least: px };
}

/** Above and below words that stand on an upright line there is a piece of it, with room for a head. */
const besideWordsOn = 34;

function labelDemands({ placement, lines, segment: { from, to } }: Label): readonly Demand[] {
  const rows = lines.map(({ row }) => row);
  if (placement !== 'on' || from.column !== to.column || from.row === to.row || rows.length === 0) return [];
  return [
    { from: from.row, to: leastOf(rows), least: besideWordsOn },
    { from: mostOf(rows), to: to.row, least: besideWordsOn },
  ].filter((demand) => demand.from < demand.to);
}
