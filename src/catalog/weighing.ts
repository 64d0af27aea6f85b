import { qualities, type Pattern, type Quality, type Tradeoff } from './schema.ts';

export { polaritySigns } from './signs.ts';

export interface PatternTradeoffs {
  readonly slug: string;
  readonly title: string;
  readonly rows: readonly Tradeoff[];
}

export interface QualityRow {
  readonly quality: Quality;
  /** One entry a pattern, in the order given; of a pattern that says nothing about the quality an empty one. */
  readonly patterns: readonly PatternTradeoffs[];
}

/** Every trade-off by quality, then by pattern; a quality that no pattern speaks of is left out. */
export function tradeoffsByQuality(patterns: readonly Pattern[]): readonly QualityRow[] {
  return qualities
    .map((quality) => ({
      quality,
      patterns: patterns.map(({ slug, title, tradeoffs }) => ({
        slug,
        title,
        rows: tradeoffs.filter((row) => row.quality === quality),
      })),
    }))
    .filter((row) => row.patterns.some(({ rows }) => rows.length > 0));
}
