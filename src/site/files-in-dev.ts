import type { AstroIntegration } from 'astro';
import { isFileLink } from './exports.ts';

/**
 * Lets the dev server find the files beside a page. Every address of the site ends in a slash, and so in dev the routes of
 * files whose names are made do too; in the build they are files like any other.
 */
export function filesInDev(): AstroIntegration {
  return {
    name: 'files-in-dev',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, _, next) => {
          const [path = '', ...query] = (request.url ?? '').split('?');
          if (isFileLink(path) || /\/compare\/[^/]+\.json$/.test(path)) request.url = [`${path}/`, ...query].join('?');
          next();
        });
      },
    },
  };
}
