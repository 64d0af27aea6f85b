import { z } from 'astro/zod';
import { kebab, month, prose, quantitySchema, rowSchema } from './row.ts';
import {
  categories,
  complexities,
  factKinds,
  polarities,
  qualities,
  relations,
  scales,
  statuses,
  useCaseRoles,
  type FactKind,
  type Relation,
} from './vocabulary.ts';

/** `any` is an answer of its own; what is not known cannot be written. */
const any = z.literal('any');

/** A range over an ordered list: `{ min: small, max: medium }`. */
function rangeOver<const Values extends readonly [string, ...string[]]>(values: Values) {
  const value = z.enum(values);
  return z
    .strictObject({ min: value, max: value })
    .refine(({ min, max }) => values.indexOf(min as Values[number]) <= values.indexOf(max as Values[number]), {
      path: ['max'],
      message: 'not below min',
    });
}

const teamRange = z
  .strictObject({ min: z.int().positive(), max: z.int().positive().nullable() })
  .refine(({ min, max }) => max === null || min <= max, {
    path: ['max'],
    message: 'not below min, or null for no upper end',
  });

const fitSchema = z.strictObject({
  scale: z.union([any, rangeOver(scales)]),
  complexity: z.union([any, rangeOver(complexities)]),
  /** People; `max: null` is "10+". */
  teamSize: z.union([any, teamRange]),
  traffic: quantitySchema.optional(),
  /** What the pattern is chosen for, in a few words: the last cell of the comparison table. */
  headline: prose.max(60),
});

const useCaseRow = rowSchema({ useCase: kebab, role: z.enum(useCaseRoles), note: prose.optional() });

const whenRow = rowSchema({});

/** Each "not" names what to take instead; `advice` adds a few words to the name. */
const whenNotRow = rowSchema({ instead: z.array(kebab).min(1), advice: prose.optional() });

const tradeoffRow = rowSchema({
  polarity: z.enum(polarities),
  quality: z.enum(qualities),
  mitigation: prose.optional(),
  /** Names of nodes in the page's diagrams that the row speaks of. */
  nodes: z.array(kebab).min(1).optional(),
});

/** `term` leads the row in strong type: "Saga: …". */
const factRow = rowSchema({ term: prose.optional() });

/**
 * One entry of a titled list. `steps` is a chain in order, told as one line; `points` are rows of their own below it.
 */
const listItem = rowSchema({
  term: prose.optional(),
  steps: z.array(prose).min(2).optional(),
  points: z.array(factRow).min(1).optional(),
});

const listSchema = z.strictObject({
  /** The anchor of the list. */
  id: kebab,
  title: prose.max(60),
  ordered: z.boolean().default(false),
  intro: prose.optional(),
  items: z.array(listItem).min(1),
});

/** A part of the diagram and what it is. The row's id is the name of the node, unless `nodes` lists several. */
const componentRow = rowSchema({
  component: kebab,
  nodes: z.array(kebab).min(1).optional(),
  technologies: z.array(kebab).default([]),
  /** How many there are, where the drawing shows fewer or more than one a node. */
  count: z.int().positive().optional(),
});

const relatedRow = rowSchema({
  relation: z.enum(Object.keys(relations) as [Relation, ...Relation[]]),
  pattern: kebab,
});

const changeSchema = z.strictObject({ version: z.int().positive(), on: month, text: prose });

/** Facts by kind; a kind without rows is left out. */
const factsSchema = z.strictObject(
  Object.fromEntries(Object.keys(factKinds).map((kind) => [kind, z.array(factRow).min(1).optional()])) as Record<
    FactKind,
    z.ZodOptional<z.ZodArray<typeof factRow>>
  >,
);

/** The front matter of one pattern, in the order in which an author writes it. */
export const patternSchema = z.strictObject({
  id: z.string().regex(/^p\d{3,}$/, 'p and three digits, such as p011'),
  slug: kebab,
  /** Old slugs; each stays an address that leads here. */
  aliases: z.array(kebab).default([]),
  title: prose.max(60),
  aka: z.array(prose).default([]),
  tagline: prose.max(90),
  summary: prose.max(300),
  category: z.enum(categories),
  status: z.enum(statuses),
  version: z.int().positive(),
  changes: z.array(changeSchema).min(1),

  fit: fitSchema,

  problem: prose,
  context: prose,
  solution: prose,
  useCases: z.array(useCaseRow).min(1),
  whenToUse: z.array(whenRow).min(2),
  whenNotToUse: z.array(whenNotRow).min(2),

  tradeoffs: z.array(tradeoffRow).min(2),
  facts: factsSchema.default({}),
  lists: z.array(listSchema).default([]),
  components: z.array(componentRow).min(1),
  related: z.array(relatedRow).default([]),
});

export type Pattern = z.infer<typeof patternSchema>;
export type Fit = Pattern['fit'];
export type UseCaseRow = Pattern['useCases'][number];
export type WhenRow = Pattern['whenToUse'][number];
export type WhenNotRow = Pattern['whenNotToUse'][number];
export type Tradeoff = Pattern['tradeoffs'][number];
export type Fact = z.infer<typeof factRow>;
export type TitledList = Pattern['lists'][number];
export type ListItem = TitledList['items'][number];
export type ComponentRow = Pattern['components'][number];
export type RelatedRow = Pattern['related'][number];
