import { fileURLToPath } from 'node:url';
import { readCatalog } from '../../src/catalog/integrity.ts';
import { byId } from '../../src/catalog/related.ts';
import { readSources } from '../../src/catalog/sources.ts';

const catalog = readCatalog(readSources(fileURLToPath(new URL('../../', import.meta.url)), () => []));

/** The patterns of this catalog in its order, and its vocabularies. */
export const patterns = byId(catalog.patterns.map(({ value }) => value));
export const words = {
  qualities: values(catalog.qualities),
  components: values(catalog.components),
  technologies: values(catalog.technologies),
  useCases: values(catalog.useCases),
};

function values<Value>(placed: ReadonlyMap<string, { readonly value: Value }>): ReadonlyMap<string, Value> {
  return new Map([...placed].map(([id, { value }]) => [id, value]));
}
