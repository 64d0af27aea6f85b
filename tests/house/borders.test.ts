import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const stages =
  '(?:grid/grid|ink/ink|writing/(?:text|remarks)|boxes/(?:linework|frames|boxes)|lines/(?:territory|lines|nets|words)|meaning/(?:notes|edges|labels))\\.ts$';
/** What stands on the stages. */
const above = '(?:parse|index|check|rules|graph)\\.ts$|render/|export/|inspect/|format/|choices/';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Who may import whom. A file belongs to the first row that it fits; it may import what fits one of the row's patterns: files from
 * the root of the project, packages by name. Files of its own folder are listed like any other. `types` are imported as types only:
 * a stage names what the stage before it returns, and calls nothing of it.
 */
const borders: readonly { readonly files: RegExp; readonly may: readonly RegExp[]; readonly types?: RegExp }[] = [
  { files: /^src\/diagram\/model\.ts$/, may: [] },
  { files: /^src\/diagram\/ink\/glyphs\.ts$/, may: [/^src\/diagram\/model\.ts$/] },
  {
    files: /^src\/diagram\/geometry\/geometry\.ts$/,
    may: [/^src\/diagram\/(?:model|ink\/glyphs|geometry\/cells)\.ts$/],
    types: /^src\/diagram\/boxes\/linework\.ts$/,
  },
  {
    files: new RegExp(`^src/diagram/${stages}`),
    may: [new RegExp(`^src/diagram/(?!${stages}|${above})`)],
    types: new RegExp(`^src/diagram/${stages}`),
  },
  { files: /^src\/diagram\//, may: [/^src\/diagram\//, /^(?:hast|hast-util-to-html)$/] },
  {
    files: /^src\/remark\//,
    may: [
      /^src\/remark\//,
      /^src\/diagram\/index\.ts$/,
      /^(?:mdast|hast|unist|unified|vfile|remark-rehype|unist-util-visit|node:(?:fs|path|process))$/,
    ],
  },
  { files: /^src\/catalog\/collections\.ts$/, may: [/^src\/catalog\//, /^astro:content$/] },
  { files: /^src\/catalog\//, may: [/^src\/catalog\//, /^astro\/zod$/, /^yaml$/, /^node:/] },
  { files: /^src\/search\//, may: [/^src\/search\//] },
  {
    files: /^src\/cli\//,
    may: [/^src\/cli\//, /^src\/diagram\/index\.ts$/, /^src\/remark\//, /^src\/catalog\/schema/, /^(?:diff$|node:)/],
  },
  {
    files: /^src\/site\//,
    may: [/^src\/(?:site|catalog|search|remark)\//, /^src\/diagram\/index\.ts$/, /^(?!src\/|\.)/],
  },
  {
    files: /^src\/components\//,
    may: [/^src\/(?:components|catalog|styles)\//, /^src\/search\/client\//, /^astro(?:\/|:)/],
  },
  { files: /^src\/layouts\//, may: [/^src\/(?:layouts|components|catalog|styles)\//, /^astro(?:\/|:)/] },
  {
    files: /^src\/pages\//,
    may: [/^src\/(?:pages|layouts|components|catalog|search|site|styles)\//, /^astro(?:\/|:|$)/],
  },
  { files: /^src\/content\.config\.ts$/, may: [/^src\/catalog\//, /^astro/] },
];

const files = globSync('src/**/*.{ts,astro}', { cwd: root }).map((file) => file.replaceAll('\\', '/'));

test.each(files)('%s imports what it may', (file) => {
  const border = borders.find(({ files }) => files.test(file));
  expect(border, 'no row says what this file may import').toBeDefined();
  const breaches = importsOf(file).filter(
    ({ name, type }) => !border?.may.some((pattern) => pattern.test(name)) && !(type && border?.types?.test(name)),
  );
  expect(breaches).toEqual([]);
});

test('imports are found in every form', () => {
  const found = importsIn(
    "import a from 'a';\nimport type { B } from 'b';\nimport {\n  c,\n} from 'c';\nexport * from 'd';\nimport 'e';\nawait import('f');",
  );
  expect(found.map(({ name }) => name).join('')).toBe('abcdef');
  expect(found.filter(({ type }) => type).map(({ name }) => name)).toEqual(['b']);
});

interface Import {
  readonly name: string;
  readonly type: boolean;
}

/** What a file imports: relative ones from the root of the project, the others as they are written. */
function importsOf(file: string): readonly Import[] {
  return importsIn(readFileSync(join(root, file), 'utf8')).map(({ name, type }) => ({
    name: name.startsWith('.') ? relative(root, join(root, dirname(file), name)).replaceAll('\\', '/') : name,
    type,
  }));
}

function importsIn(source: string): readonly Import[] {
  const statement =
    /(?:^|[\n;])\s*(?:import|export)\b(\s+type\b)?(?:[^'"`;]*?\bfrom\s*|\s*)['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;
  return [...source.matchAll(statement)].map(([, type, stated, dynamic]) => ({
    name: stated ?? dynamic ?? '',
    type: type !== undefined,
  }));
}
