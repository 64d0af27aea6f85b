import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig, envField } from 'astro/config';
import remarkDiagram from './src/remark/index.ts';
import { rehypeBasePath } from './src/site/base-path.ts';
import { browserBundle } from './src/site/browser-bundle.ts';
import { catalogCheck } from './src/site/catalog-check.ts';
import { rehypeCode } from './src/site/code.ts';
import { fileLinks } from './src/site/exports.ts';
import { filesInDev } from './src/site/files-in-dev.ts';
import { readKinds } from './src/site/kinds.ts';
import { nodeLinks } from './src/site/node-links.ts';
import { searchIndex } from './src/site/search-index.ts';
import { rehypeSections } from './src/site/sections.ts';

// SITE_URL: where the site is published, for canonical addresses. BASE_PATH: the path it is served under.
// REPOSITORY_URL: the repository, for edit links. Without them everything works, and what needs them is absent.
const { SITE_URL, BASE_PATH = '/' } = process.env;

/** A part that the glossary names is drawn as its kind. */
const kinds = readKinds(new URL('content/components.yaml', import.meta.url));

export default defineConfig({
  site: SITE_URL,
  base: BASE_PATH,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  env: { schema: { REPOSITORY_URL: envField.string({ context: 'server', access: 'public', optional: true }) } },
  integrations: [
    catalogCheck(),
    mdx({ optimize: { ignoreElementNames: ['section'] } }),
    searchIndex(),
    browserBundle(),
    filesInDev(),
  ],
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      smartypants: false,
      remarkPlugins: [[remarkDiagram, { kinds, files: fileLinks, links: nodeLinks }]],
      rehypePlugins: [rehypeCode, [rehypeBasePath, BASE_PATH], rehypeSections],
    }),
  },
  vite: {
    build: {
      // Nothing is inlined: the content policy of src/layouts/Page.astro needs neither hashes nor exceptions.
      assetsInlineLimit: 0,
      // It makes the engine for browsers, which has a size to keep, 2 % smaller than the usual one does.
      minify: 'terser',
      terserOptions: {
        module: true,
        ecma: 2020,
        compress: {
          passes: 3,
          inline: 1,
          hoist_funs: true,
          keep_fargs: false,
          lhs_constants: false,
          pure_getters: true,
          unsafe_arrows: true,
        },
      },
      rolldownOptions: {
        // Every MDX page starts with a directive that the bundler does not know; nothing can be done about it here.
        onLog(level, log, next) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log);
        },
      },
    },
  },
});
