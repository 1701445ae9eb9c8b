import type { Page } from '@playwright/test';
import { expect, test } from '../quiet-page.ts';
import { Comparison } from './comparison-page.ts';

const three = '/drivers/?drivers=docker-overlay2,docker-devicemapper,docker-btrfs';
const article = '/posts/mind-the-storage-driver/';
const hint = 'Write a moment such as 24 July 2014, Docker 17.06 or today.';

/** Holds back the answer with the past until what it returns is called. */
async function holdPast(page: Page, end: 'continue' | 'abort' = 'continue'): Promise<() => void> {
  const held = Promise.withResolvers<unknown>();
  await page.route('**/history.json', async (route) => {
    await held.promise;
    await route[end]();
  });
  return () => held.resolve(true);
}

test('a month of the past shows what was true at its end, with the day in the caption', async ({ page }) => {
  const comparison = new Comparison(page);
  await page.goto(three);
  await comparison.asOf('July 2014');
  await expect(comparison.status).toHaveText('34 of 34 facts, 3 of 29 drivers, as of 31 July 2014.');
  await expect(comparison.grid).toHaveAccessibleName('Storage drivers, fact by fact, as of 31 July 2014');
  await expect(comparison.answers('Introduced')).toHaveText(['not yet', '0.7.0', '0.8.0']);
  await expect(comparison.answers('Layer limit')).toHaveText(['not yet', '124 layers', '124 layers']);
  await expect(comparison.answers('Status')).toHaveText(['not yet', 'supported', 'supported']);
  await expect(page).toHaveURL(/[?&]asof=July\+2014$/);
});

test('a release of the past stands for its own facts, and today brings back the table as it was @once', async ({
  page,
}) => {
  const comparison = new Comparison(page);
  await page.goto(three);
  await expect(comparison.answers('Status')).toHaveCount(3);
  const today = await comparison.answers('Status').allTextContents();
  await comparison.asOf('Docker 17.06');
  await expect(comparison.status).toHaveText(/, as of Docker Engine 17\.06 \(\d\d June 2017\)\.$/);
  await expect(comparison.answers('Status')).toHaveText(['supported', 'supported', 'supported']);
  await comparison.asOf('today');
  await expect(comparison.status).toHaveText('34 of 34 facts, 3 of 29 drivers.');
  await expect(comparison.answers('Status')).toHaveText(today);
  await expect(comparison.grid).toHaveAccessibleName('Storage drivers, fact by fact');
});

test('a moment that is none is answered with what to write; the table stays, and goes on @once', async ({ page }) => {
  const comparison = new Comparison(page);
  await page.goto(`${three}&asof=July+2014`);
  await expect(comparison.answers('Introduced')).toHaveText(['not yet', '0.7.0', '0.8.0']);
  const address = page.url();
  await comparison.asOf('last summer');
  await expect(comparison.status).toHaveText(hint);
  await expect(await comparison.control('textbox', 'As of a day or a release')).toHaveValue('last summer');
  await expect(comparison.answers('Introduced')).toHaveText(['not yet', '0.7.0', '0.8.0']);
  expect(page.url()).toBe(address);
  await (await comparison.control('checkbox', 'Operations')).uncheck();
  await expect(comparison.status).toHaveText(/^\d\d of 34 facts, 3 of 29 drivers, as of 31 July 2014\.$/);
});

test('a link with a moment that is none says what to write, and shows the panel as the table is @once', async ({
  page,
}) => {
  const comparison = new Comparison(page);
  await page.goto('/drivers/?asof=never');
  await expect(comparison.status).toHaveText(hint);
  await expect(await comparison.control('checkbox', 'Docker zfs')).toBeChecked();
});

