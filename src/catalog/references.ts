import type { Catalog, Placed } from './integrity.ts';
import { fieldName, type Problem } from './problem.ts';
import { reservedIds, rowsOf } from './rows.ts';
import { qualities, relations, type Pattern } from './schema.ts';

/** What no single file can show: two that claim one name, and references that lead nowhere. */
export function crossProblems(catalog: Catalog): readonly Problem[] {
  return [
    ...duplicateIdentities(catalog),
    ...catalog.patterns.flatMap((page) => [
      ...slugProblems(page),
      ...rowIdProblems(page),
      ...patternReferences(page, catalog),
      ...vocabularyReferences(page, catalog),
      ...nodeProblems(page, catalog),
    ]),
    ...relatedTwice(catalog),
    ...glossaryReferences(catalog),
    ...retiredProblems(catalog),
  ];
}

function problemAt(
  { document, path }: Placed<unknown>,
  inner: readonly PropertyKey[],
  found: string,
  allowed: string,
): Problem {
  const whole = [...path, ...inner];
  return { file: document.file, line: document.lineOf(whole), field: fieldName(whole), found, allowed };
}

function allowedIds(ids: Iterable<string>): string {
  return [...ids].sort().join(', ') || 'none yet';
}

/** Ids, slugs and aliases name one page each. */
function* duplicateIdentities({ patterns }: Catalog): Iterable<Problem> {
  const owners = new Map<string, string>();
  for (const page of patterns) {
    const names: readonly (readonly [string, readonly PropertyKey[]])[] = [
      [page.value.id, ['id']],
      [page.value.slug, ['slug']],
      ...page.value.aliases.map((alias, index) => [alias, ['aliases', index]] as const),
    ];
    for (const [name, path] of names) {
      const owner = owners.get(name);
      if (owner !== undefined)
        yield problemAt(page, path, `"${name}", which ${owner} has already`, 'a name that no other page has');
      else owners.set(name, page.document.file);
    }
  }
}

