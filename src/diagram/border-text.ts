import type { TextRun } from './model.ts';
import type { Territory } from './territory.ts';

/** The part whose border a run interrupts, as its title does: border cells of one part stand on both sides. `null` for other writing. */
export function titledPart(territory: Territory, run: TextRun): number | null {
  const left = [1, 2, 3].map((off) => territory.bordersAt(run.row, run.column - off)).find((parts) => parts.length > 0);
  const right = [0, 1, 2]
    .map((off) => territory.bordersAt(run.row, run.column + run.width + off))
    .find((parts) => parts.length > 0);
  const part = left?.find((one) => right?.includes(one));
  return part === undefined || territory.regionAt(run.row, run.column) === left?.[0] ? null : part;
}
