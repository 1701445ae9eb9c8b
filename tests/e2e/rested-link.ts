import type { Page } from '@playwright/test';
import { expect } from '../quiet-page.ts';

/** How the article came that a reader of the list clicked on after resting on its link: `navigational-prefetch` if ahead. */
export async function followRestedLink(page: Page): Promise<string | undefined> {
  const link = page.getByRole('main').getByRole('link', { name: 'Mind the storage driver' });
  await link.hover();
  await page.waitForTimeout(1_000); // The browser itself decides when a pointer rests; it tells nobody.
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mind the storage driver' })).toBeVisible();
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & {
      deliveryType: string;
    })[];
    return navigation?.deliveryType;
  });
}
