import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import remarkDiagram from '../../src/remark/index.ts';

const boxes = (...words: readonly string[]) => {
  const line = words.map((word) => `+-${'-'.repeat(word.length)}-+`).join('    ');
  return `\`\`\`diagram\n${line}\n${words.map((word) => `| ${word} |`).join('--->')}\n${line}\n\`\`\`\n`;
};
const large = boxes('Client', 'Gateway', 'Service', 'Kafka', 'Worker', 'Orders DB');

async function pageOf(markdown: string): Promise<string> {
  const made = unified()
    .use(remarkParse)
    .use(remarkDiagram, { report: () => undefined })
    .use(remarkRehype)
    .use(rehypeStringify);
  return String(await made.process(markdown));
}

it('the first diagram of a page has a key: each kind that it draws, once, by name', async () => {
  const key = /<ul class="keys">(.*?)<\/ul>/s.exec(await pageOf(large))?.[1] ?? '';
  expect([...key.matchAll(/<\/svg>(\w+)<\/li>/g)].map(([, name]) => name)).toEqual([
    'Client',
    'Routing',
    'Compute',
    'Messaging',
    'Store',
  ]);
});

it('each plate of the key has an id by which a page shows it again', async () => {
  const page = await pageOf(`${large}\n${large}`);
  const ids = [...page.matchAll(/id="(key-[a-z]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(['key-client', 'key-routing', 'key-compute', 'key-messaging', 'key-store']);
});

it('a second diagram and a handful of boxes have none', async () => {
  expect((await pageOf(`${large}\n${large}`)).match(/class="keys"/g)).toHaveLength(1);
  expect(await pageOf(boxes('Client', 'Service'))).not.toContain('class="keys"');
});
