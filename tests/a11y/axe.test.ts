import { BuiltSite, inRuns } from '../built-site.ts';
import { expect, test } from '../quiet-page.ts';
import { violations } from './violations.ts';

// A table of a thousand cells takes its time, twice that where other work is being done.
test.describe.configure({ timeout: 120_000 });

/** Paths of all pages in runs of eight, and whether the phone alone looks at them: of a kind the wide screen sees six. */
function runs(): { paths: string[]; once: boolean }[] {
  const kinds = new Map<string, number>();
  const both: string[] = [];
  const phone: string[] = [];
  for (const path of [...new BuiltSite().sitemapPaths(), '/404.html']) {
    const kind = path.split('/')[1] ?? '';
    const seen = (kinds.get(kind) ?? 0) + 1;
    kinds.set(kind, seen);
    (seen > 6 ? phone : both).push(path);
  }
  return [
    ...inRuns(both, 8).map((paths) => ({ paths, once: false })),
    ...inRuns(phone, 8).map((paths) => ({ paths, once: true })),
  ];
}

test.describe('axe finds nothing', () => {
  for (const { paths, once } of runs()) {
    test(`from ${paths[0]} to ${paths.at(-1)}${once ? ' @once' : ''}`, async ({ page }) => {
      for (const path of paths) {
        await page.goto(path);
        await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
        expect.soft(await violations(page), path).toEqual([]);
      }
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
