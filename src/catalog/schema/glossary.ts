import { z } from 'astro/zod';
import { kebab, prose } from './row.ts';
import { componentKinds, vendors } from './vocabulary.ts';

/** A part that systems are made of. The entry's key is its id. */
export const componentSchema = z.strictObject({
  label: prose,
  kind: z.enum(componentKinds),
  /** Other words for it, also in drawings: a node so titled is one of these. */
  aliases: z.array(prose).default([]),
  does: prose,
  neededWhen: prose,
  failureModes: z.array(prose).min(1),
  technologies: z.array(kebab).default([]),
});

export const technologySchema = z.strictObject({
  name: prose,
  vendor: z.enum(vendors),
  aliases: z.array(prose).default([]),
  /** What it is, where the name alone misleads. */
  note: prose.optional(),
});

export const useCaseSchema = z.strictObject({
  label: prose,
  synonyms: z.array(prose).default([]),
  /** How an engineer would ask for it. */
  asks: z.array(prose).min(1),
});

export const qualitySchema = z.strictObject({
  label: prose,
  definition: prose,
});

/** Words that mean the same to a reader. `to` are ids or words of the catalog; */
export const synonymSchema = z.strictObject({
  words: z.array(prose).min(1),
  to: z.array(prose).min(1),
});

/** An id that was published and is gone: its links lead to `replacedBy`. */
export const retiredSchema = z.strictObject({
  /** `p004` for a page, `p004#reads-lag` for a row. */
  id: z
    .string()
    .regex(/^p\d{3,}(#[a-z0-9]+(-[a-z0-9]+)*)?$/, 'a page id such as p004, or a row such as p004#reads-lag'),
  replacedBy: z
    .string()
    .regex(/^p\d{3,}(#[a-z0-9]+(-[a-z0-9]+)*)?$/, 'a page id such as p004, or a row such as p004#reads-lag'),
  why: prose,
});

/** A page of prose beside the patterns; its tips and rules are rows, so that they have addresses. */
export const guideSchema = z.strictObject({
  title: prose,
  summary: prose.max(300),
  order: z.int(),
  rows: z
    .array(
      z.strictObject({
        id: kebab,
        term: prose,
        text: prose,
        source: z.enum(['seed', 'editorial']).default('editorial'),
      }),
    )
    .default([]),
});

export type Component = z.infer<typeof componentSchema>;
export type Technology = z.infer<typeof technologySchema>;
export type UseCase = z.infer<typeof useCaseSchema>;
export type QualityEntry = z.infer<typeof qualitySchema>;
export type Synonym = z.infer<typeof synonymSchema>;
export type RetiredId = z.infer<typeof retiredSchema>;
export type Guide = z.infer<typeof guideSchema>;
