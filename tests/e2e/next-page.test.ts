import { expect, test } from '../quiet-page.ts';
import { followRestedLink } from './rested-link.ts';

test('the page behind a link is fetched when a pointer rests on it, and is there at the click', async ({ page }) => {
  await page.goto('/posts/');
  expect(await followRestedLink(page)).toBe('navigational-prefetch');
});
