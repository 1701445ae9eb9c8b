import { expect, test } from '../quiet-page.ts';
import { Comparison, announcements } from './comparison-page.ts';

const all = '/drivers/';
const three = `${all}?drivers=docker-overlay2,docker-devicemapper,docker-btrfs`;
const titles = ['Docker overlay2', 'Docker devicemapper', 'Docker btrfs'];

test('columns are chosen and put in order, and each change is in the address', async ({ page }) => {
  const comparison = new Comparison(page);
  await page.goto(three);
  await expect(comparison.drivers).toHaveText(titles);
  await (await comparison.control('checkbox', 'Docker devicemapper')).uncheck();
  await expect(comparison.drivers).toHaveText(['Docker overlay2', 'Docker btrfs']);
  await expect(comparison.status).toHaveText('34 of 34 facts, 2 of 29 drivers.');
  await comparison.press('Move Docker btrfs left');
  await expect(comparison.drivers).toHaveText(['Docker btrfs', 'Docker overlay2']);
  await (await comparison.control('checkbox', 'Docker zfs')).check();
  await expect(comparison.drivers).toHaveText(['Docker btrfs', 'Docker overlay2', 'Docker zfs']);
  await expect(page).toHaveURL(`${all}?drivers=docker-btrfs,docker-overlay2,docker-zfs`);
  await expect(comparison.answers('Kind')).toHaveText(['cow-filesystem', 'union-filesystem', 'cow-filesystem']);
});

test('each press of an arrow moves a column by one, however fast, and where it stands then is said @once', async ({
  page,
}) => {
  const comparison = new Comparison(page);
  await page.goto(three);
  await comparison.openPanel();
  const left = comparison.root.getByRole('button', { name: 'Move Docker btrfs left' });
  await left.evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await expect(comparison.drivers).toHaveText(['Docker btrfs', 'Docker overlay2', 'Docker devicemapper']);
  await expect(comparison.status).toHaveText('Docker btrfs is number 1. 34 of 34 facts, 3 of 29 drivers.');
  await (await comparison.control('checkbox', 'Docker devicemapper')).uncheck();
  await expect(comparison.status).toHaveText('34 of 34 facts, 2 of 29 drivers.');
});

test('the drivers of one engine are shown with one click, and everything again with another @once', async ({
  page,
}) => {
  const comparison = new Comparison(page);
  await page.goto(three);
  await comparison.openPanel();
  const group = comparison.root.getByRole('group', { name: 'containerd' });
  await group.getByRole('button', { name: 'Only these' }).click();
  await expect(comparison.status).toHaveText('34 of 34 facts, 11 of 29 drivers.');
  await expect(comparison.drivers).toContainText(['containerd blockfile', 'containerd btrfs']);
  await comparison.press('Show all again');
  await expect(comparison.status).toHaveText('34 of 34 facts, 29 of 29 drivers.');
  await expect(page).toHaveURL(all);
});

test('a comparison that is taken out of its page hears no more of Back @once', async ({ page }) => {
  const comparison = new Comparison(page);
  await page.goto(three);
  await (await comparison.control('checkbox', 'Docker devicemapper')).uncheck();
  await expect(comparison.drivers).toHaveCount(2);
  await page.locator('compare-controls').evaluate((controls) => controls.remove());
  await page.goBack(); // An error of a script would fail this test.
  await expect(page).toHaveURL(three);
  await expect(comparison.drivers).toHaveCount(2);
});

test('only what differs between the columns that are shown', async ({ page }) => {
  const comparison = new Comparison(page);
  await page.goto(`${all}?drivers=docker-overlay2,docker-btrfs`);
  await expect(comparison.answers('Lazy pull')).toHaveText(['no', 'no']);
  const box = comparison.root.getByRole('checkbox', { name: 'Show only what differs' });
  await box.check();
  await expect(comparison.row('Lazy pull')).toBeHidden();
  await expect(comparison.row('Kind')).toBeVisible();
  await expect(comparison.status).toHaveText(/^\d\d of 34 facts, 2 of 29 drivers\.$/);
  for (const row of await comparison.grid.locator('[data-fact]').filter({ visible: true }).all()) {
    const [ours, theirs] = await row.getByRole('gridcell').locator('b').allTextContents();
    expect(ours).not.toBe(theirs);
  }
  await box.uncheck();
  await expect(comparison.facts).toHaveCount(34);
});

