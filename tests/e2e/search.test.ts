import type { Page } from '@playwright/test';
import { expect, test } from '../quiet-page.ts';

const message = 'no space left on device';
const question = 'What did your terminal print?';

const log = `[2026-11-24T02:13:07.512Z] INFO  runner: step 4 of 9
#11 [build 4/7] RUN npm ci --omit=dev
#11 12.84 npm warn deprecated inflight@1.0.6: This module is not supported
#11 41.20 npm error code ENOSPC
#11 41.20 npm error syscall write
#11 ERROR: failed to copy files: write /var/lib/docker/tmp/GetImageBlob731: no space left on device
------
 > [build 4/7] RUN npm ci --omit=dev:
------
ERROR: failed to solve: process "/bin/sh -c npm ci --omit=dev" did not complete successfully: exit code: 228
${'2026-11-24T02:13:08Z worker-7 kubelet[812]: I1124 housekeeping took 1.2s\n'.repeat(40)}`;

function field(page: Page) {
  return page.getByRole('textbox', { name: question });
}

function status(page: Page) {
  return page.getByRole('search').locator('xpath=..').getByRole('status');
}

function results(page: Page) {
  return page.locator('search-results').getByRole('listitem').getByRole('link');
}

test('a typed message shows the page of the error first and the article below it', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
  await field(page).pressSequentially(message);
  await expect(status(page)).toHaveText(/1 known error and \d+ pages? found/);
  await expect(page.getByRole('heading', { name: 'This looks like an error' })).toBeVisible();
  await expect(results(page).first()).toHaveAttribute('href', '/errors/no-space-left-on-device/');
  const article = results(page).filter({ hasText: /^Mind the storage driver$/ });
  await article.first().click();
  await expect(page).toHaveURL('/posts/mind-the-storage-driver/');
  await expect(page.getByRole('heading', { level: 1, name: 'Mind the storage driver' })).toBeVisible();
});

test('a pasted log leads to the page of the error in it', async ({ page }) => {
  await page.goto('/');
  await field(page).fill(log);
  await expect(results(page).first()).toHaveAttribute('href', '/errors/no-space-data-root/');
  await results(page).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /no space left on device/i })).toBeVisible();
});

test('Enter goes to the first result, and arrow keys go on from there', async ({ page }) => {
  await page.goto('/');
  await field(page).fill(message);
  await field(page).press('Enter');
  await expect(results(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).nth(1)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeFocused();
});

test('a text that nothing is found for is answered with what to do', async ({ page }) => {
  await page.goto('/');
  await field(page).fill('jjjjjj qqqqqqq');
  await expect(status(page)).toHaveText('Nothing was found for “jjjjjj qqqqqqq”.');
  await page.locator('search-results').getByRole('link', { name: 'list of all known messages' }).click();
  await expect(page).toHaveURL('/errors/');
});

test('an index that cannot be loaded is said, and can be tried again @once', async ({ page, noise }) => {
  noise.expect(/ERR_FAILED/);
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/');
  await field(page).fill(message);
  await expect(status(page)).toHaveText('The search index could not be loaded. Found without it: 1 known error.');
  await expect(results(page)).toHaveCount(1);
  await page.unroute('**/pagefind/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(status(page)).toHaveText(/1 known error and \d+ pages? found/);
});

test('a part of the index that breaks off later is said as well @once', async ({ page, noise }) => {
  noise.expect(/ERR_FAILED/, /pagefind|fetch/i);
  await page.route('**/pagefind/index/**', (route) => route.abort());
  await page.goto('/');
  await field(page).fill('storage driver');
  await expect(status(page)).toHaveText(/^The search index could not be loaded\./);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('a list of known errors that cannot be loaded is said, and the pages are still found @once', async ({
  page,
  noise,
}) => {
  noise.expect(/ERR_FAILED/);
  await page.route('**/data/**', (route) => route.abort());
  await page.goto('/');
  await field(page).fill(message);
  await expect(status(page)).toHaveText(/^The search index could not be loaded\. Found without it: \d+ pages?\.$/);
});

test('a script that cannot be loaded is said, with the way without it @once', async ({ page, noise }) => {
  noise.expect(/ERR_FAILED/);
  await page.route('**/search-results*', (route) => route.abort());
  await page.goto('/');
  await field(page).fill(message);
  await expect(page.getByText('The search could not be loaded.')).toBeVisible();
  await page.locator('search-box').getByRole('link', { name: 'the list of all known messages' }).click();
  await expect(page).toHaveURL('/errors/');
});

test('whoever types before the index is there is told that it is loading', async ({ page }) => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/(?:pagefind|data)\//, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('/');
  await field(page).fill('storage driver');
  await expect(status(page)).toHaveText('Loading the search index…');
  release();
  await expect(status(page)).toHaveText(/\d+ pages? found/);
});

test('nothing is loaded for the search before a reader turns to it, and nothing that is typed leaves the browser', async ({
  page,
}) => {
  const requests: { url: string; body: string }[] = [];
  page.on('request', (request) => requests.push({ url: request.url(), body: request.postData() ?? '' }));
  const forSearch = () => requests.filter(({ url }) => /\/(?:pagefind|data)\/|search-results/.test(url));
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(forSearch()).toEqual([]);
  await field(page).pressSequentially('mysecretword no space left on device');
  await expect(status(page)).toHaveText(/found/);
  expect(forSearch().length).toBeGreaterThan(3);
  await field(page).press('Enter');
  await expect(results(page).first()).toBeFocused();
  const told = requests.filter(({ url, body }) => /mysecretword|no.space.left.*=|q=/i.test(url + body));
  expect(told).toEqual([]);
  expect(requests.every(({ body }) => body === '')).toBe(true);
});

test('the search page keeps the text behind the hash, and finds it again after a reload @once', async ({ page }) => {
  await page.goto('/search/');
  await field(page).fill(message);
  await expect(status(page)).toHaveText(/found/);
  await expect(page).toHaveURL('/search/#q=no+space+left+on+device');
  await page.reload();
  await expect(field(page)).toHaveValue(message);
  await expect(results(page).first()).toHaveAttribute('href', '/errors/no-space-left-on-device/');
});

test('an example of the home page is searched with one click @once', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'a whole paste' }).click();
  await expect(results(page).first()).toHaveAttribute('href', '/errors/no-space-left-on-device/');
});

test('the search works without a worker too @once', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
  await page.goto('/');
  await field(page).fill('storage driver');
  await expect(status(page)).toHaveText(/\d+ pages? found/);
});
