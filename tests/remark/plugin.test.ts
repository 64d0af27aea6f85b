import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/diagram/index.ts';
import remarkDiagram, { type DiagramData, type Finding, type RemarkDiagramOptions } from '../../src/remark/index.ts';

const drawing = `┌────────┐  GET   ┌────────┐
│ Client │───────►│ Server │
└────────┘        └────────┘`;

const dangling = `┌────────┐
│ Client │──────
└────────┘`;

function process(markdown: string, options: RemarkDiagramOptions = {}) {
  const findings: Finding[] = [];
  const file = new VFile({ path: 'page.mdx', value: markdown });
  const processor = unified()
    .use(remarkParse)
    .use(remarkDiagram, { report: (finding) => findings.push(finding), ...options })
    .use(remarkRehype)
    .use(rehypeStringify);
  return { file, findings, html: () => String(processor.processSync(file)) };
}

function fence(body: string, info = ''): string {
  return `\`\`\`diagram ${info}\n${body}\n\`\`\`\n`;
}

describe('a fence marked diagram', () => {
  const { html, file } = process(`# Page\n\n${fence(drawing, 'title="Client & server" id=flow')}\nMore.\n`);
  const page = html();

  it('becomes a figure named by its title', () => {
    expect(page).toContain('<figure id="flow" class="fig" aria-labelledby="flow-caption">');
    expect(page).toContain('<figcaption id="flow-caption"><b>Client &#x26; server</b></figcaption>');
    expect(page).not.toContain('<pre');
  });

  it('holds the picture in a region that can be focused and scrolled', () => {
    expect(page).toMatch(/<div class="scroll" role="region" aria-label="[^"]+" tabindex="0"><svg/);
  });

  it('tells the same in words', () => {
    expect(page).toContain('2 parts, 1 connection. Starts at Client; ends at Server.');
    expect(page).toMatch(/leads to <a href="#flow-text-n2">Server<\/a> <em>GET<\/em>/);
    expect(page).toMatch(/comes from <a href="#flow-text-n1">Client<\/a> <em>GET<\/em>/);
    expect(page).toContain('<th scope="row">Client</th><td><em>GET</em></td><td>Server</td>');
  });

  it('has no id twice, and no link to an id that is not there', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  it('tells the page what it drew', () => {
    const [data] = file.data['diagrams'] as DiagramData[];
    expect(data).toMatchObject({
      id: 'flow',
      title: 'Client & server',
      parts: [
        { id: 'n1', name: 'Client' },
        { id: 'n2', name: 'Server' },
      ],
    });
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  });
});

describe('other fences', () => {
  it('stay as they are', () => {
    const page = process('```js\nlet a;\n```\n\n```diagrams\nx\n```\n').html();
    expect(page).toContain('language-js');
    expect(page).toContain('language-diagrams');
    expect(page).not.toContain('figure');
  });

  it('get ids of their own when several are drawn', () => {
    const page = process(`${fence(drawing)}\n${fence(drawing)}`).html();
    expect(page).toContain('id="drawing-caption"');
    expect(page).toContain('id="drawing-2-caption"');
  });
});

describe('options', () => {
  it('as=text gives clean text and the same words', () => {
    const page = process(fence(drawing, 'as=text')).html();
    expect(page).toContain('<pre class="drawing"');
    expect(page).not.toContain('<svg');
    expect(page).toContain('Diagram as text');
  });

  it('names become ids', () => {
    const page = process(fence(drawing, 'id=flow names="client=Client"')).html();
    expect(page).toContain('id="flow-text-client"');
  });

  it.each([
    ['colour=red', 'unknown-option'],
    ['as=png', 'unknown-option'],
    ['id="Not an id"', 'unknown-option'],
    ['title=a title=b', 'unknown-option'],
    ['names="x=Nobody"', 'unknown-name'],
    ['names="a=Client, b=Client"', 'duplicate-name'],
    ['names="a=Client, a=Server"', 'duplicate-name'],
    ['kinds="client=store"', 'unknown-name'],
    ['names="a=Client" kinds="a=stone"', 'unknown-option'],
    ['names="a=Client" links="a=javascript:alert(1)"', 'unsafe-link'],
    ['emphasis="client"', 'unknown-name'],
  ])('%s stops the build at the fence', (info, rule) => {
    const { html, findings } = process(`Words.\n\n${fence(drawing, info)}`);
    expect(html).toThrow();
    expect(findings).toContainEqual(expect.objectContaining({ rule, severity: 'error', file: 'page.mdx', line: 3 }));
  });

  it.each([
    ['', '```diagram title="網" ', 'colour=red'],
    ['', '~~~   diagram   names="a=Client, ', 'b=Nobody" as=text'],
    ['- in a list\n\n', '  ```diagram names="a=Client" links="', 'a=//evil.example"'],
    ['> quoted\n>\n', '> ```diagram names="a=Client" kinds="a=store, ', 'b=store"'],
  ])('%#: an error stands where the option does', (above, before, wrong) => {
    const [, margin = '', mark = ''] = /^([> ]*)(```|~~~)/.exec(before) ?? [];
    const body = [...drawing.split('\n'), mark].map((line) => margin + line).join('\n');
    const { html, findings } = process(`${above}${before}${wrong}\n${body}\n`);
    expect(html).toThrow();
    const column = columnsOf(before) + 1;
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { line: above.split('\n').length, column, sourceLine: before + wrong },
    ]);
  });

  it('a quote may stand in a title', () => {
    expect(process(fence(drawing, 'title="Say \\"hi\\""')).html()).toContain('<b>Say "hi"</b>');
  });

  it('links lead from the part in words, emphasis is said, kinds are taken', () => {
    const info = 'names="c=Client, s=Server" kinds="s=store" links="s=/patterns/cqrs/" emphasis="c"';
    const { html, file } = process(fence(drawing, info));
    const page = html();
    expect(page).toContain('<b><a href="/patterns/cqrs/">Server</a></b>');
    expect(page).toContain('ends at Server. Emphasised: Client.');
    const [data] = file.data['diagrams'] as DiagramData[];
    expect(data?.parts.map(({ kind }) => kind)).toEqual(['client', 'store']);
  });

  it('a page may say where its parts lead; the author says it better', () => {
    const options: RemarkDiagramOptions = { links: () => ({ c: '/components/#client', s: '/components/#server' }) };
    const markdown = fence(drawing, 'names="c=Client, s=Server" links="s=/patterns/cqrs/"');
    const page = process(markdown, options).html();
    expect([...page.matchAll(/<a class="d-link" href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      '/components/#client',
      '/patterns/cqrs/',
    ]);
    // the words beside the picture have the links of the author alone
    expect(page).toContain('<b>Client</b>');
  });

  it('links by the front matter that Astro keeps', () => {
    const file = new VFile({ value: fence(drawing, 'names="s=Server"') });
    file.data['astro'] = { frontmatter: { of: '/here/' } };
    const links = (frontmatter: unknown) => ({ s: (frontmatter as { of: string }).of });
    const html = unified().use(remarkParse).use(remarkDiagram, { links }).use(remarkRehype).use(rehypeStringify);
    expect(String(html.processSync(file))).toContain('<a class="d-link" href="/here/"');
  });

  it('as=text has the links and the emphasis in its words too', () => {
    const page = process(fence(drawing, 'as=text names="s=Server" links="s=/patterns/cqrs/" emphasis="s"')).html();
    expect(page).toContain('<b><a href="/patterns/cqrs/">Server</a></b>');
    expect(page).toContain('Emphasised: Server.');
    expect(page).not.toContain('<svg');
  });

  it('an id that another diagram has stops the build', () => {
    expect(process(`${fence(drawing, 'id=a')}\n${fence(drawing, 'id=a')}`).html).toThrow(/another diagram/);
  });

  it('an empty fence stops the build', () => {
    const { html, findings } = process('Words.\n\n```diagram\n```\n');
    expect(html).toThrow(/Nothing is drawn/);
    expect(findings[0]).toMatchObject({ rule: 'empty-diagram', line: 3 });
  });
});

describe('what is odd about a drawing', () => {
  const place = (markdown: string) => {
    const { html, findings, file } = process(markdown);
    html();
    const finding = findings.find(({ rule }) => rule === 'dangling-end');
    return { finding, file };
  };

  it('has its place in the file and does not stop the build', () => {
    const { finding, file } = place(`---\ntitle: x\n---\n\nWords.\n\n${fence(dangling)}`);
    expect(finding).toMatchObject({ file: 'page.mdx', line: 9, severity: 'warning' });
    expect(finding?.message).toContain('Client');
    expect(finding?.sourceLine).toBe('│ Client │──────');
    expect(file.messages.some(({ ruleId }) => ruleId === 'dangling-end')).toBe(true);
  });

  it('has its true column in a list', () => {
    const plain = place(fence(dangling)).finding?.column ?? 0;
    const listed = `- point\n\n${fence(dangling).replace(/^(?=.)/gm, '  ')}`;
    expect(place(listed).finding).toMatchObject({ line: 5, column: plain + 2, sourceLine: '  │ Client │──────' });
  });

  it('has its true column in an indented fence', () => {
    const plain = place(fence(dangling)).finding?.column ?? 0;
    expect(place(fence(dangling).replace(/^(?=.)/gm, '   ')).finding).toMatchObject({ line: 3, column: plain + 3 });
  });
});
