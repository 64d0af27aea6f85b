import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { pageSizes } from '../../src/catalog/facets.ts';
import { builtPages, dist, travels } from './built.ts';

const shown = '.entries > li:visible h2 a';
const status = (page: Page) => page.getByRole('main').getByRole('status');
const group = (page: Page, name: string) => page.getByRole('group', { name });

/** Open, with its form in place of the links. */
async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`/patterns/${query}`);
  await expect(
    page.getByRole('form', { name: 'Narrow down' }).or(page.locator('#narrowing > summary:visible')).first(),
  ).toBeVisible();
  await expect(page.locator('#facets')).toBeAttached();
}

test('facets narrow the catalog together, with counts that say what a tick would leave', async ({ page }) => {
  await open(page);
  await expect(page.locator(shown)).toHaveCount(10);
  await expect(group(page, 'Quality helped').getByLabel('Testability 0')).toBeDisabled();
  await group(page, 'Scale').getByLabel('Medium').check();
  await expect(page.locator(shown)).toHaveCount(7);
  const low = group(page, 'Complexity').getByLabel('Low');
  const promised = Number(await low.locator('..').locator('.ct').textContent());
  await low.check();
  await expect(page.locator(shown)).toHaveCount(promised);
  await expect(status(page)).toHaveText(/^3 of 10 patterns: medium scale, low complexity\. Compare them\. Show all\.$/);
  await expect(page).toHaveURL(/\/patterns\/\?scale=medium&complexity=low$/);
  await expect(page).toHaveTitle('Patterns: medium scale, low complexity · Plumbline');
  await expect(group(page, 'Category').getByLabel('Data 0')).toBeDisabled();
});

test('what is left is compared where it is few', async ({ page }) => {
  await open(page, '?team=4');
  await status(page).getByRole('link', { name: 'Compare them' }).click();
  await expect(page).toHaveURL(/\/compare\/\?p=basic-web-application\+content-delivery\+serverless$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/patterns\/\?team=4$/);
  await page.getByLabel('We are people').fill('12');
  await expect(status(page).getByRole('link')).toHaveText(['Show all']);
});

test('a team is a number', async ({ page }) => {
  await open(page);
  await page.getByLabel('We are people').fill('4');
  await expect(page.locator(shown)).toHaveText(['Basic Web Application', 'Content Delivery', 'Serverless']);
  await expect(page).toHaveURL(/\?team=4$/);
  await page.getByLabel('We are people').fill('');
  await expect(page.locator(shown)).toHaveCount(10);
  await page.getByLabel('We are people').fill('-3');
  await expect(page.locator(shown)).toHaveCount(10);
});

test('technologies and qualities narrow too: whoever ticks two wants both', async ({ page }) => {
  await open(page);
  await page.getByText('Technology', { exact: true }).click();
  await group(page, 'Technology').getByLabel('Redis', { exact: false }).first().check();
  await group(page, 'Quality helped').getByLabel('Latency').check();
  await expect(page).toHaveURL(/\?helps=latency&technology=[a-z-]*redis[a-z-]*$/);
  const both = await page.locator(shown).count();
  expect(both).toBeGreaterThan(0);
  await group(page, 'Quality helped').getByLabel('Latency').uncheck();
  expect(await page.locator(shown).count()).toBeGreaterThanOrEqual(both);
});

