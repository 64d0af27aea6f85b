import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from './document.ts';
import type { CatalogSources } from './integrity.ts';

/**
 * Reads the content of a project from disk. File names are told from `root`, with forward slashes. The names of nodes stand in
 * the fences, which only the Markdown adapter can read: it is handed in.
 */
export function readSources(root: string, nodeNamesOf: (markdown: string) => readonly string[]): CatalogSources {
  const patterns = readFolder(root, 'content/patterns');
  return {
    patterns,
    guides: readFolder(root, 'content/guides'),
    components: readOne(root, 'content/components.yaml'),
    technologies: readOne(root, 'content/technologies.yaml'),
    useCases: readOne(root, 'content/use-cases.yaml'),
    qualities: readOne(root, 'content/qualities.yaml'),
    synonyms: readOne(root, 'content/synonyms.yaml'),
    retired: readOne(root, 'content/retired-ids.yaml'),
    nodeNames: Object.fromEntries(patterns.map(({ file, text }) => [file, nodeNamesOf(text)])),
  };
}

function readFolder(root: string, folder: string): readonly SourceFile[] {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.mdx'));
  return names.sort().map((name) => readOne(root, `${folder}/${name}`));
}

function readOne(root: string, file: string): SourceFile {
  return { file, text: readFileSync(join(root, file), 'utf8') };
}
