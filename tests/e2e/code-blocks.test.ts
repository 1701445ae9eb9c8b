import type { Page } from '@playwright/test';
import { expect, test } from '../quiet-page.ts';

const article = '/posts/mind-the-storage-driver/';
const guide = '/docs/move-the-data-directory/';

/** The text that the page put on the clipboard. */
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Says what the page announces. */
const announced = (page: Page) => page.locator('code-tools');

test('a command is copied without prompt and output, by pointer and by keys, and the page says so', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(article);
  const block = page.getByRole('group', { name: 'Terminal: On the Azure machine, July 2014' });
  await block.hover();
  const copy = block.getByRole('button', { name: 'Copy the command sudo docker.io info' });
  await copy.click();
  await expect(announced(page)).toHaveText('Command copied.');
  // One pixel aslant is hardly seen.
  expect(await copy.evaluate((sign) => getComputedStyle(sign, '::before').borderBlockEndWidth)).toBe('2px');
  expect(await clipboard(page)).toBe('sudo docker.io info');
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await copy.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => clipboard(page)).toBe('sudo docker.io info');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`in forced colours, ${colorScheme}, what is marked is read as the rest of its block @once`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await page.goto('/docs/write-a-page/'); // marks whole lines and parts of them, in a terminal and in languages
    await expect(page.locator('.line mark span').first()).toBeVisible();
    const colours = await page
      .locator('.line, .line mark, .line mark span')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).color));
    expect(new Set(colours).size).toBe(1);
  });
}

test('the buttons come to a reader who only has keys, and move nothing', async ({ page }) => {
  await page.goto(article);
  const block = page.locator('.terminal').first();
  const before = await block.boundingBox();
  await expect(block.getByRole('button')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(block.getByRole('button').first()).toBeAttached();
  expect(await block.boundingBox()).toEqual(before);
});

test('a block of several commands is copied as all of them, each whole', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(guide);
  await page.mouse.move(10, 10);
  await page.locator('main').hover();
  const copy = page.getByRole('button', { name: /^Copy \d+ commands/ }).first();
  await expect(copy).toBeAttached();
  const block = page.locator('.terminal').filter({ has: copy }).first();
  const commands = await block.locator('.command').allTextContents();
  await copy.click();
  await expect(announced(page)).toHaveText(/^\d+ commands copied\.$/);
  const copied = (await clipboard(page)).replaceAll('\r', '');
  expect(copied).toBe(commands.join('\n'));
  await expect(block.locator('.prompt').first()).toBeVisible();
});

test('placeholders that nobody filled in are named when a command is copied @once', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/errors/rm-device-or-resource-busy/');
  await page.locator('main').hover();
  const command = page.locator('.command:has(var)').first();
  await command.locator('xpath=..').getByRole('button').click();
  await expect(announced(page)).toHaveText(/Command copied\. Replace <[a-z]+>.* before you run it\./);
});

test('long lines are wrapped if the reader wants it, on the next page as well and before anything is drawn', async ({
  page,
}) => {
  await page.goto(guide);
  await page.setViewportSize({ width: 340, height: 700 });
  await page.locator('main').hover();
  const wrap = page.getByRole('button', { name: 'Wrap lines' }).first();
  await wrap.click();
  await expect(wrap).toHaveAttribute('aria-pressed', 'true');
  const wide = () =>
    page.locator('main pre').evaluateAll((all) => all.filter((pre) => pre.scrollWidth > pre.clientWidth + 1).length);
  expect(await wide()).toBe(0);
  await page.goto(article);
  expect(await wide()).toBe(0);
  await page.locator('main').hover();
  await page.getByRole('button', { name: 'Wrap lines' }).first().click();
  expect(await wide()).toBeGreaterThan(0);
});

test('a block whose lines become too long, as when a phone is turned, can be wrapped from then on @once', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1600, height: 700 });
  await page.goto(guide);
  await page.locator('main').hover();
  await expect(page.locator('.tools').first()).toBeAttached();
  const long = page.locator('main figure').filter({ has: page.locator('.wrap') });
  await page.waitForTimeout(300);
  const before = await long.count();
  await page.setViewportSize({ width: 340, height: 700 });
  await expect.poll(() => long.count()).toBeGreaterThan(before);
});

test('wrapping that is chosen in one tab is said by the buttons of the others @once', async ({ page, context }) => {
  await page.setViewportSize({ width: 340, height: 700 });
  await page.goto(guide);
  await page.locator('main').hover();
  const wrap = page.getByRole('button', { name: 'Wrap lines' }).first();
  await expect(wrap).toHaveAttribute('aria-pressed', 'false');
  const other = await context.newPage();
  await other.goto('/docs/');
  await other.evaluate(() => localStorage.setItem('wrap', 'on'));
  await expect(wrap).toHaveAttribute('aria-pressed', 'true');
});

test('in forced colours the button that wraps lines looks otherwise when it is pressed @once', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(guide);
  await page.setViewportSize({ width: 340, height: 700 });
  await page.locator('main').hover();
  const wrap = page.getByRole('button', { name: 'Wrap lines' }).first();
  const background = () => wrap.evaluate((button) => getComputedStyle(button).backgroundColor);
  const before = await background();
  await wrap.click();
  expect(await background()).not.toBe(before);
});

test('a line has a link that leads to it and is copied; arrow keys go from line to line', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(article);
  const block = page.locator('.terminal').first();
  await block.hover();
  const link = block.getByRole('link', { name: /^Link to the line/ });
  await link.focus();
  await page.keyboard.press('ArrowDown');
  await expect(link).toHaveAccessibleName('Link to the line Pool Name: docker-8:1-131188-pool');
  await expect(link).toBeFocused();
  await page.keyboard.press('Control+ArrowDown'); // With a key held down it is the browser's.
  await expect(link).toHaveAccessibleName('Link to the line Pool Name: docker-8:1-131188-pool');
  await page.keyboard.press('Enter');
  await expect(announced(page)).toHaveText('Link to the line copied.');
  const address = await clipboard(page);
  expect(address).toContain('#what-happened:~:text=Pool%20Name%3A%20docker%2D8%3A1%2D131188%2Dpool');
  const other = await context.newPage();
  await other.goto(address);
  await expect(other.getByText('Pool Name: docker-8')).toBeInViewport();
});

test('without https the old way of copying is tried, and if that fails the page says why', async ({
  page,
  noise,
  baseURL,
}) => {
  noise.expect(/request to another origin/, /Cross-Origin-Opener-Policy header has been ignored/);
  await page.route('http://plain.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: new URL(pathname, baseURL).href }) });
  });
  await page.goto(`http://plain.test${article}`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  const block = page.locator('.terminal').first();
  await block.hover();
  await block.getByRole('button', { name: /^Copy the command/ }).click();
  await expect(announced(page)).toHaveText('Command copied.');
  await page.evaluate(() => {
    Object.assign(document, { execCommand: () => false });
  });
  await block.getByRole('button', { name: /^Copy the command/ }).click();
  await expect(block.getByText('Browsers open the clipboard to pages that come over https only.')).toBeVisible();
  await expect(announced(page)).toContainText('Select the text and press Ctrl-C');
});

test('a message in an output is marked and leads to the page of its error', async ({ page }) => {
  await page.goto('/posts/no-space-with-free-space/');
  const known = page.locator('.line.known').getByRole('link').first();
  const words = await known.textContent();
  await known.click();
  await expect(page).toHaveURL(/\/errors\/[\w-]+\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(words).not.toBe('');
});
