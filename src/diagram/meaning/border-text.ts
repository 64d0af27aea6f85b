import type { TextRun } from '../model.ts';
import type { Territory } from '../lines/territory.ts';

/** The part whose border a run interrupts, as its title does: border cells of one part stand on both sides. `null` for other writing. */
export function titledPart(territory: Territory, run: TextRun): number | null {
  const left = [1, 2, 3].map((off) => territory.bordersAt(run.row, run.column - off)).find((parts) => parts.length > 0);
  const right = [0, 1, 2]
    .map((off) => territory.bordersAt(run.row, run.column + run.width + off))
    .find((parts) => parts.length > 0);
  const part = left?.find((one) => right?.includes(one));
  return part === undefined || territory.regionAt(run.row, run.column) === left?.[0] ? null : part;
}

/** Words right above a box that reach over its whole upper edge: what a label between two boxes is not wide enough for. */
export function coversBox(territory: Territory, { row, column, width }: TextRun): boolean {
  const end = column + width;
  return territory
    .edgesNear(row + 1, column, end)
    .some(({ rect }) => rect.top === row + 1 && rect.left >= column - 1 && rect.right <= end);
}
