import type { Label } from '../model.ts';
import type { Layout } from './layout.ts';
import { textStyles, textWidth } from './metrics.ts';
import type { Spot } from './path.ts';
import type { Route } from './routes.ts';
import type { Frame } from './shapes.ts';

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
/** Between a label and a leg that it stands beside, on the run above or below it. */
const legRoom = 8;
/** A line that words stand on stops this short of them, and goes on for this much at least. */
export const gapRoom = 6;
const leastStub = 8;

/** Places for a label, best first; the last one is where the author wrote it. */
export function candidatesOf(label: Label, route: Route, layout: Layout): readonly [Candidate, ...Candidate[]] {
  const size = {
    width: Math.max(...label.lines.map(({ text }) => textWidth(text, textStyles.label))),
    height: label.lines.length * lineHeight,
  };
  const run = runOf(label, route);
  const off = run.upright ? besideRun(label, size, run, layout) : alongRun(label, size, run, layout);
  const [first, ...others] = [...(label.placement === 'on' ? onRun(label, size, run, layout) : []), ...off];
  const last = asWritten(label, size, layout);
  return first ? [first, ...others, last] : [last];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The piece of line that a label stands at. */
export interface Run {
  readonly from: Spot;
  readonly to: Spot;
  readonly upright: boolean;
  /** Where other lines of the net join it. */
  readonly legs: readonly Spot[];
}

export function runOf({ segment: { from, to } }: Label, route: Route): Run {
  const [start, end] = [route.spotOf(from), route.spotOf(to)];
  const upright = from.column === to.column && from.row !== to.row;
  const legs = [...route.vertices.values()].flatMap(({ spot, arms }) =>
    arms.size > 2 && (upright ? spot.x === start.x : spot.y === start.y) ? [spot] : [],
  );
  return { from: start, to: end, upright, legs };
}

function besideRun(label: Label, { width, height }: Size, { from, to }: Run, layout: Layout): readonly Candidate[] {
  const low = from.y + height / 2 + 2;
  const high = to.y - height / 2 - 2;
  const sides = label.placement === 'left' ? (['left', 'right'] as const) : (['right', 'left'] as const);
  const shareRun = (layout.plan.labels.get(label.net) ?? []).some((other) => other !== label && sameRun(other, label));
  const written = rowCentre(label, layout);
  const wanted = shareRun ? written : (from.y + to.y) / 2;
  return sides.flatMap((side) =>
    [...spread(wanted, low, high), written].map((y): Candidate => {
      const x = side === 'right' ? from.x + beside : from.x - beside - width;
      return {
        frame: { left: x, right: x + width, top: y - height / 2, bottom: y + height / 2 },
        anchor: side === 'right' ? 'start' : 'end',
        on: false,
      };
    }),
  );
}

function alongRun(
  label: Label,
  { width, height }: Size,
  { from, to, legs }: Run,
  layout: Layout,
): readonly Candidate[] {
  const sides = label.placement === 'below' ? (['below', 'above'] as const) : (['above', 'below'] as const);
  const middle = (from.x + to.x) / 2;
  const wider = Math.max(0, (to.x - from.x - width) / 2) + 24;
  const atEnds = [from.x + 4 + width / 2, to.x - 4 - width / 2];
  const besideLegs = legs.flatMap(({ x }) => [x + legRoom + width / 2, x - legRoom - width / 2]);
  const places = [middle, ...spread(writtenX(label, layout), middle - wider, middle + wider), ...atEnds, ...besideLegs];
  return [0, farther].flatMap((more) =>
    sides.flatMap((side) => {
      const first = side === 'below' ? from.y + belowRun + more : from.y - aboveRun - more - height + lineHeight;
      return places.map((x): Candidate => ({
        frame: {
          left: x - width / 2,
          right: x + width / 2,
          top: first - ascent,
          bottom: first + height - lineHeight + descent,
        },
        anchor: 'middle',
        on: false,
      }));
    }),
  );
}

/** Words that interrupt a line stay on it where it is long enough: where the author put them, else at its middle, else along it. */
function onRun(label: Label, { width, height }: Size, run: Run, layout: Layout): readonly Candidate[] {
  const { from, to, upright } = run;
  const half = (upright ? height : width) / 2;
  const [start, end] = upright ? [from.y, to.y] : [from.x, to.x];
  const low = start + half + gapRoom + leastStub;
  const high = end - half - gapRoom - leastStub;
  if (low > high) return [];
  const written = upright ? rowCentre(label, layout) : writtenX(label, layout);
  const middle = (start + end) / 2;
  const places = Math.abs(written - middle) < 24 ? [middle, written] : [written, middle];
  return [...places, ...spread(written, low, high)]
    .filter((place) => place >= low && place <= high)
    .map((place): Candidate => {
      const { x, y } = upright ? { x: from.x, y: place } : { x: place, y: from.y };
      return {
        frame: { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 },
        anchor: 'middle',
        on: true,
      };
    });
}

function asWritten(label: Label, { width, height }: Size, layout: Layout): Candidate {
  const left = Math.min(...label.lines.map(({ column }) => layout.x(column)));
  const y = rowCentre(label, layout);
  return {
    frame: { left, right: left + width, top: y - height / 2, bottom: y + height / 2 },
    anchor: 'start',
    on: false,
  };
}

function sameRun(one: Label, other: Label): boolean {
  return (
    one.segment.from.column === other.segment.from.column &&
    one.segment.from.row === other.segment.from.row &&
    one.placement === other.placement
  );
}

/** The middle of the place where the author put the label. */
function writtenX({ lines }: Label, layout: Layout): number {
  return lines.reduce((sum, { column, width }) => sum + layout.x(column + (width - 1) / 2), 0) / lines.length;
}

function rowCentre({ lines }: Label, layout: Layout): number {
  const rows = lines.map(({ row }) => layout.y(row));
  return (Math.min(...rows) + Math.max(...rows)) / 2;
}

/** The wanted place, then others to both sides of it in steps, as far as the run goes. */
function spread(wanted: number, low: number, high: number): readonly number[] {
  const steps = Array.from({ length: 12 }, (_, index) => (index + 1) * 6);
  return [
    wanted,
    ...steps.flatMap((step) => [wanted - step, wanted + step]).filter((place) => place >= low && place <= high),
  ];
}
