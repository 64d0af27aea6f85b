import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { render } from '../../src/diagram/index.ts';
import { findFences } from '../../src/remark/fences.ts';
import { readInfoString } from '../../src/remark/info-string.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

// Each example starts a process.
vi.setConfig({ testTimeout: 60_000 });

describe('the README', () => {
  const [fence] = findFences(readme);
  const title = readInfoString(fence?.info ?? '').options.title ?? undefined;
  const drawn = render(fence?.source ?? '', { title, standalone: true });

  it('shows the picture that its drawing becomes', async () => {
    expect(readme).toContain('](tests/readme/picture.svg)');
    // When the engine draws better than before, look at the new picture: npm run test:unit -- tests/readme -u
    await expect(`${drawn.svg}\n`).toMatchFileSnapshot('picture.svg');
  });

  it('starts from a drawing that is crooked, and understood', () => {
    expect(drawn.diagnostics.length).toBeGreaterThan(3);
    expect(drawn.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('says what the outline says', () =>
    expect(readme).toContain(`\`\`\`text\n${drawn.outline.text.trimEnd()}\n\`\`\``));

  it('names only files and folders that are there', () => {
    const named = [...readme.matchAll(/`((?:src|tests|content|public|bench)\/[^`<>*\s]*|LICENSE)`/g)];
    expect(named.length).toBeGreaterThan(30);
    expect(named.map(([, path = '']) => path).filter((path) => !existsSync(root + path))).toEqual([]);
  });

  it('names each folder of the engine, and only files that it has where it tells who asks whom', () => {
    const folders = globSync('src/diagram/*/', { cwd: root }).map((folder) => folder.replaceAll('\\', '/'));
    const isNamed = (folder: string): boolean =>
      ['src/diagram/', ''].some((path) => readme.includes(`\`${path}${basename(folder)}/`));
    expect(folders.filter((folder) => !isNamed(folder))).toEqual([]);
    const told = [...readme.matchAll(/^- `([a-z]+)\/`: (.*)$/gm)].flatMap(([, folder = '', asked = '']) =>
      [...asked.matchAll(/`([a-z-]+\.ts)`/g)].map(([, file = '']) => `src/diagram/${folder}/${file}`),
    );
    expect(told.length).toBeGreaterThan(20);
    expect(told.filter((path) => !existsSync(root + path))).toEqual([]);
  });

  it('names only scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm (?:run (?:-s )?)?([a-z:]+)/g)].flatMap(([, name = '']) =>
      ['ci', 'run'].includes(name) ? [] : [name],
    );
    expect(named).toEqual(expect.arrayContaining(['start', 'test', 'build', 'dev', 'plumbline']));
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

describe('an example of the README', () => {
  const commands = listings('sh').flatMap((listing) =>
    listing.split('\n').filter((line) => line.includes('plumbline')),
  );
  const scripts = listings('js');

  it('is there for each command and each library', () => {
    for (const command of ['check', 'outline', 'text', 'graph', 'svg'])
      expect(
        commands.some((line) => line.includes(`plumbline -- ${command} `)),
        command,
      ).toBe(true);
    for (const name of ['render', 'remarkDiagram'])
      expect(
        scripts.some((script) => script.includes(name)),
        name,
      ).toBe(true);
  });

  it.each(commands)('prints: %s', (line) => {
    const { status, stdout, stderr } = spawnSync(line, { shell: true, cwd: root, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/Orders|Client|"nodes"/);
  });

  it.each(scripts)('runs as it stands, number %$', (script) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module'], {
      cwd: root,
      input: script,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('2 parts, 1 connection. Starts at Client; ends at Server.');
  });
});

/** What stands in the fences of a language. */
function listings(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, code = '']) => code);
}
