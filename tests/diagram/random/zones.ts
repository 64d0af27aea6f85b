import type { Canvas } from './canvas.ts';
import type { Link } from './gaps.ts';
import type { PlacedBand, Port } from './layout.ts';
import type { Look, ZonePlan } from './plan.ts';

/** A port with the column at which the line meets it. */
interface Foot {
  readonly part: string;
  readonly row: number;
  readonly column: number;
}

/** Where an upright line meets a border: what a crooked drawing gets wrong. */
export interface Upright {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  /** `from` and `to` are rows of borders that have a tee. */
  readonly tees: boolean;
  readonly headAt: number | null;
}

export interface ZoneDrawing {
  readonly links: readonly Link[];
  readonly uprights: readonly Upright[];
}

interface Zone {
  readonly canvas: Canvas;
  readonly plan: ZonePlan;
  readonly labels: readonly (readonly string[])[];
  /** First row below the band above. */
  readonly top: number;
  readonly height: number;
  /** Writing stays left of this column. */
  readonly right: number;
}

const nothing: ZoneDrawing = { links: [], uprights: [] };

/** Draws what leads from a band to the next one, or round under the last. What cannot be drawn without doubt is left out. */
export function drawZone(
  canvas: Canvas,
  upper: PlacedBand,
  lower: PlacedBand | undefined,
  right: number,
  look: Look,
): ZoneDrawing {
  const { plan, labels, height } = upper.band.zone;
  const zone: Zone = { canvas, plan, labels, top: upper.top + upper.band.height, height, right };
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
  const rail = zone.top + 2;
  const columns = feet.map(({ column }) => column);
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  const heads = headsOf(zone.plan, highs.length, lows.length);
  const straight = left === right;
  const [high, low] = [highs[0], lows[0]];
  if (high === undefined || low === undefined) return nothing;
  if (!straight) zone.canvas.line({ row: rail, column: left }, { row: rail, column: right });
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
      writeBeside(zone, zone.top + 1, column, others, zone.labels[index % 4] ?? []),
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
    zone.canvas.line({ row: rail, column: from.column }, { row: rail, column: to.column });
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
  zone.canvas.line({ row: rail, column: from.column }, { row: rail, column: to.column });
  const uprights = [
    drawUpright(zone, { ...from, to: rail }, { up: false, down: false }, 'from'),
    drawUpright(zone, { ...to, to: rail }, { up: true, down: false }, 'from'),
  ];
  const [label] = zone.labels[0] ?? [];
  const fits = label !== undefined && to.column - from.column > label.length + 6;
  if (fits)
    zone.canvas.write(
      { row: rail - 1, column: from.column + Math.floor((to.column - from.column - label.length) / 2) },
      label,
    );
  return { links: [{ from: from.part, to: to.part, head: 'forward', label: fits ? label : null }], uprights };
}

interface Heads {
  readonly up: boolean;
  readonly down: boolean;
}

/** Draws from the border at `row` to the row `to`. `borders` says which of the two is a border; both when left out. */
function drawUpright(
  zone: Zone,
  foot: Foot & { readonly to: number },
  heads: Heads,
  borders: 'from' | 'to' | 'both' = 'both',
): Upright {
  const { canvas, plan } = zone;
  const { column, row: from, to } = foot;
  canvas.line(
    { row: from, column },
    { row: to, column },
    {
      from: borders === 'to' || (plan.tees && !heads.up),
      to: borders === 'from' || (plan.tees && !heads.down),
    },
  );
  const inset = plan.headInBorder ? 0 : 1;
  if (heads.up) canvas.head({ row: from + inset, column }, 'up');
  if (heads.down) canvas.head({ row: to - inset, column }, 'down');
  const tees = plan.tees && borders !== 'to' && !heads.up;
  return { column, from, to, tees, headAt: heads.down && inset === 1 ? to - 1 : null };
}

/** A line with heads on both sides has one box at each end; a net without heads has one box alone on a side. */
function headsOf(plan: ZonePlan, above: number, below: number): Heads {
  const single = above === 1 && below === 1;
  const plain = plan.head === 'plain' && (above === 1 || below === 1);
  if (plain) return { up: false, down: false };
  if (plan.head === 'both' && single) return { up: true, down: true };
  return { up: plan.head === 'up', down: plan.head !== 'up' };
}

function linkOf(upper: string, lower: string, { up, down }: Heads, label: string | null): Link {
  const head = up && down ? 'both' : up || down ? 'forward' : 'none';
  return up && !down ? { from: lower, to: upper, head, label } : { from: upper, to: lower, head, label };
}

function footOf(port: Port, pick: number): Foot {
  return {
    part: port.part,
    row: port.row,
    column: port.left + Math.round(((port.right - port.left) * (pick % 11)) / 10),
  };
}

/** Takes the column of a line below that is almost the same: nobody draws a bend one cell wide. */
function snap(foot: Foot, { left, right }: Port, others: readonly Foot[]): Foot {
  const near = others.find(({ column }) => Math.abs(column - foot.column) <= 2 && column >= left && column <= right);
  return near ? { ...foot, column: near.column } : foot;
}

/** No two uprights stand side by side, and a `┼` is joined without doubt: everything else on its rail turns to one side. */
function isClear(highs: readonly Foot[], lows: readonly Foot[]): boolean {
  const up = new Set(highs.map(({ column }) => column));
  const down = new Set(lows.map(({ column }) => column));
  const columns = [...new Set([...up, ...down])].sort((a, b) => a - b);
  if (columns.some((column, index) => index > 0 && column - (columns[index - 1] ?? 0) < 3)) return false;
  const both = columns.filter((column) => up.has(column) && down.has(column));
  if (both.length === 0 || columns.length === 1) return true;
  const others = columns.filter((column) => !both.includes(column));
  const ends = [columns[0] ?? 0, columns.at(-1) ?? 0];
  const turnOneWay = others.every((column) => up.has(column)) || others.every((column) => down.has(column));
  return turnOneWay && (both.length === 1 || !ends.some((column) => both.includes(column)));
}

/** Words on a trunk belong to the whole net, on a leg to the box at its end. */
function labelNet(
  zone: Zone,
  highs: readonly Foot[],
  lows: readonly Foot[],
  straight: boolean,
): ReadonlyMap<Foot, string> {
  const found = new Map<Foot, string>();
  const [high, low] = [highs[0], lows[0]];
  const write = (feet: readonly Foot[], row: number): void =>
    feet.forEach((foot, index) => {
      const others = feet.map(({ column }) => column).filter((column) => column > foot.column);
      const label = writeBeside(
        zone,
        row,
        foot.column,
        others,
        (zone.labels[index % 4] ?? []).slice(0, straight ? 2 : 1),
      );
      if (label !== null) found.set(foot, label);
    });
  const onLegs = lows.length > 1 && (zone.plan.picks[9] ?? 0) % 2 === 1;
  if (onLegs) write(lows, zone.top + 3);
  else if (high && highs.length === 1) write([high], zone.top + 1);
  else if (low && lows.length === 1) write([low], zone.top + 3);
  return found;
}

/** Writes right of an upright, if the words keep clear of the next one; says what was written, rows joined as the notation does. */
function writeBeside(
  zone: Zone,
  row: number,
  column: number,
  others: readonly number[],
  rows: readonly string[],
): string | null {
  const end = column + 2 + Math.max(0, ...rows.map(({ length }) => length));
  if (rows.length === 0 || end + 4 > Math.min(zone.right, ...others)) return null;
  rows.forEach((words, index) => zone.canvas.write({ row: row + index, column: column + 2 }, words));
  return rows.join(' / ');
}
