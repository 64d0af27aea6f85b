import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { attributes, builtPages } from './built.ts';

const pages = builtPages();
const patternPages = pages.filter(({ path }) => /^\/patterns\/[^/]+\/$/.test(path));

test('every node that the front matter explains leads to its component', () => {
  const glossary = pages.find(({ path }) => path === '/components/');
  const ids = attributes(glossary?.html ?? '', 'id');
  for (const { path, html } of patternPages) {
    const links = [...html.matchAll(/<a class="d-link[^"]*" href="[^"#]*\/components\/#([^"]+)"/g)].map(
      ([, id = '']) => id,
    );
    expect(links.length, path).toBeGreaterThanOrEqual(5);
    expect(
      links.filter((id) => !ids.includes(id)),
      path,
    ).toEqual([]);
  }
});

test('every row of every components table is found from its component', () => {
  const glossary = pages.find(({ path }) => path === '/components/')?.html ?? '';
  const led = new Set(attributes(glossary, 'href'));
  for (const { path, html } of patternPages) {
    const table = /<table class="stacked comps">[^]*?<\/table>/.exec(html)?.[0] ?? '';
    const rows = attributes(table, 'id').filter((id) => !id.startsWith('key-'));
    expect(rows.length, path).toBeGreaterThan(0);
    expect(
      rows.filter((id) => ![...led].some((href) => href.endsWith(`${path}#${id}`))),
      path,
    ).toEqual([]);
  }
});

test('a component tells all that is known of it', async ({ page }) => {
  await page.goto('/components/#queue');
  const queue = page.getByRole('article', { name: 'Queue' });
  await expect(queue).toBeInViewport();
  for (const term of ['What it does', 'When it is needed', 'How it fails', 'Technologies', 'In the diagrams'])
    await expect(queue.getByRole('term').filter({ hasText: term })).toBeVisible();
  await queue.getByRole('link', { name: 'SQS (Queue)' }).click();
  await expect(page).toHaveURL(/\/patterns\/serverless\/#sqs$/);
});

test('a technology leads to the nodes that are made of it, and to what it can be', async ({ page }) => {
  await page.goto('/technologies/#kafka');
  const kafka = page.getByRole('row', { name: /^Apache Kafka/ });
  await expect(kafka).toBeInViewport();
  await expect(kafka.getByRole('link', { name: 'Event-Driven' })).toBeVisible();
  await kafka.getByRole('link', { name: 'Message broker', exact: true }).click();
  await expect(page).toHaveURL(/\/components\/#message-broker$/);
});

test('a quality leads to the rows that help and hurt it', async ({ page }) => {
  await page.goto('/qualities/#consistency');
  const part = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: 'Consistency' }) });
  await expect(part.getByRole('heading', { name: 'Hurt by' })).toBeVisible();
  await part.getByRole('listitem').filter({ hasText: 'may see the past' }).getByRole('link').click();
  await expect(page).toHaveURL(/\/patterns\/cqrs\/#reads-lag$/);
});

test('the indexes lead to each other', async ({ page }) => {
  await page.goto('/use-cases/');
  for (const name of ['Components', 'Technologies', 'Qualities', 'Use cases']) {
    await page.getByRole('navigation', { name: 'Indexes' }).getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  }
});

test.describe('a node of a drawing', () => {
  test('shows its card under the pointer, and lights up what it connects to', async ({ page }) => {
    await page.goto('/patterns/serverless/');
    await page.locator('#overview-worker').hover();
    const card = page.locator('.card');
    await expect(card).toContainText('Lambda (Worker)');
    await expect(card).toContainText('Runs for one event or request');
    await expect(card.getByRole('link', { name: 'Function' })).toHaveAttribute('href', '/components/#function');
    expect(await lit(page)).toEqual(['overview-sqs', 'overview-worker']);
    // The pointer may go to the card without losing it.
    await card.hover();
    await page.waitForTimeout(400);
    await expect(card).toBeVisible();
    await page.getByRole('heading', { level: 1 }).hover();
    await expect(card).toBeHidden();
    expect(await lit(page)).toEqual([]);
  });

  test('shows it by keyboard too; Escape closes it, Enter follows the link', async ({ page }) => {
    await page.goto('/patterns/cqrs/');
    await tabToNode(page);
    const card = page.locator('.card');
    await expect(card).toContainText('Asks on behalf of a person');
    await expect(page.locator(':focus')).toHaveAccessibleDescription(/Asks on behalf of a person/);
    expect((await lit(page)).length).toBeGreaterThan(1);
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/components\/#client$/);
  });

  test('with its card open the page is accessible and fits a phone, light and dark', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto('/patterns/cqrs/');
      await tabToNode(page);
      await expect(page.locator('.card')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include('.fig').analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  });

  test('a cell that is lit does not fade with the box that holds it', async ({ page }) => {
    await page.goto('/patterns/event-driven/');
    const opacity = (id: string) => page.locator(`#${id}`).evaluate((box) => getComputedStyle(box).opacity);
    await page.locator('#overview-web-api').hover();
    expect(await lit(page)).toEqual(['overview-event-bus', 'overview-web-api']);
    expect(await opacity('overview-producers')).toBe('1');
    expect(Number(await opacity('overview-mobile-api'))).toBeLessThan(1);
  });

  test('without the glossary it is still a link', async ({ page }) => {
    await page.route('**/cards.json', (route) => route.abort());
    await page.goto('/patterns/serverless/');
    await page.locator('#overview-sqs').hover();
    expect(await lit(page)).toContain('overview-worker');
    await expect(page.locator('.card')).toBeHidden();
    await page.locator('#overview-sqs').click();
    await expect(page).toHaveURL(/\/components\/#queue$/);
  });

  test('the script of the cards stands on pages of patterns only', () => {
    const withCards = pages.filter(({ html }) => /<script[^>]*src="[^"]*_slug_/.test(html)).map(({ path }) => path);
    expect(withCards).toEqual(patternPages.map(({ path }) => path));
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a node is a plain link to its component, and the component one to the node', async ({ page }) => {
    await page.goto('/patterns/serverless/');
    await page.getByRole('link', { name: /^SQS \(Queue\)\./ }).click();
    await expect(page).toHaveURL(/\/components\/#queue$/);
    await expect(page.getByRole('article', { name: 'Queue' })).toBeInViewport();
    await page.getByRole('article', { name: 'Queue' }).getByRole('link', { name: 'SQS (Queue)' }).click();
    await expect(page.getByRole('row', { name: /^SQS/ })).toBeInViewport();
  });
});

/** The ids of the nodes that are lit, in order of the alphabet. */
async function lit(page: Page): Promise<readonly string[]> {
  return page.locator('.d-lit').evaluateAll((boxes) => boxes.map(({ id }) => id).sort());
}

/** The first node of the first drawing: the next stop behind the region that scrolls. */
async function tabToNode(page: Page): Promise<void> {
  await page
    .getByRole('region', { name: /scrolls sideways/ })
    .first()
    .focus();
  await page.keyboard.press('Tab');
}