test('a box that is ticked before the script is there counts, and is in the address @once', async ({ page }) => {
  await page.route('**/compare-controls*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  const comparison = new Comparison(page);
  await page.goto(all);
  await page.getByRole('checkbox', { name: 'Show only what differs' }).check();
  await expect(comparison.status).toHaveText(/^\d+ of 34 facts, 29 of 29 drivers\.$/);
  await expect(page).toHaveURL(`${all}?differences=1`);
});

test('groups of facts are hidden and come back @once', async ({ page }) => {
  const comparison = new Comparison(page);
  await page.goto(three);
  await (await comparison.control('checkbox', 'Operations')).uncheck();
  await (await comparison.control('checkbox', 'Security')).uncheck();
  await expect(comparison.row('Clean-up')).toBeHidden();
  await expect(comparison.root.getByRole('rowheader', { name: 'Operations', exact: true })).toBeHidden();
  await expect(comparison.status).toHaveText('23 of 34 facts, 3 of 29 drivers.');
  await expect(page).toHaveURL(/[?&]hide=Operations,Security$/);
  await (await comparison.control('checkbox', 'Operations')).check();
  await expect(comparison.row('Clean-up')).toBeVisible();
});

test('a fact is found by typing, and what was found is said once, with counts', async ({ page }) => {
  const comparison = new Comparison(page);
  await page.goto(three);
  const field = await comparison.control('searchbox', 'Find a fact');
  await expect(comparison.status).toHaveText('34 of 34 facts, 3 of 29 drivers.'); // the address holds a change
  const heard = await announcements(comparison);
  await field.pressSequentially('layer limit', { delay: 10 });
  await expect(comparison.status).toHaveText('1 of 34 facts, 3 of 29 drivers.');
  await expect(comparison.facts).toHaveText([/^\s*Layer limit/]);
  expect(await heard()).toEqual(['1 of 34 facts, 3 of 29 drivers.']);
  await expect(page).toHaveURL(/find=layer\+limit$/);
  await field.fill('no such fact');
  await expect(comparison.status).toHaveText('0 of 34 facts, 3 of 29 drivers.Show all again');
  await page.goBack(); // each key is not a step of the way back
  await expect(page).not.toHaveURL(/find=/);
});

test('where no fact fits, the count has a button that shows all again', async ({ page }) => {
  const comparison = new Comparison(page);
  await page.goto(`${three}&find=no-such-fact`);
  await comparison.status.getByRole('button', { name: 'Show all again' }).press('Enter');
  await expect(comparison.status).toHaveText('34 of 34 facts, 29 of 29 drivers.');
  await expect(page).toHaveURL(all);
  await expect(comparison.root.getByRole('button', { name: 'Change this table' })).toBeFocused(); // that one is gone
});

test('drivers are sorted by a fact, with what is not known at the end @once', async ({ page }) => {
  const comparison = new Comparison(page);
  await page.goto(`${all}?drivers=docker-zfs,docker-overlay2,docker-vfs,docker-aufs`);
  await (await comparison.control('combobox', 'Sort the drivers by')).selectOption('Introduced');
  await expect(comparison.answers('Introduced')).toHaveText(['0.7.0', '0.7.0', '1.7.0', '1.12.0']);
  await expect(page).toHaveURL(/[?&]sort=introduced$/);
  await (await comparison.control('combobox', 'Sort the drivers by')).selectOption('Minimum kernel');
  await expect(comparison.answers('Minimum kernel').last()).toHaveText('unknown');
});

test('against a pinned driver every cell says how it differs, and the pinned one nothing @once', async ({ page }) => {
  const comparison = new Comparison(page);
  await page.goto(three);
  await (await comparison.control('combobox', 'Compare with')).selectOption('Docker overlay2');
  await expect(comparison.differences('Copy-up unit')).toHaveText(['instead of file', 'instead of file']);
  await expect(comparison.differences('Layer limit').last()).toHaveText('same');
  await expect(comparison.differences('Introduced')).toHaveText(['earlier than 1.12.0', 'earlier than 1.12.0']);
  await expect(page).toHaveURL(/[?&]pin=docker-overlay2$/);
  await (await comparison.control('combobox', 'Compare with')).selectOption('nothing');
  await expect(comparison.differences('Copy-up unit')).toHaveCount(0);
});

test('in forced colours the pinned driver looks otherwise than the others @once', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${three}&pin=docker-overlay2`);
  const comparison = new Comparison(page);
  await expect(comparison.differences('Layer limit')).toHaveCount(2);
  const sides = await comparison
    .row('Layer limit')
    .getByRole('gridcell')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).borderInlineStartWidth));
  expect(sides.filter((width) => width === '3px')).toHaveLength(1);
});

test('turning to a table says nothing; a change is said', async ({ page }) => {
  await page.goto('/drivers/');
  const comparison = new Comparison(page);
  await comparison.root.getByRole('link').first().focus();
  await expect(comparison.grid).toBeVisible();
  await expect(comparison.status).toHaveText('');
  await comparison.openPanel();
  await expect(comparison.status).toHaveText('');
  await (await comparison.control('searchbox', 'Find a fact')).fill('inode');
  await expect(comparison.status).toHaveText(/ facts, 29 of 29 drivers\.$/);
});

test('following a footnote says nothing of a table that stays as it is @once', async ({ page }) => {
  await page.goto('/posts/mind-the-storage-driver/');
  const comparison = new Comparison(page);
  await comparison.root.getByRole('link').first().focus();
  await expect(comparison.grid).toBeVisible();
  await page
    .locator('article a[href^="#"]')
    .first()
    .evaluate((link: HTMLAnchorElement) => link.click());
  await expect(page).toHaveURL(/#/);
  await page.waitForTimeout(1000);
  await expect(comparison.status).toHaveText('');
});
