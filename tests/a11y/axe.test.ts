import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { BuiltSite } from '../built-site.ts';
import { expect, test } from '../quiet-page.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds in the bright and in the dark theme: the rule, and the elements that break it. */
async function violations(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // No page has frames; without this mode axe opens another page each time to look into them.
    const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze();
    for (const { id, help, nodes } of found) {
      all.push(...nodes.map(({ html }) => `${colorScheme}: ${id}: ${help}: ${html.slice(0, 160)}`));
    }
  }
  return all;
}

test.describe('axe finds nothing', () => {
  for (const path of [...new BuiltSite().sitemapPaths(), '/404.html']) {
    test(`on ${path}`, async ({ page }) => {
      await page.goto(path);
      await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      expect(await violations(page)).toEqual([]);
    });
  }

  test('on the home page with results', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('textbox').fill('no space left on device');
    await expect(page.getByRole('status').first()).toHaveText(/pages? found/);
    expect(await violations(page)).toEqual([]);
  });

  test('on the home page without results', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('textbox').fill('zyxwvut qqqqqqq');
    await expect(page.getByRole('status').first()).toHaveText(/Nothing was found/);
    expect(await violations(page)).toEqual([]);
  });

  test('in a comparison of what differs only', async ({ page }) => {
    await page.goto('/drivers/');
    await page.getByRole('checkbox', { name: 'Show only what differs' }).check();
    expect(await violations(page)).toEqual([]);
  });
});

test('axe finds an image without a text and words too pale to read @once', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => {
    const picture = document.createElement('img');
    picture.src = '/icon.svg';
    const pale = document.createElement('p');
    pale.style.color = '#888888';
    pale.textContent = 'Too pale on white, and on black';
    document.querySelector('main')?.append(picture, pale);
  });
  const found = (await violations(page)).join('\n');
  expect(found).toContain('image-alt');
  expect(found).toContain('color-contrast');
});
