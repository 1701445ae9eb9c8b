import { expect, test } from '../quiet-page.ts';

// Other systems and other releases of Chromium draw letters a little differently; CI's are always the same.
test.skip(process.env['CI'] === undefined, 'Pages are compared with their pictures in CI only.');

const pages = {
  home: '/',
  article: '/posts/mind-the-storage-driver/',
  error: '/errors/no-space-left-on-device/',
  drivers: '/drivers/',
  search: '/search/',
};

for (const [name, path] of Object.entries(pages)) {
  test(`the ${name} page looks as it did @themes`, async ({ page }) => {
    // The second visit has the faces at hand, as most readers have.
    for (let visit = 1; visit <= 2; visit += 1) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.evaluate(() => document.fonts.ready);
    }
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); // A caret blinks.
    });
    await expect(page).toHaveScreenshot(`${name}.png`, { maxDiffPixelRatio: 0.02 });
  });
}
