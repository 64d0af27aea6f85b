import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const command = fileURLToPath(new URL('../../src/cli/plumbline.ts', import.meta.url));
const crooked = '┌───────┐\n│ Orders │\n└───────┘\n';
const straight = '┌────────┐\n│ Orders │\n└────────┘\n';
const out = '┌────────┐\n│ Orders  │\n└────────┘\n';
const lost = '┌────┐\n│ A\u0007  │\n└────┘\n';
const page = (drawing: string): string =>
  `# Page  \r\n\n| a |\n\n- in a list\n\n  \`\`\`diagram title="A"\n${drawing.replace(/^(?=.)/gm, '  ')}  \`\`\`\n\n\`\`\`\n${out}\`\`\`\n`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
  writeFileSync(join(folder, 'out.txt'), out);
  writeFileSync(join(folder, 'straight.txt'), straight);
  writeFileSync(join(folder, 'lost.txt'), lost);
  mkdirSync(join(folder, 'docs'));
  writeFileSync(join(folder, 'docs', 'page.mdx'), page(out));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(words: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'fmt', ...words], {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const inFolder = (file: string): string => readFileSync(join(folder, file), 'utf8');

// Each test starts the command several times.
vi.setConfig({ testTimeout: 60_000 });

describe('fmt', () => {
  it('prints the drawing set straight, of a file and of standard input', () => {
    expect(run(['out.txt'])).toEqual({ status: 0, stdout: straight, stderr: '' });
    expect(run(['-'], out)).toEqual({ status: 0, stdout: straight, stderr: '' });
    expect(run([], straight)).toEqual({ status: 0, stdout: straight, stderr: '' });
    expect(inFolder('out.txt')).toBe(out);
  });

  it('widens a box whose words do not fit', () => {
    expect(run(['-'], crooked).stdout).toBe(straight);
  });

  it('changes nothing of a page but its drawings', () => {
    expect(run(['docs/page.mdx'])).toEqual({ status: 0, stdout: page(straight), stderr: '' });
  });

  it('says which drawing is left crooked, and why', () => {
    writeFileSync(join(folder, 'docs', 'lost.md'), page(lost));
    const { status, stdout, stderr } = run(['lost.txt', 'docs/lost.md']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: lost + page(lost) });
    expect(stderr).toContain('plumbline: lost.txt: the drawing is left as it is: it holds control characters');
    expect(stderr).toContain('plumbline: docs/lost.md:7: the drawing is left as it is');
  });
});

describe('fmt --check', () => {
  it('names the files that would change, and exits 1', () => {
    expect(run(['--check', 'out.txt', 'straight.txt', 'docs'])).toMatchObject({
      status: 1,
      stdout: 'out.txt\ndocs/page.mdx\n',
    });
    expect(inFolder('out.txt')).toBe(out);
  });

  it('says nothing and exits 0 when all is straight', () => {
    expect(run(['straight.txt', '--check'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

describe('fmt --write', () => {
  it('changes what is crooked, leaves no other file, and has nothing to do the second time', () => {
    expect(run(['--write', 'out.txt', 'straight.txt', 'docs']).status).toBe(0);
    expect([inFolder('out.txt'), inFolder('straight.txt'), inFolder('docs/page.mdx')]).toEqual([
      straight,
      straight,
      page(straight),
    ]);
    expect(readdirSync(folder).sort()).toEqual(['docs', 'lost.txt', 'out.txt', 'straight.txt']);
    expect(run(['--check', 'out.txt', 'docs']).status).toBe(0);
  });

  it('keeps the rights of a file, and writes through a link', () => {
    chmodSync(join(folder, 'out.txt'), 0o640);
    symlinkSync('out.txt', join(folder, 'link.txt'));
    expect(run(['--write', 'link.txt']).status).toBe(0);
    expect(inFolder('out.txt')).toBe(straight);
    expect(statSync(join(folder, 'out.txt')).mode & 0o777).toBe(0o640);
    expect(
      readdirSync(folder, { withFileTypes: true })
        .find(({ name }) => name === 'link.txt')
        ?.isSymbolicLink(),
    ).toBe(true);
  });

  it('does not touch a file that is straight', () => {
    const before = statSync(join(folder, 'straight.txt')).mtimeMs;
    expect(run(['--write', 'straight.txt'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(statSync(join(folder, 'straight.txt')).mtimeMs).toBe(before);
  });

  it('cannot write to standard input, and goes on after a file that it cannot read', () => {
    expect(run(['--write', '-'], out)).toMatchObject({ status: 2, stdout: '' });
    expect(run(['--write', 'none.txt', 'out.txt'])).toMatchObject({ status: 2 });
    expect(inFolder('out.txt')).toBe(straight);
  });
});

describe('fmt --diff', () => {
  it('shows what would change', () => {
    expect(run(['--diff', 'out.txt', 'straight.txt'])).toEqual({
      status: 0,
      stdout: `--- a/out.txt
+++ b/out.txt
@@ -1,3 +1,3 @@
 ┌────────┐
-│ Orders  │
+│ Orders │
 └────────┘
`,
      stderr: '',
    });
  });

  it('shows a lower edge that was left out as a line more', () => {
    writeFileSync(join(folder, 'open.txt'), straight.split('\n').slice(0, 2).join('\n'));
    const { stdout } = run(['--diff', 'open.txt']);
    expect(stdout).toContain('+└────────┘');
    expect(spawnSync('git', ['apply', '-'], { cwd: folder, input: stdout }).status).toBe(0);
    expect(inFolder('open.txt')).toBe(straight.trimEnd());
  });

  it('can be applied by git', () => {
    writeFileSync(join(folder, 'far.txt'), `${out}${'\n'.repeat(9)}${out.trimEnd()}`);
    const { stdout } = run(['--diff', 'far.txt', 'docs/page.mdx']);
    expect(stdout.match(/^@@/gm)).toHaveLength(3);
    const { status } = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: stdout });
    expect(status).toBe(0);
    expect(inFolder('far.txt')).toBe(`${straight}${'\n'.repeat(9)}${straight.trimEnd()}`);
    expect(inFolder('docs/page.mdx')).toBe(page(straight));
  });
});

describe('wrong use of fmt', () => {
  it('is told in a sentence', () => {
    expect(run(['--check', '--write', 'out.txt'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'plumbline: fmt does one thing at a time: --write or --check.\n',
    });
    expect(run(['--fix', 'out.txt'])).toMatchObject({ status: 2, stdout: '' });
  });
});
