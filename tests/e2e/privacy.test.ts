import type { Page } from '@playwright/test';
import { BuiltSite } from '../built-site.ts';
import { expect, test } from '../quiet-page.ts';
import { keeperReady } from '../keeper.ts';

// What the worker keeps for the time without network is what a visit leaves behind, and all of it.
test.use({ serviceWorkers: 'allow' });

const paths = [...new BuiltSite().sitemapPaths(), '/404.html'];

/** `/drivers/` for itself, and `/drivers/*` for all below it that are made alike. */
function kindOf(path: string): string {
  return path === '/drivers/choose/' ? path : path.replace(/^(\/\w+\/)[^/]+\/$/, '$1*');
}

const onePageOfEachKind = [...new Map(paths.map((path) => [kindOf(path), path])).values()];

test('there is a page of each kind to visit @once', () => {
  for (const kind of [/^\/$/, /^\/posts\/./, /^\/docs\/./, /^\/drivers\/./, /^\/errors\/./, /^\/tags\/./, /^\/404/])
    expect(
      onePageOfEachKind.some((path) => kind.test(path)),
      String(kind),
    ).toBe(true);
});

for (const path of onePageOfEachKind) {
  // That nothing is asked of another host is the rule of every browser test here.
  test(`a visit of ${path} sends nothing and leaves nothing in the browser but what works without network @once`, async ({
    page,
    context,
  }) => {
    const sent: string[] = [];
    context.on('request', (request) => {
      if (request.method() !== 'GET' || request.postData() !== null) sent.push(`${request.method()} ${request.url()}`);
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.keyboard.press('End');
    await page.mouse.move(100, 100);
    await page.evaluate(() => dispatchEvent(new Event('pagehide'))); // when counters send what they have counted
    expect(sent).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await keeperReady(page);
    expect(await kept(page)).toEqual(forOffline);
  });
}

test('what a reader chooses is kept under its own name, and nothing else is', async ({ page, context }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Theme' }).click();
  await expect(page.getByRole('button', { name: 'Theme: light' })).toBeVisible();
  await keeperReady(page);
  expect(await kept(page)).toEqual(['localStorage theme', ...forOffline]);
  expect(await context.cookies()).toEqual([]);
});

test('the visit notices what is left behind @once', async ({ page }) => {
  await page.goto('/');
  await keeperReady(page);
  await page.evaluate(async () => {
    sessionStorage.setItem('visit', '1');
    await caches.open('counter');
    await new Promise((done) => (indexedDB.open('counter').onsuccess = done));
  });
  expect(await kept(page)).toEqual(['sessionStorage visit', 'database counter', 'cache counter', ...forOffline]);
});

/** What is kept for the time without network. */
const forOffline = [
  expect.stringMatching(/^cache offline \/ first \/_astro\/offline-first\..*\.json$/),
  'cache offline / visited',
  expect.stringMatching(/^worker http:\/\/localhost:\d+\/$/),
];

/** Everything that the page of this origin could find again at the next visit. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => [
    ...Object.keys(localStorage).map((name) => `localStorage ${name}`),
    ...Object.keys(sessionStorage).map((name) => `sessionStorage ${name}`),
    ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
    ...(await caches.keys()).toSorted().map((name) => `cache ${name}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`),
  ]);
}
