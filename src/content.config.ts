import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import {
  componentSchema,
  galleryDrawingSchema,
  guideSchema,
  patternSchema,
  qualitySchema,
  ruleSchema,
  synonymSchema,
  technologySchema,
  useCaseSchema,
} from './catalog/schema.ts';

/** Every collection of the catalog. The slug of a pattern is its file name and the id of its entry; a vocabulary is one file, id → entry. */
export const collections = {
  patterns: defineCollection({ loader: glob({ base: './content/patterns', pattern: '*.mdx' }), schema: patternSchema }),
  guides: defineCollection({ loader: glob({ base: './content/guides', pattern: '*.mdx' }), schema: guideSchema }),
  gallery: defineCollection({
    loader: glob({ base: './content/gallery', pattern: '*.mdx' }),
    schema: galleryDrawingSchema,
  }),
  rules: defineCollection({ loader: glob({ base: './content/rules', pattern: '*.mdx' }), schema: ruleSchema }),
  components: defineCollection({ loader: file('./content/components.yaml'), schema: componentSchema }),
  technologies: defineCollection({ loader: file('./content/technologies.yaml'), schema: technologySchema }),
  useCases: defineCollection({ loader: file('./content/use-cases.yaml'), schema: useCaseSchema }),
  qualities: defineCollection({ loader: file('./content/qualities.yaml'), schema: qualitySchema }),
  synonyms: defineCollection({ loader: file('./content/synonyms.yaml'), schema: synonymSchema }),
};
