import { BrowserTab } from '../browser-tab.ts';
import { expect, test } from '../quiet-page.ts';
import { followRestedLink } from './rested-link.ts';

test('the page behind a link is fetched when a pointer rests on it, and is there at the click', async ({ page }) => {
  await page.goto('/posts/');
  expect(await followRestedLink(page)).toBe('navigational-prefetch');
});

test.describe('in a browser that may make pages ready', () => {
  const link = 'main a[href*="/posts/mind-the-storage-driver/"]';
  let tab: BrowserTab;
  test.beforeEach(async () => (tab = await BrowserTab.open()));
  test.afterEach(() => tab.close());

  test('the next page is made ready when the pointer goes down on its link @once', async ({ baseURL }) => {
    await tab.goto(`${baseURL}posts/`);
    await tab.click(link);
    await tab.until(`document.querySelector('h1').textContent === 'Mind the storage driver'`);
    expect(await readyBefore(tab)).toBe(true);
  });

  test('a link to some words of a page still leads to them @once', async ({ baseURL }) => {
    await tab.goto(`${baseURL}posts/`);
    await tab.evaluate(`document.querySelector('${link}').href += '#:~:text=named%20three%20places'`);
    await tab.click(link);
    await tab.until(`document.querySelector('h1').textContent === 'Mind the storage driver' && scrollY > 0`);
    expect(await readyBefore(tab)).toBe(false);
  });
});

/** Whether the page that is shown was there before it was asked for. */
function readyBefore(tab: BrowserTab): Promise<boolean> {
  return tab.evaluate(`performance.getEntriesByType('navigation')[0].activationStart > 0`);
}
