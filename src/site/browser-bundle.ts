import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The engine as one file for browsers, at the root of the site: `import { render } from '/plumbline.js'`. */
export const bundleName = 'plumbline.js';

/**
 * Writes src/site/client/bundle.ts as a module with a name that stays, and with its exports. No page imports the engine, workers do
 * and are built apart: so the file is complete in itself.
 */
export function browserBundle(): AstroIntegration {
  return {
    name: 'browser-bundle',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const id = fileURLToPath(new URL('src/site/client/bundle.ts', config.root));
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'browser-bundle',
                apply: 'build',
                applyToEnvironment: ({ name }) => name === 'client',
                // the engine does nothing but what it is called for: what a page does not call stays out, tables and all
                transform: (_, id) => (id.includes('/src/diagram/') ? { moduleSideEffects: false } : null),
                buildStart() {
                  this.emitFile({ type: 'chunk', id, fileName: bundleName, preserveSignature: 'strict' });
                },
              },
            ],
          },
        });
      },
    },
  };
}
