import { readFile } from 'node:fs/promises';
import { expect, test } from '../quiet-page.ts';
import { Comparison } from './comparison-page.ts';

const small = '/drivers/?drivers=docker-overlay2,docker-btrfs&find=layer+limit';

test('the table that is shown is copied as Markdown @once', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const comparison = new Comparison(page);
  await page.goto(small);
  await comparison.press('Copy as Markdown');
  await expect(comparison.status).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    '| Fact | Docker overlay2 | Docker btrfs |\n| --- | --- | --- |\n| Layer limit | 125 layers | 125 layers |\n',
  );
});

test('the link to the table that is shown is copied @once', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const comparison = new Comparison(page);
  await page.goto(small);
  await comparison.press('Copy link');
  await expect(comparison.status).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('a browser that lets no page write to the clipboard is named as the cause @once', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));
  });
  const comparison = new Comparison(page);
  await page.goto(small);
  await comparison.press('Copy link');
  await expect(comparison.status).toHaveText(/^This page may not write to the clipboard/);
  await expect(comparison.status).toBeInViewport();
});

test('the table that is shown is saved as CSV @once', async ({ page }) => {
  const comparison = new Comparison(page);
  await page.goto('/drivers/?drivers=docker-overlay2,containerd-overlayfs&find=which+filesystems+can');
  await comparison.openPanel();
  const [download] = await Promise.all([page.waitForEvent('download'), comparison.press('Download CSV')]);
  expect(download.suggestedFilename()).toBe('storage-drivers.csv');
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
  expect(lines[0]).toBe('Fact,Docker overlay2,containerd overlayfs');
  expect(lines[1]).toMatch(/^Backing filesystems,any,/);
  expect(lines.slice(2)).toEqual(['']);
  await expect(comparison.status).toHaveText('Saved.');
});

test('nothing but the small loader is there before a reader turns to the table', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (/\.js$|\/data\//.test(request.url())) scripts.push(new URL(request.url()).pathname);
  });
  await page.goto('/posts/mind-the-storage-driver/', { waitUntil: 'networkidle' });
  const before = [...scripts];
  expect(before.filter((path) => /compare-controls|\/data\//.test(path))).toEqual([]);
  await page.getByRole('checkbox', { name: 'Show only what differs' }).last().focus();
  await expect(page.getByRole('grid').first()).toBeVisible();
  expect(scripts.some((path) => path.includes('compare-controls'))).toBe(true);
  expect(scripts.filter((path) => path.includes('/data/'))).toEqual([]);
});

test('controls that cannot be loaded are said, and the table stays @once', async ({ page, noise }) => {
  noise.expect(/ERR_FAILED/);
  await page.route('**/compare-controls*', (route) => route.abort());
  await page.goto('/drivers/');
  await page.getByRole('button', { name: 'Change this table' }).click();
  const comparison = new Comparison(page);
  await expect(comparison.status).toHaveText('The controls could not be loaded. Reload the page.');
  await expect(comparison.root.getByRole('table')).toBeVisible();
});

test('a click on the button before the controls are there opens them when they are @once', async ({ page }) => {
  await page.route('**/compare-controls*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto('/drivers/');
  await page.getByRole('button', { name: 'Change this table' }).click();
  await expect(page.getByRole('searchbox', { name: 'Find a fact' })).toBeVisible();
});

test('on a phone one fact can stand below the other, each answer with its driver @once', async ({ page }) => {
  const comparison = new Comparison(page);
  await page.goto('/drivers/?drivers=docker-overlay2,docker-btrfs&find=inode');
  await (await comparison.control('checkbox', 'One fact below the other')).check();
  await expect(page).toHaveURL(/[?&]view=cards$/);
  const cells = comparison.row('Inode use').getByRole('gridcell');
  await expect(cells).toHaveCount(2);
  const seen = await cells.evaluateAll((all) =>
    all.map((cell) => {
      const { top, bottom } = cell.getBoundingClientRect();
      return { top, bottom, named: getComputedStyle(cell, '::before').content };
    }),
  );
  expect(seen[1]?.top).toBeGreaterThanOrEqual(seen[0]?.bottom ?? Infinity);
  expect(seen.map(({ named }) => named).join()).toMatch(/Docker overlay2.*Docker btrfs/);
});

test.describe('at 320 px', () => {
  test.use({ viewport: { width: 320, height: 640 }, isMobile: false });

  for (const view of ['', '&view=cards']) {
    test(`the page${view && ' with cards'} does not scroll sideways, with the panel and a card open @once`, async ({
      page,
    }) => {
      const comparison = new Comparison(page);
      await page.goto(`/drivers/?pin=docker-aufs${view}`);
      await comparison.openPanel();
      const sideways = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(await sideways()).toBe(0);
      // Row by row the table is compared, and grows; what is said at the end says that nothing moves any more.
      await expect(comparison.status).toHaveText(/facts/);
      await comparison.row('Copy-up unit').getByRole('gridcell').nth(3).getByRole('link').click();
      const card = comparison.root.locator('fact-source');
      await expect(card).toBeInViewport({ ratio: 0.99 });
      expect(await sideways()).toBe(0);
    });
  }

  test('the heads and the facts stay in sight while the table is scrolled @once', async ({ page }) => {
    const comparison = new Comparison(page);
    await page.goto('/drivers/?drivers=docker-overlay2,docker-btrfs,docker-zfs,docker-vfs');
    const region = comparison.root.getByRole('region', { name: 'Storage drivers, fact by fact' });
    await region.scrollIntoViewIfNeeded();
    await region.evaluate((element) => element.scrollTo(400, 900));
    await expect(comparison.grid.getByRole('columnheader', { name: 'Docker zfs' })).toBeInViewport();
    const { x } = (await comparison.grid.getByRole('columnheader', { name: 'Fact' }).boundingBox()) ?? { x: -1 };
    const edge = (await region.boundingBox())?.x ?? -9;
    expect(Math.abs(x - edge)).toBeLessThanOrEqual(2);
  });
});

test.describe('on paper', () => {
  test.use({ viewport: { width: 718, height: 1046 }, isMobile: false }); // A4 with 10 mm of margin, 96 px an inch

  test('all columns and the addresses of the sources are there, and no control @once', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto('/posts/mind-the-storage-driver/');
    const comparison = page.locator('driver-compare').last();
    await expect(comparison.getByRole('columnheader')).toHaveCount(5);
    await expect(comparison.getByRole('button')).toHaveCount(0);
    const sources = comparison.getByRole('listitem').getByRole('link');
    await expect(sources.first()).toBeVisible();
    const printed = await sources.evaluateAll((links) =>
      links.map((link) =>
        `${link.textContent} ${getComputedStyle(link, '::after').content}`.includes(link.getAttribute('href') ?? '?'),
      ),
    );
    expect(printed.every(Boolean)).toBe(true);
  });
});
