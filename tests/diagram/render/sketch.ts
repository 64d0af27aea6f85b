import type {
  Box,
  BorderStyle,
  BoxShape,
  Compartment,
  Diagram,
  Direction,
  Edge,
  End,
  Label,
  LineRole,
  Net,
  Node,
  Point,
  Rect,
  Stroke,
  TextLine,
} from '../../../src/diagram/model.ts';

/** `[top, left, bottom, right]` */
export type Corners = readonly [number, number, number, number];
/** `[row, column]` */
export type Place = readonly [number, number];

export interface BoxSketch {
  readonly id: string;
  readonly at: Corners;
  readonly lines?: readonly string[];
  readonly parent?: string;
  readonly holds?: readonly string[];
  readonly shape?: BoxShape;
  readonly style?: BorderStyle;
  /** Rows of dividers. */
  readonly dividers?: readonly number[];
}

export interface NetSketch {
  readonly runs: readonly (readonly [Place, Place])[];
  readonly ends: readonly {
    readonly at: Place;
    readonly go: Direction;
    readonly box?: string;
    readonly head?: End['head'];
  }[];
  readonly joints?: readonly Place[];
  readonly style?: Stroke;
  readonly label?: {
    readonly lines: readonly string[];
    readonly at: Place;
    readonly run: number;
    readonly side: Label['placement'];
  };
}

/** A diagram made by hand, for tests of what is drawn: boxes and nets in cells that are straight already. */
export function sketch(boxes: readonly BoxSketch[], nets: readonly NetSketch[] = []): Diagram {
  const drawn = nets.map(netOf);
  return {
    grid: { cells: [], lines: [], width: 0, height: 0, indent: 0, replaced: [] },
    boxes: boxes.map(boxOf),
    nets: drawn,
    edges: drawn.flatMap(edgesOf),
    labels: nets.flatMap((net, index) => labelsOf(net, drawn[index])),
    captions: [],
    notes: '',
    noteSpans: [],
    loose: [],
    repairs: [],
    doubts: [],
    owners: [],
  };
}

function boxOf({ id, at, lines = [], parent, holds, shape = 'box', style = 'light', dividers = [] }: BoxSketch): Box {
  const [top, left, bottom, right] = at;
  const rect: Rect = { top, left, bottom, right };
  const inside = shape === 'words' ? 0 : 1;
  const text = linesOf(lines, top + inside, left + inside + 1, dividers);
  const base = { id, shape, style, rect, parent: parent ?? null, text, titleInBorder: false, source: rect };
  if (holds) return { ...base, kind: 'group', children: holds, dividers };
  const edges = [top, ...dividers, bottom];
  const compartments = edges.slice(1).map((end, index): Compartment => {
    const start = edges[index] ?? top;
    return {
      rect: { top: start, left, bottom: end, right },
      text: text.filter(({ row }) => row >= start && row <= end),
    };
  });
  return { ...base, kind: 'node', compartments, steps: [] } satisfies Node;
}

function linesOf(
  lines: readonly string[],
  top: number,
  column: number,
  dividers: readonly number[],
): readonly TextLine[] {
  let row = top - 1;
  let before: LineRole = 'title';
  return lines.flatMap((text): readonly TextLine[] => {
    row += dividers.includes(row + 1) ? 2 : 1;
    if (text === '') return [];
    before = roleOf(
      text,
      before,
      dividers.some((divider) => divider < row),
    );
    const indent = text.length - text.trimStart().length;
    const trimmed = text.trim();
    return [
      {
        text: trimmed,
        role: before,
        row,
        column: column + indent,
        width: trimmed.length,
        span: { row, column: column + indent, end: column + indent + trimmed.length },
      },
    ];
  });
}

function roleOf(text: string, before: LineRole, belowDivider: boolean): LineRole {
  if (/^\s*\(/.test(text)) return 'qualifier';
  if (/^\s*[-0-9]/.test(text) || text.startsWith('  ')) return 'item';
  return before === 'title' && !belowDivider ? 'title' : 'plain';
}

const pointOf = ([row, column]: Place): Point => ({ row, column });

function netOf({ runs, ends, joints = [], style = 'light' }: NetSketch, index: number): Net {
  return {
    id: `net${index}`,
    segments: runs.map(([from, to]) => ({ from: pointOf(from), to: pointOf(to) })),
    ends: ends.map(({ at, go, box, head = 'none' }) => ({
      point: pointOf(at),
      direction: go,
      attached: box ?? null,
      head,
      at: pointOf(at),
    })),
    joints: joints.map(pointOf),
    style,
  };
}

function edgesOf(net: Net): readonly Edge[] {
  const heads = net.ends.filter(({ head }) => head === 'arrow');
  const tails = net.ends.filter(({ head }) => head !== 'arrow');
  const pairs = tails.flatMap((tail) => heads.map((head) => [tail, head] as const));
  return pairs.flatMap(([tail, head], index): readonly Edge[] =>
    tail.attached && head.attached
      ? [
          {
            id: `${net.id}-${index}`,
            from: tail.attached,
            to: head.attached,
            head: 'forward',
            label: null,
            net: net.id,
            source: tail.point,
          },
        ]
      : [],
  );
}

function labelsOf({ label, runs }: NetSketch, net: Net | undefined): readonly Label[] {
  const run = label && runs[label.run];
  if (!label || !run || !net) return [];
  const lines = label.lines.map((text, index): TextLine => {
    const [row, column] = [label.at[0] + index, label.at[1]];
    return { text, role: 'plain', row, column, width: text.length, span: { row, column, end: column + text.length } };
  });
  return [
    { net: net.id, edges: [], lines, segment: { from: pointOf(run[0]), to: pointOf(run[1]) }, placement: label.side },
  ];
}
