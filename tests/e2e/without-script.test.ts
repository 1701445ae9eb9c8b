import { BuiltSite } from '../built-site.ts';
import { expect, test } from '../quiet-page.ts';

test.use({ javaScriptEnabled: false });

test('the comparison is complete without script: four drivers, eight facts and more, each with source and day', async ({
  page,
}) => {
  await page.goto('/drivers/');
  const table = page.getByRole('table', { name: 'Storage drivers, fact by fact' });
  await expect(table.locator('thead th')).toHaveCount(5);
  const rows = await table.locator('tbody tr:not(.group)').all();
  expect(rows.length).toBeGreaterThanOrEqual(8);
  let sourced = 0;
  for (const row of rows) {
    const cells = await row.locator('td').all();
    expect(cells).toHaveLength(4);
    for (const cell of cells) await expect(cell.locator('time')).toHaveAttribute('datetime', /^\d{4}-\d{2}-\d{2}$/);
    const links = await row
      .locator('td')
      .filter({ has: page.getByRole('link', { name: 'source' }) })
      .count();
    const unsourced = await row.locator('td.missing').filter({ hasText: 'no source found' }).count();
    expect(links + unsourced).toBe(4);
    if (links === 4) sourced += 1;
  }
  expect(sourced).toBeGreaterThanOrEqual(8);
});

test('the question of the home page leads to all known messages, and carries nothing there', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'What did your terminal print?' }).fill('secret');
  await page.getByRole('button', { name: 'Find the way out' }).click();
  await expect(page).toHaveURL(/\/errors\/\??$/);
  await expect(page.getByText('no space left on device').first()).toBeVisible();
});

for (const path of new BuiltSite().sitemapPaths()) {
  test(`${path} is whole without script @once`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const text = await page.getByRole('main').innerText();
    expect(text.length).toBeGreaterThan(100);
    expect(text).not.toMatch(/loading/i);
    // A button that only a script could serve is not shown; one that sends a form works.
    const dead = page.locator('button:visible:not([type=submit]):not(form button:not([type]))');
    await expect(dead).toHaveCount(0);
  });
}
