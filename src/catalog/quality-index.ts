import type { Pattern, Polarity, QualityEntry } from './schema.ts';
import { tradeoffsByQuality } from './weighing.ts';

export interface QualityIndexEntry {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  /** What helps it, what hurts it, what depends: in the order of the catalog. */
  readonly sides: readonly { readonly polarity: Polarity; readonly rows: readonly QualityIndexRow[] }[];
}

export interface QualityIndexRow {
  readonly slug: string;
  readonly title: string;
  readonly anchor: string;
  readonly text: string;
}

/** Each quality that a pattern speaks of, with every row that helps or hurts it. */
export function qualityIndex(
  patterns: readonly Pattern[],
  entries: ReadonlyMap<string, QualityEntry>,
): readonly QualityIndexEntry[] {
  return tradeoffsByQuality(patterns).map(({ quality, patterns: weighed }) => ({
    id: quality,
    label: entries.get(quality)?.label ?? quality,
    definition: entries.get(quality)?.definition ?? '',
    sides: (['pro', 'con', 'depends'] as const)
      .map((polarity) => ({
        polarity,
        rows: weighed.flatMap(({ slug, title, rows }) =>
          rows.filter((row) => row.polarity === polarity).map(({ id, text }) => ({ slug, title, anchor: id, text })),
        ),
      }))
      .filter(({ rows }) => rows.length > 0),
  }));
}
