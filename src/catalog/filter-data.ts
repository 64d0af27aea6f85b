import { upperFirst } from './capitals.ts';
import type { FilterData, FilterPattern } from './facets.ts';
import { complexitiesOf, scalesOf } from './labels.ts';
import { categories, complexities, qualities, scales } from './schema.ts';
import type { Pattern, Polarity, Technology } from './schema.ts';

/** The vocabularies whose values are content. */
export interface FilterWords {
  readonly qualities: ReadonlyMap<string, { readonly label: string }>;
  readonly technologies: ReadonlyMap<string, Pick<Technology, 'name'>>;
}

/** The catalog as its filter sees it. Technologies that no pattern names are left out: nobody could choose them. */
export function filterDataOf(patterns: readonly Pattern[], words: FilterWords): FilterData {
  const seen = patterns.map(filterPattern);
  const named = new Set(seen.flatMap(({ values }) => values.technology));
  const plain = (ids: readonly string[]) => ids.map((id) => ({ id, label: upperFirst(id) }));
  const yardsticks = qualities.map((id) => ({ id, label: words.qualities.get(id)?.label ?? id }));
  return {
    values: {
      category: plain(categories),
      scale: plain(scales),
      complexity: plain(complexities),
      helps: yardsticks,
      hurts: yardsticks,
      technology: [...named]
        .map((id) => ({ id, label: words.technologies.get(id)?.name ?? id }))
        .sort((a, b) => a.label.localeCompare(b.label, 'en')),
    },
    patterns: seen,
  };
}

/** `any` holds every value, and every size of a team. */
function filterPattern({ slug, title, category, fit, tradeoffs, components }: Pattern): FilterPattern {
  const withPolarity = (polarity: Polarity) =>
    qualities.filter((quality) => tradeoffs.some((row) => row.quality === quality && row.polarity === polarity));
  return {
    slug,
    title,
    team: fit.teamSize === 'any' ? { min: 1, max: null } : fit.teamSize,
    values: {
      category: [category],
      scale: scalesOf(fit),
      complexity: complexitiesOf(fit),
      helps: withPolarity('pro'),
      hurts: withPolarity('con'),
      technology: [...new Set(components.flatMap(({ technologies }) => technologies))].sort(),
    },
  };
}
