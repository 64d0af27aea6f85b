import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { attributes, builtPages } from './built.ts';

const pair = '/compare/cqrs+event-driven/';
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const tradeoffs = (page: Page) => page.getByRole('table', { name: /^Trade-offs of/ });

test('every pair has a page, under one name', () => {
  const paths = builtPages().flatMap(({ path }) => /^\/compare\/([^/]+\+[^/]+)\/$/.exec(path)?.[1] ?? []);
  expect(paths).toHaveLength(45);
  for (const name of paths) expect(name.split('+').sort().join('+')).toBe(name);
});

test('a pair in the other order leads to its page', async ({ page }) => {
  await page.goto('/compare/event-driven+cqrs/');
  await expect(page).toHaveURL(/\/compare\/cqrs\+event-driven\/$/);
  await expect(title(page)).toHaveText('CQRS against Event-Driven');
});

test('a pair stands side by side, differences first, each marked', async ({ page }) => {
  await page.goto(pair);
  await expect(title(page)).toHaveText('CQRS against Event-Driven');
  await expect(page.locator('.plates svg')).toHaveCount(2);
  await expect(page.getByText('combines with')).toBeVisible();
  await expect(tradeoffs(page).getByRole('columnheader')).toHaveText(['What', 'CQRS', 'Event-Driven']);
  const marks = await tradeoffs(page)
    .getByRole('rowheader')
    .evaluateAll((heads) => heads.map(({ textContent }) => textContent.includes('(differs)')));
  expect(marks).toContain(true);
  expect(marks).toContain(false);
  expect(marks.indexOf(false)).toBe(marks.lastIndexOf(true) + 1);
  const compliance = tradeoffs(page).getByRole('row', { name: /^Compliance/ });
  await expect(compliance.getByRole('cell').first()).toHaveText('no row');
  await expect(compliance.getByRole('cell').last()).toContainText('Gain:');
});

test('a row has an address, and each entry leads to the row of its pattern', async ({ page }) => {
  await page.goto(`${pair}#tradeoffs-consistency`);
  const row = tradeoffs(page).getByRole('row', { name: /^Consistency/ });
  await expect(row).toBeInViewport();
  await expect(page.locator(':target')).toHaveText(/^Consistency/);
  await row.getByRole('link', { name: 'reads-lag' }).click();
  await expect(page).toHaveURL(/\/patterns\/cqrs\/#reads-lag$/);
});

test('the whole is copied as a Markdown table', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(pair);
  await page.getByRole('button', { name: 'Copy as Markdown table' }).press('Enter');
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').slice(0, 2)).toEqual(['| | CQRS | Event-Driven |', '| --- | --- | --- |']);
  expect(copied).toContain('| Scale | Large | Medium to large |');
});

test('three patterns are compared by script, under one address', async ({ page }) => {
  await page.goto('/compare/?p=serverless+CQRS+event-driven+cqrs');
  await expect(title(page)).toHaveText('CQRS, Event-Driven and Serverless');
  await expect(page).toHaveURL(/\/compare\/\?p=cqrs\+event-driven\+serverless$/);
  await expect(page).toHaveTitle('CQRS, Event-Driven and Serverless · Plumbline');
  await expect(tradeoffs(page).getByRole('columnheader')).toHaveCount(4);
  await expect(page.locator('.plates svg')).toHaveCount(3);
  await expect(page.getByRole('heading', { name: 'Two by two' })).toHaveCount(0);
  await page.getByRole('link', { name: 'small-team' }).first().click();
  await expect(page).toHaveURL(/\/patterns\/cqrs\/#small-team$/);
  await page.goBack();
  await expect(title(page)).toHaveText('CQRS, Event-Driven and Serverless');
});

test('a row of three has an address too', async ({ page }) => {
  await page.goto('/compare/?p=cqrs+event-driven+serverless#tradeoffs-cost');
  await expect(page.locator(':target')).toHaveText(/^Cost/);
  await expect(page.locator(':target')).toBeInViewport();
});

test('two by parameter lead to their page, in whatever order', async ({ page }) => {
  await page.goto('/compare/?p=event-driven+cqrs#fit');
  await expect(page).toHaveURL(/\/compare\/cqrs\+event-driven\/#fit$/);
});

test('the form asks for what is chosen, by keyboard', async ({ page }) => {
  await page.goto(pair);
  const form = page.getByRole('form', { name: 'Choose patterns to compare' });
  await expect(form.getByLabel('First')).toHaveValue('cqrs');
  await form.getByLabel('Third').selectOption('Serverless');
  await form.getByLabel('Fourth').selectOption('Multi-Region');
  await form.getByRole('button', { name: 'Compare' }).press('Enter');
  await expect(page).toHaveURL(/\/compare\/\?p=cqrs\+event-driven\+multi-region\+serverless$/);
  await expect(title(page)).toHaveText('CQRS, Event-Driven, Multi-Region and Serverless');
  await expect(form.getByLabel('Fourth')).toHaveValue('serverless');
});

for (const [asked, said] of [
  ['cqrs', 'Choose two to four different patterns.'],
  ['cqrs+cqrs', 'Choose two to four different patterns.'],
  [
    '<script>alert(1)</script>',
    'There is no pattern “<script>alert(1)</script>”. Choose two to four different patterns.',
  ],
  ['toString+cqrs', 'There is no pattern “tostring”. Choose two to four different patterns.'],
] as const)
  test(`?p=${asked} is answered in words, and the overview stays`, async ({ page }) => {
    await page.goto(`/compare/?p=${asked}`);
    await expect(page.getByRole('main').getByRole('status')).toHaveText(said);
    await expect(page.getByRole('heading', { name: 'Two by two' })).toBeVisible();
  });

test('of five the first four are compared, and it says so', async ({ page }) => {
  await page.goto('/compare/?p=cqrs+serverless+multi-region+microservices+event-driven');
  await expect(title(page)).toHaveText('CQRS, Microservices, Multi-Region and Serverless');
  await expect(page.getByRole('main').getByRole('status').first()).toHaveText('No more than four stand side by side.');
});

for (const path of [pair, '/compare/?p=cqrs+event-driven+multi-region+serverless'])
  for (const width of [320, 1280])
    test(`${path} is accessible and fits at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(path);
        await page.getByText('The table in Markdown').click();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page of a pair says everything, its Markdown too', async ({ page }) => {
    await page.goto(pair);
    await expect(page.getByRole('form', { name: 'Choose patterns to compare' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Copy as Markdown table' })).toHaveCount(0);
    await page.getByText('The table in Markdown').click();
    await expect(page.getByText('| | CQRS | Event-Driven |')).toBeVisible();
  });

  test('where more are asked for, the pairs are offered', async ({ page }) => {
    await page.goto('/compare/?p=cqrs+event-driven+serverless');
    await expect(page.getByRole('heading', { name: 'Two by two' })).toBeVisible();
    await page.getByRole('link', { name: 'CQRS against Serverless' }).click();
    await expect(page).toHaveURL(/\/compare\/cqrs\+serverless\/$/);
    await expect(title(page)).toHaveText('CQRS against Serverless');
  });

  test('at 320 px each cell says whose it is', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(pair);
    const label = await tradeoffs(page)
      .getByRole('cell')
      .first()
      .evaluate((cell) => getComputedStyle(cell, '::before').content);
    expect(label).toBe('"CQRS"');
  });
});

test('every row of the overview of pairs leads to a page', () => {
  const overview = builtPages().find(({ path }) => path === '/compare/')?.html ?? '';
  const links = attributes(overview, 'href').filter((href) => href.includes('+'));
  expect(new Set(links).size).toBe(45);
});
