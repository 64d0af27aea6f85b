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
    expect(readInfoString('').options).toEqual({ title: null, id: null, as: 'svg', names: {} });
  });

  it('takes names, also of titles with commas', () => {
    const { options } = readInfoString('names="client=CLIENT, web-1=Web Server#1, both=Read, then write"');
    expect(options.names).toEqual({ client: 'CLIENT', 'web-1': 'Web Server#1', both: 'Read, then write' });
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

  it('lets no control character through to the terminal', () => {
    expect(formatFinding({ ...finding, sourceLine: 'a\u001b[31mb\u202ec' })).not.toMatch(/[\u001b\u202e]/);
  });
});
