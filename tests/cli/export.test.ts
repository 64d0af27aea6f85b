import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { exporters, parse, type ExportFormat } from '../../src/diagram/index.ts';

const command = fileURLToPath(new URL('../../src/cli/plumbline.ts', import.meta.url));
const readme = fileURLToPath(new URL('../../README.md', import.meta.url));
const drawing = 'Client ──GET──► Server\n';

// Each test starts the command.
vi.setConfig({ testTimeout: 60_000 });

function run(words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'export', ...words], {
    input: drawing,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

it.each(Object.keys(exporters) as ExportFormat[])('writes %s', (format) => {
  expect(run([format, '-'])).toEqual({ status: 0, stdout: exporters[format].write(parse(drawing)), stderr: '' });
});

it('of a page prints one document a line, each with its place', () => {
  const { status, stdout } = run(['d2', readme]);
  const [first = '', ...more] = stdout.trimEnd().split('\n');
  expect({ status, more }).toEqual({ status: 0, more: [] });
  expect(JSON.parse(first)).toMatchObject({ file: readme, line: 7, format: 'd2' });
});

it.each([
  [[], 'plumbline: say for which tool: mermaid, d2, dot, drawio, excalidraw, json.\n'],
  [['png'], 'plumbline: there is no format "png"; there are mermaid, d2, dot, drawio, excalidraw, json.\n'],
])('%j exits 2 with one line', (words, stderr) => {
  expect(run(words)).toEqual({ status: 2, stdout: '', stderr });
});
