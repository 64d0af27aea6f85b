import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findingFormats } from '../../src/cli/finding-formats.ts';
import type { Finding } from '../../src/remark/report.ts';

const command = fileURLToPath(new URL('../../src/cli/plumbline.ts', import.meta.url));
const dangling = '```diagram\n┌────────┐\n│ Client │──────\n└────────┘\n```\n';
const straight = '```diagram\n┌────────┐\n│ Client │\n└────────┘\n```\n';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-check-'));
  for (const name of ['docs/deep', 'docs/.hidden', 'docs/node_modules/x', 'empty'])
    mkdirSync(join(folder, name), { recursive: true });
  const files: Readonly<Record<string, string>> = {
    'docs/b.md': dangling,
    'docs/a.mdx': straight,
    'docs/plain.md': 'Words only.\n',
    'docs/drawing.txt': dangling,
    'docs/deep/c.MD': dangling,
    'docs/.hidden/d.md': dangling,
    'docs/node_modules/x/e.md': dangling,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  // a link to what is above would never end
  symlinkSync(folder, join(folder, 'docs/up'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function check(words: readonly string[], { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'check', ...words], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { ...process.env, SITE_URL: '', BASE_PATH: '', ...env },
  });
  expect(stderr).not.toMatch(/\n\s+at /);
  return { status, stdout, stderr };
}

vi.setConfig({ testTimeout: 60_000 });

describe('check of a directory', () => {
  it('takes the pages in it and below it, in order, and nothing hidden, linked or installed', () => {
    const { status, stdout, stderr } = check(['docs', '--format=json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout).map(({ file }: { file: string }) => file)).toEqual(['docs/b.md', 'docs/deep/c.MD']);
  });

  it('says when there is none', () => {
    expect(check(['empty'])).toEqual({
      status: 0,
      stdout: '0 drawings: 0 errors, 0 warnings, 0 repairs.\n',
      stderr: 'plumbline: empty holds no .md or .mdx file.\n',
    });
  });
});

describe('check --max-warnings', () => {
  it('passes up to the number and fails beyond it', () => {
    expect(check(['docs/b.md', '--max-warnings', '1']).status).toBe(0);
    expect(check(['docs', '--max-warnings', '1'])).toMatchObject({
      status: 1,
      stderr: 'plumbline: 2 warnings, and --max-warnings allows 1.\n',
    });
  });

  it.each([
    [['--max-warnings'], '--max-warnings takes a number.'],
    [['--max-warnings', 'few'], '--max-warnings takes a number, not "few".'],
    [['--max-warnings=-1'], '--max-warnings takes a number, not "-1".'],
    [['--format=xml'], '--format takes one of human, json, github, not "xml".'],
  ])('%j is wrong use', (words, says) => {
    expect(check(words)).toEqual({ status: 2, stdout: '', stderr: `plumbline: ${says}\n` });
  });
});

describe('check --format', () => {
  it('json is one array, with the line and the page of the rule', () => {
    const { stdout } = check(['docs/b.md', '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual([
      {
        rule: 'dangling-end',
        severity: 'warning',
        file: 'docs/b.md',
        line: 3,
        column: 16,
        message: 'This line leaves Client and arrives nowhere.',
        help: 'Extend it to a border, or end it in a head.',
        url: 'rules/dangling-end/',
        source: '│ Client │──────',
      },
    ]);
    expect(check(['docs/a.mdx', '--format', 'json']).stdout).toBe('[]\n');
  });

  it('json knows where the site is', () => {
    const urlOf = (env: NodeJS.ProcessEnv) => JSON.parse(check(['docs/b.md', '--format=json'], { env }).stdout)[0].url;
    expect(urlOf({ SITE_URL: 'https://example.org' })).toBe('https://example.org/rules/dangling-end/');
    expect(urlOf({ SITE_URL: 'https://example.org', BASE_PATH: 'catalog' })).toBe(
      'https://example.org/catalog/rules/dangling-end/',
    );
  });

  it('github is an annotation a finding', () => {
    expect(check(['docs/b.md', '--format=github'])).toMatchObject({
      status: 0,
      stdout: [
        '::warning file=docs/b.md,line=3,col=16,endColumn=16,title=dangling-end::This line leaves Client and arrives nowhere. Extend it to a border, or end it in a head.',
        '1 drawing: 0 errors, 1 warning, 0 repairs.\n',
      ].join('\n'),
    });
  });

  it('github escapes what would end a line or a property', () => {
    const finding: Finding = {
      rule: 'a:b,c',
      severity: 'info',
      message: '100 %\r\n::error::no, a:b',
      help: 'Mend it.',
      file: 'a,b:c%.md',
      line: 1,
      column: 2,
      sourceLine: '',
    };
    expect(findingFormats.github([finding], 1).split('\n')[0]).toBe(
      '::notice file=a%2Cb%3Ac%25.md,line=1,col=2,endColumn=2,title=a%3Ab%2Cc::100 %25%0D%0A::error::no, a:b Mend it.',
    );
    expect(findingFormats.github([{ ...finding, file: '' }], 1)).toMatch(/^::notice line=1,/);
  });

  it('human sets the caret below the column, past tabs and wide letters', () => {
    const { stdout } = check(['-'], { input: '┌────┐\n│ 店 │──\n└────┘\n' });
    const [, line = '', caret = ''] = stdout.split('\n');
    expect(line).toBe('   2 │ │ 店 │──');
    expect(caret.length).toBe(line.length + 1);
    expect(caret.endsWith('^')).toBe(true);
  });
});
