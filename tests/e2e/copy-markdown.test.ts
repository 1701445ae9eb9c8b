import { expect, test } from '../quiet-page.ts';

const article = '/posts/mind-the-storage-driver/';

test('one press copies the page as Markdown, and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(article);
  const place = page.locator('copy-markdown');
  await place.getByRole('link').hover(); // the script comes with the first sign of a reader
  await place.getByRole('button', { name: 'Copy it' }).click();
  await expect(place.getByRole('status')).toHaveText('Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const link = await place.getByRole('link', { name: 'This page as Markdown' }).getAttribute('href');
  const answer = await page.request.get(String(link));
  expect(answer.headers()['content-type']).toBe('text/markdown; charset=utf-8');
  expect(copied.replaceAll('\r\n', '\n')).toBe(await answer.text());
  expect(copied).toContain('# Mind the storage driver');
  await place.getByRole('button', { name: 'Copy it' }).click();
  await page.waitForTimeout(200);
  await expect(place.getByRole('status')).toHaveText('Copied.');
});

test('the clipboard is asked for at the press, before the Markdown is there @once', async ({ page }) => {
  await page.goto(article);
  const place = page.locator('copy-markdown');
  await place.getByRole('link').hover();
  await page.evaluate(() => {
    navigator.clipboard.write = () => {
      document.documentElement.dataset['asked'] = String(navigator.userActivation.isActive);
      return Promise.resolve();
    };
  });
  await page.route('**/*.md', () => undefined); // never answers
  await place.getByRole('button', { name: 'Copy it' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-asked', 'true');
});

test('where nothing can be copied, the button leads to the Markdown', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.write = () => Promise.reject(new Error('refused'));
  });
  await page.goto(article);
  const place = page.locator('copy-markdown');
  await place.getByRole('link').focus();
  await place.getByRole('button', { name: 'Copy it' }).click();
  await expect(page).toHaveURL(/\/posts\/mind-the-storage-driver\.md$/);
});

test('what a host says in place of the Markdown is not copied @once', async ({ page, noise }) => {
  noise.expect(/status of 502/);
  await page.addInitScript(() => {
    navigator.clipboard.write = async ([item]) => {
      await item?.getType('text/plain');
    };
  });
  await page.goto(article);
  const place = page.locator('copy-markdown');
  await place.getByRole('link').focus();
  await page.route('**/*.md', (route) =>
    route.request().isNavigationRequest() ? route.continue() : route.fulfill({ status: 502, body: 'Bad gateway' }),
  );
  await place.getByRole('button', { name: 'Copy it' }).click();
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

test('the page of a driver can be copied too, and a keyboard is enough', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/drivers/docker-aufs/');
  const place = page.locator('copy-markdown');
  await place.getByRole('link').focus();
  await expect(place.getByRole('button')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(place.getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('# Docker aufs');
});
