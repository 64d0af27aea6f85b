import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The engine as one file for browsers, at the root of the site: `import { render } from '/plumbline.js'`. */
export const bundleName = 'plumbline.js';

/**
 * Writes the engine's door as a module with a name that stays, and all that it exports. The pages that
 * use the engine load this file too (src/site/client/engine.ts): as nothing else imports it, it is complete in itself.
 */
export function browserBundle(): AstroIntegration {
  return {
    name: 'browser-bundle',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const door = fileURLToPath(new URL('src/diagram/index.ts', config.root));
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'browser-bundle',
                apply: 'build',
                applyToEnvironment: ({ name }) => name === 'client',
                buildStart() {
                  this.emitFile({ type: 'chunk', id: door, fileName: bundleName, preserveSignature: 'strict' });
                },
              },
            ],
          },
        });
      },
    },
  };
}
