import { expect, test } from '../quiet-page.ts';

test('an address without a page is answered with 404 and with ways on', async ({ page, noise }) => {
  noise.expect(/status of 404/);
  const response = await page.goto('/no/such/page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'There is no page at this address' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'All known errors' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Errors' })).toBeVisible();
});
