import type { Element } from 'hast';
import type { Box, BoxId, Diagram, Kind, TextLine } from '../../model.ts';
import { apart } from './apart.ts';
import { placeLabels, type PlacedLabel } from './labels.ts';
import { layOut, margin, misfitOf, planOf, type Layout } from './layout.ts';
import { textStyles, textWidth } from './metrics.ts';
import { grown, obstaclesOf, spanOf } from './obstacles.ts';
import type { Spot } from '../svg/path.ts';
import { levelHeights } from './heights.ts';
import { routesOf, spotAt, type Route } from './routes.ts';
import type { Frame } from './shapes.ts';
import { stripsOf } from './strips.ts';
import { groupTitles, type GroupTitle } from './titles.ts';
import { s } from '../svg/tree.ts';

/** Everything in its place, ready to be drawn. */
export interface Picture {
  readonly layout: Layout;
  readonly boxes: ReadonlyMap<BoxId, Box>;
  readonly routes: readonly Route[];
  readonly titles: ReadonlyMap<BoxId, GroupTitle>;
  readonly labels: readonly PlacedLabel[];
  /** Where lines arrive at each box that has a border. */
  readonly ports: ReadonlyMap<BoxId, readonly Spot[]>;
  readonly view: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

/** Widths that a column may have, best first: up to 12 px with full spines, then with narrower ones, then whatever it takes. */
const attempts: readonly { readonly column: number; readonly spine: 'full' | 'any' }[] = [
  ...[8, 8.5, 9, 9.5, 10, 10.5, 11, 11.5, 12].map((column) => ({ column, spine: 'full' as const })),
  ...Array.from({ length: 25 }, (_, index) => ({ column: 12 + index / 2, spine: 'any' as const })),
];

/** So many boxes, knots of lines and labels are put in their places, in all attempts together: enough for any drawing that one can see whole. */
const patience = 40_000;

/** Finds the narrowest columns at which every line of writing is inside its box and no label touches anything. */
export function pictureOf(given: Diagram, kinds: ReadonlyMap<BoxId, Kind>): Picture {
  const diagram = apart(given);
  const plan = planOf(diagram, kinds);
  const boxes = new Map(diagram.boxes.map((box) => [box.id, box]));
  const things = plan.tracks.reduce((sum, { knots }) => sum + knots.length, boxes.size + diagram.labels.length);
  let placed = 0;
  let misfit: Box | undefined;
  let heights: ReturnType<typeof levelHeights> | null = null;
  let best: {
    readonly layout: Layout;
    readonly routes: readonly Route[];
    readonly titles: Picture['titles'];
    readonly labels: readonly PlacedLabel[];
    readonly touched: number;
  } | null = null;
  for (const { column, spine } of attempts) {
    const layout = layOut(plan, column, spine);
    const last = column === attempts.at(-1)?.column;
    misfit = last ? undefined : misfitOf(layout, spine, misfit);
    if (misfit) continue;
    placed += things;
    // however wide the columns are
    heights ??= levelHeights(layout);
    const routes = routesOf(layout, heights);
    const [short, crowded] = [stubs(routes) * stubWeight, crowding(layout)];
    // What writing touches only adds to this.
    if (best === null || short + crowded < best.touched) {
      // Where nothing is written it does not matter what the lines cover.
      const strips = stripsOf(isWrittenOn(diagram) ? routes : []);
      const titles = groupTitles(layout, strips);
      const labels = placeLabels({ layout, routes, strips, taken: takenBy(diagram, layout, titles) });
      const written = [...titles.values(), ...labels];
      const touched = written.reduce((sum, each) => sum + each.touched, 0) + short + crowded;
      if (best === null || touched < best.touched) best = { layout, routes, titles, labels, touched };
      if (touched === 0) break;
    }
    // Labels alone are no reason for columns beyond this.
    if (column >= 16 || placed > patience) break;
  }
  const layout = best?.layout ?? layOut(plan, 12);
  const routes = best?.routes ?? [];
  const labels = best?.labels ?? [];
  const titles = best?.titles ?? new Map<BoxId, GroupTitle>();
  const view = viewOf(diagram, layout, routes, labels);
  return { layout, boxes, routes, titles, labels, ports: portsOf(routes, boxes), view };
}

function isWrittenOn({ labels, boxes }: Diagram): boolean {
  return labels.length > 0 || boxes.some(({ kind }) => kind === 'group');
}

/** Px² that bare words share with each other and with nodes. The air above and below words may be shared. */
function crowding(layout: Layout): number {
  const { boxes } = layout.plan.diagram;
  const words = boxes.filter(({ shape }) => shape === 'words').map(({ id }) => withoutAir(layout.frame(id)));
  if (words.length === 0) return 0;
  const bordered = boxes.filter(({ kind, shape }) => kind === 'node' && shape !== 'words');
  const obstacles = obstaclesOf([...words, ...bordered.map(({ id }) => layout.frame(id))]);
  return words.reduce((sum, frame) => sum + obstacles.touched(frame) - areaOf(frame), 0);
}

function withoutAir({ left, top, right, bottom }: Frame): Frame {
  return { left, top: top + 4, right, bottom: bottom - 4 };
}

function areaOf({ left, top, right, bottom }: Frame): number {
  return (right - left) * (bottom - top);
}

/** What a level line too short for its head weighs against labels that touch something, in px². */
const stubWeight = 300;
const leastLine = { head: 16, plain: 10 } as const;

/** Level lines that are hardly longer than their head. Upright ones get their room by rows. */
function stubs(routes: readonly Route[]): number {
  let short = 0;
  for (const { links, knots, xs, ys } of routes)
    for (const { a, b } of links) {
      const [from, to] = [knots[a], knots[b]];
      if (!from || !to || !(from.end || to.end) || ys[a] !== ys[b]) continue;
      const ends = [from.end, to.end].filter((end) => end !== null);
      // A loose end of one cell is as short at any width.
      if (from.point.column === to.point.column && ends.every(({ attached }) => attached === null)) continue;
      const least = ends.some(({ head }) => head !== 'none') ? leastLine.head : leastLine.plain;
      if ((xs[b] ?? 0) - (xs[a] ?? 0) < least) short++;
    }
  return short;
}

/** What a label must not stand on, lines apart: nodes, walls of groups, writing in groups, captions. */
function takenBy(diagram: Diagram, layout: Layout, titles: Picture['titles']): readonly Frame[] {
  return [
    ...diagram.boxes.flatMap((box) =>
      box.kind === 'group' ? wallFrames(layout.frame(box.id)) : [grown(layout.frame(box.id), 3)],
    ),
    ...[...titles.values()].map(({ frame }) => frame),
    ...writingInGroups(layout),
    ...captionFrames(diagram, layout),
  ];
}

function wallFrames({ left, top, right, bottom }: Frame): readonly Frame[] {
  const walls: readonly Frame[] = [
    { left, right, top, bottom: top },
    { left, right, top: bottom, bottom },
    { left, right: left, top, bottom },
    { left: right, right, top, bottom },
  ];
  return walls.map((wall) => grown(wall, 2));
}

/** Writing that stands in a group where the author put it, and the titles of boxes with cells. */
function writingInGroups(layout: Layout): readonly Frame[] {
  const { diagram, family } = layout.plan;
  return diagram.boxes
    .filter((box) => box.kind === 'group')
    .flatMap((box) => {
      const first = family.firstRow(box.id);
      const cells = family.hasCells(box.id);
      return box.text
        .filter(({ row }) => cells || row > first)
        .map((line) => writtenFrame(line, layout, Math.max(layout.x(line.column), layout.frame(box.id).left + 11)));
    });
}

function writtenFrame({ text, row }: TextLine, layout: Layout, left: number): Frame {
  const y = layout.y(row);
  return { left, right: left + textWidth(text, textStyles.groupTitle), top: y - 10, bottom: y + 10 };
}

function captionFrames({ captions }: Diagram, layout: Layout): readonly Frame[] {
  return captions.flatMap(({ lines }) =>
    lines.map(({ text, row, column }) => {
      const left = layout.x(column);
      return {
        left,
        right: left + textWidth(text, textStyles.title),
        top: layout.y(row) - 10,
        bottom: layout.y(row) + 10,
      };
    }),
  );
}

/** The captions of the drawing: above what they name, at its left edge. */
export function drawCaptions({ layout }: Picture): readonly Element[] {
  return layout.plan.diagram.captions.flatMap(({ lines }) =>
    lines.map(({ text, row, column }) =>
      s('text', { className: 'd-title', x: layout.x(column), y: layout.y(row) + 5 }, text),
    ),
  );
}

function portsOf(routes: readonly Route[], boxes: Picture['boxes']): ReadonlyMap<BoxId, readonly Spot[]> {
  const ports = new Map<BoxId, Spot[]>();
  for (const route of routes)
    for (const knot of route.knots) {
      const box = knot?.end?.attached ?? null;
      if (!knot || box === null || boxes.get(box)?.shape === 'words') continue;
      const spot = spotAt(route, knot.number);
      const own = ports.get(box);
      if (own) own.push(spot);
      else ports.set(box, [spot]);
    }
  return ports;
}

function viewOf(
  diagram: Diagram,
  layout: Layout,
  routes: readonly Route[],
  labels: readonly PlacedLabel[],
): Picture['view'] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const hold = (frame: Frame, around: number): void => {
    left = Math.min(left, frame.left - around);
    top = Math.min(top, frame.top - around);
    right = Math.max(right, frame.right + around);
    bottom = Math.max(bottom, frame.bottom + around);
  };
  for (const { id } of diagram.boxes) hold(layout.frame(id), margin);
  for (const route of routes)
    for (const knot of route.knots) {
      if (!knot) continue;
      const spot = spotAt(route, knot.number);
      hold(grown(spanOf(spot, spot), 4), margin);
    }
  for (const { frame } of labels) hold(frame, margin);
  for (const frame of captionFrames(diagram, layout)) hold(frame, margin);
  // Nothing at all is as large as its margin.
  [left, top] = [Math.floor(Math.min(left, 0)), Math.floor(Math.min(top, 0))];
  [right, bottom] = [Math.ceil(Math.max(right, 2 * margin)), Math.ceil(Math.max(bottom, 2 * margin))];
  return { left, top, width: right - left, height: bottom - top };
}