function slugProblems(page: Placed<Pattern>): readonly Problem[] {
  const name = page.document.file.replace(/^.*\//, '').replace(/\.mdx$/, '');
  if (page.value.slug === name) return [];
  return [problemAt(page, ['slug'], `"${page.value.slug}"`, `"${name}", the name of the file`)];
}

/** Rows and lists are anchors of one page: each id once, and none that the page uses for itself. */
function* rowIdProblems(page: Placed<Pattern>): Iterable<Problem> {
  const anchors = [
    ...rowsOf(page.value).map(({ id, path }) => ({ id, path })),
    ...page.value.lists.map(({ id }, index) => ({ id, path: ['lists', index] })),
  ];
  const seen = new Set<string>();
  for (const { id, path } of anchors) {
    if (seen.has(id))
      yield problemAt(page, [...path, 'id'], `"${id}" for the second time`, 'an id that is used once on the page');
    if (reservedIds.has(id)) yield problemAt(page, [...path, 'id'], `"${id}", the anchor of a section`, 'any other id');
    seen.add(id);
  }
}

function* patternReferences(page: Placed<Pattern>, { known: { slugs } }: Catalog): Iterable<Problem> {
  const references = [
    ...page.value.related.map(({ pattern }, index) => ({ slug: pattern, path: ['related', index, 'pattern'] })),
    ...page.value.whenNotToUse.flatMap(({ instead }, index) =>
      instead.map((slug, place) => ({ slug, path: ['whenNotToUse', index, 'instead', place] })),
    ),
  ];
  for (const { slug, path } of references) {
    if (slug === page.value.slug) yield problemAt(page, path, `"${slug}", this page`, 'another pattern');
    else if (!slugs.has(slug)) yield problemAt(page, path, `"${slug}"`, allowedIds(slugs));
  }
}

function* vocabularyReferences(page: Placed<Pattern>, { known }: Catalog): Iterable<Problem> {
  for (const [index, { useCase }] of page.value.useCases.entries())
    yield* unknownId(page, ['useCases', index, 'useCase'], useCase, 'use-cases.yaml', known.useCases);
  for (const [index, { component, technologies }] of page.value.components.entries()) {
    yield* unknownId(page, ['components', index, 'component'], component, 'components.yaml', known.components);
    for (const [place, technology] of technologies.entries())
      yield* unknownId(
        page,
        ['components', index, 'technologies', place],
        technology,
        'technologies.yaml',
        known.technologies,
      );
  }
}

function* unknownId(
  holder: Placed<unknown>,
  path: readonly PropertyKey[],
  id: string,
  file: string,
  known: ReadonlySet<string> | null,
): Iterable<Problem> {
  if (known && !known.has(id)) yield problemAt(holder, path, `"${id}"`, `an id of ${file}: ${allowedIds(known)}`);
}

/** The data speaks of nodes by the names that the fences give; every name that a fence gives is explained. */
function* nodeProblems(page: Placed<Pattern>, { nodeNames }: Catalog): Iterable<Problem> {
  const named = new Set(nodeNames[page.document.file] ?? []);
  const explained = new Set<string>();
  for (const [index, row] of page.value.components.entries()) {
    for (const node of row.nodes ?? [row.id]) {
      explained.add(node);
      if (!named.has(node))
        yield problemAt(
          page,
          ['components', index, row.nodes ? 'nodes' : 'id'],
          `"${node}"`,
          `a node named in a fence of this page: ${allowedIds(named)}`,
        );
    }
  }
  for (const [index, row] of page.value.tradeoffs.entries())
    for (const node of row.nodes ?? [])
      if (!named.has(node))
        yield problemAt(
          page,
          ['tradeoffs', index, 'nodes'],
          `"${node}"`,
          `a node named in a fence of this page: ${allowedIds(named)}`,
        );
  for (const node of named)
    if (!explained.has(node))
      yield problemAt(
        page,
        ['components'],
        `no row for the node "${node}"`,
        'a component for every node that a fence names',
      );
}

/** An edge between two patterns is written once; of a symmetric one, either page may have it. */
function* relatedTwice({ patterns }: Catalog): Iterable<Problem> {
  const seen = new Map<string, string>();
  for (const page of patterns) {
    for (const [index, { relation, pattern }] of page.value.related.entries()) {
      const pair = relations[relation].symmetric ? [page.value.slug, pattern].sort() : [page.value.slug, pattern];
      const key = [relation, ...pair].join(' ');
      const writer = seen.get(key);
      if (writer !== undefined)
        yield problemAt(
          page,
          ['related', index],
          `${relation} ${pattern}, written in ${writer} already`,
          'each edge once; the other page shows it by itself',
        );
      else seen.set(key, page.document.file);
    }
  }
}

function* glossaryReferences({ components, qualities: defined, known: ids }: Catalog): Iterable<Problem> {
  for (const component of components.values())
    for (const [place, technology] of component.value.technologies.entries())
      yield* unknownId(component, ['technologies', place], technology, 'technologies.yaml', ids.technologies);
  const known: readonly string[] = qualities;
  for (const [id, quality] of defined)
    if (!known.includes(id)) yield problemAt(quality, [], `"${id}"`, known.join(', '));
  const anyQuality = [...defined.values()][0];
  for (const id of known)
    if (anyQuality && !defined.has(id))
      yield { ...problemAt(anyQuality, [], `no "${id}"`, 'a definition for every quality'), field: id, line: 1 };
}

/** A retired id is not used again, and what replaced it is there. */
function* retiredProblems({ patterns, retired }: Catalog): Iterable<Problem> {
  const living = new Set(
    patterns.flatMap(({ value }) => [value.id, ...rowsOf(value).map((row) => `${value.id}#${row.id}`)]),
  );
  for (const entry of retired) {
    if (living.has(entry.value.id))
      yield problemAt(entry, ['id'], `"${entry.value.id}", which is in use`, 'an id that no page has any more');
    if (!living.has(entry.value.replacedBy))
      yield problemAt(entry, ['replacedBy'], `"${entry.value.replacedBy}"`, 'an id that a page has');
  }
}
