import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { rehypeBasePath } from '../../src/site/base-path.ts';
import { rehypeCode } from '../../src/site/code.ts';

async function page(markdown: string, base = '/'): Promise<string> {
  const pipeline = unified()
    .use(remarkParse)
    .use(remarkRehype)
    .use(rehypeCode)
    .use(rehypeBasePath, base)
    .use(rehypeStringify);
  return String(await pipeline.process(markdown));
}

test('words of a listing get classes and no style', async () => {
  const html = await page('```ts\n// why\nconst answer = "42";\n```\n');
  expect(html).toContain('<span class="c-comment">// why</span>');
  expect(html).toContain('<span class="c-keyword">const</span>');
  expect(html).not.toContain('style=');
});

test('a listing in an unknown language, or in none, stays as it is written', async () => {
  expect(await page('```klingon\nqapla <b>\n```\n')).toContain('qapla &#x3C;b>');
  expect(await page('```\nplain\n```\n')).toContain('plain');
});

test('links from the root of the site get its base, all others stay', async () => {
  const html = await page(
    '[a](/patterns/) [b](//elsewhere.example/) [c](https://elsewhere.example/) [d](#row) ![e](/e.svg)',
    '/catalog/',
  );
  expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address)).toEqual([
    '/catalog/patterns/',
    '//elsewhere.example/',
    'https://elsewhere.example/',
    '#row',
    '/catalog/e.svg',
  ]);
});
