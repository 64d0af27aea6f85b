import type { Label } from '../../model.ts';
import { leastOf, mostOf } from './extremes.ts';
import type { Layout } from './layout.ts';
import { textStyles, textWidth } from './metrics.ts';
import type { Spot } from '../svg/path.ts';
import { spotAt, spotOf, type Route } from './routes.ts';
import type { Frame } from './shapes.ts';
import { between } from '../../geometry/sorted.ts';

/** A place that a label could have. */
export interface Candidate {
  /** What it covers in the widest face. */
  readonly frame: Frame;
  readonly anchor: 'start' | 'middle' | 'end';
  /** It stands on its line, which stops for it. */
  readonly on: boolean;
}

/** Height of a line of a label. */
export const lineHeight = 18;
const beside = 12;
const aboveRun = 8;
const belowRun = 17;
/** How much farther from its run a label moves where another one stands on the run. */
const farther = 8;
const ascent = 11;
const descent = 4;
/** One of several labels of a run that was written so near to its end stands at it. */
const nearEnd = 24;
/** Between a label and a leg that it stands beside, on the run above or below it. */
const legRoom = 8;
/** A line that words stand on stops this short of them, and goes on for this much at least. */
export const gapRoom = 6;
const leastStub = 8;

/** Places for a label, best first; the last ones are where the author wrote it. Mostly the first does. */
export function* candidatesOf(label: Label, run: Run, layout: Layout): Iterable<Candidate> {
  const size = layout.plan.labelSizes.get(label) ?? sizeOf(label);
  if (label.placement === 'on') yield* onRun(label, size, run, layout);
  yield* run.upright ? besideRun(label, size, run, layout) : alongRun(label, size, run, layout);
  yield* asWritten(label, size, layout);
}

/** What a label takes, whatever face it is set in. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export function sizeOf({ lines }: Label): Size {
  return {
    width: mostOf(lines.map(({ text }) => textWidth(text, textStyles.label))),
    height: lines.length * lineHeight,
  };
}

/** The piece of line that a label stands at. */
export interface Run {
  readonly from: Spot;
  readonly to: Spot;
  readonly upright: boolean;
  /** Where legs of the net leave a level one, from left to right. */
  readonly legs: readonly number[];
  /** The height at which labels of one row stand together beside their upright runs. */
  readonly wanted?: number | undefined;
}

/** The joints of a net: by the height that they are at from left to right, by their column from top to bottom. */
export interface Joints {
  readonly across: ReadonlyMap<number, readonly number[]>;
  readonly along: ReadonlyMap<number, readonly number[]>;
}

export function jointsOf(route: Route): Joints {
  const [across, along] = [new Map<number, number[]>(), new Map<number, number[]>()];
  const add = (lines: Map<number, number[]>, line: number, at: number): void => {
    const own = lines.get(line);
    if (own) own.push(at);
    else lines.set(line, [at]);
  };
  for (const knot of route.knots) {
    if (!knot || knot.links.length < 3) continue;
    const { x, y } = spotAt(route, knot.number);
    add(across, y, x);
    add(along, x, y);
  }
  for (const line of [...across.values(), ...along.values()]) line.sort((a, b) => a - b);
  return { across, along };
}

/**
 * The run of a label. Of an upright one the part between the joints where the label was written:
 *
 *     ├────┐         from the rail to the head,
 *     │    │ reads   not from the box above it
 *     ▼    ▼
 */
export function runOf(label: Label, route: Route, joints: Joints, layout: Layout): Run {
  const { from, to } = label.segment;
  const [start, end] = [spotOf(from, route, layout), spotOf(to, route, layout)];
  const upright = from.column === to.column && from.row !== to.row;
  if (!upright) {
    const legs = between(joints.across.get(start.y) ?? [], start.x, end.x, (x) => x);
    return { from: start, to: end, upright, legs };
  }
  const cuts = between(joints.along.get(start.x) ?? [], start.y + 1, end.y - 1, (y) => y);
  const written = rowCentre(label, layout);
  const top = cuts.findLast((y) => y <= written) ?? start.y;
  const bottom = cuts.find((y) => y > written) ?? end.y;
  return { from: { x: start.x, y: top }, to: { x: end.x, y: bottom }, upright, legs: [] };
}

/** Where the middle of a label is wanted at an upright run. */
export function wantedHeight(label: Label, { from, to }: Run, layout: Layout): number {
  return layout.plan.sharers.has(label) ? rowCentre(label, layout) : (from.y + to.y) / 2;
}

/** How high the middle of a label may be at an upright run, and how low. */
export function heightsAt(label: Label, { from, to }: Run, layout: Layout): readonly [low: number, high: number] {
  const half = (layout.plan.labelSizes.get(label) ?? sizeOf(label)).height / 2 + 2;
  return [from.y + half, to.y - half];
}

