import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as Lock;

/** A lock written where the registry lacks a platform's package makes `npm ci` fail on that platform. */
test('every optional dependency that the lock names has an entry', () => {
  const named = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ path, name })),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ path, name }) => !hasEntry(path, name))).toEqual([]);
});

/** As Node looks: beside the package, then in each folder above. */
function hasEntry(path: string, name: string): boolean {
  const folders = path.split('/node_modules/');
  return (
    folders.some((_, count) => {
      const above = folders.slice(0, folders.length - count).join('/node_modules/');
      return `${above}${above ? '/' : ''}node_modules/${name}` in packages;
    }) || `node_modules/${name}` in packages
  );
}
