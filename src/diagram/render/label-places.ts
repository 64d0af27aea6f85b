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
}

/** Height of a line of a label. */
export const lineHeight = 18;
const beside = 12;
const aboveRun = 8;
const belowRun = 17;
const ascent = 11;
const descent = 4;

/** Places for a label, best first. */
export function candidatesOf(label: Label, route: Route, layout: Layout): readonly Candidate[] {
  const width = Math.max(...label.lines.map(({ text }) => textWidth(text, textStyles.label)));
  const height = label.lines.length * lineHeight;
  const from = route.spotOf(label.segment.from);
  const to = route.spotOf(label.segment.to);
  const upright =
    label.segment.from.column === label.segment.to.column && label.segment.from.row !== label.segment.to.row;
  if (label.placement === 'on') return onRun(label, { width, height }, { from, to, upright }, layout);
  if (upright) {
    const low = from.y + height / 2 + 2;
    const high = to.y - height / 2 - 2;
    const sides = label.placement === 'left' ? (['left', 'right'] as const) : (['right', 'left'] as const);
    const shareRun = layout.plan.diagram.labels.some(
      (other) => other !== label && other.net === label.net && sameRun(other, label),
    );
    const wanted = shareRun ? rowCentre(label, layout) : (from.y + to.y) / 2;
    return sides.flatMap((side) =>
      spread(wanted, low, high).map((y): Candidate => {
        const x = side === 'right' ? from.x + beside : from.x - beside - width;
        return {
          frame: { left: x, right: x + width, top: y - height / 2, bottom: y + height / 2 },
          anchor: side === 'right' ? 'start' : 'end',
        };
      }),
    );
  }
  const sides = label.placement === 'below' ? (['below', 'above'] as const) : (['above', 'below'] as const);
  const middle = (from.x + to.x) / 2;
  const wider = Math.max(0, (to.x - from.x - width) / 2) + 24;
  const written = writtenX(label, layout);
  return sides.flatMap((side) =>
    [middle, ...spread(written, middle - wider, middle + wider)].map((x): Candidate => {
      const first = side === 'below' ? from.y + belowRun : from.y - aboveRun - height + lineHeight;
      return {
        frame: {
          left: x - width / 2,
          right: x + width / 2,
          top: first - ascent,
          bottom: first + height - lineHeight + descent,
        },
        anchor: 'middle',
      };
    }),
  );
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

interface Run {
  readonly from: Spot;
  readonly to: Spot;
  readonly upright: boolean;
}

/** Words that interrupt a line stay on it: where the author put them, else at its middle. */
function onRun(
  label: Label,
  { width, height }: { readonly width: number; readonly height: number },
  { from, to, upright }: Run,
  layout: Layout,
): readonly Candidate[] {
  const written = upright ? { x: from.x, y: rowCentre(label, layout) } : { x: writtenX(label, layout), y: from.y };
  const middle = upright ? { x: from.x, y: (from.y + to.y) / 2 } : { x: (from.x + to.x) / 2, y: from.y };
  const places =
    Math.abs(written.x - middle.x) + Math.abs(written.y - middle.y) < 24 ? [middle, written] : [written, middle];
  return places.map(({ x, y }): Candidate => ({
    frame: { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 },
    anchor: 'middle',
  }));
}

/** The wanted place, then others to both sides of it in steps, as far as the run goes. */
function spread(wanted: number, low: number, high: number): readonly number[] {
  const steps = Array.from({ length: 12 }, (_, index) => (index + 1) * 6);
  return [
    wanted,
    ...steps.flatMap((step) => [wanted - step, wanted + step]).filter((place) => place >= low && place <= high),
  ];
}
