import fc from 'fast-check';

/** What a random drawing shall hold. Small values first, so that a failing one shrinks to a small drawing. */
export interface Plan {
  readonly look: Look;
  readonly heads: HeadSet;
  readonly body: BodyPlan;
  /** Words of one column a letter, or wide ones, marks and pictures among them. */
  readonly words: 'plain' | 'wide';
  /** Blanks before every row. */
  readonly indent: number;
  readonly caption: boolean;
  readonly notes: boolean;
}

/** How borders are drawn; `mixed` is a border of its own for each box. Lines are light, but for heavy and rounded drawings. */
export type Look = BoxLook | 'mixed';
export type BoxLook = 'light' | 'ascii' | 'rounded' | 'heavy' | 'double' | 'dashed';
export type HeadSet = 'filled' | 'pointers' | 'arrows' | 'letters';

/** Bands of boxes from top to bottom, and the lines in the zone below each. */
export interface BodyPlan {
  readonly bands: readonly BandPlan[];
}

export interface BandPlan {
  readonly boxes: readonly BoxPlan[];
  /** One for every two neighbours; the rest is not used. */
  readonly gaps: readonly GapPlan[];
  /** Quarters of the free width that stand left of the band. */
  readonly shift: number;
  /** What leaves the last box: a line to words, or one that comes back. */
  readonly tail: 'none' | 'words' | 'loop';
  readonly below: ZonePlan;
}

export type BoxPlan = NodePlan | CellsPlan | TablePlan | TreePlan | GroupPlan;

export interface NodePlan {
  readonly kind: 'node';
  readonly titleInBorder: boolean;
  readonly second: boolean;
  readonly qualifier: boolean;
  readonly items: number;
  readonly section: boolean;
  readonly centred: boolean;
  readonly padding: number;
}

/** Cells side by side: under a title they are its children, without one they share walls and nothing else. */
export interface CellsPlan {
  readonly kind: 'cells';
  readonly titled: boolean;
  readonly count: number;
}

/** Rows and columns of cells that are one part. */
export interface TablePlan {
  readonly kind: 'table';
  readonly rows: number;
  readonly columns: number;
}

/** `├──` below words. A step of 0 begins a child of the row above, each more goes one level back. */
export interface TreePlan {
  readonly kind: 'tree';
  readonly steps: readonly number[];
}

export interface GroupPlan {
  readonly kind: 'group';
  readonly titleInBorder: boolean;
  /** Lines from below or above pass the border and end on what stands inside. */
  readonly through: boolean;
  readonly body: BodyPlan;
}

/** What stands between two neighbours of a band. */
export interface GapPlan {
  readonly line: 'none' | 'right' | 'left' | 'both' | 'plain' | 'pair';
  readonly label: 'none' | 'above' | 'below' | 'on';
  readonly ports: PortStyle;
  readonly row: number;
  readonly width: number;
}

/** How a line leaves a wall: with a tee, from the plain wall, after a blank; its head before the wall or in it. */
export type PortStyle = 'touch' | 'tee' | 'blank' | 'head-in-border';

/** What stands between two bands, or (a U-turn) below the last. */
export interface ZonePlan {
  readonly kind: 'none' | 'one' | 'each' | 'fork' | 'merge' | 'bus' | 'cross' | 'u-turn';
  readonly head: 'down' | 'up' | 'both' | 'plain';
  readonly label: 'none' | 'one row' | 'two rows';
  readonly tees: boolean;
  readonly headInBorder: boolean;
  /** Picks boxes and the columns at which lines leave them. */
  readonly picks: readonly number[];
}

/** The same plan with a plain box for all cells and trees. */
export function withoutCells({ bands }: BodyPlan): BodyPlan {
  return {
    bands: bands.map((each) => ({
      ...each,
      boxes: each.boxes.map((plan): BoxPlan => {
        if (plan.kind === 'group') return { ...plan, body: withoutCells(plan.body) };
        return plan.kind === 'node' ? plan : plainBox;
      }),
    })),
  };
}

const plainBox: NodePlan = {
  kind: 'node',
  titleInBorder: false,
  second: false,
  qualifier: false,
  items: 1,
  section: false,
  centred: false,
  padding: 1,
};

