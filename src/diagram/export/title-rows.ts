import type { Part, TextRow } from './content.ts';

/** The rows of a group above all that it holds: they are its title. */
export function headRows(group: Part, parts: readonly Part[]): readonly TextRow[] {
  const first = firstRow(group, parts);
  return group.rows.filter(({ at }) => at.row <= first);
}

/** The other rows of a group: they stay where they stand, beside or below what it holds. */
export function rowsInPlace(group: Part, parts: readonly Part[]): readonly TextRow[] {
  const first = firstRow(group, parts);
  return group.rows.filter(({ at }) => at.row > first);
}

function firstRow({ id }: Part, parts: readonly Part[]): number {
  return Math.min(...parts.filter(({ parent }) => parent === id).map(({ box }) => box.rect.top));
}
