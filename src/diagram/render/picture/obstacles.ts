import { areasOf, pxOfCell } from './areas.ts';
import type { Spot } from '../svg/path.ts';
import type { Frame } from './shapes.ts';

/** What stands in a picture already. */
export interface Obstacles {
  add(frame: Frame): void;
  /** Px² that a frame shares with obstacles. */
  touched(frame: Frame): number;
}

export function obstaclesOf(frames: readonly Frame[]): Obstacles {
  const areas = areasOf<null>(pxOfCell);
  const add = (frame: Frame): void => areas.add(null, frame);
  for (const frame of frames) add(frame);
  return { add, touched: (frame) => areas.shared(frame) };
}

/** What two places span. */
export function spanOf(one: Spot, other: Spot): Frame {
  return {
    left: Math.min(one.x, other.x),
    top: Math.min(one.y, other.y),
    right: Math.max(one.x, other.x),
    bottom: Math.max(one.y, other.y),
  };
}

export function grown({ left, top, right, bottom }: Frame, by: number): Frame {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}
