import type { Element } from 'hast';
import type { BoxId, Label } from '../model.ts';
import { isOnSheet } from './group.ts';
import { candidatesOf, lineHeight, type Candidate } from './label-places.ts';
import type { Layout } from './layout.ts';
import { textStyles } from './metrics.ts';
import type { Route } from './routes.ts';
import type { Frame } from './shapes.ts';
import { s } from './tree.ts';

/** A label with its place; the widths are those of the widest face. */
export interface PlacedLabel extends Candidate {
  readonly label: Label;
  /** Px² that it shares with something else: 0 where it stands free. */
  readonly touched: number;
}

/** What stays free between a label and anything else. */
const clearance = 3;
/** A line that words stand on stops this short of them. */
const gapRoom = 6;

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
