import { describe, expect, it } from 'vitest';
import { findFences } from '../../src/remark/fences.ts';
import { readInfoString } from '../../src/remark/info-string.ts';
import { formatFinding } from '../../src/remark/report.ts';

describe('finding fences', () => {
  it('takes those marked diagram, with their line and options', () => {
    const fences = findFences('# A\n\n```diagram title="x"\n┌─┐\n```\n\n```js\n1\n```\n~~~ diagram\nA\n~~~\n');
    expect(fences).toMatchObject([
      { info: 'title="x"', source: '┌─┐', line: 3 },
      { info: '', source: 'A', line: 10 },
    ]);
  });

  it('takes no fence inside another', () => {
    expect(findFences('````md\n```diagram\nA\n```\n````\n')).toEqual([]);
  });

  it('takes the indent of a list off, and remembers it', () => {
    expect(findFences('- one\n\n  ```diagram\n  A\n    B\n  ```\n')).toMatchObject([
      { source: 'A\n  B', offsets: [2, 2] },
    ]);
    expect(findFences('1. ```diagram\n   A\n   ```\n')).toMatchObject([{ source: 'A', line: 1, offsets: [3] }]);
  });

  it('takes the marks of a quote off', () => {
    expect(findFences('> ```diagram\n> A\n> ```\n')).toMatchObject([{ source: 'A' }]);
  });

  it('reads a fence without an end to the end of the file', () => {
    expect(findFences('```diagram\nA\nB')).toMatchObject([{ source: 'A\nB' }]);
  });

  it('takes no other word', () => {
    expect(findFences('```diagrams\nA\n```\n')).toEqual([]);
  });
});

describe('reading an info string', () => {
  it('takes bare and quoted values', () => {
    const { options, diagnostics } = readInfoString(`title="Reads \\"and\\" writes" id=cqrs as='text'`);
    expect(options).toMatchObject({ title: 'Reads "and" writes', id: 'cqrs', as: 'text' });
    expect(diagnostics).toEqual([]);
  });

  it('has defaults', () => {
    expect(readInfoString('').options).toEqual({
      title: null,
      id: null,
      as: 'svg',
      names: {},
      kindOf: {},
      links: {},
      emphasis: [],
    });
  });

  it('takes names, also of titles with commas', () => {
    const { options } = readInfoString('names="client=CLIENT, web-1=Web Server#1, both=Read, then write"');
    expect(options.names).toEqual({ client: 'CLIENT', 'web-1': 'Web Server#1', both: 'Read, then write' });
  });

  it('takes kinds, links and emphasis by name', () => {
    const { options, diagnostics } = readInfoString(
      'kinds="web-1=store,db=cache" links=\'db=https://example.org/?a=b, web-1=/patterns/cqrs/\' emphasis="web-1, db"',
    );
    expect(options).toMatchObject({
      kindOf: { 'web-1': 'store', db: 'cache' },
      links: { db: 'https://example.org/?a=b', 'web-1': '/patterns/cqrs/' },
      emphasis: ['web-1', 'db'],
    });
    expect(diagnostics).toEqual([]);
  });

  it('keeps a name that every object has as a name like any other', () => {
    const { names } = readInfoString('names="__proto__=A, constructor=B"').options;
    expect(Object.entries(names)).toEqual([
      ['__proto__', 'A'],
      ['constructor', 'B'],
    ]);
  });

  it('knows where each entry stands', () => {
    const info = `title="Say \\"網\\"" names="a=A,  b=B" emphasis='b a'`;
    const { entryAt, options } = readInfoString(info);
    const under = (column: number) => info.slice(column - 2);
    expect(options.title).toBe('Say "網"');
    expect(under(entryAt('names', 'a').column)).toMatch(/^a=A/);
    expect(under(entryAt('names', 'b').column)).toMatch(/^b=B/);
    expect(under(entryAt('emphasis', 'a').column)).toMatch(/^a'/);
    expect(under(entryAt('emphasis').column)).toMatch(/^emphasis=/);
    expect(entryAt('title')).toEqual({ line: 1, column: 1 });
  });

  it.each([
    ['as=text  colour=red', 'unknown-option', 10],
    ['id=a id=b', 'unknown-option', 6],
    ['names="a=A, a=B"', 'duplicate-name', 13],
    ['links="a=/x/, b=/y/, a=/z/"', 'duplicate-name', 22],
    ['emphasis="a a"', 'duplicate-name', 13],
    ['kinds=store', 'unknown-option', 1],
    ['links="a"', 'unknown-option', 1],
    ['emphasis=""', 'unknown-option', 1],
  ])('says where %s is wrong', (info, rule, column) => {
    expect(readInfoString(info).diagnostics).toMatchObject([{ rule, column }]);
  });

  it.each(['wat', 'size=big', 'id', 'as=png', 'id=9', '="x"', 'names=x', '__proto__=x', 'title=""'])(
    'says that %s is not understood',
    (info) => {
      expect(readInfoString(info).diagnostics).toMatchObject([{ rule: 'unknown-option', severity: 'error' }]);
    },
  );
});

describe('a finding in words', () => {
  const finding = {
    rule: 'x',
    severity: 'warning',
    message: 'It is odd.',
    help: 'Mend it.',
    file: 'a.md',
    line: 12,
    column: 3,
  } as const;

  it('shows the line with a caret', () => {
    expect(formatFinding({ ...finding, sourceLine: 'abcd' })).toBe(
      'a.md:12:3 warning: It is odd. (x)\n   12 │ abcd\n      │   ^\n   Mend it.\n',
    );
  });

  it('sets the caret below its column where there are tabs and wide letters', () => {
    const caretOf = (sourceLine: string, column: number, indent = 0) => {
      const [, line = '', caret = ''] = formatFinding({ ...finding, sourceLine, column, indent }).split('\n');
      return [line.slice(8), caret.slice(8)];
    };
    expect(caretOf('\ta\t│', 17)).toEqual(['        a       │', '                ^']);
    expect(caretOf('店店\t│', 9)).toEqual(['店店    │', '        ^']);
    expect(caretOf('\t- \ta', 12, 3)).toEqual([' -         a', '           ^']);
    expect(caretOf('ab\u202ec', 3)).toEqual(['abc', '  ^']);
  });

  it('lets no control character through to the terminal', () => {
    expect(formatFinding({ ...finding, sourceLine: 'a\u001b[31mb\u202ec' })).not.toMatch(/[\u001b\u202e]/);
  });
});
