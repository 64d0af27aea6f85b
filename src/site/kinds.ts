import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Component } from '../catalog/schema.ts';
import type { KindTable } from '../diagram/index.ts';

type Named = Pick<Component, 'label' | 'kind'> & { readonly aliases?: readonly string[] };

/** The words by which a drawing names the components of the glossary, each with its kind. */
export function kindsOf(components: Iterable<Named>): KindTable {
  const words = [...components].flatMap(({ label, aliases = [], kind }) =>
    [label, ...aliases].map((name) => [name.toLowerCase(), kind] as const),
  );
  return Object.fromEntries(words);
}

/** The same from the file of the glossary, for what runs before the collections are there. */
export function readKinds(file: URL): KindTable {
  const glossary = parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Named>>;
  return kindsOf(Object.values(glossary));
}