test('an address in any order and with nonsense is put in order, and means the same', async ({ page }) => {
  await open(page, '?team=4&scale=medium&scale=large&nonsense=1&scale=enormous#top');
  await expect(page).toHaveURL(/\/patterns\/\?scale=large&scale=medium&team=4#top$/);
  await expect(page.locator(shown)).toHaveCount(3);
  await expect(page.getByLabel('We are people')).toHaveValue('4');
  await expect(group(page, 'Scale').getByLabel('Large')).toBeChecked();
});

test('back and forward go through the filters; a number is one step', async ({ page }) => {
  await open(page);
  await group(page, 'Scale').getByLabel('Large').check();
  await page.getByLabel('We are people').pressSequentially('12');
  await expect(page).toHaveURL(/\?scale=large&team=12$/);
  await page.goBack();
  await expect(page).toHaveURL(/\?scale=large$/);
  await expect(page.getByLabel('We are people')).toHaveValue('');
  await expect(page).toHaveTitle(/^Patterns: large scale ·/);
  await page.goBack();
  await expect(page.locator(shown)).toHaveCount(10);
  await expect(group(page, 'Scale').getByLabel('Large')).not.toBeChecked();
  await page.goForward();
  await page.goForward();
  await expect(page.getByLabel('We are people')).toHaveValue('12');
  await page.reload();
  await expect(page).toHaveTitle('Patterns: large scale, team of 12 · Plumbline');
});

test('where nothing fits it says what to let go, and one step does', async ({ page }) => {
  await open(page, '?category=data&team=1');
  await expect(page.locator(shown)).toHaveCount(0);
  await expect(status(page)).toHaveText(
    'No pattern fits all of this. Without Data there are three. Without Team of 1 there are two. Show all.',
  );
  await status(page).getByRole('link', { name: 'Team of 1' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?category=data$/);
  await expect(page.locator(shown)).toHaveCount(2);
  await expect(status(page)).toBeFocused();
  await status(page).getByRole('link', { name: 'Show all' }).click();
  await expect(page).toHaveURL(/\/patterns\/$/);
  await page.goBack();
  await expect(page).toHaveURL(/\?category=data$/);
});

test('by keyboard: a tick keeps the focus where it is', async ({ page }) => {
  await open(page);
  const small = group(page, 'Scale').getByLabel('Small');
  await small.focus();
  await page.keyboard.press('Space');
  await expect(page.locator(shown)).toHaveCount(3);
  await expect(small).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(group(page, 'Scale').getByLabel('Medium')).toBeFocused();
});

for (const width of [320, 1280])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`is accessible and fits at ${width} px, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(page, '?category=data&team=1');
      if (width === 320) await page.getByText('Narrow down', { exact: true }).click();
      await page.getByText('Technology', { exact: true }).click();
      await expect(group(page, 'Technology')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('each value is a link to the page of its patterns', async ({ page }) => {
    await page.goto('/patterns/');
    await expect(page.locator(shown)).toHaveCount(10);
    const facets = page.getByRole('navigation', { name: 'Patterns by facet' });
    await expect(facets.getByRole('link', { name: 'Testability' })).toHaveCount(1);
    await facets.getByRole('link', { name: '4 people' }).click();
    await expect(page).toHaveURL(/\/patterns\/team\/4\/$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Patterns: team of 4');
    await expect(page.getByRole('main').getByRole('list').last().getByRole('link')).toHaveText([
      'Basic Web Application',
      'Content Delivery',
      'Serverless',
    ]);
    await facets.getByRole('link', { name: 'Data', exact: true }).click();
    await expect(facets.getByRole('link', { name: 'Data', exact: true })).toHaveAttribute('aria-current', 'page');
  });

  test('on a phone the facets are folded and can be opened', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto('/patterns/');
    const large = page.getByRole('link', { name: 'Large', exact: true });
    await expect(large).toBeHidden();
    await page.getByText('Narrow down', { exact: true }).click();
    await large.click();
    await expect(page).toHaveURL(/\/patterns\/scale\/large\/$/);
  });
});

test('at 1,000 patterns the pages of the catalog stay under 100 KB', () => {
  const pages = new Map(builtPages().map(({ path, html }) => [path, html]));
  const catalog = pages.get('/patterns/') ?? '';
  const value = pages.get('/patterns/scale/large/') ?? '';
  /** What an entry and a technology weigh where there are some; a thousand patterns may name five times as many technologies. */
  const grown = (html: string, entry: RegExp, most: number): number => {
    const entries = html.match(entry)?.length ?? 0;
    const technology = /<li>\s*<a href="\/patterns\/technology\/.*?<\/li>/gs;
    const weight = travels(html);
    expect(entries).toBeGreaterThan(2);
    expect(html.match(technology)?.length).toBeGreaterThan(50);
    const perEntry = (weight - travels(html.replace(entry, ''))) / entries;
    const technologies = weight - travels(html.replace(technology, ''));
    return weight + perEntry * (most - entries) + technologies * 4;
  };
  // The list that the script filters is held under 50 KB for a thousand patterns by tests/catalog/facets.test.ts.
  const list = 50_000;
  expect(grown(catalog, /<li data-slug.*?<\/li>/gs, pageSizes.drawn) + list).toBeLessThan(100_000);
  expect(grown(value, /<li>\s*<span class="num.*?<\/li>/gs, pageSizes.plain)).toBeLessThan(100_000);
  expect(travels(readFileSync(join(dist, 'patterns/filter.json')))).toBeLessThan(4_000);
});
