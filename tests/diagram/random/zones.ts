import { columnsOf } from '../../../src/diagram/index.ts';
import { labelNet, writeBeside } from './beside.ts';
import { footOf, isClear, snap, type Foot } from './feet.ts';
import type { Link } from './links.ts';
import type { PlacedBand, Port } from './layout.ts';
import type { Look } from './plan.ts';
import { joined, type Scene } from './scene.ts';
import { drawUpright, headsOf, linkOf, type Upright, type Zone } from './uprights.ts';

export interface ZoneDrawing {
  readonly links: readonly Link[];
  readonly uprights: readonly Upright[];
}

const nothing: ZoneDrawing = { links: [], uprights: [] };

/** Draws what leads from a band to the next one, or round under the last. What cannot be drawn without doubt is left out. */
export function drawZone(
  scene: Scene,
  upper: PlacedBand,
  lower: PlacedBand | undefined,
  right: number,
  look: Look,
): ZoneDrawing {
  const { plan, labels, height } = upper.band.zone;
  const zone: Zone = { scene, plan, labels, top: upper.top + upper.band.height, height, right };
  const above = upper.boxes.flatMap(({ bottoms }) => bottoms);
  const below = lower?.boxes.flatMap(({ tops }) => tops) ?? [];
  const pick = (ports: readonly Port[], index: number): readonly Port[] =>
    ports.slice((plan.picks[index] ?? 0) % ports.length).slice(0, 1);
  if (plan.kind === 'u-turn') return lower ? nothing : drawUTurn(zone, above);
  if (above.length === 0 || below.length === 0) return nothing;
  switch (plan.kind) {
    case 'none':
      return nothing;
    case 'each':
      return drawEach(zone, above, below);
    case 'one':
      return drawNet(zone, pick(above, 0), pick(below, 1));
    case 'fork':
      return drawNet(zone, pick(above, 0), below);
    case 'merge':
      return drawNet(zone, above, pick(below, 1));
    case 'bus':
      return drawNet(zone, above, below);
    case 'cross':
      return look === 'ascii' ? nothing : drawCross(zone, above, below);
  }
}

/**
 * One net: uprights from above to a rail, and from the rail to what is below.
 *
 *     └──┬──┘ └──┬──┘
 *        └───┬───┘
 *         ┌──┴──┐
 */
function drawNet(zone: Zone, above: readonly Port[], below: readonly Port[]): ZoneDrawing {
  const lows = below.map((port, index) => footOf(port, zone.plan.picks[index + 5] ?? 0));
  const highs = above.map((port, index) => snap(footOf(port, zone.plan.picks[index + 2] ?? 0), port, lows));
  const feet = [...highs, ...lows];
  if (!isClear(highs, lows)) return nothing;
  const heads = headsOf(zone.plan, highs.length, lows.length);
  if (!heads.down && shareWalls(below)) return nothing;
  const rail = zone.top + 2;
  const columns = feet.map(({ column }) => column);
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  const straight = left === right;
  const [high, low] = [highs[0], lows[0]];
  if (high === undefined || low === undefined) return nothing;
  if (!straight) drawRail(zone, rail, left, right);
  const uprights = straight
    ? [drawUpright(zone, { ...high, to: low.row }, heads)]
    : [
        ...highs.map((foot) => drawUpright(zone, { ...foot, to: rail }, { up: heads.up, down: false }, 'from')),
        ...lows.map((foot) =>
          drawUpright(zone, { ...foot, row: rail, to: foot.row }, { up: false, down: heads.down }, 'to'),
        ),
      ];
  const labels = labelNet(zone, highs, lows, straight);
  const links = highs.flatMap((upper) =>
    lows.map((lower) => linkOf(upper.part, lower.part, heads, labels.get(upper) ?? labels.get(lower) ?? null)),
  );
  return { links, uprights };
}

/**
 * Cells side by side: two legs without heads that end on their common border close a rectangle with their rail, and
 * nobody could tell it from a box that shares the border.
 *
 *       ┌───┴────┐
 *     ┌─┴─┬──────┴─┐
 */
function shareWalls(ports: readonly Port[]): boolean {
  return ports.some(({ row, right }) => ports.some((port) => port.row === row && port.left - right === 4));
}

