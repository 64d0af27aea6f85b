import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commands } from '../../src/cli/commands.ts';

const command = fileURLToPath(new URL('../../src/cli/plumbline.ts', import.meta.url));
const drawing = `┌────────┐  GET   ┌────────┐
│ Client │───────►│ Server │
└────────┘        └────────┘
`;
const dangling = '┌────────┐\n│ Client │──────\n└────────┘\n';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'a.txt': drawing,
    'odd.txt': dangling,
    'empty.txt': '',
    'picture.png': new Uint8Array([0x89, 0x50, 0, 1, 2]),
    'latin.txt': new Uint8Array([0x63, 0x61, 0x66, 0xe9]),
    'page.mdx': `# Page\n\n\`\`\`diagram title="A"\n${drawing}\`\`\`\n\nWords.\n\n- in a list\n\n  \`\`\`diagram\n${dangling.replace(/^(?=.)/gm, '  ')}  \`\`\`\n`,
    'wrong.md': `\`\`\`diagram colour=red\n${drawing}\`\`\`\n`,
    'none.md': 'Words only.\n',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(words: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    cwd: folder,
    input: input ?? '',
    encoding: 'utf8',
  });
  expect(stderr).not.toMatch(/\n\s+at /);
  return { status, stdout, stderr };
}

// Each test starts the command several times.
vi.setConfig({ testTimeout: 60_000 });

describe('printing', () => {
  it('graph gives the JSON of a file, and of standard input', () => {
    const { status, stdout, stderr } = run(['graph', 'a.txt']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const graph = JSON.parse(stdout);
    expect(graph.nodes).toMatchObject([
      {
        id: 'n1',
        kind: 'node',
        text: ['Client'],
        parent: null,
        source: { line: 1, column: 1, endLine: 3, endColumn: 10 },
      },
      { id: 'n2', text: ['Server'], source: { line: 1, column: 19 } },
    ]);
    expect(graph.edges).toMatchObject([{ id: 'e1', from: 'n1', to: 'n2', head: 'forward', label: 'GET' }]);
    expect(graph).toMatchObject({ captions: [], notes: '', loose: [], diagnostics: [] });
    expect(run(['graph'], drawing).stdout).toBe(stdout);
    expect(run(['graph', '-'], drawing).stdout).toBe(stdout);
  });

  it('graph of several files gives a document a line, each with its file', () => {
    const { status, stdout } = run(['graph', 'a.txt', 'odd.txt']);
    expect(status).toBe(0);
    const documents = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(documents.map(({ file }) => file)).toEqual(['a.txt', 'odd.txt']);
  });

  it('takes every fence of a page, with its line', () => {
    const documents = run(['graph', 'page.mdx'])
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(documents.map(({ file, line, nodes }) => [file, line, nodes.length])).toEqual([
      ['page.mdx', 3, 2],
      ['page.mdx', 13, 1],
    ]);
  });

  it('svg, text and outline print the drawing', () => {
    expect(run(['svg', 'a.txt'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^<svg[^]*<\/svg>\n$/) });
    expect(run(['text', 'a.txt']).stdout).toContain('│ Client ├───────►│ Server │');
    expect(run(['text', '--ascii', 'a.txt']).stdout).toContain('| Client |------->| Server |');
    expect(run(['outline', 'a.txt']).stdout).toContain('2 parts, 1 connection. Starts at Client; ends at Server.');
  });

  it('an empty drawing is a graph without nodes, and a sentence', () => {
    const { status, stdout, stderr } = run(['graph', 'empty.txt']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ nodes: [], edges: [], diagnostics: [{ rule: 'empty-diagram' }] });
    expect(stderr).toBe('plumbline: empty.txt is empty: there is nothing to draw.\n');
  });
});

describe('inspect', () => {
  it('lists the stages', () => {
    expect(run(['inspect', 'a.txt'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^grid +\S[^]*\nowners /),
    });
  });

  it('prints a stage over its grid, of every fence of a page', () => {
    expect(run(['inspect', 'a.txt', 'nets'])).toMatchObject({ status: 0, stdout: expect.stringContaining('11111111') });
    expect(run(['inspect', 'page.mdx', 'owners']).stdout).toMatch(/^# page\.mdx:3\n[^]*\n# page\.mdx:13\n/);
    expect(run(['inspect', '-', 'boxes'], drawing).stdout).toContain('2 boxes');
  });
});

describe('help', () => {
  it('tells of one command, however it is asked for', () => {
    const { stdout } = run(['help', 'check']);
    expect(stdout).toMatch(/^plumbline check: /);
    expect(stdout).toContain('--format human|json|github: ');
    expect(run(['check', '--help']).stdout).toBe(stdout);
  });

  it('names every command', () => {
    const { stdout } = run(['--help']);
    for (const name of Object.keys(commands)) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
  });
});

describe('check', () => {
  it('says where, what, and what to do, and passes on warnings', () => {
    const { status, stdout } = run(['check', 'odd.txt']);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^odd\.txt:2:\d+ warning: This line leaves Client and arrives nowhere\. \(dangling-end\)\n {3}2 │ │ Client │──────\n {5}│ +\^\n/m,
    );
    expect(stdout).toContain('1 drawing: 0 errors, 1 warning, 0 repairs.');
  });

  it('has the places of a page', () => {
    expect(run(['check', 'page.mdx']).stdout).toMatch(/^page\.mdx:15:\d+ warning/m);
  });

  it('fails on errors', () => {
    expect(run(['check', 'wrong.md'])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('wrong.md:1:12 error: "colour"'),
    });
    expect(run(['check', 'empty.txt'])).toMatchObject({ status: 1, stdout: expect.stringContaining('empty-diagram') });
  });
});

const listed = Object.keys(commands).join(', ');

describe('wrong use', () => {
  it.each([
    [[], `say what to do: ${listed}. `],
    [['grpah', 'a.txt'], `there is no command "grpah"; there are ${listed}.`],
    [['graph', '--wide', 'a.txt'], 'graph has no option "--wide"'],
    [['text', '--ascii=yes', 'a.txt'], '--ascii takes no value, not "yes"'],
    [['inspect', 'a.txt', 'inks'], 'there is no stage "inks"; there are grid, ink,'],
    [['inspect', 'a.txt', 'ink', 'grid'], 'inspect takes one file and one stage, not also "grid"'],
    [['graph', 'nowhere.txt'], 'nowhere.txt cannot be read: there is no such file'],
    [['graph', ''], '"" cannot be read: there is no such file'],
    [['graph', '.'], '. is a directory'],
    [['graph', 'picture.png'], 'picture.png is not text in UTF-8'],
    [['graph', 'latin.txt'], 'latin.txt is not text in UTF-8'],
  ])('%j exits 2 with one line', (words, says) => {
    const { status, stdout, stderr } = run(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`plumbline: ${says}`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('prints the files that it can read all the same', () => {
    const { status, stdout } = run(['graph', 'nowhere.txt', 'a.txt']);
    expect(status).toBe(2);
    expect(JSON.parse(stdout).file).toBe('a.txt');
  });

  it('a page without diagrams is no mistake', () => {
    expect(run(['check', 'none.md'])).toMatchObject({
      status: 0,
      stderr: 'plumbline: none.md has no fence marked diagram.\n',
    });
  });

  it('--help tells everything', () => {
    expect(run(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('FILE') });
  });
});
