import { expect, test } from '../quiet-page.ts';

const article = '/posts/mind-the-storage-driver/';

test('one press copies the page as Markdown, and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(article);
  const place = page.locator('copy-markdown');
  await place.getByRole('button', { name: 'Copy it' }).click();
  await expect(place.getByRole('status')).toHaveText('Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const link = await place.getByRole('link', { name: 'This page as Markdown' }).getAttribute('href');
  const answer = await page.request.get(String(link));
  expect(answer.headers()['content-type']).toBe('text/markdown; charset=utf-8');
  expect(copied.replaceAll('\r\n', '\n')).toBe(await answer.text());
  expect(copied).toContain('# Mind the storage driver');
});

test('where nothing can be copied, the button leads to the Markdown', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.goto(article);
  await page.locator('copy-markdown').getByRole('button', { name: 'Copy it' }).click();
  await expect(page).toHaveURL(/\/posts\/mind-the-storage-driver\.md$/);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('there is the link alone', async ({ page }) => {
    await page.goto(article);
    const place = page.locator('copy-markdown');
    await expect(place.getByRole('link', { name: 'This page as Markdown' })).toBeVisible();
    await expect(place.getByRole('button')).toBeHidden();
  });
});
