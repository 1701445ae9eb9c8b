import { expect, test } from '../quiet-page.ts';

const paste = `dockerd[812]: step one
Error response from daemon: container 4f2a9c0d1e5b: driver "overlay2" failed to remove root filesystem: unlinkat /var/lib/docker/overlay2/my layer: device or resource busy`;

test('an error page that a paste led to shows its commands with the reader’s own values, marked and quoted', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByLabel('What did your terminal print?').fill(paste);
  await page.getByRole('option').first().click();
  await expect(page).toHaveURL(/\/errors\/rm-device-or-resource-busy\/#with\?/);
  const filled = page.locator('.terminal .command .filled');
  await expect(filled.filter({ hasText: "'/var/lib/docker/overlay2/my layer'" }).first()).toBeAttached();
  await expect(page.getByText('Filled into the commands below from what you pasted')).toBeVisible();
  await page.getByRole('button', { name: 'Show the placeholders again' }).click();
  await expect(filled).toHaveCount(0);
  await expect(page.locator('.terminal .command var').first()).toHaveText(/^<[a-z]+>$/);
  await expect(page).toHaveURL('/errors/rm-device-or-resource-busy/');
  await expect(page.getByText('The commands show placeholders again.')).toBeFocused(); // where the button was
});

test('a value can never become a second command, whoever made the link', async ({ page }) => {
  const values = new URLSearchParams({ path: "x'; rm -rf ~; echo '$(reboot)", id: '--privileged' });
  await page.goto(`/errors/rm-device-or-resource-busy/#with?${values.toString().replaceAll('+', '%20')}`);
  const filled = page.locator('.terminal .command .filled');
  await expect(filled.first()).toHaveText(`'x'\\''; rm -rf ~; echo '\\''$(reboot)'`);
  await expect(page.locator('.terminal .command var', { hasText: '<id>' }).first()).toBeAttached();
});

test('without a paste the placeholders say what to put in', async ({ page }) => {
  await page.goto('/errors/rm-device-or-resource-busy/');
  await expect(page.locator('.terminal .command var', { hasText: '<path>' }).first()).toBeAttached();
  await expect(page.getByText('Filled into the commands')).toHaveCount(0);
});

test('a link to another error carries the values along @once', async ({ page }) => {
  await page.goto('/errors/failed-to-register-layer/#with?image=example.org%2Fa%3A1');
  await expect(page.locator('.filled').first()).toHaveText('example.org/a:1');
  await expect(page.locator('article a[href*="/errors/"][href*="#with?image="]').first()).toBeAttached();
});
