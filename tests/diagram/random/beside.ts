import type { Foot } from './feet.ts';
import type { Zone } from './uprights.ts';

/** Words on a trunk belong to the whole net, on a leg to the box at its end. */
export function labelNet(
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
export function writeBeside(
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
