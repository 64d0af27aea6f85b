import { leastOf, mostOf } from './extremes.ts';
import type { Layout } from './layout.ts';
import type { Frame } from './shapes.ts';
import type { Level } from './tracks.ts';

/** How far from the middle of a side, in px, a level line may be that is meant for the middle. */
const nearMiddle = 20;
/** A line this near the corner of a box was meant for its side. */
const nearCorner = 9;
/** Lines at one side of a box keep this distance. */
const leastApart = 9;

/** The heights of the level lines of each track, in px: between boxes they go to the middle of a side if they were near it. */
export function levelHeights(layout: Layout): readonly (readonly number[])[] {
  const { tracks } = layout.plan;
  const heights = tracks.map(({ levels }) => levels.map((level) => levelY(level, layout)));
  // a side to itself is shared with nothing
  const sides = new Map<string, number[]>();
  for (const [track, { levels }] of tracks.entries())
    for (const { boxes, number } of levels)
      for (const { side, crowded } of boxes) {
        if (!crowded) continue;
        const own = sides.get(side);
        const y = heights[track]?.[number] ?? 0;
        if (own) own.push(y);
        else sides.set(side, [y]);
      }
  for (const [track, { levels }] of tracks.entries())
    for (const level of levels) {
      const own = heights[track];
      const y = own?.[level.number];
      if (own && y !== undefined) own[level.number] = offCorners(level, y, sides, layout);
    }
  return heights;
}

/**
 * A level line goes to the middle of the lowest box that it is meant for, as long as it stays on the side of the others. One at
 * the corner of a box goes to its middle too.
 */
function levelY({ at, boxes }: Level, layout: Layout): number {
  const y = layout.y(at);
  const alone = boxes.every(({ crowded }) => !crowded);
  let meant: Frame | null = null;
  for (const { id, crowded } of boxes) {
    const frame = layout.frame(id);
    if (crowded || !((alone && isAtCorner(frame, y)) || isNearMiddle(frame, y))) continue;
    if (!meant || frame.bottom - frame.top < meant.bottom - meant.top) meant = frame;
  }
  if (!meant) return y;
  const middle = Math.floor((meant.top + meant.bottom) / 2) + 0.5;
  const isInside = ({ top, bottom }: Frame) => middle > top + 6 && middle < bottom - 6;
  return boxes.every(({ id }) => isInside(layout.frame(id))) ? middle : y;
}

function isNearMiddle({ top, bottom }: Frame, y: number): boolean {
  return Math.abs((top + bottom) / 2 - y) <= Math.max(nearMiddle, (bottom - top) * 0.08);
}

function isAtCorner({ top, bottom }: Frame, y: number): boolean {
  return y < top + nearCorner || y > bottom - nearCorner;
}

/** A line that shares its sides with others keeps away from the corners at least, where that does not bring it too near to them. */
function offCorners(
  { boxes }: Level,
  y: number,
  sides: ReadonlyMap<string, readonly number[]>,
  { plan, frame }: Layout,
): number {
  const frames = boxes.map(({ id }) => frame(id));
  if (frames.every((each) => !isAtCorner(each, y))) return y;
  if (boxes.some(({ id }) => plan.family.box(id)?.shape === 'words')) return y;
  const low = mostOf(frames.map(({ top }) => top + nearCorner + 2));
  const high = leastOf(frames.map(({ bottom }) => bottom - nearCorner - 2));
  const wanted = y < low ? low : Math.min(y, high);
  const isClear = boxes.every(({ side }) =>
    (sides.get(side) ?? []).every((other) => other === y || Math.abs(other - wanted) >= leastApart),
  );
  return low <= high && isClear ? wanted : y;
}
