import { complexityLabel, scaleLabel, teamLabel } from './labels.ts';
import { byId } from './related.ts';
import type { Pattern } from './schema.ts';

/** A row of the table that says when to use each pattern. Nothing of it is typed twice: it all comes from `fit`. */
export interface ComparisonRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly scale: string;
  readonly complexity: string;
  readonly teamSize: string;
  readonly headline: string;
}

/** One row for each pattern, in the order of the catalog. */
export function comparisonRows(patterns: readonly Pattern[]): readonly ComparisonRow[] {
  return byId(patterns).map(({ id, slug, title, fit }) => ({
    id,
    slug,
    title,
    scale: scaleLabel(fit),
    complexity: complexityLabel(fit),
    teamSize: teamLabel(fit),
    headline: fit.headline,
  }));
}
