import type { Element } from 'hast';
import type { Box, BoxId, Diagram, Kind } from '../model.ts';
import { placeLabels, type PlacedLabel } from './labels.ts';
import { fits, layOut, margin, planOf, type Layout } from './layout.ts';
import { textStyles, textWidth } from './metrics.ts';
import { grown } from './obstacles.ts';
import type { Spot } from './path.ts';
import { routesOf, type Route } from './routes.ts';
import type { Frame } from './shapes.ts';
import { s } from './tree.ts';

/** Everything in its place, ready to be drawn. */
export interface Picture {
  readonly layout: Layout;
  readonly boxes: ReadonlyMap<BoxId, Box>;
  readonly routes: readonly Route[];
  readonly labels: readonly PlacedLabel[];
  /** Where lines arrive at each box. */
  readonly ports: ReadonlyMap<BoxId, readonly Spot[]>;
  readonly view: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

/** Widths that a column may have, best first: up to 12 px with full spines, then with narrower ones, then whatever it takes. */
const attempts: readonly { readonly column: number; readonly spine: 'full' | 'any' }[] = [
  ...[8, 8.5, 9, 9.5, 10, 10.5, 11, 11.5, 12].map((column) => ({ column, spine: 'full' as const })),
  ...Array.from({ length: 25 }, (_, index) => ({ column: 12 + index / 2, spine: 'any' as const })),
];

/** Finds the narrowest columns at which every line of writing is inside its box and no label touches anything. */
export function pictureOf(diagram: Diagram, kinds: ReadonlyMap<BoxId, Kind>): Picture {
  const plan = planOf(diagram, kinds);
  const boxes = new Map(diagram.boxes.map((box) => [box.id, box]));
  let best: {
    readonly layout: Layout;
    readonly routes: readonly Route[];
    readonly labels: readonly PlacedLabel[];
    readonly touched: number;
  } | null = null;
  for (const { column, spine } of attempts) {
    const layout = layOut(plan, column);
    const last = column === attempts.at(-1)?.column;
    if (!last && !fits(layout, spine)) continue;
    const routes = routesOf(layout);
    const labels = placeLabels(layout, routes, takenBy(diagram, layout));
    const touched = labels.reduce((sum, label) => sum + label.touched, 0);
    if (best === null || touched < best.touched) best = { layout, routes, labels, touched };
    if (touched === 0) break;
    // Labels alone are no reason for columns beyond this.
    if (column >= 16) break;
  }
  const layout = best?.layout ?? layOut(plan, 12);
  const routes = best?.routes ?? [];
  const labels = best?.labels ?? [];
  return { layout, boxes, routes, labels, ports: portsOf(routes), view: viewOf(diagram, layout, routes, labels) };
}

/** What a label must not stand on, lines apart: nodes, walls of groups, writing in groups, captions. */
function takenBy(diagram: Diagram, layout: Layout): readonly Frame[] {
  return [
    ...diagram.boxes.flatMap((box) =>
      box.kind === 'group' ? groupFrames(box, layout) : [grown(layout.frame(box.id), 3)],
    ),
    ...captionFrames(diagram, layout),
  ];
}

function groupFrames(box: Box, layout: Layout): readonly Frame[] {
  const { left, top, right, bottom } = layout.frame(box.id);
  const block = layout.plan.blocks.get(box.id)?.[0];
  const walls: readonly Frame[] = [
    { left, right, top, bottom: top },
    { left, right, top: bottom, bottom },
    { left, right: left, top, bottom },
    { left: right, right, top, bottom },
  ];
  const title =
    block && block.lines.length > 0
      ? [{ left, top, right: left + 40 + block.width, bottom: top + 10 + block.height }]
      : [];
  return [...walls.map((wall) => grown(wall, 2)), ...title];
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

function portsOf(routes: readonly Route[]): ReadonlyMap<BoxId, readonly Spot[]> {
  const ports = new Map<BoxId, readonly Spot[]>();
  for (const { end, spot } of routes.flatMap(({ vertices }) => [...vertices.values()])) {
    if (end && end.attached !== null) ports.set(end.attached, [...(ports.get(end.attached) ?? []), spot]);
  }
  return ports;
}

function viewOf(
  diagram: Diagram,
  layout: Layout,
  routes: readonly Route[],
  labels: readonly PlacedLabel[],
): Picture['view'] {
  const spots = routes.flatMap(({ vertices }) =>
    [...vertices.values()].map(({ spot }) => grown({ left: spot.x, right: spot.x, top: spot.y, bottom: spot.y }, 4)),
  );
  const frames = [
    ...diagram.boxes.map(({ id }) => layout.frame(id)),
    ...spots,
    ...labels.map(({ frame }) => frame),
    ...captionFrames(diagram, layout),
  ];
  const left = Math.floor(Math.min(0, ...frames.map((frame) => frame.left - margin)));
  const top = Math.floor(Math.min(0, ...frames.map((frame) => frame.top - margin)));
  const right = Math.ceil(Math.max(2 * margin, ...frames.map((frame) => frame.right + margin)));
  const bottom = Math.ceil(Math.max(2 * margin, ...frames.map((frame) => frame.bottom + margin)));
  return { left, top, width: right - left, height: bottom - top };
}
