/** Builds the catalog, indexes it and serves it: `npm start`. Says where it stands and what was indexed. */
import { readFile } from 'node:fs/promises';
import { build, preview } from 'astro';
import type { SearchData } from '../search/records.ts';
import { recordsPath } from './search-index.ts';

const root = new URL('../../', import.meta.url);

await build({ root: root.pathname });
const server = await preview({
  root: root.pathname,
  logLevel: 'error',
  server: { port: Number(process.env['PORT'] ?? 4321) },
});
const { patterns, records } = JSON.parse(await readFile(new URL(`dist/${recordsPath}`, root), 'utf8')) as SearchData;
const base = (process.env['BASE_PATH'] ?? '/').replace(/\/?$/, '/');
console.log(
  `\nPlumbline stands at http://localhost:${server.port}${base} — ${patterns.length} patterns, ${records.length} records indexed. Stop it with Ctrl-C.`,
);
