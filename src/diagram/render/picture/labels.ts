import type { Element } from 'hast';
import type { BoxId, Group, Label } from '../../model.ts';
import { areasOf, pxOfCell, type Areas } from './areas.ts';
import {
  candidatesOf,
  gapRoom,
  heightsAt,
  jointsOf,
  lineHeight,
  runOf,
  wantedHeight,
  type Candidate,
  type Run,
} from './label-places.ts';
import type { Layout } from './layout.ts';
import { textStyles } from './metrics.ts';
import { grown, obstaclesOf, spanOf, type Obstacles } from './obstacles.ts';
import { spotAt, type Route } from './routes.ts';
import type { Frame } from './shapes.ts';
import { clearance, isInLine, type Strip } from './strips.ts';
import { s } from '../svg/tree.ts';

/** A label with its place; the widths are those of the widest face. */
export interface PlacedLabel extends Candidate {
  readonly label: Label;
  /** Px² that it shares with something else: 0 where it stands free. */
  readonly touched: number;
}

/** What labels are placed among: the lines, and everything else that stands in the picture. */
interface Around {
  readonly layout: Layout;
  readonly routes: readonly Route[];
  readonly strips: Areas<Strip>;
  readonly taken: readonly Frame[];
}

/**
 * Places the labels: where the drawing has them, at the middle of their run; where that would touch a line, a box or another
 * label, along the run, then on its other side, then where they were written. Words on a line come first, because nothing else
 * can stand there.
 */
export function placeLabels({ layout, routes, strips, taken }: Around): readonly PlacedLabel[] {
  const { labels } = layout.plan.diagram;
  if (labels.length === 0) return [];
  const obstacles = obstaclesOf([...taken, ...routes.flatMap(headFrames)]);
  const byNet = new Map(routes.map((route) => [route.net.id, { route, joints: jointsOf(route) }]));
  const runs = new Map<Label, Run>();
  for (const label of labels) {
    const line = byNet.get(label.net);
    if (line) runs.set(label, runOf(label, line.route, line.joints, layout));
  }
  const heights = sharedHeights(runs, layout);
  const placed = new Map<Label, PlacedLabel>();
  for (const label of [...labels].sort((one, other) => Number(isOn(other)) - Number(isOn(one)))) {
    const run = runs.get(label);
    if (!run) continue;
    const best = bestPlace(label, { ...run, wanted: heights.get(label) }, { layout, obstacles, strips });
    if (!best) continue;
    obstacles.add(grown(best.frame, clearance));
    placed.set(label, best);
  }
  return labels.flatMap((label) => placed.get(label) ?? []);
}

/**
 * Labels that the author wrote on one row beside upright lines stand at one height: where most of them want to be, as far as
 * their runs reach.
 */
function sharedHeights(runs: ReadonlyMap<Label, Run>, layout: Layout): ReadonlyMap<Label, number> {
  const beside = [...runs].filter(([label, { upright }]) => upright && !isOn(label));
  const rows = Map.groupBy(beside, ([{ lines }]) => `${lines[0]?.row ?? 0} ${lines.length}`);
  const heights = new Map<Label, number>();
  for (const row of rows.values()) {
    const counts = new Map<number, number>();
    for (const [label, run] of row) {
      const height = Math.round(wantedHeight(label, run, layout));
      counts.set(height, (counts.get(height) ?? 0) + 1);
    }
    if (counts.size < 2) continue;
    const [shared] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best));
    for (const [label, run] of row) {
      const [low, high] = heightsAt(label, run, layout);
      if (low <= shared && shared <= high) heights.set(label, shared);
    }
  }
  return heights;
}

function isOn({ placement }: Label): boolean {
  return placement === 'on';
}

interface Standing {
  readonly layout: Layout;
  readonly obstacles: Obstacles;
  readonly strips: Areas<Strip>;
}

function bestPlace(label: Label, run: Run, { layout, obstacles, strips }: Standing): PlacedLabel | null {
  const at = run.upright ? run.from.x : run.from.y;
  // Words on a run do not touch the pieces of line that they stand on.
  const foreign = (strip: Strip): boolean => strip.route.net.id !== label.net || !isInLine(strip, run.upright, at);
  let best: PlacedLabel | null = null;
  for (const candidate of candidatesOf(label, run, layout)) {
    const { frame, on } = candidate;
    const beside = obstacles.touched(frame);
    // Lines only add to this.
    if (best !== null && Math.round(beside) >= best.touched) continue;
    const touched = Math.round(beside + strips.shared(frame, on ? foreign : undefined));
    if (best === null || touched < best.touched) best = { ...candidate, label, touched };
    if (touched === 0) break;
  }
  return best;
}

/** What its heads and the rings of its loose ends cover. */
function headFrames(route: Route): readonly Frame[] {
  const frames: Frame[] = [];
  for (const knot of route.knots) {
    if (!knot || !(knot.dangles || (knot.end && knot.end.head !== 'none'))) continue;
    const spot = spotAt(route, knot.number);
    frames.push(grown(spanOf(spot, spot), 7));
  }
  return frames;
}

/** The labels that stand on a line leave a gap in it. */
export function gapsOf(placed: readonly PlacedLabel[]): readonly Frame[] {
  return placed.filter(({ on }) => on).map(({ frame }) => grown(frame, gapRoom));
}

/** Draws the labels, one text a line. */
export function drawLabels(placed: readonly PlacedLabel[], layout: Layout): readonly Element[] {
  const panels = areasOf<Group>(pxOfCell);
  for (const box of layout.plan.diagram.boxes) if (box.kind === 'group') panels.add(box, layout.frame(box.id));
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

/** The innermost group that a label stands in. */
function panelUnder(label: Frame, panels: Areas<Group>, layout: Layout): BoxId | null {
  const { left, top, right, bottom } = label;
  const around = panels.near(label).filter(({ id }) => {
    const frame = layout.frame(id);
    return frame.left < left && frame.right > right && frame.top < top && frame.bottom > bottom;
  });
  // What begins lowest is innermost.
  return around.sort((one, other) => one.rect.top - other.rect.top).at(-1)?.id ?? null;
}
