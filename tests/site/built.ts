import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

export const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

export interface BuiltPage {
  /** As it is asked for: `/patterns/cqrs/`. */
  readonly path: string;
  readonly html: string;
}

/** Every page that was built, the one for lost visitors included; addresses that only lead on are none. */
export function builtPages(): readonly BuiltPage[] {
  const files = globSync('**/*.html', { cwd: dist }).map((file) => file.replaceAll('\\', '/'));
  if (files.length === 0) throw new Error('Nothing is built yet: run "npm run build" first.');
  return files
    .sort()
    .map((file) => ({
      path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
      html: readFileSync(join(dist, file), 'utf8'),
    }))
    .filter(({ html }) => !html.includes('http-equiv="refresh"'));
}

/** Bytes as they travel, by the strictest count: gzip −9. */
export function travels(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length;
}

/** The values of an attribute in a page, entities resolved. */
export function attributes(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<[^>]*?\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replaceAll('&#38;', '&').replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#34;', '"'),
  );
}
