import { BuiltSite } from '../built-site.ts';
import { expect, test } from '../quiet-page.ts';
import { violations } from './violations.ts';

// A table of a thousand cells takes its time, twice that where other work is being done.
test.describe.configure({ timeout: 120_000 });

test.describe('axe finds nothing', () => {
  const kinds = new Map<string, number>();
  for (const path of [...new BuiltSite().sitemapPaths(), '/404.html']) {
    // Pages of a kind are of one make: on the wide screen the first six of each are enough.
    const kind = path.split('/')[1] ?? '';
    const seen = (kinds.get(kind) ?? 0) + 1;
    kinds.set(kind, seen);
    const once = seen > 6 ? ' @once' : '';
    test(`on ${path}${once}`, async ({ page }) => {
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
    await page.getByRole('textbox').fill('jjjjjj qqqqqqq');
    await expect(page.getByRole('status').first()).toHaveText(/Nothing was found/);
    expect(await violations(page)).toEqual([]);
  });
});

test('axe finds an image without a text and words too pale to read @once', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => {
    const picture = document.createElement('img');
    picture.src = '/icon.svg';
    const pale = document.createElement('p');
    pale.style.color = '#777777';
    pale.textContent = 'Too pale on white, and on black';
    document.querySelector('main')?.append(picture, pale);
  });
  const found = (await violations(page)).join('\n');
  expect(found).toContain('image-alt');
  expect(found).toContain('light: color-contrast');
  expect(found).toContain('dark: color-contrast');
});
