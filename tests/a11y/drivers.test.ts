import { expect, test } from '../quiet-page.ts';
import { Comparison } from '../e2e/comparison-page.ts';
import { violations } from './violations.ts';

const two = '/drivers/?drivers=docker-overlay2,docker-devicemapper&hide=Operations,Security,Requirements';

test.describe.configure({ timeout: 120_000 });

test.describe('axe finds nothing in a comparison', () => {
  for (const [state, query] of [
    ['of what differs only @once', '&differences=1'],
    ['with a pinned driver in July 2014 @once', '&pin=docker-devicemapper&asof=July+2014'],
    ['as cards', '&view=cards'],
  ] as const) {
    test(state, async ({ page }) => {
      await page.goto(two + query);
      await expect(new Comparison(page).status).toHaveText(/\d+ of 34 facts/);
      expect(await violations(page)).toEqual([]);
    });
  }

  test('whose panel and whose card are open', async ({ page }) => {
    const comparison = new Comparison(page);
    await page.goto(two);
    await expect(comparison.status).toHaveText(/ 2 of 29 drivers/);
    await comparison.openPanel();
    await comparison.row('Copy-up unit').getByRole('gridcell').first().getByRole('link').click();
    await expect(comparison.root.locator('fact-source')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
});

test('axe finds nothing in the answers of the chooser @once', async ({ page }) => {
  await page.goto('/drivers/choose/?engine=docker&version=18.06&kernel=3.10&filesystem=xfs&nodtype=1');
  await expect(page.locator('.summary')).toHaveText(/of 29 drivers/);
  await page.getByText(/^Why not the other/).click();
  expect(await violations(page)).toEqual([]);
});
