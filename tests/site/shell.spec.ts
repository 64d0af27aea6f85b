import { expect, test, type Page } from '@playwright/test';

const wide = { width: 1280, height: 900 };
const dark = 'rgb(16, 23, 28)';
const light = 'rgb(252, 253, 253)';

test.use({ viewport: wide });

test('the home page loads without a word in the console', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Plumbline' })).toBeVisible();
  expect(said).toEqual([]);
});

test('everything comes from the site itself', async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(asked.filter((url) => !url.startsWith(`${baseURL}/`) && !url.startsWith('data:'))).toEqual([]);
  expect(asked.length).toBeGreaterThan(1);
});

test('the theme switch remembers', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const ground = page.locator('body');
  await expect(page.getByRole('radio', { name: 'System theme' })).toBeChecked();
  await expect(ground).toHaveCSS('background-color', light);

  await page.getByRole('radio', { name: 'Dark theme' }).check();
  await expect(ground).toHaveCSS('background-color', dark);
  await page.reload();
  await expect(ground).toHaveCSS('background-color', dark);
  await expect(page.getByRole('radio', { name: 'Dark theme' })).toBeChecked();

  await page.getByRole('radio', { name: 'System theme' }).check();
  await page.reload();
  await expect(ground).toHaveCSS('background-color', light);
});

test('the theme switch works by keyboard', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('radio', { name: 'System theme' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Light theme' })).toBeChecked();
});

test('the skip link leads to the content', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#main');
});

test('a lost visitor is shown ways on', async ({ page }) => {
  const response = await page.goto('/no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No page has this address.');
  await expect(page.getByRole('main').getByRole('link', { name: 'All patterns' })).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeVisible();
});

test('following the address of a section copies it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/no-such-page/');
  await page.getByRole('link', { name: 'ways-on' }).click();
  await expect(page.getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  expect(page.url()).toMatch(/#ways-on$/);
});

test('nothing moves when the fonts arrive', async ({ page }) => {
  const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
  await page.route('**/fonts/*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'domcontentloaded' });
  const before = await measure(page);
  release(undefined);
  await page.waitForFunction(() => document.fonts.check('600 17px Cabin') && document.fonts.check('17px Cabin'));
  const after = await measure(page);
  // A pixel comes from rounding; a line that wraps otherwise would be twenty.
  expect(Math.abs(after.height - before.height)).toBeLessThanOrEqual(1);
  expect(Math.abs(after.title / before.title - 1)).toBeLessThan(0.03);
  expect(Math.abs(after.line / before.line - 1)).toBeLessThan(0.03);
});

/** The height of the page, and how wide the letters run. */
function measure(page: Page): Promise<{ height: number; title: number; line: number }> {
  return page.evaluate(() => {
    const width = (selector: string): number => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(selector) ?? document.body);
      return [...range.getClientRects()].reduce((sum, rect) => sum + rect.width, 0);
    };
    return { height: document.documentElement.scrollHeight, title: width('h1'), line: width('.lede') };
  });
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`without script all can be read and the system's ${colorScheme} theme holds`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      colorScheme,
      viewport: wide,
      ...(baseURL && { baseURL }),
    });
    const page = await context.newPage();
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await expect(page.getByRole('radio')).toHaveCount(0);
    await expect(page.locator('body')).toHaveCSS('background-color', colorScheme === 'dark' ? dark : light);
    await context.close();
  });

for (const width of [320, 768, 1280])
  test(`nothing but a diagram scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ['/', '/no-such-page/']) {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
