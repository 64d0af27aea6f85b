import { reservedIds, rowsOf } from './rows.ts';
import type { Pattern } from './schema.ts';

/** Every anchor of a page that comes from its data: sections, lists, rows. A head of the body must have another. */
export function anchorsOf(pattern: Pattern): ReadonlySet<string> {
  return new Set([...reservedIds, ...pattern.lists.map(({ id }) => id), ...rowsOf(pattern).map(({ id }) => id)]);
}
