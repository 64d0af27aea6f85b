/** From the coordinate `from` to the larger one `to` there are `cells` cells or more. */
export interface Need {
  readonly from: number;
  readonly to: number;
  readonly cells: number;
}

/**
 * Gives the coordinates of one axis the cells that are needed between them: each goes as far left as its needs allow,
 * and none passes another, so that what was left of something stays left of it.
 */
export function fit(coordinates: readonly number[], needs: readonly Need[]): (coordinate: number) => number {
  const sorted = [...new Set(coordinates)].sort((a, b) => a - b);
  const places = new Map<number, number>();
  for (const to of sorted) {
    const mine = needs.filter((need) => need.to === to);
    places.set(to, Math.max(0, ...mine.map(({ from, cells }) => (places.get(from) ?? 0) + cells)));
  }
  return (coordinate) => {
    const place = places.get(coordinate);
    if (place === undefined) throw new Error(`The coordinate ${coordinate} was not fitted.`);
    return place;
  };
}
