import type { BandPlan, BodyPlan, BoxPlan, CellsPlan, GapPlan, GroupPlan, NodePlan, ZonePlan } from './plan.ts';
import type { Words } from './words.ts';

/** A plan with its words chosen and its sizes known; nothing has a place yet. */
export interface Body {
  readonly bands: readonly Band[];
  readonly width: number;
  readonly height: number;
}

export interface Band {
  readonly boxes: readonly Box[];
  readonly gaps: readonly Gap[];
  readonly tail: string | null;
  readonly zone: Zone;
  readonly shift: number;
  readonly width: number;
  readonly height: number;
}

export type Box = NodeBox | CellsBox | GroupBox;

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface NodeBox extends Size {
  readonly kind: 'node';
  readonly title: string;
  readonly centred: boolean;
  readonly padding: number;
  /** Rows inside: words, `''` for a blank one, `null` for a divider. */
  readonly rows: readonly (string | null)[];
}

export interface CellsBox extends Size {
  readonly kind: 'cells';
  readonly title: string | null;
  readonly cells: readonly string[];
}

export interface GroupBox extends Size {
  readonly kind: 'group';
  readonly title: string;
  readonly titleInBorder: boolean;
  readonly through: boolean;
  /** Rows between the top border and the first band: the title, or room for a line that passes. */
  readonly above: number;
  readonly body: Body;
}

export interface Gap {
  readonly plan: GapPlan;
  /** A second one for the way back of a pair. */
  readonly labels: readonly string[];
  readonly width: number;
}

export interface Zone {
  readonly plan: ZonePlan;
  readonly labels: readonly (readonly string[])[];
  readonly height: number;
}

/** Walls and one blank on both sides of what a group holds. */
export const groupPadding = 2;

export function sizeBody(plan: BodyPlan, words: Words): Body {
  const bands = plan.bands.map((band, index) => sizeBand(band, index === plan.bands.length - 1, words));
  return {
    bands,
    width: Math.max(...bands.map(({ width }) => width)),
    height: sum(bands.map(({ height, zone }) => height + zone.height)),
  };
}

function sizeBand(plan: BandPlan, last: boolean, words: Words): Band {
  const boxes = plan.boxes.map((box) => sizeBox(box, words));
  const gaps = plan.gaps.slice(0, boxes.length - 1).map((gap) => sizeGap(gap, words));
  const tail = plan.tail ? words.name() : null;
  return {
    boxes,
    gaps,
    tail,
    zone: sizeZone(plan.below, last, words),
    shift: plan.shift,
    width:
      sum(boxes.map(({ width }) => width)) +
      sum(gaps.map(({ width }) => width)) +
      (tail === null ? 0 : tail.length + tailLength),
    height: Math.max(...boxes.map(({ height }) => height)),
  };
}

/** The cells of ` ──► ` between the last wall and the words of a tail. */
export const tailLength = 6;

function sizeBox(plan: BoxPlan, words: Words): Box {
  if (plan.kind === 'node') return sizeNode(plan, words);
  return plan.kind === 'cells' ? sizeCells(plan, words) : sizeGroup(plan, words);
}

function sizeNode(plan: NodePlan, words: Words): NodeBox {
  const title = words.name();
  const items = Array.from({ length: plan.items }, () => `- ${words.item()}`);
  const rows = [
    title,
    ...(plan.second ? ['tier'] : []),
    ...(plan.qualifier ? [words.qualifier()] : []),
    ...(plan.items > 1 ? [''] : []),
    ...items,
    ...(plan.section ? [null, words.item(), words.item()] : []),
  ];
  const widest = Math.max(5, ...rows.map((row) => row?.length ?? 0));
  return {
    kind: 'node',
    title,
    centred: plan.centred,
    padding: plan.padding,
    rows,
    width: widest + 2 * plan.padding + 2,
    height: rows.length + 2,
  };
}

function sizeCells(plan: CellsPlan, words: Words): CellsBox {
  const title = plan.titled ? words.name() : null;
  const cells = Array.from({ length: plan.count }, () => words.name());
  const width = Math.max(sum(cells.map((cell) => cellWidth(cell) + 1)) + 1, (title ?? '').length + 4);
  return { kind: 'cells', title, cells, width, height: title === null ? 3 : 5 };
}

/** A cell is as wide as its words and a blank on both sides, and wide enough for a line to leave it. */
export function cellWidth(cell: string): number {
  return Math.max(cell.length + 2, 5);
}

function sizeGroup(plan: GroupPlan, words: Words): GroupBox {
  const title = words.name();
  const body = sizeBody(plan.body, words);
  const above = plan.titleInBorder && !plan.through ? 0 : 1;
  return {
    kind: 'group',
    title,
    titleInBorder: plan.titleInBorder,
    through: plan.through,
    body,
    width: Math.max(body.width + 2 * groupPadding, title.length + 6),
    above,
    height: body.height + above + 2 + (plan.through ? 1 : 0),
  };
}

function sizeGap(plan: GapPlan, words: Words): Gap {
  if (plan.line === 'none') return { plan, labels: [], width: plan.width };
  const labels = plan.label === 'none' ? [] : plan.line === 'pair' ? [words.label(), words.label()] : [words.label()];
  const widest = Math.max(0, ...labels.map(({ length }) => length));
  const inLine = plan.label === 'on' && plan.line !== 'pair' ? 7 : 2;
  return {
    plan,
    labels,
    width: Math.max(plan.width, plan.ports === 'blank' ? 8 : 5, widest === 0 ? 0 : widest + inLine + 2),
  };
}

const zoneHeights: Record<ZonePlan['kind'], number> = {
  none: 1,
  one: 5,
  each: 4,
  fork: 5,
  merge: 5,
  bus: 5,
  cross: 7,
  'u-turn': 1,
};

function sizeZone(plan: ZonePlan, last: boolean, words: Words): Zone {
  const rows = { none: 0, 'one row': 1, 'two rows': 2 }[plan.label];
  const labels = Array.from({ length: rows === 0 ? 0 : 4 }, () => Array.from({ length: rows }, () => words.label()));
  if (!last) return { plan, labels, height: zoneHeights[plan.kind] };
  return { plan, labels, height: plan.kind === 'u-turn' ? 3 : 0 };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
