import { expect, test } from '../quiet-page.ts';

const article = '/posts/mind-the-storage-driver/';

test('the article says when it was written and changed, how long it is, and what it is about', async ({ page }) => {
  await page.goto(article);
  const header = page.getByRole('article').first().locator('header');
  await expect(header.getByText('24 July 2014')).toBeVisible();
  await expect(header).toContainText(/updated \d+ \w+ 20\d\d\W+checked \d+ \w+ 20\d\d\W+\d+ min to read/);
  const tags = header.getByRole('list', { name: 'Tags' });
  await expect(tags.getByRole('link')).toHaveText(['Azure', 'Docker', 'devicemapper']);
  await tags.getByRole('link', { name: 'Docker' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Docker' })).toBeVisible();
  await page.getByRole('link', { name: 'Mind the storage driver' }).click();
  await expect(page).toHaveURL(article);
});

test('the article leads to its neighbour and back @once', async ({ page }) => {
  await page.goto(article);
  const others = page.getByRole('navigation', { name: 'Other articles' });
  await others.getByRole('link', { name: /^Newer/ }).click();
  await expect(page).not.toHaveURL(article);
  await others.getByRole('link', { name: /^Older/ }).click();
  await expect(page).toHaveURL(article);
});

test('an example thread stands below the article, with the way to begin a real one', async ({ page }) => {
  await page.goto(article);
  const start = page.getByRole('link', { name: 'Start the discussion on GitHub' });
  await expect(start).toBeVisible();
  await expect(start).toHaveAttribute('href', /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/discussions\/new\?/);
  await expect(page.locator('.thread a[href*="/discussions/101"]')).toHaveCount(0);
  const thread = page.locator('main').getByRole('article');
  await expect(thread.filter({ hasText: 'Look at inodes too: df -i.' }).first()).toBeVisible();
});

test('a copied terminal block has the command and no prompt', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(article);
  const block = page.getByRole('group', { name: 'Terminal: On the Azure machine, July 2014' });
  await expect(block).toContainText('$ sudo docker.io info');
  await block.evaluate((element) => getSelection()?.selectAllChildren(element));
  await page.keyboard.press('ControlOrMeta+c');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^sudo docker\.io info\r?\nContainers: 0\r?\n/);
  expect(copied).toContain(' Pool Name: docker-8:1-131188-pool');
});

test('the line that matters is marked for eyes and for machines', async ({ page }) => {
  await page.goto(article);
  const block = page.getByRole('group', { name: /On the Azure machine/ });
  await expect(block.locator('mark')).toHaveText([/^Storage Driver:/]);
  const line = block.locator('.line', { hasText: 'Storage Driver: devicemapper' });
  const isDrawn = (): Promise<boolean> =>
    line.evaluate((element) => {
      const plain = element.nextElementSibling;
      if (plain === null) throw new Error('The marked line is the last one.');
      const look = (of: Element, part?: string): string => {
        const { boxShadow, borderInlineStart, content, backgroundColor } = getComputedStyle(of, part);
        return [boxShadow, borderInlineStart, content, backgroundColor].join();
      };
      return look(element) !== look(plain) || look(element, '::before') !== look(plain, '::before');
    });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await isDrawn(), colorScheme).toBe(true);
  }
});

test('a footnote leads down, and its arrow back to the sentence', async ({ page }) => {
  await page.goto(article);
  const reference = page.locator('sup').getByRole('link').first();
  await reference.click();
  await expect(page).toHaveURL(/#user-content-fn-/);
  const note = page.locator(':target');
  await expect(note).toBeInViewport();
  await note
    .getByRole('link', { name: /back to/i })
    .first()
    .click();
  await expect(page).toHaveURL(/#user-content-fnref-/);
  await expect(reference).toBeInViewport();
});

test('two comparisons stand in the text: of that day, and of then and now', async ({ page }) => {
  await page.goto(article);
  const then = page.getByRole('table', { name: /^Comparison of .*, as of 24 July 2014$/ });
  await expect(then.getByRole('columnheader')).toHaveText([
    'Fact',
    'Docker aufs',
    'Docker devicemapper',
    'Docker btrfs',
  ]);
  await expect(then.getByRole('row', { name: /^Status/ }).locator('b')).toHaveText([
    'default',
    'supported',
    'supported',
  ]);
  await expect(then.getByRole('cell')).toHaveCount(3 * 3);
  const now = page.getByRole('table', { name: /^Comparison of / }).last();
  await expect(now.getByRole('columnheader')).toHaveText([
    'Fact',
    'Docker aufs',
    'Docker devicemapper',
    'Docker overlay2',
    'containerd overlayfs',
  ]);
  await expect(now.getByRole('cell')).toHaveCount(5 * 4);
});

test('the page of the error answers before anybody scrolls, and tells five causes apart', async ({ page }) => {
  await page.goto('/errors/no-space-left-on-device/');
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
  await expect(page.locator('main samp').first()).toBeInViewport();
  await expect(page.locator('main pre').first()).toBeInViewport();
  const causes = page.locator('.prose').getByRole('heading');
  expect(await causes.count()).toBeGreaterThanOrEqual(5);
});
