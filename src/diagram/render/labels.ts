import type { Element } from 'hast';
import type { BoxId, Label } from '../model.ts';
import { isOnSheet } from './group.ts';
import type { Layout } from './layout.ts';
import { textStyles, textWidth } from './metrics.ts';
import type { Spot } from './path.ts';
import type { Route } from './routes.ts';
import type { Frame } from './shapes.ts';
import { s } from './tree.ts';

/** A label with its place; the widths are those of the widest face. */
export interface PlacedLabel {
  readonly label: Label;
  readonly frame: Frame;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Px² that it shares with something else: 0 where it stands free. */
  readonly touched: number;
}

const lineHeight = 18;
const beside = 12;
const aboveRun = 8;
const belowRun = 17;
const ascent = 11;
const descent = 4;
/** What stays free between a label and anything else. */
const clearance = 3;
/** A line that words stand on stops this short of them. */
export const gapRoom = 6;

/**
 * Places the labels: where the drawing has them, at the middle of their run; where that would touch a line, a box or another
 * label, along the run and then on its other side. `taken` is what else stands in the picture.
 */
export function placeLabels(layout: Layout, routes: readonly Route[], taken: readonly Frame[]): readonly PlacedLabel[] {
  const wires = routes.flatMap(wireFrames);
  const placed: PlacedLabel[] = [];
  for (const label of layout.plan.diagram.labels) {
    const route = routes.find(({ net }) => net.id === label.net);
    if (!route || label.lines.length === 0) continue;
    const obstacles = [
      ...taken,
      ...(label.placement === 'on' ? routes.filter((other) => other !== route).flatMap(wireFrames) : wires),
      ...placed.map(({ frame }) => grown(frame, clearance)),
    ];
    const candidates = candidatesOf(label, route, layout);
    let best: PlacedLabel | null = null;
    for (const { frame, anchor } of candidates) {
      const touched = obstacles.reduce((sum, obstacle) => sum + shared(frame, obstacle), 0);
      if (best === null || touched < best.touched) best = { label, frame, anchor, touched };
      if (touched === 0) break;
    }
    if (best) placed.push(best);
  }
  return placed;
}

type Candidate = Pick<PlacedLabel, 'frame' | 'anchor'>;

/** Places for a label, best first. */
function candidatesOf(label: Label, route: Route, layout: Layout): readonly Candidate[] {
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

/** What the lines and heads of a net cover, with some air. */
function wireFrames({ links, vertices }: Route): readonly Frame[] {
  const runs = links.flatMap(({ a, b }): readonly Frame[] => {
    const [from, to] = [vertices.get(a)?.spot, vertices.get(b)?.spot];
    if (!from || !to) return [];
    return [
      grown(
        {
          left: Math.min(from.x, to.x),
          right: Math.max(from.x, to.x),
          top: Math.min(from.y, to.y),
          bottom: Math.max(from.y, to.y),
        },
        3,
      ),
    ];
  });
  const heads = [...vertices.values()].flatMap(({ end, spot }) =>
    end && end.head !== 'none' ? [grown({ left: spot.x, right: spot.x, top: spot.y, bottom: spot.y }, 7)] : [],
  );
  return [...runs, ...heads];
}

export function grown({ left, top, right, bottom }: Frame, by: number): Frame {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

function shared(one: Frame, other: Frame): number {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 0 && down > 0 ? across * down : 0;
}

/** The labels that stand on a line leave a gap in it. */
export function gapsOf(placed: readonly PlacedLabel[]): readonly Frame[] {
  return placed.filter(({ label }) => label.placement === 'on').map(({ frame }) => grown(frame, gapRoom));
}

/** Draws the labels, one text a line. */
export function drawLabels(placed: readonly PlacedLabel[], layout: Layout): readonly Element[] {
  return placed.flatMap(({ label, frame, anchor }) => {
    const x = anchor === 'start' ? frame.left : anchor === 'end' ? frame.right : (frame.left + frame.right) / 2;
    const centre = (frame.top + frame.bottom) / 2;
    const className = [
      'd-label',
      anchor === 'middle' ? 'd-mid' : '',
      isOnSheet(panelUnder(frame, layout), layout) ? 'd-onsheet' : '',
    ]
      .filter(Boolean)
      .join(' ');
    return label.lines.map(({ text }, index) => {
      const y = centre + (index - (label.lines.length - 1) / 2) * lineHeight + textStyles.label.size * 0.345;
      return s('text', { className, x, y, textAnchor: anchor === 'end' ? 'end' : undefined }, text);
    });
  });
}

/** The innermost group that a label stands in. */
function panelUnder({ left, top, right, bottom }: Frame, layout: Layout): BoxId | null {
  const around = layout.plan.diagram.boxes.filter(({ id, kind }) => {
    const frame = layout.frame(id);
    return kind === 'group' && frame.left < left && frame.right > right && frame.top < top && frame.bottom > bottom;
  });
  return around.at(-1)?.id ?? null;
}
