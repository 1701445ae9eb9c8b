import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { workerOf } from '../../src/offline/worker-script.node.ts';
import { createSiteServer } from '../../src/site/server.node.ts';
import { BrowserTab } from '../browser-tab.ts';
import { BuiltSite } from '../built-site.ts';
import { keeperReady } from '../keeper.ts';
import { expect, test } from '../quiet-page.ts';
import { followRestedLink } from './rested-link.ts';

// Every other suite runs without the worker, so that it sees each request; here is what a reader gets.
test.use({ serviceWorkers: 'allow' });

const article = '/posts/mind-the-storage-driver/';

/** The built site on a server of its own, with answers that change as a test says: their type and text by path. */
function changingSite() {
  const site = createSiteServer('dist', '/');
  const changes = new Map<string, [type: string, text: string]>();
  const server = createServer((request, response) => {
    const [type, text] = changes.get(request.url ?? '') ?? [];
    if (type === undefined) site.emit('request', request, response);
    else response.writeHead(200, { 'Content-Type': type }).end(text);
  }).listen(0);
  return { home: `http://localhost:${(server.address() as AddressInfo).port}`, changes, close: () => server.close() };
}

test('after one visit the article, a known error and the search work without network, and what is not kept is said @once', async ({
  page,
  context,
}) => {
  await page.goto(article);
  await keeperReady(page);
  await context.setOffline(true);
  const today = new Date().toLocaleDateString('en-GB', { dateStyle: 'long' });

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Mind the storage driver' })).toBeVisible();
  await expect(page.getByText(`You are offline; this page was kept on ${today}.`)).toBeVisible();
  expect(await page.evaluate(() => document.fonts.check('1em Text'))).toBe(true);

  await page.goto('/errors/rm-device-or-resource-busy/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('busy');
  await expect(page.getByText('You are offline; this page was kept on')).toBeVisible();

  await page.keyboard.press('Control+k');
  await page
    .getByRole('dialog')
    .getByRole('combobox')
    .fill('time=now level=error msg="write /x: no space left on device"');
  await page.getByRole('option', { name: 'No space left on device' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'No space left on device' })).toBeVisible();

  await page.goto('/docs/set-a-quota/');
  await expect(page.getByText('The network does not answer, and this page is not kept on this device.')).toBeVisible();
  await expect(page.getByRole('list').getByRole('link', { name: 'Mind the storage driver' })).toBeVisible();
  await page.getByRole('combobox').fill('no space left on device');
  await expect(page.getByRole('option', { name: 'No space left on device' }).first()).toBeVisible();
  // The index is not there, so the errors that have these words are all that can be found.
  await page.getByRole('combobox').fill('thin pool');
  await expect(page.getByRole('option', { name: /thin pool/i }).first()).toBeVisible();
});

test('pages that were opened are listed and work without network: a comparison changes, the chooser answers, no last slash is needed @once', async ({
  page,
  context,
}) => {
  await page.goto(article);
  await keeperReady(page);
  await page.goto('/drivers/choose/');
  const answer = page.getByText('drivers can run there. The best is');
  await expect(answer).toBeVisible();
  await context.setOffline(true);

  await page.goto('/offline/');
  await page.reload(); // it is kept itself now, and not listed
  await expect(page.getByRole('listitem').filter({ hasText: 'kept on' })).toHaveText([
    /^Choose a storage driver, kept on/,
    /^Mind the storage driver, kept on/,
  ]);

  await page.goto('/drivers/choose');
  await expect(page.getByText('You are offline; this page was kept on')).toBeVisible();
  await expect(answer).toBeVisible();

  await page.goto(article);
  await page.getByRole('button', { name: 'Change this table' }).first().click();
  await page.getByRole('searchbox', { name: 'Find a fact' }).fill('inode');
  await expect(page.getByText(/^\d of \d+ facts,/)).toBeVisible();
});

test('a kept page says that a site does not answer, and does not wait again for the style of that line @once', async ({
  browser,
}) => {
  const site = createSiteServer('dist', '/');
  const unanswered: string[] = [];
  let silent = false;
  const server = createServer((request, response) => {
    if (!silent) site.emit('request', request, response);
    else {
      unanswered.push(request.url ?? '');
      request.socket.destroy();
    }
  }).listen(0);
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  try {
    const page = await context.newPage();
    const address = `http://localhost:${(server.address() as AddressInfo).port}${article}`;
    await page.goto(address);
    await keeperReady(page);
    silent = true;
    await page.goto(address);
    await expect(page.getByText('The network does not answer; this page was kept on')).toHaveCSS(
      'border-inline-start-width',
      '4px',
    );
    expect(unanswered).toContain(article);
    expect(unanswered).not.toContain('/offline.css');
  } finally {
    await context.close();
    server.close();
  }
});

test('where the browser cannot read what it keeps, pages have their styles from the network @once', async ({
  page,
  context,
}) => {
  await page.goto(article);
  await keeperReady(page);
  const broken = "caches.match = () => Promise.reject(new Error('The store is broken.'))";
  for (const worker of context.serviceWorkers()) await worker.evaluate(broken);
  await page.goto('/drivers/');
  expect(await page.evaluate(() => [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0))).toBe(true);
  expect(await page.evaluate(() => document.fonts.check('1em Text'))).toBe(true);
});