test('the past that cannot be loaded is said, and can be tried again @once', async ({ page, noise }) => {
  noise.expect(/ERR_FAILED/);
  const comparison = new Comparison(page);
  await page.goto(three);
  await page.route('**/history.json', (route) => route.abort());
  await comparison.asOf('July 2014');
  await expect(comparison.status).toHaveText(/^The past could not be loaded\. Try again/);
  await expect(comparison.answers('Introduced').first()).toHaveText('1.12.0');
  await page.unroute('**/history.json');
  await comparison.press('Try again');
  await expect(comparison.status).toHaveText(/as of 31 July 2014\.$/);
  await expect(comparison.answers('Introduced').first()).toHaveText('not yet');
  await expect(comparison.root.getByRole('button', { name: 'Change this table' })).toBeFocused();
});

test('a failure that is written as JSON is no past @once', async ({ page, noise }) => {
  noise.expect(/status of 404/);
  const comparison = new Comparison(page);
  await page.goto(three);
  await page.route('**/history.json', (route) => route.fulfill({ status: 404, json: { message: 'Not Found' } }));
  await comparison.asOf('July 2014');
  await expect(comparison.status).toHaveText(/^The past could not be loaded\. Try again/);
  await page.unroute('**/history.json');
  await comparison.press('Try again');
  await expect(comparison.status).toHaveText(/as of 31 July 2014\.$/);
});

test('a past that cannot be loaded keeps nobody from other changes, and is loaded again only when asked for @once', async ({
  page,
  noise,
}) => {
  noise.expect(/ERR_FAILED/);
  const comparison = new Comparison(page);
  let asked = 0;
  await page.goto(three);
  await page.route('**/history.json', (route) => (asked++ === 0 ? route.abort() : route.continue()));
  await comparison.asOf('July 2014');
  await expect(comparison.status).toHaveText(/^The past could not be loaded\./);
  await expect(await comparison.control('textbox', 'As of a day or a release')).toHaveValue('July 2014');
  await (await comparison.control('checkbox', 'Operations')).uncheck();
  await expect(comparison.status).toHaveText(/^\d\d of 34 facts, 3 of 29 drivers\.$/);
  expect(asked).toBe(1);
  await page.unroute('**/history.json');
});

test('what is changed while a link to the past is loaded comes to what the link says @once', async ({ page }) => {
  const comparison = new Comparison(page);
  const answerNow = await holdPast(page);
  await page.goto(`${three}&asof=July+2014`);
  await (await comparison.control('checkbox', 'Operations')).uncheck();
  answerNow();
  await expect(comparison.status).toHaveText(/^\d\d of 34 facts, 3 of 29 drivers, as of 31 July 2014\.$/);
});

test('a failure to load a past that the reader has left says nothing @once', async ({ page, noise }) => {
  noise.expect(/ERR_FAILED/);
  const comparison = new Comparison(page);
  await page.goto(three);
  const answerNow = await holdPast(page, 'abort');
  await comparison.asOf('July 2014');
  await comparison.asOf('');
  await expect(comparison.status).toHaveText('34 of 34 facts, 3 of 29 drivers.');
  const failed = page.waitForEvent('requestfailed');
  answerNow();
  await failed;
  await page.waitForTimeout(100);
  await expect(comparison.status).toHaveText('34 of 34 facts, 3 of 29 drivers.');
});

test('what is typed while the past is loaded stays in its field, and counts @once', async ({ page }) => {
  const comparison = new Comparison(page);
  await page.goto(three);
  const answerNow = await holdPast(page);
  await comparison.asOf('July 2014');
  const field = await comparison.control('searchbox', 'Find a fact');
  const overwritten = field.evaluate(
    (input: HTMLInputElement) =>
      new Promise((resolve) => {
        const pause = setInterval(() => input.dispatchEvent(new InputEvent('input', { bubbles: true })), 50);
        setTimeout(() => resolve((clearInterval(pause), input.value)), 1500);
      }),
  );
  await field.fill('layer limit');
  answerNow();
  expect(await overwritten).toBe('layer limit');
  await expect(comparison.status).toHaveText('1 of 34 facts, 3 of 29 drivers, as of 31 July 2014.');
});