/** Straight lines between boxes that stand above each other. */
function drawEach(zone: Zone, above: readonly Port[], below: readonly Port[]): ZoneDrawing {
  const pairs = above.flatMap((upper) =>
    below.map((lower) => ({
      upper,
      lower,
      left: Math.max(upper.left, lower.left),
      right: Math.min(upper.right, lower.right),
    })),
  );
  // a part takes one line, so that no two stand too close
  const taken = new Set<string>();
  const feet = pairs.flatMap(({ upper, lower, left, right }) => {
    if (left > right || taken.has(upper.part) || taken.has(lower.part)) return [];
    taken.add(upper.part).add(lower.part);
    return [{ upper, lower, column: Math.floor((left + right) / 2) }];
  });
  const heads = headsOf(zone.plan, 1, 1);
  const uprights = feet.map(({ upper, lower, column }) =>
    drawUpright(zone, { part: upper.part, row: upper.row, column, to: lower.row }, heads),
  );
  const links = feet.map(({ upper, lower, column }, index) => {
    const others = feet.map((foot) => foot.column).filter((each) => each > column);
    return linkOf(
      upper.part,
      lower.part,
      heads,
      writeBeside(
        zone,
        { from: upper.row, to: lower.row, writing: zone.top + 1 },
        column,
        others,
        zone.labels[index % 4] ?? [],
      ),
    );
  });
  return { links, uprights };
}

/**
 * Two lines that cross and are not joined.
 *
 *        │          │
 *        │  ┌───────┘
 *        └──┼───────────┐
 *           ▼           ▼
 */
function drawCross(zone: Zone, above: readonly Port[], below: readonly Port[]): ZoneDrawing {
  const [firstAbove, lastAbove, firstBelow, lastBelow] = [above[0], above.at(-1), below[0], below.at(-1)];
  if (above.length < 2 || below.length < 2 || !firstAbove || !lastAbove || !firstBelow || !lastBelow) return nothing;
  const [a, b, c, d] = [footOf(firstAbove, 3), footOf(lastAbove, 7), footOf(firstBelow, 3), footOf(lastBelow, 7)];
  const apart = Math.min(
    Math.abs(a.column - c.column),
    Math.abs(b.column - d.column),
    b.column - c.column,
    d.column - a.column,
  );
  if (apart < 2) return nothing;
  const heads = { up: false, down: true };
  const [upperRail, lowerRail] = [zone.top + 2, zone.top + 4];
  const bend = (from: Foot, to: Foot, rail: number): readonly Upright[] => {
    drawRail(zone, rail, from.column, to.column);
    return [
      drawUpright(zone, { ...from, to: rail }, { up: false, down: false }, 'from'),
      drawUpright(zone, { ...to, row: rail, to: to.row }, heads, 'to'),
    ];
  };
  const uprights = [...bend(b, c, upperRail), ...bend(a, d, lowerRail)];
  return { links: [linkOf(b.part, c.part, heads, null), linkOf(a.part, d.part, heads, null)], uprights };
}

/** A line that leaves the first box below, and comes back to the last one. */
function drawUTurn(zone: Zone, above: readonly Port[]): ZoneDrawing {
  const [first, last] = [above[0], above.at(-1)];
  if (!first || !last || first === last) return nothing;
  const [from, to] = [footOf(first, 5), footOf(last, 5)];
  const rail = zone.top + 2;
  drawRail(zone, rail, from.column, to.column);
  const uprights = [
    drawUpright(zone, { ...from, to: rail }, { up: false, down: false }, 'from'),
    drawUpright(zone, { ...to, to: rail }, { up: true, down: false }, 'from'),
  ];
  const [label] = zone.labels[0] ?? [];
  const fits = label !== undefined && to.column - from.column > columnsOf(label) + 6;
  if (fits)
    zone.scene.labels.push({
      from: { row: rail, column: from.column },
      to: { row: rail, column: to.column },
      place: 'above',
      rows: [label],
      at: { row: rail - 1, column: from.column + Math.floor((to.column - from.column - columnsOf(label)) / 2) },
    });
  return { links: [{ from: from.part, to: to.part, head: 'forward', label: fits ? label : null }], uprights };
}

function drawRail(zone: Zone, row: number, from: number, to: number): void {
  zone.scene.lines.push({ from: { row, column: from }, to: { row, column: to }, start: joined, end: joined });
}
