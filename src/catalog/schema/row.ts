import { z } from 'astro/zod';
import { comparisons, metrics, type Metric } from './vocabulary.ts';

/** Lower case words and digits joined by hyphens: an anchor, a key and a name in one. */
export const kebab = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case words joined by hyphens, such as reads-lag');

/** A sentence or more; nothing that is only blanks. */
export const prose = z.string().trim().min(1, 'some words');

/** A month, `2026-11`: exact enough for what a vendor changes, and read alike by every YAML reader. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2026-11');

const units = [...new Set(Object.values(metrics).flatMap((metric) => [...metric.units]))];

/** A number that means something: what is measured, how it compares, the value or values, the unit. */
export const quantitySchema = z
  .strictObject({
    metric: z.enum(Object.keys(metrics) as [Metric, ...Metric[]]),
    comparison: z.enum(comparisons),
    /** One value; of `between` and `fromTo` two. */
    value: z.union([z.number(), z.tuple([z.number(), z.number()])]),
    unit: z.enum(units),
    /** The month in which a figure that a vendor may change was true. */
    asOf: month.optional(),
  })
  .superRefine((quantity, context) => {
    const pair = quantity.comparison === 'between' || quantity.comparison === 'fromTo';
    if (pair !== Array.isArray(quantity.value))
      context.addIssue({
        code: 'custom',
        path: ['value'],
        message: pair ? 'two values, such as [200, 20]' : 'one number',
      });
    const allowed: readonly string[] = metrics[quantity.metric].units;
    if (!allowed.includes(quantity.unit))
      context.addIssue({
        code: 'custom',
        path: ['unit'],
        message: `one of ${allowed.join(', ')} for ${quantity.metric}`,
      });
  });

/**
 * What every row has.
 *
 * `source` is `editorial` unless the row says `seed`: to say that the source document states something is a claim,
 * and a claim is written out. A new pattern has no source document and never needs the field.
 */
export const rowFields = {
  /** Unique on the page and kept for good: the anchor, the JSON key and the search record. */
  id: kebab,
  text: prose,
  source: z.enum(['seed', 'editorial']).default('editorial'),
  quantities: z.array(quantitySchema).min(1).optional(),
  /** Where an editorial figure comes from. */
  reference: z.url().optional(),
};

interface Figures {
  readonly source: 'seed' | 'editorial';
  readonly quantities?: readonly unknown[] | undefined;
  readonly reference?: string | undefined;
}

/** No invented figures: a quantity that the source document does not state names where it comes from. */
function figuresAreSourced(row: Figures, context: z.RefinementCtx): void {
  if (row.source === 'editorial' && row.quantities && !row.reference)
    context.addIssue({
      code: 'custom',
      path: ['reference'],
      message: 'an address, because an editorial figure needs one (or source: seed)',
    });
}

/** A row with fields of its own beside the common ones; any other key is an error. */
export function rowSchema<Fields extends z.ZodRawShape>(fields: Fields) {
  return z
    .strictObject({ ...rowFields, ...fields })
    .superRefine((row, context) => figuresAreSourced(row as unknown as Figures, context));
}

export type Quantity = z.infer<typeof quantitySchema>;
