import type { z } from 'astro/zod';
import { readFrontMatter, readYaml, type ContentDocument, type SourceFile } from './document.ts';
import { crossProblems } from './references.ts';
import type { Problem } from './problem.ts';
import {
  componentSchema,
  guideSchema,
  kebab,
  patternSchema,
  qualitySchema,
  retiredSchema,
  synonymSchema,
  technologySchema,
  useCaseSchema,
  type Component,
  type Guide,
  type Pattern,
  type QualityEntry,
  type RetiredId,
  type Synonym,
  type Technology,
  type UseCase,
} from './schema.ts';
import { shape } from './shape.ts';

/** All of the content as text: this check reads no files itself. */
export interface CatalogSources {
  readonly patterns: readonly SourceFile[];
  readonly guides: readonly SourceFile[];
  readonly components: SourceFile;
  readonly technologies: SourceFile;
  readonly useCases: SourceFile;
  readonly qualities: SourceFile;
  readonly synonyms: SourceFile;
  readonly retired: SourceFile;
  /** The node names that the fences of a page give, by file. A page that is not in it has no diagram. */
  readonly nodeNames: Readonly<Record<string, readonly string[]>>;
}

/** A value that has its shape, and the document that it came from, for places. */
export interface Placed<Value> {
  readonly document: ContentDocument;
  /** The way to the value inside the document: empty for a page, its key in a vocabulary. */
  readonly path: readonly PropertyKey[];
  readonly value: Value;
}

/** What of the content has its shape; entries that lack it are in `problems`. */
export interface Catalog {
  readonly patterns: readonly Placed<Pattern>[];
  readonly guides: readonly Placed<Guide>[];
  readonly components: ReadonlyMap<string, Placed<Component>>;
  readonly technologies: ReadonlyMap<string, Placed<Technology>>;
  readonly useCases: ReadonlyMap<string, Placed<UseCase>>;
  readonly qualities: ReadonlyMap<string, Placed<QualityEntry>>;
  readonly synonyms: ReadonlyMap<string, Placed<Synonym>>;
  readonly retired: readonly Placed<RetiredId>[];
  /** What may be referred to, also where the entry itself lacks its shape: so that one mistake is told once. */
  readonly known: KnownIds;
  readonly nodeNames: CatalogSources['nodeNames'];
  readonly problems: readonly Problem[];
}

/** Ids by kind; of a vocabulary that cannot be read at all, `null`. */
export interface KnownIds {
  readonly slugs: ReadonlySet<string>;
  readonly components: ReadonlySet<string> | null;
  readonly technologies: ReadonlySet<string> | null;
  readonly useCases: ReadonlySet<string> | null;
}

/** Everything in the content that stops the build, by file and line. */
export function checkCatalog(sources: CatalogSources): readonly Problem[] {
  const catalog = readCatalog(sources);
  return [...catalog.problems, ...crossProblems(catalog)].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
  );
}

/** Reads every file and holds it against its schema. */
export function readCatalog(sources: CatalogSources): Catalog {
  const problems: Problem[] = [];
  const keep = <Schema extends z.ZodType>(
    document: ContentDocument,
    schema: Schema,
    path: readonly PropertyKey[] = [],
  ) => {
    const shaped = shape(document, schema, path);
    problems.push(...shaped.problems);
    return shaped.problems.length === 0 ? [{ document, path, value: shaped.value as z.output<Schema> }] : [];
  };
  const entries = <Schema extends z.ZodType>(source: SourceFile, schema: Schema) => {
    const document = readYaml(source);
    const keys = document.problems.length > 0 ? [] : Object.keys((document.value ?? {}) as object);
    problems.push(...document.problems, ...keys.flatMap((key) => keyProblems(document, key)));
    return new Map(keys.flatMap((key) => keep(document, schema, [key]).map((placed) => [key, placed] as const)));
  };
  const items = <Schema extends z.ZodType>(source: SourceFile, schema: Schema) => {
    const document = readYaml(source);
    const count = Array.isArray(document.value) ? document.value.length : 0;
    problems.push(...document.problems);
    return Array.from({ length: count }, (_, index) => keep(document, schema, [index])).flat();
  };
  const patternDocuments = sources.patterns.map(readFrontMatter);
  return {
    patterns: patternDocuments.flatMap((document) => keep(document, patternSchema)),
    guides: sources.guides.flatMap((source) => keep(readFrontMatter(source), guideSchema)),
    components: entries(sources.components, componentSchema),
    technologies: entries(sources.technologies, technologySchema),
    useCases: entries(sources.useCases, useCaseSchema),
    qualities: entries(sources.qualities, qualitySchema),
    synonyms: entries(sources.synonyms, synonymSchema),
    retired: items(sources.retired, retiredSchema),
    known: {
      slugs: new Set(patternDocuments.map(slugOf)),
      components: keysOf(sources.components),
      technologies: keysOf(sources.technologies),
      useCases: keysOf(sources.useCases),
    },
    nodeNames: sources.nodeNames,
    problems,
  };
}

function keyProblems(document: ContentDocument, key: string): readonly Problem[] {
  if (kebab.safeParse(key).success) return [];
  return [
    {
      file: document.file,
      line: document.lineOf([key]),
      field: key,
      found: `the id "${key}"`,
      allowed: 'lower case words joined by hyphens',
    },
  ];
}

/** The slug that a page claims; of a page that cannot be read, its file name. */
function slugOf({ value, file }: ContentDocument): string {
  const slug = (value as { slug?: unknown } | null | undefined)?.slug;
  return typeof slug === 'string' ? slug : file.replace(/^.*\//, '').replace(/\.mdx$/, '');
}

function keysOf(source: SourceFile): ReadonlySet<string> | null {
  const { value, problems } = readYaml(source);
  return problems.length > 0 ? null : new Set(Object.keys((value ?? {}) as object));
}
