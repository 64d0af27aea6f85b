import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkCatalog } from '../catalog/integrity.ts';
import { describeProblem } from '../catalog/problem.ts';
import { readSources } from '../catalog/sources.ts';
import { findFences } from '../remark/fences.ts';
import { readInfoString } from '../remark/info-string.ts';

/**
 * Holds the content against its schema, its vocabularies and its diagrams before anything is built. All problems are told at once;
 * a build stops, the dev server goes on so that they can be mended.
 */
export function catalogCheck(): AstroIntegration {
  return {
    name: 'catalog-check',
    hooks: {
      'astro:config:setup': ({ config, command, logger }) => {
        const problems = checkCatalog(readSources(fileURLToPath(config.root), namesInFences));
        if (problems.length === 0) return;
        const message = [
          `The content has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:`,
          ...problems.map(describeProblem),
        ].join('\n  ');
        if (command === 'build') throw new Error(message);
        logger.error(message);
      },
    },
  };
}

/** The names that all `diagram` fences of a page give to nodes. */
export function namesInFences(markdown: string): readonly string[] {
  return findFences(markdown).flatMap(({ info }) => Object.keys(readInfoString(info).options.names));
}
