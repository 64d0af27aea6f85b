import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const first = (page: Page) =>
  page.getByRole('region', { name: 'What the answers speak for' }).getByRole('listitem').first();

test('answers move the patterns, and the rows say why', async ({ page }) => {
  await page.goto('/decide/');
  await expect(page.getByRole('region', { name: 'What the answers speak for' })).toBeHidden();
  await group(page, 'How many people').getByLabel('Up to five').check();
  await group(page, 'How does the load come').getByLabel('In bursts').check();
  await expect(page.getByRole('status').filter({ hasText: 'steps up' })).toHaveText('Serverless leads, 2 steps up.');
  await expect(first(page)).toContainText('+2');
  await expect(page).toHaveURL(/\/decide\/\?team=few&load=bursts$/);
  await expect(page).toHaveTitle(/^Up to five, In bursts/);
  await first(page).getByRole('link', { name: 'Spikes and sporadic work stay cheap' }).click();
  await expect(page).toHaveURL(/\/patterns\/serverless\/#idle-is-free$/);
  await page.goBack();
  await expect(first(page)).toContainText('Serverless');
});

test('a result is a link, in one order; back takes an answer back', async ({ page }) => {
  await page.goto('/decide/?load=steady&team=few&what=ever&scale=huge');
  await expect(group(page, 'How does the load come').getByLabel('Steadily')).toBeChecked();
  await expect(group(page, 'How large').getByLabel('Open')).toBeChecked();
  await expect(first(page)).toContainText('Basic Web Application');
  await expect(page.getByRole('link', { name: 'Link to this result' })).toHaveAttribute(
    'href',
    /\/decide\/\?team=few&load=steady$/,
  );
  await group(page, 'Must it work').getByLabel('Also offline').check();
  await expect(page).toHaveURL(/\?team=few&load=steady&offline=yes$/);
  await page.goBack();
  await expect(group(page, 'Must it work').getByLabel('Open')).toBeChecked();
  await page.reload();
  await expect(first(page)).toContainText('Basic Web Application');
});

test('the same answers give the same order as the table says', async ({ page }) => {
  await page.goto('/decide/?audit=yes');
  const table = page.locator('tr[data-question="audit"] li[data-step="1"] > a');
  const result = page.locator('.verdict > li').filter({ has: page.locator('b', { hasText: '+1' }) });
  expect(await result.locator('> a').allTextContents()).toEqual(await table.allTextContents());
});

test('by keyboard alone', async ({ page }) => {
  await page.goto('/decide/');
  await group(page, 'How many people').getByLabel('Open').focus();
  await page.keyboard.press('ArrowDown');
  await expect(group(page, 'How many people').getByLabel('Up to five')).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/\?team=few&scale=small$/);
  await expect(page.getByRole('status').filter({ hasText: 'lead' })).toContainText('2 steps up');
});

test('with a result it is accessible and fits a phone, light and dark', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/decide/?team=many&scale=large&consistency=strict&audit=yes');
    await expect(first(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('#asks').include('#result').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('it is one table: question, answer, effect', async ({ page }) => {
    await page.goto('/decide/?team=few');
    await expect(page.getByRole('radio')).toHaveCount(0);
    const table = page.getByRole('table', { name: 'What each answer does to each pattern' });
    await expect(table.getByRole('rowheader', { name: 'How does the load come?' })).toBeVisible();
    const steady = table.getByRole('row', { name: /^Steadily/ });
    await expect(steady.getByRole('listitem').filter({ hasText: 'Serverless' }).last()).toContainText('Down: ');
    await steady.getByRole('link', { name: /^Traffic is high and steady/ }).click();
    await expect(page).toHaveURL(/\/patterns\/serverless\/#load-is-steady$/);
  });
});

function group(page: Page, ask: string) {
  return page.getByRole('group', { name: ask });
}