test('the link that is copied while the past is loaded leads to that past @once', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const comparison = new Comparison(page);
  await page.goto(three);
  const answerNow = await holdPast(page);
  await comparison.asOf('July 2014');
  await comparison.press('Copy link');
  answerNow();
  await expect(comparison.status).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/[?&]asof=July\+2014$/);
});

test('two tables on a page keep their states apart, and the first shows July 2014 by itself @once', async ({
  page,
}) => {
  const [then, now] = [new Comparison(page), new Comparison(page, 1)];
  await page.goto(article);
  const written = then.root.getByRole('table', { name: /, as of 24 July 2014$/ });
  await expect(written.getByRole('columnheader')).toHaveText(['Fact', /aufs/, /devicemapper/, /btrfs/]);
  await (await now.control('checkbox', 'Docker aufs')).uncheck();
  await expect(now.drivers).toHaveText(['Docker devicemapper', 'Docker overlay2', 'containerd overlayfs']);
  await expect(page).toHaveURL(`${article}?2.drivers=docker-devicemapper,docker-overlay2,containerd-overlayfs`);
  await expect(then.drivers).toHaveText(['Docker aufs', 'Docker devicemapper', 'Docker btrfs']);
  await then.asOf('today');
  await expect(then.answers('Status')).toHaveText(['removed', 'removed', 'legacy']);
  await expect(then.grid).toHaveAccessibleName(/, as of today$/);
  await page.reload();
  await expect(then.answers('Status')).toHaveText(['removed', 'removed', 'legacy']);
  await expect(now.drivers).toHaveText(['Docker devicemapper', 'Docker overlay2', 'containerd overlayfs']);
});

test('a shared link, a reload and the way back show the same table', async ({ page, context }) => {
  const comparison = new Comparison(page);
  const link = `${three}&hide=Operations,Security&find=limit&differences=1&sort=introduced&pin=docker-btrfs&asof=Docker+17.06`;
  const shows = async (shown: Comparison): Promise<unknown[]> => {
    await expect(shown.status).toHaveText(/ facts, 3 of 29 drivers, as of Docker Engine 17\.06 \(\d\d June 2017\)\.$/);
    return [
      await shown.status.innerText(),
      await shown.drivers.allTextContents(),
      await shown.grid.getByRole('gridcell').allTextContents(),
      shown.page.url(),
    ];
  };
  await page.goto('/');
  await page.goto(link);
  const first = await shows(comparison);
  await expect(comparison.drivers).toHaveText(['Docker devicemapper', 'Docker btrfs', 'Docker overlay2']);
  await page.reload();
  expect(await shows(comparison)).toEqual(first);
  const other = new Comparison(await context.newPage());
  await other.page.goto(page.url());
  expect(await shows(other)).toEqual(first);
  await comparison.press('Show all again');
  await expect(comparison.status).toHaveText('34 of 34 facts, 29 of 29 drivers.');
  await page.goBack();
  expect(await shows(comparison)).toEqual(first);
  await expect(await comparison.control('combobox', 'Compare with')).toHaveValue('docker-btrfs');
  await page.goForward();
  await expect(comparison.status).toHaveText('34 of 34 facts, 29 of 29 drivers.');
});

test('the field of a table that was written for a day says so, also when it is emptied', async ({ page }) => {
  const comparison = new Comparison(page);
  await page.goto(article);
  const field = await comparison.control('textbox', 'As of a day or a release');
  await expect(field).toHaveValue('2014-07-24');
  await comparison.asOf('today');
  await expect(comparison.status).toHaveText(/, as of today\.$/);
  await comparison.asOf('');
  await expect(field).toHaveValue('2014-07-24');
  await expect(comparison.grid).toHaveAccessibleName(/as of 24 July 2014$/);
});
