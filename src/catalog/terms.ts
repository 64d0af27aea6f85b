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
  const sorted = [...labels]
    .map(([id, { label }]) => [id, label] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, 'en'));
  return termsOf(sorted, (id) =>
    patterns.flatMap((pattern) =>
      pattern.useCases.filter(({ useCase }) => useCase === id).map((row) => rowOn(pattern, row)),
    ),
  );
}

/** Technologies with the components that use them, by name. */
export function technologyTerms(
  patterns: readonly Pattern[],
  names: ReadonlyMap<string, { readonly name: string }>,
): readonly Term[] {
  const sorted = [...names]
    .map(([id, { name }]) => [id, name] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, 'en'));
  return termsOf(sorted, (id) =>
    patterns.flatMap((pattern) =>
      pattern.components.filter(({ technologies }) => technologies.includes(id)).map((row) => rowOn(pattern, row)),
    ),
  );
}

/** Kinds of components with the parts that are one. */
export function componentTerms(
  patterns: readonly Pattern[],
  labels: ReadonlyMap<string, { readonly label: string }>,
): readonly Term[] {
  const sorted = [...labels]
    .map(([id, { label }]) => [id, label] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, 'en'));
  return termsOf(sorted, (id) =>
    patterns.flatMap((pattern) =>
      pattern.components.filter(({ component }) => component === id).map((row) => rowOn(pattern, row)),
    ),
  );
}

function termsOf(
  entries: readonly (readonly [string, string])[],
  rowsFor: (id: string) => readonly TermRow[],
): readonly Term[] {
  return entries.map(([id, label]) => ({ id, label, rows: rowsFor(id) })).filter(({ rows }) => rows.length > 0);
}

function rowOn({ slug, title }: Pattern, { id, text }: { readonly id: string; readonly text: string }): TermRow {
  return { pattern: slug, title, anchor: id, text };
}
