import type { Page } from '@playwright/test';
import { expect, test } from '../quiet-page.ts';

// Each of these has to fail: they are the proof that every other browser test would.
test.describe('a noisy page fails its test @once', () => {
  const failing = (name: string, spoil: (page: Page) => Promise<unknown>): void => {
    test(name, async ({ page }) => {
      test.fail();
      await page.goto('/');
      await spoil(page);
      await page.waitForTimeout(200);
    });
  };

  failing('that writes to the console', (page) => page.evaluate(() => console.debug('hello')));
  failing('that throws', (page) => page.evaluate(() => void setTimeout(() => reportError(new Error('thrown')))));
  failing('that asks for a file which is not there', (page) => page.evaluate(() => fetch('/no-such-file.json')));
  failing('that asks another host', (page) =>
    page.evaluate(() => fetch('https://example.org/').catch(() => 'refused')),
  );
  failing('that runs a script which the policy does not know', (page) =>
    page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "run"';
      document.head.append(script);
    }),
  );
  failing('whose style the policy does not know', (page) =>
    page.evaluate(() => document.body.setAttribute('style', 'color: red')),
  );

  test('that stays quiet where noise was promised', async ({ page, noise }) => {
    test.fail();
    noise.expect(/net::ERR_FAILED/);
    await page.goto('/');
  });
});

test('noise that was promised is allowed @once', async ({ page, noise }) => {
  noise.expect(/console log: promised/);
  await page.goto('/');
  await page.evaluate(() => console.log('promised'));
  await expect(page).toHaveTitle(/./);
});
