import { relations, type Pattern } from './schema.ts';

/** An edge to another pattern as a page tells it, whichever page wrote it. */
export interface RelatedPattern {
  /** The id of the row and of the page that holds it: `p004#with-event-driven`. */
  readonly id: string;
  readonly label: string;
  readonly slug: string;
  readonly title: string;
  readonly text: string;
  /** Written on the other page and turned round. */
  readonly derived: boolean;
}

/** The edges of a pattern: first its own, then those that other pages write to it. */
export function relatedTo(pattern: Pattern, all: readonly Pattern[]): readonly RelatedPattern[] {
  const titles = new Map(all.map(({ slug, title }) => [slug, title]));
  const own = pattern.related.map((row) => ({
    id: `${pattern.id}#${row.id}`,
    label: relations[row.relation].label,
    slug: row.pattern,
    title: titles.get(row.pattern) ?? row.pattern,
    text: row.text,
    derived: false,
  }));
  const inverse = all.flatMap((other) =>
    other.related
      .filter((row) => row.pattern === pattern.slug)
      .map((row) => ({
        id: `${other.id}#${row.id}`,
        label: relations[row.relation].inverse,
        slug: other.slug,
        title: other.title,
        text: row.text,
        derived: true,
      })),
  );
  return [...own, ...inverse];
}

/** The pages before and after one, in the order of their ids; `null` at either end. */
export function neighbours(
  pattern: Pattern,
  all: readonly Pattern[],
): { readonly previous: Pattern | null; readonly next: Pattern | null } {
  const order = byId(all);
  const at = order.findIndex(({ id }) => id === pattern.id);
  return { previous: order[at - 1] ?? null, next: order[at + 1] ?? null };
}

/** Patterns in the order of their ids: the order of the catalog. */
export function byId(all: readonly Pattern[]): readonly Pattern[] {
  return [...all].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}
