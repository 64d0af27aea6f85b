import { getCollection, type CollectionEntry } from 'astro:content';
import { byId } from './related.ts';

/** Asked once for the whole build: every page reads the same arrays. */
const entries = await getCollection('patterns');

/** All patterns in the order of the catalog. */
export const patterns = byId(entries.map(({ data }) => data));

/** The collection entry of each pattern, for its body. */
export const entryOf = new Map(entries.map((entry) => [entry.data.slug, entry]));

/** Guides by their `order`. */
export const guides = (await getCollection('guides')).sort((a, b) => a.data.order - b.data.order);

/** The drawings of the gallery, by their place in it. */
export const gallery = (await getCollection('gallery')).sort((a, b) => a.data.order - b.data.order);

/** What the pages of the rules say; the id of an entry is the id of its rule. */
export const ruleTexts = await getCollection('rules');

export const components = await vocabulary('components');
export const technologies = await vocabulary('technologies');
export const useCases = await vocabulary('useCases');
export const qualityEntries = await vocabulary('qualities');
export const synonyms = await vocabulary('synonyms');

type Vocabulary = 'components' | 'technologies' | 'useCases' | 'qualities' | 'synonyms';

/** A vocabulary as id → entry, in the order of its file. */
async function vocabulary<Name extends Vocabulary>(
  name: Name,
): Promise<ReadonlyMap<string, CollectionEntry<Name>['data']>> {
  const all: readonly { readonly id: string; readonly data: CollectionEntry<Name>['data'] }[] =
    await getCollection(name);
  return new Map(all.map(({ id, data }) => [id, data]));
}
