import { describe, expect, it } from 'vitest';
import { findFences } from '../../src/remark/fences.ts';
import { rewriteFences } from '../../src/remark/rewrite.ts';

const shout = (markdown: string): string => rewriteFences(markdown, ({ source }) => source.toUpperCase());

describe('rewriting fences', () => {
  it('changes drawings marked diagram, and no other byte', () => {
    const page = `\ufeff---\ntitle: x\n---\n\n# a  \n\n\`\`\`diagram title="a"\na\n  b\t\n\`\`\`\n\n\`\`\`js\na\n\`\`\`\n\ttail   \n`;
    expect(shout(page)).toBe(page.replace('\na\n  b\t\n', '\nA\n  B\t\n'));
  });

  it.each([
    ['in a list', '- one\n\n  ```diagram\n  a\n    b\n  ```\n', '- one\n\n  ```diagram\n  A\n    B\n  ```\n'],
    ['at the marker of a list', '1. ```diagram\n   a\n   ```\n', '1. ```diagram\n   A\n   ```\n'],
    ['in a quote', '> ```diagram\n> a\n>\n>  b\n> ```\nc\n', '> ```diagram\n> A\n>\n>  B\n> ```\nc\n'],
    ['in a quote in a list', '- > ```diagram\n  > a\n  > ```\n', '- > ```diagram\n  > A\n  > ```\n'],
    ['of tildes', '~~~diagram\na\n```\n~~~\n', '~~~diagram\nA\n```\n~~~\n'],
    ['longer than three', '````diagram\na\n```\nb\n````\n', '````diagram\nA\n```\nB\n````\n'],
    ['closed by more', '```diagram\na\n`````\nb\n', '```diagram\nA\n`````\nb\n'],
    ['indented by a tab', '\t```diagram\n\ta\n\t```\n', '\t```diagram\n\tA\n\t```\n'],
    ['with CRLF', 'a\r\n```diagram\r\nb\r\nc\r\n```\r\nd', 'a\r\n```diagram\r\nB\r\nC\r\n```\r\nd'],
    ['with mixed line endings', '```diagram\r\na\nb\rc\n```\r', '```diagram\r\nA\nB\rC\n```\r'],
    ['twice', '```diagram\na\n```\n```diagram\nb\n```', '```diagram\nA\n```\n```diagram\nB\n```'],
    ['after an inline comment', '{/* x */}\n```diagram\na\n```\n', '{/* x */}\n```diagram\nA\n```\n'],
    ['after a comment in code', '`{/*` opens\n\n```diagram\na\n```\n', '`{/*` opens\n\n```diagram\nA\n```\n'],
    ['in a component', '<Aside>\n\n```diagram\na\n```\n\n</Aside>\n', '<Aside>\n\n```diagram\nA\n```\n\n</Aside>\n'],
  ])('reaches a fence %s', (_, before, after) => {
    expect(shout(before)).toBe(after);
  });

  it.each([
    ['in another fence', '````md\n```diagram\na\n```\n````\n'],
    ['in an MDX comment', '{/*\n```diagram\na\n```\n*/}\n'],
    ['in an MDX comment that begins behind words', 'Words {/* and\n\n```diagram\na\n```\n\n*/} more\n'],
    ['in an HTML comment', '<!--\n```diagram\na\n```\n-->\n'],
    ['in front matter', '---\nexample: |\n  ```diagram\n  a\n  ```\n---\n'],
    ['without an end', '```diagram\na\n'],
    ['that ends with its quote', '> ```diagram\n> a\n\nb\n```\nc\n'],
    ['with another word', '```diagrams\na\n```\n'],
    ['without a line', '```diagram\n```\n'],
  ])('leaves a fence %s', (_, page) => {
    expect(shout(page)).toBe(page);
  });

  it('gives a blank line the margin of the line above when it gets words', () => {
    const page = '> ```diagram\n> a\n\n> ```\n- \n  ```diagram\n  a\n\n  ```\n';
    expect(rewriteFences(page, ({ source }) => source.replace(/\n$/, '\nb'))).toBe(
      '> ```diagram\n> a\n\n> ```\n- \n  ```diagram\n  a\n  b\n  ```\n',
    );
  });

  it('gives lines that are new the margin and the line ending of the last one', () => {
    expect(rewriteFences('> ```diagram\r\n> a\r\n> ```\r\n', () => 'b\nc\nd')).toBe(
      '> ```diagram\r\n> b\r\n> c\r\n> d\r\n> ```\r\n',
    );
  });

  it('takes no drawing with fewer lines than before', () => {
    expect(() => rewriteFences('```diagram\na\nb\n```\n', () => 'a')).toThrow(/line 1 has 2 lines/);
  });
});

describe('finding fences', () => {
  it('goes on after a comment, front matter and the end of a quote', () => {
    const page = '---\na: 1\n---\n{/*\n```diagram\na\n```\n*/}\n> ```diagram\n> b\n\n```diagram\nc\n```\n';
    expect(findFences(page)).toMatchObject([
      { source: 'b', line: 9, closed: false },
      { source: 'c', line: 12, closed: true },
    ]);
  });

  it('reads a rule on the first line as a rule when nothing closes it', () => {
    expect(findFences('---\n\n```diagram\na\n```\n')).toMatchObject([{ source: 'a' }]);
  });

  it('costs no more than its lines', () => {
    const page = '```diagram\na\n```\n'.repeat(20_000);
    const times = Array.from({ length: 3 }, () => {
      const start = performance.now();
      expect(findFences(page)).toHaveLength(20_000);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(3000);
  });
});
