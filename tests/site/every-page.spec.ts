import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { attributes, builtPages, dist, travels } from './built.ts';

const pages = builtPages();
const anchors = new Map(pages.map(({ path, html }) => [path, new Set(attributes(html, 'id'))]));

/** Pages that are made alike by the dozen differ in their data only: in a browser the longest of each kind is looked at, and the first. */
const alike = [/^\/compare\/[^/]+\/$/, /^\/patterns\/[^/]+\/[^/]+\//];
const inBrowser = new Set([
  ...pages.filter(({ path }) => !alike.some((kind) => kind.test(path))),
  ...alike.flatMap((kind) => {
    const group = pages.filter(({ path }) => kind.test(path));
    const byLength = [...group].sort((a, b) => b.html.length - a.html.length);
    return [...group.slice(0, 1), ...byLength.slice(0, 1)];
  }),
]);

test('no link and no fragment is broken', () => {
  const broken = pages.flatMap(({ path, html }) =>
    [...attributes(html, 'href'), ...attributes(html, 'src'), ...attributes(html, 'action')]
      .map((address) => new URL(address, `http://site${path}`))
      .filter((url) => url.host === 'site' && !leadsSomewhere(url))
      .map((url) => `${path} → ${url.pathname}${url.hash}`),
  );
  expect([...new Set(broken)]).toEqual([]);
});

function leadsSomewhere({ pathname, hash }: URL): boolean {
  const ids = anchors.get(decodeURIComponent(pathname));
  if (!ids) return existsSync(join(dist, pathname)) && statSync(join(dist, pathname)).isFile();
  // Behind the address of the page to try it stands a drawing.
  if (pathname === '/try/' && /^#[\w-]{20,}$/.test(hash)) return true;
  return hash === '' || ids.has(decodeURIComponent(hash.slice(1)));
}

test('the fonts of a page weigh at most 36 KB', () => {
  const base = ['cabin.woff2', 'cabin-italic.woff2'].map((name) => statSync(join(dist, 'fonts', name)).size);
  expect(base.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(36_000);
});

for (const each of pages) {
  const { path, html } = each;
  test.describe(path, () => {
    test('keeps to the content policy', () => {
      const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain('script-src');
      expect(policy).not.toContain('unsafe-inline');
      expect(html).not.toMatch(/<[a-z][^>]*\sstyle=/i);
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style/i);
      expect(html.indexOf('content-security-policy')).toBeLessThan(html.search(/<script|<link/));
      expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i);
    });

    test('says what it is', () => {
      expect(html).toMatch(/<html lang="en">/);
      expect(html).toMatch(/<title>[^<]+ · Plumbline<\/title>/);
      expect(attributes(html, 'content').length).toBeGreaterThan(0);
      expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
    });

    test('has its headings in order', () => {
      const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
      expect(levels[0]).toBe(1);
      expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
    });

    test('has no id twice', () => {
      const ids = attributes(html, 'id');
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    });

    if (/^\/patterns\/[^/]+\/$/.test(path))
      test('weighs at most 20 KB with its diagrams and all styles', () => {
        const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) =>
          readFileSync(join(dist, href)),
        );
        const weight = travels(html) + sheets.reduce((sum, sheet) => sum + travels(sheet), 0);
        expect(weight).toBeLessThanOrEqual(20_000);
      });

    for (const width of inBrowser.has(each) ? [320, 1280] : [])
      test(`is accessible and fits at ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        await page.goto(path);
        expect(await violations(new AxeBuilder({ page }))).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
        expect(await violations(new AxeBuilder({ page }))).toEqual([]);
      });
  });
}

async function violations(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
