import type { Page } from '@playwright/test';

/** Waits until the worker that keeps pages has fetched what it keeps ahead, and answers for the page. */
export async function keeperReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active !== null && active.state !== 'activated')
      await new Promise((resolve) => active.addEventListener('statechange', resolve, { once: true }));
  });
}
