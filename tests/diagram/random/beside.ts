import { columnsOf } from '../../../src/diagram/index.ts';
import type { Foot } from './feet.ts';
import type { Zone } from './uprights.ts';

/** An upright piece of line by its rows, and the row at which words beside it begin. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly writing: number;
}

/** Words on a trunk belong to the whole net, on a leg to the box at its end. */
export function labelNet(
  zone: Zone,
  highs: readonly Foot[],
  lows: readonly Foot[],
  straight: boolean,
): ReadonlyMap<Foot, string> {
  const found = new Map<Foot, string>();
  const [high, low] = [highs[0], lows[0]];
  const rail = zone.top + 2;
  const write = (feet: readonly Foot[], writing: number): void =>
    feet.forEach((foot, index) => {
      const others = feet.map(({ column }) => column).filter((column) => column > foot.column);
      const label = writeBeside(
        zone,
        { from: foot.row, to: straight ? (lows[0]?.row ?? rail) : rail, writing },
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
  piece: Piece,
  column: number,
  others: readonly number[],
  rows: readonly string[],
): string | null {
  const end = column + 2 + Math.max(0, ...rows.map(columnsOf));
  if (rows.length === 0 || end + 4 > Math.min(zone.right, ...others)) return null;
  zone.scene.labels.push({
    from: { row: Math.min(piece.from, piece.to), column },
    to: { row: Math.max(piece.from, piece.to), column },
    place: 'beside',
    rows,
    at: { row: piece.writing, column: column + 2 },
  });
  return rows.join(' / ');
}
