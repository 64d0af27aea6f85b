import { byPlace } from '../geometry/by-place.ts';
import type { Frame } from './frames.ts';

/** Of two frames that cut each other the more doubtful one goes: more missing corners, then more crooked, then larger. */
export function withoutOverlaps(frames: readonly Frame[]): Frame[] {
  const doubts = new Map(frames.map((frame) => [frame, doubt(frame)]));
  const byDoubt = [...frames].sort((a, b) => (doubts.get(a) ?? 0) - (doubts.get(b) ?? 0));
  const covering = byPlace<Frame>();
  const beginning = byPlace<Frame>();
  const kept = byDoubt.filter((frame) => {
    const { top, bottom, left, right } = frame;
    const isCut = (other: Frame) => cuts(frame, other);
    if (covering.near(top, left, right).some(isCut)) return false;
    for (let row = top + 1; row < bottom; row++) if (beginning.near(row, left, right).some(isCut)) return false;
    for (let row = top; row <= bottom; row++) covering.add(row, left, right, frame);
    beginning.add(top, left, right, frame);
    return true;
  });
  return kept.sort((a, b) => a.top - b.top || a.left - b.left);
}

function doubt(frame: Frame): number {
  const crooked = Math.abs(frame.bottomLeft - frame.left) + Math.abs(frame.bottomRight - frame.right);
  const absent = frame.walls.reduce(
    (sum, wall) => sum + (wall.left === null ? 2 : 0) + (wall.right === null ? 1 : 0),
    0,
  );
  return frame.missing.length * 10 + crooked * 2 + absent * 3 + (frame.bottom - frame.top) / 1000;
}

function cuts(a: Frame, b: Frame): boolean {
  const inside = (inner: Frame, outer: Frame) =>
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom &&
    inner.left >= outer.left - 1 &&
    inner.right <= outer.right + 4;
  const columns = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const rows = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return columns > 3 && rows > 0 && !inside(a, b) && !inside(b, a);
}
