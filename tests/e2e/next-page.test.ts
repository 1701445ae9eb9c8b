import { expect, test } from '../quiet-page.ts';

test('the page behind a link is fetched when a pointer rests on it, and is there at the click', async ({ page }) => {
  await page.goto('/posts/');
  const link = page.getByRole('main').getByRole('link', { name: 'Mind the storage driver' });
  await link.hover();
  await page.waitForTimeout(1_000); // The browser itself decides when a pointer rests; it tells nobody.
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mind the storage driver' })).toBeVisible();
  const way = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & {
      deliveryType: string;
    })[];
    return navigation?.deliveryType;
  });
  expect(way).toBe('navigational-prefetch');
});
