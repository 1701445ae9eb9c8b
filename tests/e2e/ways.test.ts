import { expect, test } from '../quiet-page.ts';

const article = '/posts/mind-the-storage-driver/';
const guide = '/docs/move-the-data-directory/';

test('the pages above stand over the title, and lead up', async ({ page, isMobile }) => {
  test.skip(isMobile, 'An error answers on the first screen of a phone, below the header that says where it stands.');
  await page.goto('/errors/no-space-left-on-device/');
  const trail = page.getByRole('navigation', { name: 'Where this page stands' });
  await expect(trail.getByRole('link')).toHaveText(['Errors', 'No space left']);
  await trail.getByRole('link').last().click();
  await expect(page).toHaveURL('/errors/#space');
  await expect(page.locator(':target').getByRole('heading').first()).toBeInViewport();
});

test('what is read is marked in the table of contents beside it, which stays in view', async ({ page, isMobile }) => {
  test.skip(isMobile, 'A phone has no room beside the text.');
  await page.goto(article);
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await expect(contents).toBeInViewport();
  await page.locator('main').hover();
  await contents.getByRole('link', { name: 'Then and now' }).click();
  await expect(page.getByRole('heading', { name: 'Then and now' })).toBeInViewport();
  await expect(contents).toBeInViewport();
  await expect(contents.locator('[aria-current]')).toHaveText('Then and now');
  await page.getByRole('heading', { name: 'What it really was' }).scrollIntoViewIfNeeded();
  await expect(contents.locator('[aria-current]')).not.toHaveText('Then and now');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the table of contents and the list of guides are there', async ({ page, isMobile }) => {
    await page.goto(guide);
    if (isMobile) await page.getByText('On this page').click();
    const contents = page.getByRole('navigation', { name: 'On this page' });
    await expect(contents.getByRole('link').first()).toBeVisible();
    if (isMobile) await page.getByText('All guides').click();
    const guides = page.getByRole('navigation', { name: 'All guides' });
    await expect(guides.getByText('Change the driver', { exact: true })).toBeVisible();
    await expect(guides.locator('[aria-current=page]')).toHaveText('Move the data directory');
    await guides.getByRole('link', { name: 'Change the driver on Debian' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Change the driver on Debian');
  });

  test('a list of guides that is longer than the window shows the one that is read @once', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 500 });
    for (const path of ['/docs/find-your-storage-driver/', '/docs/use-the-data/']) {
      await page.goto(path);
      const guides = page.getByRole('navigation', { name: 'All guides' });
      await expect(guides.locator('[aria-current=page]')).toBeInViewport();
    }
  });
});

test('a guide leads to the next one and back @once', async ({ page }) => {
  await page.goto(guide);
  const others = page.getByRole('navigation', { name: 'Other guides' });
  await others.getByRole('link', { name: /^Next/ }).click();
  await expect(page).not.toHaveURL(guide);
  await others.getByRole('link', { name: /^Before/ }).click();
  await expect(page).toHaveURL(guide);
});

test('articles are listed by year and by tag @once', async ({ page }) => {
  await page.goto('/posts/');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['2026', '2014']);
  const ways = page.getByRole('navigation', { name: 'Years and tags' });
  await ways.getByRole('link', { name: '2014', exact: true }).click();
  await expect(page.locator(':target').getByRole('link', { name: 'Mind the storage driver' })).toBeInViewport();
  await page.getByRole('link', { name: 'By tag' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Docker', exact: true }).click();
  await expect(page).toHaveURL('/tags/docker/');
});

test('a page leads to pages about the same and to those that link to it @once', async ({ page }) => {
  await page.goto(article);
  const same = page.getByRole('navigation', { name: 'About the same' });
  expect(await same.getByRole('link').count()).toBeGreaterThan(2);
  const here = page.getByRole('navigation', { name: 'What links here' });
  await here.getByRole('link').first().click();
  await expect(page.locator(`main a[href^="${article}"]`).first()).toBeAttached();
});

test('each page says how to change it @once', async ({ page }) => {
  for (const [path, file] of [
    [article, 'posts/mind-the-storage-driver.mdx'],
    [guide, 'docs/move-the-data-directory.md'],
    ['/drivers/docker-overlay2/', 'drivers/docker-overlay2.yaml'],
  ] as const) {
    await page.goto(path);
    const edit = page.getByRole('link', { name: 'Edit this page' });
    await expect(edit).toHaveAttribute(
      'href',
      new RegExp(`^https://github\\.com/[\\w.-]+/[\\w.-]+/edit/[\\w.-]+/content/${file}$`),
    );
  }
});

test('a part of a series leads to the others, without script as well @once', async ({ page }) => {
  await page.goto(article);
  await page.getByText('Part 1 of 2: The disk that was not full').click();
  const series = page.getByRole('navigation', { name: 'Series: The disk that was not full' });
  await expect(series.locator('[aria-current=page]')).toHaveText('Mind the storage driver');
  await series.getByRole('link', { name: 'What the limit really was' }).click();
  await expect(page.getByText('Part 2 of 2: The disk that was not full')).toBeVisible();
});

test('a guide says what its reader needs @once', async ({ page }) => {
  await page.goto(guide);
  await expect(page.getByRole('region', { name: 'You will need' }).getByRole('listitem').first()).toHaveText(
    'Root on the host.',
  );
});
