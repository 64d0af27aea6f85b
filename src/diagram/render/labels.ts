import type { Element } from 'hast';
import type { BoxId, Group, Label } from '../model.ts';
import { bandsOf, type Bands } from './bands.ts';
import { candidatesOf, gapRoom, lineHeight, runOf, type Candidate, type Run } from './label-places.ts';
import type { Layout } from './layout.ts';
import { textStyles } from './metrics.ts';
import { grown, obstaclesOf, type Obstacles } from './obstacles.ts';
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

/**
 * Places the labels: where the drawing has them, at the middle of their run; where that would touch a line, a box or another
 * label, along the run, then on its other side, then where they were written. Words on a line come first, because nothing else
 * can stand there. `taken` is what else stands in the picture.
 */
export function placeLabels(layout: Layout, routes: readonly Route[], taken: readonly Frame[]): readonly PlacedLabel[] {
  const obstacles = obstaclesOf([...taken, ...routes.flatMap((route) => [...wireFrames(route), ...headFrames(route)])]);
  const byNet = new Map(routes.map((route) => [route.net.id, route]));
  const placed = new Map<Label, PlacedLabel>();
  const { labels } = layout.plan.diagram;
  for (const label of [...labels].sort((one, other) => Number(isOn(other)) - Number(isOn(one)))) {
    const route = byNet.get(label.net);
    if (!route || label.lines.length === 0) continue;
    const best = bestPlace(label, route, layout, obstacles);
    obstacles.add(grown(best.frame, clearance));
    placed.set(label, best);
  }
  return labels.flatMap((label) => placed.get(label) ?? []);
}

function isOn({ placement }: Label): boolean {
  return placement === 'on';
}

function bestPlace(label: Label, route: Route, layout: Layout, obstacles: Obstacles): PlacedLabel {
  const [first, ...others] = candidatesOf(label, route, layout);
  const run = runOf(label, route);
  const judge = (candidate: Candidate): PlacedLabel => {
    const own = candidate.on ? ownFrames(route, run) : [];
    const touched = obstacles.touched(candidate.frame) - obstaclesOf(own).touched(candidate.frame);
    return { ...candidate, label, touched: Math.max(0, Math.round(touched)) };
  };
  let best = judge(first);
  for (const candidate of others) {
    if (best.touched === 0) break;
    const next = judge(candidate);
    if (next.touched < best.touched) best = next;
  }
  return best;
}

/** The pieces of line that words on a run stand on. */
function ownFrames(route: Route, { from, upright }: Run): readonly Frame[] {
  return wireFrames(route).filter(({ left, top, right, bottom }) =>
    upright
      ? right - left === 2 * clearance && Math.abs(left + clearance - from.x) < 1
      : bottom - top === 2 * clearance && Math.abs(top + clearance - from.y) < 1,
  );
}

/** What the lines of a net cover, with some air. */
export function wireFrames({ links, vertices }: Route): readonly Frame[] {
  return links.flatMap(({ a, b }): readonly Frame[] => {
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
        clearance,
      ),
    ];
  });
}

/** What its heads and the rings of its loose ends cover. */
function headFrames({ vertices }: Route): readonly Frame[] {
  return [...vertices.values()].flatMap(({ end, dangles, spot }) =>
    dangles || (end && end.head !== 'none')
      ? [grown({ left: spot.x, right: spot.x, top: spot.y, bottom: spot.y }, 7)]
      : [],
  );
}

/** The labels that stand on a line leave a gap in it. */
export function gapsOf(placed: readonly PlacedLabel[]): readonly Frame[] {
  return placed.filter(({ on }) => on).map(({ frame }) => grown(frame, gapRoom));
}

/** Draws the labels, one text a line. */
export function drawLabels(placed: readonly PlacedLabel[], layout: Layout): readonly Element[] {
  const panels = bandsOf<Group>(panelBand);
  for (const box of layout.plan.diagram.boxes) {
    const frame = layout.frame(box.id);
    if (box.kind === 'group') panels.add(box, frame.top, frame.bottom);
  }
  return placed.flatMap(({ label, frame, anchor }) => {
    const x = anchor === 'start' ? frame.left : anchor === 'end' ? frame.right : (frame.left + frame.right) / 2;
    const centre = (frame.top + frame.bottom) / 2;
    const className = [
      'd-label',
      anchor === 'middle' ? 'd-mid' : '',
      layout.plan.family.isOnSheet(panelUnder(frame, panels, layout)) ? 'd-onsheet' : '',
    ]
      .filter(Boolean)
      .join(' ');
    return label.lines.map(({ text }, index) => {
      const y = centre + (index - (label.lines.length - 1) / 2) * lineHeight + textStyles.label.size * 0.345;
      return s('text', { className, x, y, textAnchor: anchor === 'end' ? 'end' : undefined }, text);
    });
  });
}

const panelBand = 200;

/** The innermost group that a label stands in. */
function panelUnder({ left, top, right, bottom }: Frame, panels: Bands<Group>, layout: Layout): BoxId | null {
  const around = panels.near(top, bottom).filter(({ id }) => {
    const frame = layout.frame(id);
    return frame.left < left && frame.right > right && frame.top < top && frame.bottom > bottom;
  });
  // What begins lowest is innermost.
  return around.sort((one, other) => one.rect.top - other.rect.top).at(-1)?.id ?? null;
}