test('whoever keeps the whole site reads every page and searches for words without network @once', async ({
  page,
  context,
}) => {
  await page.goto('/offline/');
  const keep = page.getByRole('button', { name: 'Keep the whole site' });
  await expect(keep).toHaveCSS('opacity', '1');
  // One that waits looks like it, and is gone soon.
  const waiting = await keep.evaluate((button: HTMLButtonElement) => {
    button.click();
    return getComputedStyle(button).opacity;
  });
  expect(waiting).toBe('0.6');
  await expect(page.getByText('The whole site is kept.')).toBeFocused(); // The button is gone.
  await context.setOffline(true);
  await page.goto('/docs/set-a-quota/');
  await expect(page.getByText('You are offline; this page was kept on')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('subvolume quota');
  await expect(page.getByRole('group', { name: 'Pages' }).getByRole('option').first()).toBeVisible();
  await page.goto('/drivers/choose/');
  await expect(page.getByText('drivers can run there. The best is')).toBeVisible();
});

test('a page that was made ready is kept when the reader opens it, and not before @once', async ({ baseURL }) => {
  const tab = await BrowserTab.open();
  try {
    const isKept = `caches.match('${article}', { cacheName: 'offline / visited' }).then((page) => page !== undefined)`;
    const link = `main a[href*="${article}"]`;
    await tab.goto(`${baseURL}posts/`);
    await tab.until(`navigator.serviceWorker.controller?.state === 'activated'`);
    await tab.click(link, { regret: true });
    expect(await tab.evaluate(isKept)).toBe(false);
    await tab.click(link);
    await tab.until(`document.querySelector('h1').textContent === 'Mind the storage driver'`);
    expect(await tab.evaluate(`performance.getEntriesByType('navigation')[0].activationStart > 0`)).toBe(true);
    await tab.until(isKept);
  } finally {
    await tab.close();
  }
});

test('a changed page is shown at once, and a site that is switched off takes all away @once', async ({ browser }) => {
  const { home, changes, close } = changingSite();
  const context = await browser.newContext({ serviceWorkers: 'allow' }); // of its own: this is another origin
  try {
    const page = await context.newPage();
    await page.goto(home + article);
    await keeperReady(page);
    changes.set(article, ['text/html', '<link rel="icon" href="/icon.svg"><h1>A new build</h1>']);
    await page.goto(home + article);
    await expect(page.getByRole('heading', { name: 'A new build' })).toBeVisible();

    changes.set('/keeper.js', ['text/javascript', await workerOf('remover.worker.ts', { base: '/' })]);
    await page.reload();
    await expect
      .poll(() =>
        page.evaluate(async () => [
          ...(await caches.keys()),
          ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
        ]),
      )
      .toEqual([]);
  } finally {
    await context.close();
    close();
  }
});

test('after an update an opened page has the scripts of its build, and what nothing needs goes @once', async ({
  browser,
}) => {
  const { home, changes, close } = changingSite();
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  try {
    const page = await context.newPage();
    await page.goto(home + article);
    await keeperReady(page);
    // A hundred pages that were opened since.
    await page.evaluate(async () => {
      const visited = await caches.open('offline / visited');
      for (let count = 0; count < 100; count++)
        await visited.put(`/${count}/`, new Response('', { headers: { 'Content-Type': 'text/html' } }));
    });
    await page.goto(`${home}/drivers/`);
    const isKept = (path: string) => page.evaluate(async (url) => (await caches.match(url)) !== undefined, path);
    await expect.poll(() => isKept('/drivers/')).toBe(true);

    const built = new BuiltSite();
    const [shelf = ''] = built.files().filter((file) => file.startsWith('_astro/offline-first.'));
    const { files, ...others } = JSON.parse(built.text(shelf)) as { files: string[] };
    const scripts = files.filter((file) => file.endsWith('.js'));
    // What a comparison begins with, what that loads, and what pages of errors load.
    const gone = ["('driver-compare'", "('compare-controls'", "('filled-commands'"].flatMap((definition) =>
      scripts.filter((file) => built.text(file.slice(1)).replaceAll(/["`]/g, "'").includes(definition)),
    );
    const next = '/_astro/offline-first.next.json';
    const shorter = { ...others, files: files.filter((file) => !gone.includes(file)) };
    changes.set(next, ['application/json', JSON.stringify(shorter)]);
    changes.set('/keeper.js', ['text/javascript', built.text('keeper.js').replace(`/${shelf}`, next)]);
    await page.reload();
    await expect
      .poll(() => page.evaluate(() => caches.keys()))
      .toEqual(['offline / visited', `offline / first ${next}`]);
    // The shelf of the old build goes first, and then what nothing needs.
    await expect.poll(() => Promise.all(gone.map(isKept))).toEqual([true, true, false]);
    await expect
      .poll(() => Promise.all([article, '/0/', '/1/', '/drivers/'].map(isKept)))
      .toEqual([false, false, true, true]);
  } finally {
    await context.close();
    close();
  }
});

test('where there is no room for what is fetched ahead nothing of it stays @once', async ({ browser }) => {
  const { home, close } = changingSite();
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: home, quotaSize: 900_000 });
    await page.goto(home + article);
    const left = async () => ({
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    });
    await expect.poll(() => page.evaluate(left)).toEqual({ caches: ['offline / visited'], workers: 0 });
  } finally {
    await context.close();
    close();
  }
});

test('the page behind a link is fetched when a pointer rests on it, with the worker as without @once', async ({
  page,
}) => {
  await page.goto('/posts/');
  await keeperReady(page);
  await page.reload();
  expect(await followRestedLink(page)).toBe('navigational-prefetch');
});
