import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import remarkDiagram from '../../src/remark/index.ts';
import { drawingFiles, fileLinks, isFileLink } from '../../src/site/exports.ts';
import { readKinds } from '../../src/site/kinds.ts';
import { attributes } from './built.ts';

const folder = new URL('../../content/patterns/', import.meta.url);
const kinds = readKinds(new URL('../../content/components.yaml', import.meta.url));
const pages = readdirSync(folder).map((file) => {
  const path = fileURLToPath(new URL(file, folder));
  const body = readFileSync(path, 'utf8').replace(/^---\n.*?\n---\n/s, '');
  return { file, path, body, files: drawingFiles(body, kinds) };
});

describe('what can be taken along', () => {
  it.each(pages)('every link of $file has its file, and no file is without a link', async ({ path, body, files }) => {
    const page = await unified()
      .use(remarkParse)
      .use(remarkDiagram, { kinds, files: fileLinks, report: () => undefined })
      .use(remarkRehype)
      .use(rehypeStringify)
      .process({ path, value: body });
    const links = attributes(String(page), 'href').filter((href) => !href.startsWith('#') && !href.includes('/'));
    expect(links.length).toBeGreaterThanOrEqual(8);
    expect(links.toSorted()).toEqual(files.map(({ id, ending }) => `${id}.${ending}`).toSorted());
    expect(links.every((link) => isFileLink(`/patterns/x/${link}`))).toBe(true);
  });

  it.each(pages)('the files of $file stand alone', ({ files }) => {
    for (const { ending, content } of files) {
      expect(content).not.toBe('');
      if (ending === 'svg') expect(content).toMatch(/<style>.*<rect class="d-paper"/);
      if (ending === 'json') expect(JSON.parse(content)).toMatchObject({ $schema: '../../schema/graph.json' });
    }
  });

  it('only patterns offer files', () => {
    expect(fileLinks('/somewhere/content/guides/usage.mdx', 'drawing')).toEqual([]);
    expect(isFileLink('/patterns/cqrs/')).toBe(false);
    expect(isFileLink('/guides/usage/drawing.svg')).toBe(false);
  });
});
