import { expect, test } from '@playwright/test';
import { rules, type Rule } from '../../src/diagram/index.ts';
import { builtPages } from './built.ts';

const ids = Object.keys(rules);

test('every rule of the engine has a page, and the list leads to it', async ({ page }) => {
  const built = builtPages().flatMap(({ path }) => /^\/rules\/(.+)\/$/.exec(path)?.[1] ?? []);
  expect([...built].sort()).toEqual([...ids].sort());
  await page.goto('/rules/');
  for (const id of ids) await expect(page.getByRole('link', { name: id, exact: true })).toBeVisible();
});

for (const [id, { severity, help }] of Object.entries<Rule>(rules))
  test(`the page of ${id} says what, when, why and what to do`, async ({ page }) => {
    await page.goto(`/rules/${id}/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(id);
    await expect(page.getByRole('group', { name: 'What the check says' })).toContainText(`${severity}: `);
    await expect(page.getByRole('group', { name: 'The example, as a picture' }).locator('svg')).toBeAttached();
    await expect(page.getByRole('group', { name: 'The example, mended, as a picture' }).locator('svg')).toBeVisible();
    await expect(page.getByRole('main')).toContainText(
      { info: 'Note.', warning: 'Warning.', error: 'Error.' }[severity],
    );
    await expect(page.getByRole('main')).toContainText(help.replaceAll('`', ''));
  });

test('rules are read one after the other', async ({ page }) => {
  await page.goto(`/rules/${ids[0] ?? ''}/`);
  await page.getByRole('link', { name: `Next: ${ids[1] ?? ''}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(ids[1] ?? '');
  await page.getByRole('link', { name: `Previous: ${ids[0] ?? ''}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(ids[0] ?? '');
});

test('a character that no file should have is shown as it is written', async ({ page }) => {
  await page.goto('/rules/control-character/');
  await expect(page.getByRole('group', { name: 'The example, as text' })).toContainText('Or\\u{7}der');
  await expect(page.getByRole('group', { name: 'What the check says' })).toContainText('U+0007');
});