function* besideRun(label: Label, { width, height }: Size, run: Run, layout: Layout): Iterable<Candidate> {
  const { from, wanted } = run;
  const [low, high] = heightsAt(label, run, layout);
  const sides = label.placement === 'left' ? (['left', 'right'] as const) : (['right', 'left'] as const);
  const written = rowCentre(label, layout);
  const first = wanted ?? wantedHeight(label, run, layout);
  for (const side of sides) {
    const x = side === 'right' ? from.x + beside : from.x - beside - width;
    const anchor = side === 'right' ? 'start' : 'end';
    for (const y of [
      first,
      ...[written].filter((y) => y >= low && y <= high),
      ...spread(first, low, high),
      low,
      high,
      written,
    ])
      yield {
        frame: { left: x, right: x + width, top: y - height / 2, bottom: y + height / 2 },
        anchor,
        on: false,
      };
  }
}

function* alongRun(
  label: Label,
  { width, height }: Size,
  { from, to, legs }: Run,
  layout: Layout,
): Iterable<Candidate> {
  const sides = label.placement === 'below' ? (['below', 'above'] as const) : (['above', 'below'] as const);
  const middle = (from.x + to.x) / 2;
  const wider = Math.max(0, (to.x - from.x - width) / 2) + 24;
  const atEnds = [from.x + 4 + width / 2, to.x - 4 - width / 2];
  const besideLegs = legs.flatMap((x) => [x + legRoom + width / 2, x - legRoom - width / 2]);
  const written = writtenX(label, layout);
  const own = layout.plan.sharers.has(label) ? [...atEnds.filter((x) => Math.abs(x - written) < nearEnd), written] : [];
  const places = [...own, middle, ...spread(written, middle - wider, middle + wider), ...atEnds, ...besideLegs];
  for (const more of [0, farther])
    for (const side of sides) {
      const first = side === 'below' ? from.y + belowRun + more : from.y - aboveRun - more - height + lineHeight;
      const [top, bottom] = [first - ascent, first + height - lineHeight + descent];
      for (const x of places)
        yield { frame: { left: x - width / 2, right: x + width / 2, top, bottom }, anchor: 'middle', on: false };
    }
}

/** Words that interrupt a line stay on it where it is long enough: where the author put them, else at its middle, else along it. */
function* onRun(label: Label, { width, height }: Size, run: Run, layout: Layout): Iterable<Candidate> {
  const { from, to, upright } = run;
  const half = (upright ? height : width) / 2;
  const [start, end] = upright ? [from.y, to.y] : [from.x, to.x];
  const low = start + half + gapRoom + leastStub;
  const high = end - half - gapRoom - leastStub;
  if (low > high) return;
  const written = upright ? rowCentre(label, layout) : writtenX(label, layout);
  const middle = (start + end) / 2;
  const places = Math.abs(written - middle) < 24 ? [middle, written] : [written, middle];
  for (const place of [...places, ...spread(written, low, high)]) {
    if (place < low || place > high) continue;
    const { x, y } = upright ? { x: from.x, y: place } : { x: place, y: from.y };
    yield {
      frame: { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 },
      anchor: 'middle',
      on: true,
    };
  }
}

/** Where the first of its columns begins, and where the last does: lines that are not flush in the drawing are in the picture. */
function asWritten(label: Label, { width, height }: Size, layout: Layout): readonly Candidate[] {
  const begins = label.lines.map(({ column }) => layout.x(column));
  const y = rowCentre(label, layout);
  return [...new Set([leastOf(begins), mostOf(begins)])].map((left) => ({
    frame: { left, right: left + width, top: y - height / 2, bottom: y + height / 2 },
    anchor: 'start',
    on: false,
  }));
}

/** The middle of the place where the author put the label. */
function writtenX({ lines }: Label, layout: Layout): number {
  return lines.reduce((sum, { column, width }) => sum + layout.x(column + (width - 1) / 2), 0) / lines.length;
}

function rowCentre({ lines }: Label, layout: Layout): number {
  const rows = lines.map(({ row }) => layout.y(row));
  return (leastOf(rows) + mostOf(rows)) / 2;
}

/** How far beside the wanted place others are looked for. */
const farthestStep = 72;
const step = 6;

/** The wanted place, then others to both sides of it in steps, as far as the run goes. */
function spread(wanted: number, low: number, high: number): readonly number[] {
  const places = [wanted];
  for (let off = step; off <= farthestStep; off += step) {
    if (wanted - off >= low && wanted - off <= high) places.push(wanted - off);
    if (wanted + off >= low && wanted + off <= high) places.push(wanted + off);
  }
  return places;
}
