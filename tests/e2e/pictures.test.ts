import { expect, test } from '@playwright/test';

const words = 'Two problems, each with file, line, column and what to write instead';

test('a picture arrives small in its place, opens as a whole, and closes by Escape to where the reader was', async ({
  page,
}) => {
  await page.goto('docs/write-a-page/');
  const link = page.getByRole('link', { name: words, exact: true });
  const small = link.getByRole('img');
  await expect(small).toHaveAttribute('loading', 'lazy');
  const reserved = await small.boundingBox();
  await link.scrollIntoViewIfNeeded();
  await expect.poll(() => small.evaluate((img: HTMLImageElement) => img.complete && img.currentSrc)).toMatch(/\.avif$/);
  // A smaller version is a fraction of a pixel lower or higher.
  expect(Math.abs(((await small.boundingBox())?.height ?? 0) - (reserved?.height ?? 0))).toBeLessThan(1);
  await expect(page.locator('picture-zoom:defined')).toBeVisible();
  await link.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: words });
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  const whole = dialog.getByRole('img', { name: words });
  await expect.poll(() => whole.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1440);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(link).toBeFocused();
  await link.click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
});

test('until the whole of a picture has come, what was on the page is shown as wide @once', async ({ page }) => {
  const held = Promise.withResolvers<undefined>();
  await page.route('**/pictures/**/*.png', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto('docs/write-a-page/');
  const link = page.getByRole('link', { name: words, exact: true });
  await link.scrollIntoViewIfNeeded();
  await expect(page.locator('picture-zoom:defined')).toBeVisible();
  await expect.poll(() => link.getByRole('img').evaluate((img: HTMLImageElement) => img.complete)).toBe(true);
  await link.click();
  const shown = page.getByRole('dialog').getByRole('img');
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  const width = (await shown.boundingBox())?.width;
  held.resolve(undefined);
  await expect(shown).toHaveAttribute('src', /\.png$/);
  expect((await shown.boundingBox())?.width).toBe(width);
});
