import type { Pattern } from './schema.ts';

/** A row that says something about a term: the pattern it stands on, its anchor and its words. */
export interface TermRow {
  readonly pattern: string;
  readonly title: string;
  readonly anchor: string;
  readonly text: string;
}

/** A word of a vocabulary with every row that refers to it. */
export interface Term {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly TermRow[];
}

/** Use cases with the rows that answer them, by name; those that no page has are left out. */
export function useCaseTerms(
  patterns: readonly Pattern[],
  labels: ReadonlyMap<string, { readonly label: string }>,
): readonly Term[] {
  return termsOf(
    patterns,
    labels,
    ({ label }) => label,
    (pattern, id) => pattern.useCases.filter(({ useCase }) => useCase === id),
  );
}

/** Technologies with the components that use them, by name. */
export function technologyTerms(
  patterns: readonly Pattern[],
  names: ReadonlyMap<string, { readonly name: string }>,
): readonly Term[] {
  return termsOf(
    patterns,
    names,
    ({ name }) => name,
    (pattern, id) => pattern.components.filter(({ technologies }) => technologies.includes(id)),
  );
}

/** Kinds of components with the parts that are one. */
export function componentTerms(
  patterns: readonly Pattern[],
  labels: ReadonlyMap<string, { readonly label: string }>,
): readonly Term[] {
  return termsOf(
    patterns,
    labels,
    ({ label }) => label,
    (pattern, id) => pattern.components.filter(({ component }) => component === id),
  );
}

function termsOf<Entry>(
  patterns: readonly Pattern[],
  entries: ReadonlyMap<string, Entry>,
  nameOf: (entry: Entry) => string,
  rowsOn: (pattern: Pattern, id: string) => readonly { readonly id: string; readonly text: string }[],
): readonly Term[] {
  return [...entries]
    .map(([id, entry]) => ({
      id,
      label: nameOf(entry),
      rows: patterns.flatMap((pattern) => rowsOn(pattern, id).map((row) => rowOn(pattern, row))),
    }))
    .filter(({ rows }) => rows.length > 0)
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

function rowOn({ slug, title }: Pattern, { id, text }: { readonly id: string; readonly text: string }): TermRow {
  return { pattern: slug, title, anchor: id, text };
}
