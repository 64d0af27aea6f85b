import { complexitiesOf, scalesOf } from './labels.ts';
import { complexities, scales, type Fit } from './schema.ts';

/** The three ranges of a fit as steps of a scale: `true` where the pattern holds. */
export interface ScaleBars {
  readonly scale: readonly boolean[];
  readonly complexity: readonly boolean[];
  readonly team: readonly boolean[];
}

export function scaleBars(fit: Fit): ScaleBars {
  return {
    scale: scales.map((step) => scalesOf(fit).includes(step)),
    complexity: complexities.map((step) => complexitiesOf(fit).includes(step)),
    team: teamBands.map((band) => reaches(fit.teamSize, band)),
  };
}

/** People have no words for their steps: up to five, five to ten, ten and more. */
const teamBands = [
  { from: 0, to: 5 },
  { from: 5, to: 10 },
  { from: 10, to: Infinity },
];

/** A range that only touches a band does not reach into it: "1–5" is the first band alone, "5+" the second and third. */
function reaches(team: Fit['teamSize'], { from, to }: { readonly from: number; readonly to: number }): boolean {
  if (team === 'any') return true;
  const end = Math.max(team.max ?? Infinity, team.min + 1);
  return team.min < to && end > from;
}
