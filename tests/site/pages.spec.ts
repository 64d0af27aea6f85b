import { expect, test, type Locator, type Page } from '@playwright/test';

/** The patterns in the order of the catalog, as the home page links to them. */
const patterns = [
  { path: '/patterns/basic-web-application/', title: 'Basic Web Application' },
  { path: '/patterns/microservices/', title: 'Microservices' },
  { path: '/patterns/event-driven/', title: 'Event-Driven' },
  { path: '/patterns/cqrs/', title: 'CQRS' },
  { path: '/patterns/multi-region/', title: 'Multi-Region' },
  { path: '/patterns/real-time-data-processing/', title: 'Real-Time Data Processing' },
  { path: '/patterns/content-delivery/', title: 'Content Delivery' },
  { path: '/patterns/mobile-backend/', title: 'Mobile Backend' },
  { path: '/patterns/data-pipeline/', title: 'Data Pipeline' },
  { path: '/patterns/serverless/', title: 'Serverless' },
];
const overviews = ['/', '/patterns/', '/compare/', '/use-cases/', '/guides/', '/guides/usage/'];
const paths = [...overviews, ...patterns.map(({ path }) => path)];

test('the home page leads to every pattern, from its plate and from the table', async ({ page }) => {
  await page.goto('/');
  const plates = section(page, 'Patterns').getByRole('listitem');
  await expect(plates.getByRole('heading')).toHaveText(patterns.map(({ title }) => new RegExp(title)));
  const rows = page.getByRole('table').getByRole('rowheader').getByRole('link');
  await expect(rows).toHaveText(patterns.map(({ title }) => title));
  await rows.last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Serverless');
});

test('the list of patterns has each once, in order', async ({ page }) => {
  await page.goto('/patterns/');
  const heads = page.getByRole('main').getByRole('heading', { level: 2 });
  await expect(heads).toHaveText(patterns.map(({ title }) => new RegExp(`^\\s*\\d+\\s*${title}`)));
});

test('next leads from the first pattern through all of them, and previous back', async ({ page }) => {
  await page.goto('/patterns/basic-web-application/');
  await expect(page.getByRole('link', { name: /^Previous/ })).toHaveCount(0);
  for (const { title } of patterns.slice(1)) {
    await page.getByRole('link', { name: `Next: ${title}` }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  }
  await expect(page.getByRole('link', { name: /^Next/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Previous: Data Pipeline' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Data Pipeline');
});

test('a search from the home page asks the question that was typed', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('What are you building?').fill('audit trail');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\/search\/\?q=audit\+trail$/);
});

test('a pattern page says what the front matter says', async ({ page }) => {
  await page.goto('/patterns/cqrs/');
  await expect(page.getByRole('term').filter({ hasText: 'Team' })).toBeVisible();
  await expect(page.getByText('10+ people')).toBeVisible();

  const leave = page.getByRole('listitem').filter({ hasText: 'The work is forms over tables.' });
  await expect(leave.getByRole('link', { name: 'Basic Web Application' })).toBeVisible();

  const lag = page.getByRole('listitem').filter({ hasText: 'a reader may see the past' });
  await expect(lag).toContainText('Price: Consistency');
  await expect(lag).toContainText('Softened by');
  await lag.getByRole('link', { name: 'Read DB' }).click();
  expect(new URL(page.url()).hash).toBe('#read-db');

  const part = page.getByRole('table', { name: 'Components of CQRS' }).getByRole('row', { name: /^Read DB/ });
  await expect(part).toContainText('MongoDB, Elasticsearch');
  const related = section(page, 'Related patterns');
  await expect(related.getByText('grows out of')).toBeVisible();
});

test('a part that the glossary names is drawn as its kind', async ({ page }) => {
  await page.goto('/patterns/cqrs/');
  const row = page.getByRole('row', { name: /^Event Store/ }).filter({ hasText: 'Apache Kafka' });
  await expect(row).toContainText('messaging');
  await expect(page.locator('.scroll .d-marsh')).toHaveCount(1);
});

test('compare shows every trade-off, and each sign leads to its row', async ({ page }) => {
  await page.goto('/compare/');
  const table = page.getByRole('table', { name: 'Trade-offs of all patterns by quality' });
  await expect(table.getByRole('columnheader')).toHaveCount(patterns.length + 1);
  await table.getByRole('link', { name: /^Price: The read side follows the write side/ }).click();
  await expect(page).toHaveURL(/\/patterns\/cqrs\/#reads-lag$/);
  await expect(page.getByRole('listitem').filter({ hasText: 'a reader may see the past' })).toBeInViewport();
});

test('a use case leads to the rows that answer it', async ({ page }) => {
  await page.goto('/use-cases/#banking-transactions');
  const answers = page.getByRole('definition').filter({ hasText: 'keep writes strict' });
  await answers.getByRole('link', { name: 'CQRS' }).click();
  await expect(page).toHaveURL(/\/patterns\/cqrs\/#banking$/);
});

test('an address is copied where there is script', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/patterns/cqrs/');
  await page.getByRole('button', { name: 'Copy the address: The diagram' }).click();
  await expect(page.getByText('Copied.').first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/patterns/cqrs/#diagram`);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('everything can be read and every row reached', async ({ page }) => {
    await page.goto('/patterns/cqrs/');
    await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
    await page.getByRole('link', { name: 'reads-lag' }).click();
    expect(new URL(page.url()).hash).toBe('#reads-lag');
    await expect(page.getByText('a reader may see the past')).toBeInViewport();
    await page.getByText('Diagram as text').click();
    await expect(page.getByRole('columnheader', { name: 'Label' })).toBeVisible();
  });
});

for (const path of paths)
  test(`nothing on ${path} scrolls sideways but its drawings`, async ({ page }) => {
    await page.goto(path);
    for (const width of [320, 768, 1024]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await scrollers(page), `${width} px`).toEqual([]);
    }
  });

/** The part of a page under a head. */
function section(page: Page, title: string): Locator {
  return page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: title, exact: true }) });
}

/** What scrolls sideways and is neither a drawing nor a listing; of the page itself, `html`. */
function scrollers(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wide = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 &&
        ['auto', 'scroll'].includes(getComputedStyle(element).overflowX),
    );
    const whole = document.documentElement.scrollWidth > window.innerWidth ? ['html'] : [];
    return [
      ...whole,
      ...wide
        .filter((element) => !element.matches('[role="region"], pre'))
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    ];
  });
}
