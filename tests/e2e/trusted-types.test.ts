import { expect, test } from '../quiet-page.ts';

test('text that got into a page becomes neither HTML nor script, before and after a search @once', async ({
  page,
  noise,
}) => {
  noise.expect(/TrustedHTML/, /TrustedScriptURL/);
  await page.goto('/');
  const attacks = () =>
    page.evaluate(() =>
      [
        () => (document.body.innerHTML = '<img src=x onerror=alert(1)>'),
        () => new DOMParser().parseFromString('<p>', 'text/html'),
        () => new Worker('data:text/javascript,1'),
        () => new Worker('/_astro/../search.css'),
        () => (document.createElement('script').src = '/a.js'),
      ].map((attack) => {
        try {
          attack();
          return 'it worked';
        } catch (error) {
          return (error as Error).name;
        }
      }),
    );
  expect(await attacks()).toEqual(Array(5).fill('TypeError'));
  await page.getByLabel('What did your terminal print?').fill('no space left on device');
  await expect(page.locator('search-box').getByRole('status')).toHaveText(/found/);
  expect(await attacks()).toEqual(Array(5).fill('TypeError'));
});
