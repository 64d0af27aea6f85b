import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import {
  componentSchema,
  guideSchema,
  patternSchema,
  qualitySchema,
  retiredSchema,
  synonymSchema,
  technologySchema,
  useCaseSchema,
} from './catalog/schema.ts';
import { z } from 'astro/zod';

/** Every collection of the catalog. The file name of a pattern is its slug and the id of its entry. */
export const collections = {
  patterns: defineCollection({ loader: glob({ base: './content/patterns', pattern: '*.mdx' }), schema: patternSchema }),
  guides: defineCollection({ loader: glob({ base: './content/guides', pattern: '*.mdx' }), schema: guideSchema }),
  components: defineCollection({ loader: file('./content/components.yaml'), schema: componentSchema }),
  technologies: defineCollection({ loader: file('./content/technologies.yaml'), schema: technologySchema }),
  useCases: defineCollection({ loader: file('./content/use-cases.yaml'), schema: useCaseSchema }),
  qualities: defineCollection({ loader: file('./content/qualities.yaml'), schema: qualitySchema }),
  synonyms: defineCollection({ loader: file('./content/synonyms.yaml'), schema: synonymSchema }),
};
