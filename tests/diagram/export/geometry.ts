export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Complaints about a line: pieces that slant, numbers that are none. */
export function* crookedness(name: string, way: readonly Spot[]): Iterable<string> {
  if (way.length < 2) yield `${name} has ${way.length} points`;
  for (const [index, to] of way.entries()) {
    if (!Number.isFinite(to.x) || !Number.isFinite(to.y)) yield `${name} has no place at ${index}`;
    const from = way[index - 1];
    if (from && Math.abs(from.x - to.x) > 1 && Math.abs(from.y - to.y) > 1)
      yield `${name} slants from ${from.x},${from.y} to ${to.x},${to.y}`;
  }
}

/** Whether a frame stands in another, which may be touched. */
export function isWithin(inner: Frame, outer: Frame): boolean {
  const slack = 1;
  return (
    inner.left >= outer.left - slack &&
    inner.top >= outer.top - slack &&
    inner.right <= outer.right + slack &&
    inner.bottom <= outer.bottom + slack
  );
}
