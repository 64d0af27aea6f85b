import { components, patterns, qualityEntries, technologies, useCases } from '../catalog/collections.ts';
import { sheetOf, type Sheet } from '../catalog/sheet.ts';
import { patternThumbnail } from './catalog-drawings.ts';

/** What the browser loads to lay a pattern beside others: `/compare/cqrs.json`. */
export interface ComparedPattern {
  readonly sheet: Sheet;
  /** Its drawing without words, as HTML. */
  readonly thumbnail: string;
}

const words = { qualities: qualityEntries, components, technologies, useCases };

/** Every pattern ready to be compared, by slug. */
export const comparedPatterns: ReadonlyMap<string, ComparedPattern> = new Map(
  patterns.map((pattern) => [
    pattern.slug,
    { sheet: sheetOf(pattern, words), thumbnail: patternThumbnail(pattern.slug) },
  ]),
);
