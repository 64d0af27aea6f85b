import { expect, test, type Locator, type Page } from '@playwright/test';

const address = '/try/';
const call = '┌─────┐     ┌────────┐\n│ API ├────►│ Orders │\n└─────┘     └────────┘';

test('what is typed is drawn, told and checked', async ({ page }) => {
  await page.goto(address);
  await expect(part(page, 'Browser')).toBeVisible();
  await page.getByLabel('As text').fill(call);
  await expect(part(page, 'Orders')).toBeVisible();
  await expect(part(page, 'Browser')).toHaveCount(0);
  await expect(page.locator('#drawing-overview')).toHaveText('2 parts, 1 connection. Starts at API; ends at Orders.');
  await expect(page.getByText('Nothing odd.')).toBeVisible();
  await expect(page.getByRole('row', { name: 'API none Orders' })).toBeVisible();
});

test('a finding leads to its place and to its rule', async ({ page }) => {
  await page.goto(address);
  const text = page.getByLabel('As text');
  await text.fill(`${call}\n   │\n   │`);
  await expect(page.getByRole('status').filter({ hasText: '1 warning.' })).toBeVisible();
  const finding = page.getByRole('listitem').filter({ hasText: 'arrives nowhere' });
  await expect(finding.getByRole('link', { name: 'dangling-end' })).toHaveAttribute('href', '/rules/dangling-end/');
  await finding.getByRole('button').click();
  await expect(text).toBeFocused();
  const lineOfCaret = await text.evaluate(
    (field: HTMLTextAreaElement) => field.value.slice(0, field.selectionStart).split('\n').length,
  );
  expect(lineOfCaret).toBe(5);
});

test('the address keeps the drawing, for a reload and for somebody else', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address);
  await page.getByLabel('As text').fill(call);
  await expect.poll(() => new URL(page.url()).hash.length).toBeGreaterThan(20);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByLabel('As text')).toHaveValue(call);
  await expect(part(other, 'Orders')).toBeVisible();
});

test('an address that holds no drawing leaves the page as it is', async ({ page }) => {
  await page.goto(`${address}#not-a-drawing`);
  await expect(part(page, 'Browser')).toBeVisible();
});

test('a crooked drawing is straightened, and SVG and text can be taken along', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address);
  await page.getByLabel('As text').fill('┌────────┐\n│ Orders  │\n└────────┘');
  await expect(part(page, 'Browser')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'ragged-border' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Copy straight text' }).click();
  await expect.poll(() => copied(page)).toBe('┌────────┐\n│ Orders │\n└────────┘');
  await page.getByRole('button', { name: 'Copy SVG' }).click();
  await expect.poll(() => copied(page)).toMatch(/^<svg .*Orders.*<\/svg>$/s);
  await page.getByRole('button', { name: 'Go on with this one' }).click();
  await expect(page.getByText('Nothing odd.')).toBeVisible();
});

test('markup in a drawing stays writing', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => errors.push(message.text()));
  page.on('dialog', (dialog) => errors.push(dialog.message()));
  await page.goto(address);
  await page
    .getByLabel('As text')
    .fill('┌────────────────────────────────┐\n│ <img src=x onerror=alert(1)>   │\n└────────────────────────────────┘');
  await expect(page.locator('#drawing-picture')).toContainText('<img src=x onerror=alert(1)>');
  expect(await page.locator('#drawing-picture img, #drawing-words img').count()).toBe(0);
  expect(errors).toEqual([]);
});

test('typing does not wait for a large drawing', async ({ page }) => {
  await page.goto(address);
  const text = page.getByLabel('As text');
  const longestGap = async (): Promise<number> => {
    await text.evaluate((field: HTMLTextAreaElement) => {
      field.value += 'prose without any drawing, line by line\n'.repeat(10_000);
      field.dispatchEvent(new Event('input'));
    });
    // The worker reads; the page goes on.
    return page.evaluate(async () => {
      let last = performance.now();
      let gap = 0;
      for (const end = last + 1500; last < end;) {
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        gap = Math.max(gap, now - last);
        last = now;
      }
      return gap;
    });
  };
  // Thrice, as a busy machine holds up a page that waits for nothing.
  const gaps = [await longestGap(), await longestGap(), await longestGap()];
  expect(Math.min(...gaps)).toBeLessThan(1000);
  await text.fill(call);
  await expect(part(page, 'Orders')).toBeVisible();
});

test('the keyboard reaches everything, and is not caught in the field', async ({ page }) => {
  await page.goto(address);
  await expect(part(page, 'Browser')).toBeVisible();
  await page.getByLabel('As text').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('group', { name: 'As a picture' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Copy SVG' })).toBeFocused();
});

test('without script it says what does the same', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.getByText('plumbline svg drawing.txt')).toBeVisible();
  await expect(page.getByLabel('As text')).toBeHidden();
  await page.getByRole('main').getByRole('link', { name: 'gallery' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gallery');
  await context.close();
});

/** A part in the picture. */
function part(page: Page, name: string): Locator {
  return page.locator('#drawing-picture').locator(`[id^="yours-"][aria-label^="${name}"]`);
}

function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
