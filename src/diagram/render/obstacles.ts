import { bandsOf } from './bands.ts';
import type { Frame } from './shapes.ts';

/** What stands in a picture already. */
export interface Obstacles {
  add(frame: Frame): void;
  /** Px² that a frame shares with obstacles. */
  touched(frame: Frame): number;
}

export function obstaclesOf(frames: readonly Frame[]): Obstacles {
  const bands = bandsOf<Frame>(bandHeight);
  const add = (frame: Frame): void => bands.add(frame, frame.top, frame.bottom);
  for (const frame of frames) add(frame);
  return {
    add,
    touched: (frame) => bands.near(frame.top, frame.bottom).reduce((sum, other) => sum + shared(frame, other), 0),
  };
}

const bandHeight = 200;

function shared(one: Frame, other: Frame): number {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 0 && down > 0 ? across * down : 0;
}

export function grown({ left, top, right, bottom }: Frame, by: number): Frame {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}
