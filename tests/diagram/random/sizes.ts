import { columnsOf } from '../../../src/diagram/index.ts';
import type {
  BandPlan,
  BodyPlan,
  BoxPlan,
  CellsPlan,
  GapPlan,
  GroupPlan,
  NodePlan,
  TablePlan,
  TreePlan,
  ZonePlan,
} from './plan.ts';
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
  readonly tail: Tail | null;
  readonly zone: Zone;
  readonly shift: number;
  readonly width: number;
  readonly height: number;
}

/** Words at the end of a line, or a line that comes back, with or without a label. */
export type Tail =
  { readonly kind: 'words'; readonly words: string } | { readonly kind: 'loop'; readonly label: string | null };

export type Box = NodeBox | CellsBox | TableBox | TreeBox | GroupBox;

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface NodeBox extends Size {
  readonly kind: 'node';
  readonly title: string;
  readonly titleInBorder: boolean;
  readonly centred: boolean;
  readonly padding: number;
  /** Rows inside, the title among them unless it stands in the border: words, `''` for a blank one, `null` for a divider. */
  readonly rows: readonly (string | null)[];
}

export interface CellsBox extends Size {
  readonly kind: 'cells';
  readonly title: string | null;
  readonly cells: readonly string[];
}

export interface TableBox extends Size {
  readonly kind: 'table';
  readonly rows: readonly (readonly string[])[];
  /** Columns of each column's cells, blanks included, walls not. */
  readonly widths: readonly number[];
}

/** No border: words, the first one above its branches. */
export interface TreeBox extends Size {
  readonly kind: 'tree';
  readonly rows: readonly TreeRow[];
}

export interface TreeRow {
  readonly name: string;
  /** The row of its parent; of the first row its own. */
  readonly parent: number;
  /** What stands before the name, in box drawing. */
  readonly lead: string;
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
  const tail = sizeTail(plan, words);
  return {
    boxes,
    gaps,
    tail,
    zone: sizeZone(plan.below, last, words),
    shift: plan.shift,
    width: sum(boxes.map(({ width }) => width)) + sum(gaps.map(({ width }) => width)) + widthOfTail(tail),
    height: Math.max(...boxes.map(({ height }) => height)),
  };
}

function sizeTail({ tail, below }: BandPlan, words: Words): Tail | null {
  switch (tail) {
    case 'none':
      return null;
    case 'words':
      return { kind: 'words', words: words.name() };
    case 'loop':
      return { kind: 'loop', label: below.label === 'none' ? null : words.label() };
  }
}

function widthOfTail(tail: Tail | null): number {
  if (tail === null) return 0;
  if (tail.kind === 'words') return columnsOf(tail.words) + tailLength;
  return loopLength + (tail.label === null ? 0 : columnsOf(tail.label) + 4);
}

/** From the wall to the upright of a line that comes back, both included. */
export const loopLength = 5;

/** The cells of ` ──► ` between the last wall and the words of a tail. */
export const tailLength = 6;

function sizeBox(plan: BoxPlan, words: Words): Box {
  switch (plan.kind) {
    case 'node':
      return sizeNode(plan, words);
    case 'cells':
      return sizeCells(plan, words);
    case 'table':
      return sizeTable(plan, words);
    case 'tree':
      return sizeTree(plan, words);
    case 'group':
      return sizeGroup(plan, words);
  }
}

function sizeNode(plan: NodePlan, words: Words): NodeBox {
  const title = words.name();
  const items = Array.from({ length: plan.items }, () => `- ${words.item()}`);
  const rows = [
    ...(plan.titleInBorder ? [] : [title]),
    ...(plan.second || (plan.titleInBorder && plan.items === 0) ? ['tier'] : []),
    ...(plan.qualifier ? [words.qualifier()] : []),
    ...(plan.items > 1 ? [''] : []),
    ...items,
    ...(plan.section ? [null, words.item(), words.item()] : []),
  ];
  const widest = Math.max(5, columnsOf(title) + 4, ...rows.map((row) => columnsOf(row ?? '')));
  return {
    kind: 'node',
    title,
    titleInBorder: plan.titleInBorder,
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
  const width = Math.max(sum(cells.map((cell) => cellWidth(cell) + 1)) + 1, columnsOf(title ?? '') + 4);
  return { kind: 'cells', title, cells, width, height: title === null ? 3 : 5 };
}

/** A cell is as wide as its words and a blank on both sides, and wide enough for a line to leave it. */
export function cellWidth(cell: string): number {
  return Math.max(columnsOf(cell) + 2, 5);
}

function sizeTable(plan: TablePlan, words: Words): TableBox {
  const rows = Array.from({ length: plan.rows }, (_, row) =>
    Array.from({ length: plan.columns }, (_, column) => (row === 0 && column === 0 ? words.name() : words.item())),
  );
  const widths = Array.from({ length: plan.columns }, (_, column) =>
    Math.max(...rows.map((cells) => cellWidth(cells[column] ?? ''))),
  );
  return { kind: 'table', rows, widths, width: sum(widths) + widths.length + 1, height: 2 * rows.length + 1 };
}

function sizeTree({ steps }: TreePlan, words: Words): TreeBox {
  const levels = [0];
  for (const step of steps) levels.push(Math.max(1, (levels.at(-1) ?? 0) + 1 - step));
  const isLast = (row: number, level: number): boolean => {
    const next = levels.slice(row + 1).find((each) => each <= level);
    return next !== level;
  };
  const rows = levels.map((level, row): TreeRow => {
    const bars = Array.from({ length: Math.max(0, level - 1) }, (_, index) =>
      isLast(row, index + 1) ? '    ' : '│   ',
    );
    const branch = level === 0 ? '' : isLast(row, level) ? '└── ' : '├── ';
    const parent = Math.max(0, levels.slice(0, row).lastIndexOf(level - 1));
    return { name: words.name(), parent, lead: [...bars, branch].join('') };
  });
  return {
    kind: 'tree',
    rows,
    width: Math.max(...rows.map(({ name, lead }) => lead.length + columnsOf(name))),
    height: rows.length,
  };
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
    width: Math.max(body.width + 2 * groupPadding, columnsOf(title) + 6),
    above,
    height: body.height + above + 2 + (plan.through ? 1 : 0),
  };
}

function sizeGap(plan: GapPlan, words: Words): Gap {
  if (plan.line === 'none') return { plan, labels: [], width: plan.width };
  const labels = plan.label === 'none' ? [] : plan.line === 'pair' ? [words.label(), words.label()] : [words.label()];
  const widest = Math.max(0, ...labels.map(columnsOf));
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
