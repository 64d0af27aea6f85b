import { fileURLToPath } from 'node:url';
import { readCatalog } from '../../src/catalog/integrity.ts';
import { readSources } from '../../src/catalog/sources.ts';
import { searchDataOf } from '../../src/site/search-source.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = readSources(root, () => []);

/** The content of the catalog, as the site reads it. */
export const catalog = readCatalog(sources);

/** The records of all patterns, as the site's search loads them. */
export const catalogData = searchDataOf({
  patterns: catalog.patterns.map(({ document, value }) => ({
    data: value,
    body: sources.patterns.find(({ file }) => file === document.file)?.text ?? '',
  })),
  components: valuesOf(catalog.components),
  technologies: valuesOf(catalog.technologies),
  useCases: valuesOf(catalog.useCases),
  synonyms: [...valuesOf(catalog.synonyms).values()],
});

function valuesOf<Value>(placed: ReadonlyMap<string, { readonly value: Value }>): ReadonlyMap<string, Value> {
  return new Map([...placed].map(([id, { value }]) => [id, value]));
}
