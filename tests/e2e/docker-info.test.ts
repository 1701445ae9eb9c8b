import { readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';
import { expect, test } from '../quiet-page.ts';

const path = '/docker-info/';

function output(name: string): string {
  return readFileSync(new URL(`../fixtures/docker-info/${name}`, import.meta.url), 'utf8');
}

function field(page: Page) {
  return page.getByRole('textbox', { name: /^What docker info/ });
}

function status(page: Page) {
  return page.locator('info-advisor').getByRole('status');
}

function group(page: Page, name: string) {
  return page.locator('advice-list section').filter({ has: page.getByRole('heading', { name, exact: true }) });
}

test('a pasted output is answered with what to do first on top, each sentence with its source and day', async ({
  page,
}) => {
  await page.goto(path);
  await field(page).fill(output('docker-29-containerd.txt'));
  await expect(status(page)).toHaveText(/^\d+ remarks, 1 of them to do first\.$/);
  await expect(page.locator('advice-list')).toContainText(
    'This is Docker Engine 29.3.0, driver overlayfs, Linux 6.8.0',
  );
  const first = group(page, 'Do first').getByRole('listitem');
  await expect(first).toHaveCount(1);
  await expect(first).toContainText('The API is open on 0.0.0.0:2375 without encryption.');
  await expect(first).toContainText('line 49 of the paste');
  await expect(page.locator('advice-list').getByRole('heading').first()).toHaveText('Do first');
  for (const remark of await page.locator('advice-list').getByRole('listitem').all()) {
    await expect(remark).toContainText(/source of \d{1,2} \p{L}+ \d{4}/u);
    await expect(remark.getByRole('link', { name: 'source' })).toHaveAttribute('href', /^https?:/);
  }
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
  expect(width[0]).toBeLessThanOrEqual(width[1]);
});

test('JSON that was cut off is answered too, with the way to the page of the error', async ({ page }) => {
  await page.goto(path);
  await field(page).fill(output('docker-direct-lvm.json.txt'));
  await expect(group(page, 'Do first')).toContainText('97.1 GB of 102 GB (95 %)');
  await group(page, 'Do first').getByRole('link', { name: 'What to do' }).first().click();
  await expect(page).toHaveURL('/errors/no-space-devicemapper-pool/');
  await page.goBack();
  await expect(field(page)).toHaveValue(/docker-thinpool/);
  await expect(group(page, 'Do first')).toContainText('97.1 GB of 102 GB (95 %)');
});

test('nothing that is pasted is in any request @once', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  await page.goto(path);
  const before = asked.length;
  expect(asked.filter((line) => line.includes('/data/'))).toEqual([]);
  await field(page).fill('Server Version: 18.06.1\nStorage Driver: aufs\n Root Dir: /secret-place\nName: secret-host');
  await expect(status(page)).toHaveText(/remarks/);
  await page.waitForLoadState('networkidle');
  expect(asked.length).toBeGreaterThan(before);
  expect(asked.filter((line) => line.includes('secret') || line.includes('aufs'))).toEqual([]);
  expect(asked.filter((line) => !line.startsWith('GET '))).toEqual([]);
  expect(page.url()).toMatch(/\/docker-info\/$/);
});

test('keys alone are enough, and the example says something at every level @once', async ({ page }) => {
  await page.goto(path);
  await field(page).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Try an example' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
  for (const name of ['Do first', 'Change soon', 'Good to know']) await expect(group(page, name)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(group(page, 'Do first').getByRole('link').first()).toBeFocused();
});

test('another text is said to be none, leads to the search with all of it, and an empty field says nothing @once', async ({
  page,
}) => {
  await page.goto(path);
  const text = 'write /data/a & b: no space left on device\n'.repeat(100);
  await field(page).fill(text);
  await expect(status(page)).toHaveText(/^\s*This is no output of docker info/);
  await field(page).fill('');
  await expect(status(page)).toBeEmpty();
  await expect(page.locator('advice-list')).toBeEmpty();
  await field(page).fill(text);
  await status(page).getByRole('link', { name: 'look for this text among the errors' }).click();
  await expect(page.getByLabel('What did your terminal print?')).toHaveValue(text);
  await expect(page.getByRole('option').first()).toContainText('No space left on device');
});

test('a text of megabytes leads to the search with as much of it as is searched @once', async ({ page }) => {
  await page.goto(path);
  await field(page).evaluate((area: HTMLTextAreaElement) => {
    area.value = 'no space left on device\n'.repeat(125_000);
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await status(page).getByRole('link', { name: 'look for this text among the errors' }).click();
  await expect(page.getByRole('option').first()).toContainText('No space left on device');
});

test('what looks like markup in a paste is text @once', async ({ page }) => {
  await page.goto(path);
  await field(page).fill('Storage Driver: zfs\n Zpool: <img src=/no.png>\n Zpool Health: DEGRADED');
  await expect(group(page, 'Do first')).toContainText('The pool <img src=/no.png> is DEGRADED');
  await expect(page.locator('advice-list img')).toHaveCount(0);
});

test('facts that cannot be loaded are said, and the next change tries again @once', async ({ page, noise }) => {
  noise.expect(/ERR_FAILED/);
  await page.goto(path);
  for (const failing of [
    (route: Route) => route.fulfill({ json: { message: 'Sign in first.' } }),
    (route: Route) => route.abort(),
  ]) {
    await page.route('**/data/advice.json', failing);
    await field(page).fill('Storage Driver: aufs');
    await expect(status(page)).toHaveText(/^The facts could not be loaded\. Check the connection/);
    await page.unroute('**/data/advice.json');
  }
  await field(page).fill('Storage Driver: aufs\n');
  await expect(status(page)).toHaveText(/remarks/);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every line is explained with its source, and there is no field @once', async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('info-advisor')).toBeHidden();
    const lines = page.getByRole('term');
    expect(await lines.count()).toBeGreaterThan(60);
    const definitions = page.getByRole('definition');
    for (const definition of await definitions.all())
      await expect(definition).toContainText(/source of \d{1,2} \p{L}+ \d{4}/u);
    await expect(page.getByRole('heading', { name: 'crictl info', exact: true })).toBeVisible();
  });
});
