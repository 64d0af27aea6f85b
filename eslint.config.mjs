import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Files that may not import what the patterns name. The whole table is held by tests/house/borders.test.ts. */
const border = (files, regex, message, allowTypeImports = false) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ regex, message, allowTypeImports }] }],
  },
});

const outside = '/(remark|catalog|search|site|cli|components|layouts|pages)/';
const stages = [
  'grid',
  'ink',
  'text',
  'linework',
  'frames',
  'boxes',
  'territory',
  'remarks',
  'notes',
  'lines',
  'nets',
  'words',
  'edges',
  'labels',
];

export default defineConfig([
  globalIgnores(['dist/', '.astro/', 'node_modules/', 'test-results/', 'playwright-report/']),
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  {
    files: ['**/*.ts', '**/*.mjs'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      'no-restricted-globals': ['error', 'event', 'name'],
    },
  },
  { files: ['src/**'], rules: { 'no-control-regex': 'error' } },
  border(
    ['src/diagram/**'],
    `^(node:|astro|unified|remark|rehype|mdast)|${outside}`,
    'The engine knows no Markdown, no Astro, no files.',
  ),
  border(
    stages.map((stage) => `src/diagram/${stage}.ts`),
    `^(node:|astro|unified)|${outside}|^\\./(${stages.join('|')}|parse|index|check)\\.ts$`,
    'A stage imports the model, the geometry and the glyphs, never another stage.',
    true,
  ),
  border(
    ['src/remark/**'],
    '^(astro)|/diagram/(?!index\\.ts$)|/(catalog|search|site|cli)/',
    'The adapter enters the engine by its door.',
  ),
  border(
    ['src/catalog/**', 'src/search/**', 'src/components/**'],
    '/(diagram|remark|cli)/',
    'Content, never the parser.',
  ),
  border(['src/layouts/**', 'src/pages/**'], '/(diagram|remark|cli)/', 'Content, never the parser.'),
  border(
    ['src/cli/**'],
    '^astro:|/diagram/(?!index\\.ts$)|/(site|components|layouts|pages)/',
    'The command is plain Node.',
  ),
]);
