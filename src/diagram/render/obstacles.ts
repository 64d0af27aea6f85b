import type { Frame } from './shapes.ts';

/** What stands in a picture already. */
export interface Obstacles {
  add(frame: Frame): void;
  /** Px² that a frame shares with obstacles. */
  touched(frame: Frame): number;
}

/** Frames are kept by bands of the picture, so that a question looks only at what is near. */
export function obstaclesOf(frames: readonly Frame[]): Obstacles {
  const bands = new Map<number, Frame[]>();
  const add = (frame: Frame): void => {
    for (let band = bandOf(frame.top); band <= bandOf(frame.bottom); band++) {
      const own = bands.get(band);
      if (own) own.push(frame);
      else bands.set(band, [frame]);
    }
  };
  for (const frame of frames) add(frame);
  return {
    add,
    touched(frame) {
      const first = bandOf(frame.top);
      let sum = 0;
      for (let band = first; band <= bandOf(frame.bottom); band++)
        for (const other of bands.get(band) ?? [])
          // What reaches over several bands counts in the first that both are in.
          if (band === Math.max(first, bandOf(other.top))) sum += shared(frame, other);
      return sum;
    },
  };
}

const bandHeight = 200;

function bandOf(y: number): number {
  return Math.floor(y / bandHeight);
}

function shared(one: Frame, other: Frame): number {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 0 && down > 0 ? across * down : 0;
}

export function grown({ left, top, right, bottom }: Frame, by: number): Frame {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}
