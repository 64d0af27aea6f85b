import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { dist, travels } from './built.ts';

const address = '/gallery/';

test('each drawing is shown as text and as picture, and told in words', async ({ page }) => {
  await page.goto(address);
  const drawings = page.getByRole('article');
  const count = await drawings.count();
  expect(count).toBeGreaterThanOrEqual(36);
  for (const shown of ['pre', 'svg[role="graphics-document document"]', '.told > .parts'])
    await expect(drawings.locator(shown), shown).toHaveCount(count);
  const tree = page.getByRole('article', { name: 'A tree' });
  await expect(tree.getByRole('group', { name: 'A tree, as text' })).toContainText('├── tokio');
  await expect(tree).toContainText('7 parts, 6 connections.');
  await expect(tree.getByRole('listitem').first()).toContainText('app v0.1.0 is joined to tokio v1.32');
});

test('a drawing has an address', async ({ page }) => {
  await page.goto(`${address}#a-crossing`);
  await expect(page.getByRole('heading', { name: 'A crossing' })).toBeInViewport();
  await page.getByRole('link', { name: '#lifelines', exact: true }).click();
  expect(new URL(page.url()).hash).toBe('#lifelines');
});

test('text and picture stand side by side, on a phone one below the other', async ({ page }) => {
  const boxes = async (): Promise<{ text: DOMRect; picture: DOMRect }> =>
    page.locator('#light-lines .specimen').evaluate((specimen) => {
      const [text, picture] = [...specimen.children].map((child) => child.getBoundingClientRect().toJSON() as DOMRect);
      if (!text || !picture) throw new Error('A specimen has a text and a picture.');
      return { text, picture };
    });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(address);
  const wide = await boxes();
  expect(wide.picture.left).toBeGreaterThan(wide.text.right);
  expect(wide.picture.top).toBeCloseTo(wide.text.top, 0);
  await page.setViewportSize({ width: 320, height: 640 });
  const narrow = await boxes();
  expect(narrow.picture.left).toBeLessThan(narrow.text.left + 1);
  expect(narrow.picture.top).toBeGreaterThan(narrow.text.bottom);
});

test('what is too wide for its place scrolls by the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(address);
  const picture = page.getByRole('group', { name: 'Light lines, as a picture' });
  await picture.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => picture.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
});

test('a drawing can be taken to the page where it can be changed', async ({ page }) => {
  await page.goto(address);
  await page.getByRole('link', { name: 'Try it: A crossing' }).click();
  await expect(page.getByLabel('As text')).toHaveValue(/└──────┼───────────┐/);
  await expect(page.locator('#drawing-overview')).toContainText('4 parts, 2 connections.');
});

test('without script all is there', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.getByRole('article', { name: 'Everything at once' }).locator('svg')).toBeVisible();
  await expect(page.locator('#lifelines .told')).toContainText('3 parts, 4 connections.');
  await context.close();
});

test('it weighs at most 100 KB, and nobody loads the engine to read it', async ({ page }) => {
  expect(travels(readFileSync(join(dist, 'gallery/index.html')))).toBeLessThanOrEqual(100_000);
  const asked = await scriptsOf(page, address);
  expect(asked.filter((url) => /debug|worker|plumbline/.test(url))).toEqual([]);
});

test('?debug shows the grid and every stage of every drawing, and what the check says', async ({ page }) => {
  await page.goto(`${address}?debug`);
  const drawing = page.getByRole('article', { name: 'A lost corner' });
  await expect(drawing.getByRole('group', { name: 'grid' })).toContainText('2 │  Frontend   │', { timeout: 30_000 });
  await expect(drawing).toContainText('A corner of MongoDB is missing');
  await expect(drawing.getByRole('link', { name: 'missing-corner' })).toHaveAttribute('href', '/rules/missing-corner/');
  const stages = drawing.locator('details');
  const count = await stages.count();
  expect(count).toBeGreaterThan(8);
  for (let at = 1; at < count; at++) {
    await stages.nth(at).locator('summary').click();
    await expect(stages.nth(at).locator('pre')).not.toBeEmpty();
  }
  await expect(page.getByRole('group', { name: 'grid' })).toHaveCount(await page.getByRole('article').count());
});

/** The scripts that a page asks for. */
async function scriptsOf(page: Page, path: string): Promise<readonly string[]> {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') asked.push(new URL(request.url()).pathname);
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  return asked;
}