const one = <T extends string>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const node: fc.Arbitrary<NodePlan> = fc.record({
  kind: one('node'),
  titleInBorder: fc.nat(6).map((n) => n === 6),
  second: fc.boolean(),
  qualifier: fc.boolean(),
  items: fc.nat(2),
  section: fc.nat(4).map((n) => n === 4),
  centred: fc.boolean(),
  padding: fc.integer({ min: 1, max: 3 }),
});

const cells: fc.Arbitrary<CellsPlan> = fc.record({
  kind: one('cells'),
  titled: fc.boolean(),
  count: fc.integer({ min: 2, max: 3 }),
});

const table: fc.Arbitrary<TablePlan> = fc.record({
  kind: one('table'),
  rows: fc.integer({ min: 2, max: 3 }),
  columns: fc.integer({ min: 2, max: 3 }),
});

const tree: fc.Arbitrary<TreePlan> = fc.record({
  kind: one('tree'),
  steps: fc.array(fc.nat(2), { minLength: 1, maxLength: 5 }),
});

const group = (depth: number): fc.Arbitrary<GroupPlan> =>
  fc.record({ kind: one('group'), titleInBorder: fc.boolean(), through: fc.boolean(), body: body(depth + 1) });

const gap: fc.Arbitrary<GapPlan> = fc.record({
  line: one('none', 'right', 'left', 'both', 'plain', 'pair'),
  label: one('none', 'above', 'below', 'on'),
  ports: one('touch', 'tee', 'blank', 'head-in-border'),
  row: fc.nat(5),
  width: fc.integer({ min: 3, max: 7 }),
});

const zone: fc.Arbitrary<ZonePlan> = fc.record({
  kind: one('none', 'one', 'each', 'fork', 'merge', 'bus', 'cross', 'u-turn'),
  head: one('down', 'down', 'down', 'up', 'both', 'plain'),
  label: one('none', 'one row', 'two rows'),
  tees: fc.boolean(),
  headInBorder: fc.nat(3).map((n) => n === 3),
  picks: fc.array(fc.nat(10), { minLength: 10, maxLength: 10 }),
});

const box = (depth: number): fc.Arbitrary<BoxPlan> =>
  fc.oneof(
    { weight: 8, arbitrary: node },
    { weight: 1, arbitrary: cells },
    { weight: 1, arbitrary: table },
    ...(depth < 5 ? [{ weight: depth === 0 ? 3 : 1, arbitrary: group(depth) }] : []),
  );

const band = (depth: number): fc.Arbitrary<BandPlan> =>
  fc.record({
    boxes: fc.array(box(depth), { minLength: 1, maxLength: depth === 0 ? 3 : 2 }),
    gaps: fc.array(gap, { minLength: 2, maxLength: 2 }),
    shift: fc.nat(4),
    tail: one('none', 'none', 'none', 'none', 'none', 'loop', depth === 0 ? 'words' : 'none'),
    below: zone,
  });

const body = (depth: number): fc.Arbitrary<BodyPlan> =>
  fc.record({ bands: fc.array(band(depth), { minLength: 1, maxLength: depth === 0 ? 3 : depth < 3 ? 2 : 1 }) });

/** A tree stands alone: in a drawing with boxes, words that are joined to none of them are its legend. */
const treeAlone: fc.Arbitrary<BodyPlan> = fc
  .record({
    boxes: fc.tuple(tree),
    gaps: fc.constant([]),
    shift: fc.constant(0),
    tail: one('none'),
    below: zone,
  })
  .map((only) => ({ bands: [only] }));

/** Plans of up to three bands of up to three boxes, groups up to five deep. */
export const plans: fc.Arbitrary<Plan> = fc.record({
  look: one('light', 'light', 'ascii', 'rounded', 'heavy', 'double', 'dashed', 'mixed'),
  heads: one('filled', 'pointers', 'arrows', 'letters'),
  body: fc.oneof({ weight: 24, arbitrary: body(0) }, { weight: 1, arbitrary: treeAlone }),
  words: one('plain', 'plain', 'plain', 'wide'),
  indent: one('0', '0', '2', '4', '9').map(Number),
  caption: fc.nat(4).map((n) => n === 4),
  notes: fc.nat(4).map((n) => n === 4),
});
