import type { Kind } from '../../model.ts';
import { leastOf } from './extremes.ts';
import { arcTo, lineTo, moveTo, pathData, type Spot, type Steps } from '../svg/path.ts';

/** The centre of a border, in px. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Corner = { readonly size: number; readonly cut: boolean };
/** Clockwise from the upper left. */
type Corners = readonly [Corner, Corner, Corner, Corner];

const round = (size: number): Corner => ({ size, cut: false });
const cut = (size: number): Corner => ({ size, cut: true });
const plate: Corners = [round(3), round(3), round(3), round(3)];
const drum: Corners = [round(3), round(3), round(11), round(11)];
const square = round(0);

interface Look {
  readonly tint: 'plain' | 'water' | 'marsh' | 'land' | 'lead';
  readonly corners: Corners;
  /** What is drawn inside the border besides the spine. */
  readonly decoration: 'none' | 'pipe' | 'lid' | 'open-lid' | 'scale' | 'plinth';
  readonly dashed: boolean;
}

/** How the kinds tell themselves apart. Sides stay straight, so that a line may arrive anywhere. */
export const looks: Readonly<Record<Kind, Look>> = {
  client: { tint: 'plain', corners: [round(14), round(14), round(14), round(14)], decoration: 'none', dashed: false },
  edge: { tint: 'water', corners: [cut(9), cut(9), cut(9), cut(9)], decoration: 'none', dashed: false },
  routing: { tint: 'water', corners: [round(3), cut(10), cut(10), round(3)], decoration: 'none', dashed: false },
  compute: { tint: 'plain', corners: plate, decoration: 'none', dashed: false },
  messaging: { tint: 'marsh', corners: plate, decoration: 'pipe', dashed: false },
  cache: { tint: 'land', corners: drum, decoration: 'open-lid', dashed: false },
  store: { tint: 'land', corners: drum, decoration: 'lid', dashed: false },
  analytics: { tint: 'land', corners: plate, decoration: 'scale', dashed: false },
  platform: { tint: 'lead', corners: plate, decoration: 'plinth', dashed: false },
  observability: { tint: 'lead', corners: plate, decoration: 'none', dashed: true },
};

/** How the border of a box of this kind is drawn. */
export function borderClass(kind: Kind): string {
  return looks[kind].dashed ? 'd-border d-dash' : 'd-border';
}

/** The corners of a box of this kind, smaller where the box is small or where a line arrives near one. */
export function cornersOf(kind: Kind, frame: Frame, ports: readonly Spot[] = []): Corners {
  const { left, top, right, bottom } = frame;
  const shorter = Math.min(right - left, bottom - top) / 2;
  const places: readonly Spot[] = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  const fit = (corner: Corner, at: Spot): Corner => {
    const near = ports
      .filter(({ x, y }) => Math.abs(x - at.x) < 2 || Math.abs(y - at.y) < 2)
      .map(({ x, y }) => Math.abs(x - at.x) + Math.abs(y - at.y) - 5);
    return { ...corner, size: Math.max(0, leastOf(near, Math.min(corner.size, shorter))) };
  };
  const [a, b, c, d] = looks[kind].corners;
  const at = (index: number): Spot => places[index] ?? { x: left, y: top };
  return [fit(a, at(0)), fit(b, at(1)), fit(c, at(2)), fit(d, at(3))];
}

/** The outline of a frame with these corners. */
export function outline(frame: Frame, corners: Corners): string {
  return pathData(outlineSteps(frame, corners), true);
}

/** The part of the outline left of `x`: the spine. */
export function leftOf(x: number, frame: Frame, [a, , , d]: Corners): string {
  return outline({ ...frame, right: x }, [a, square, square, d]);
}

/** The part of the outline above `y`: the title row of a box with cells. */
export function above(y: number, frame: Frame, [a, b]: Corners): string {
  return outline({ ...frame, bottom: y }, [a, b, square, square]);
}

/** A panel: the outline of a group. */
export function panel(frame: Frame): string {
  return outline(frame, [round(6), round(6), round(6), round(6)]);
}

function outlineSteps({ left, top, right, bottom }: Frame, [a, b, c, d]: Corners): Steps {
  return [
    moveTo(left + a.size, top),
    lineTo(right - b.size, top),
    ...turn(b, right, top + b.size),
    lineTo(right, bottom - c.size),
    ...turn(c, right - c.size, bottom),
    lineTo(left + d.size, bottom),
    ...turn(d, left, bottom - d.size),
    lineTo(left, top + a.size),
    ...(a.cut ? [] : turn(a, left + a.size, top)),
  ];
}

function turn({ size, cut }: Corner, x: number, y: number): Steps {
  if (size === 0) return [];
  return [cut ? lineTo(x, y) : arcTo(x, y, size, true)];
}

export interface Decoration {
  readonly className: string;
  readonly d: string;
}

/** What marks the kind inside the border; `from` is where the writing's side begins. */
export function decorationOf(kind: Kind, { left, top, right, bottom }: Frame, from: number): Decoration | null {
  switch (looks[kind].decoration) {
    case 'none':
      return null;
    case 'pipe':
      return {
        className: 'd-deco',
        d: pathData([
          moveTo(right - 4, top),
          lineTo(right - 4, bottom),
          moveTo(right - 8, top),
          lineTo(right - 8, bottom),
        ]),
      };
    case 'lid':
    case 'open-lid':
      return {
        className: looks[kind].decoration === 'lid' ? 'd-deco' : 'd-deco d-dash',
        d: pathData([moveTo(left, top + 4), lineTo(right, top + 4)]),
      };
    case 'scale':
      return { className: 'd-deco', d: pathData(scale(from, right, bottom)) };
    case 'plinth':
      return {
        className: 'd-plinth',
        d: outline({ left, top: bottom - 4, right, bottom }, [square, square, round(2), round(2)]),
      };
  }
}

/** Ticks each 8, the fifth one longer, as along the foot of a map. */
function scale(from: number, right: number, bottom: number): Steps {
  const count = Math.max(0, Math.floor((right - 4 - from) / 8));
  return Array.from({ length: count }, (_, index) => from + 8 * (index + 1)).flatMap((x, index) => [
    moveTo(x, bottom),
    lineTo(x, bottom - (index % 5 === 4 ? 6 : 3)),
  ]);
}
