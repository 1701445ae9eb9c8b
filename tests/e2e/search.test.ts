import type { Page } from '@playwright/test';
import { expect, test } from '../quiet-page.ts';
import { Comparison } from './comparison-page.ts';

const message = 'no space left on device';
const question = 'What did your terminal print?';

const log = `[2026-11-24T02:13:07.512Z] INFO  runner: step 4 of 9
#11 [build 4/7] RUN npm ci --omit=dev
#11 12.84 npm warn deprecated inflight@1.0.6: This module is not supported
#11 41.20 npm error code ENOSPC
#11 41.20 npm error syscall write
#11 ERROR: failed to copy files: write /var/lib/docker/tmp/GetImageBlob731: no space left on device
------
 > [build 4/7] RUN npm ci --omit=dev:
------
ERROR: failed to solve: process "/bin/sh -c npm ci --omit=dev" did not complete successfully: exit code: 228
${'2026-11-24T02:13:08Z worker-7 kubelet[812]: I1124 housekeeping took 1.2s\n'.repeat(40)}`;

const unknown = `step 3 of 5
2026-11-24T02:13:08Z worker-7 frobnicator[812]: error: the flux of jane@example.org at 10.1.2.3 qqqqq wwwww
done`;

function field(page: Page) {
  return page.getByLabel(question);
}

function status(page: Page) {
  return page.locator('search-box').getByRole('status');
}

function options(page: Page) {
  return page.getByRole('listbox', { name: 'Results' }).getByRole('option');
}

test('a typed message shows the page of the error first, and the pages beside it', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
  await field(page).pressSequentially(message);
  await expect(status(page)).toHaveText(/\d+ known errors? and \d+ pages? found/);
  const errors = page.getByRole('group', { name: 'This looks like an error' }).getByRole('option');
  await expect(errors.first()).toHaveAttribute('href', /^\/errors\/no-space-left-on-device\/#/);
  const pages = page.getByRole('group', { name: 'Pages' }).getByRole('option');
  await pages.filter({ hasText: /^Mind the storage driver Article/ }).click();
  await expect(page).toHaveURL(/^[^#]*\/posts\/mind-the-storage-driver\//);
  await expect(page.getByRole('heading', { level: 1, name: 'Mind the storage driver' })).toBeVisible();
});

test('who compares drivers in words gets the table of these drivers first, and Enter opens it', async ({ page }) => {
  await page.goto('/search/');
  await field(page).fill('btrfs or overlay2, which is better?');
  await expect(options(page).first()).toContainText('Compare btrfs and overlay2');
  await field(page).press('Enter');
  await expect(new Comparison(page).drivers).toHaveText(['Docker btrfs', 'Docker overlay2']);
  await expect(page.getByRole('heading', { name: 'Storage drivers compared' })).not.toBeInViewport();
});

test('an answer that any program gets is said to be one of ours only if a container was at work', async ({ page }) => {
  await page.goto('/search/');
  await field(page).fill('LLVM ERROR: IO failure on output stream: No space left on device');
  const note = 'No space left on device if it happened in a container or its engine';
  await expect(options(page).first()).toContainText(note);
  await field(page).fill('No space left on device');
  await expect(options(page).filter({ hasText: note })).toHaveCount(0);
  await expect(options(page).first()).toContainText('No space left on device');
});

test('a pasted log shows which line matched, folds the rest, and leads to the error in it', async ({ page }) => {
  await page.goto('/');
  await field(page).fill(log);
  await expect(options(page).first()).toHaveAttribute('href', /^\/errors\/no-space-data-root\//);
  const lines = page.getByRole('group', { name: 'Lines of your text' });
  await expect(lines.locator('mark', { hasText: message })).toBeVisible();
  await expect(lines.getByText('npm warn deprecated')).toBeHidden();
  await lines
    .getByText(/more lines/)
    .first()
    .click();
  await expect(lines.getByText('npm warn deprecated')).toBeVisible();
  await expect(page.getByText('Ask first:')).toBeVisible();
  await options(page).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /no space left on device/i })).toBeVisible();
});

test('a result stays where it is when more come', async ({ page, context }) => {
  const held = Promise.withResolvers<undefined>();
  await context.route('**/pagefind/**', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto('/');
  await field(page).fill(`Docker 20.10 with overlay2:\n${message}`);
  const boxes = page.evaluateHandle(async () => {
    const seen = new Set<string>();
    const end = /\d+ pages? found/;
    while (!end.test(document.querySelector('search-box [role=status]')?.textContent ?? '')) {
      await new Promise(requestAnimationFrame);
      const box = document.querySelector('[role=option]')?.getBoundingClientRect();
      if (box !== undefined) seen.add(JSON.stringify(box));
    }
    return [...seen];
  });
  await expect(options(page).first()).toHaveAttribute('href', /^\/errors\/no-space-left-on-device\/#/);
  held.resolve(undefined);
  expect(await (await boxes).jsonValue()).toHaveLength(1);
});

test('what is pressed stays under the pointer, and opens, though something comes above it meanwhile', async ({
  page,
  context,
}) => {
  const held = Promise.withResolvers<undefined>();
  await context.route('**/advice.json', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto('/');
  await page.evaluate(() => (document.documentElement.style.overflowAnchor = 'none')); // Safari holds on to no place.
  await field(page).fill(`Server Version: 18.06.1-ce\nStorage Driver: devicemapper\nwrite /data/x: ${message}`);
  await expect(page.getByRole('group', { name: 'Kinds of results' })).toBeVisible();
  await options(page).first().locator('.title').hover();
  await page.mouse.down();
  const answer = page.waitForResponse('**/advice.json');
  held.resolve(undefined);
  await (await answer).finished();
  await page.waitForTimeout(300); // in which it would be shown
  await page.mouse.up();
  await expect(page).toHaveURL(/\/errors\/no-space-/);
});

test('what answers need is asked for while the scripts that use it come, and once @once', async ({ page, context }) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const timesAsked = (file: string) => asked.filter((path) => path.includes(file)).length;
  for (const [script, file] of [
    ['**/matcher.worker*', 'messages.json'],
    ['**/pagefind.js', 'wasm'],
  ] as const) {
    await context.route(script, async (route) => {
      await expect.poll(() => timesAsked(file)).toBe(1);
      await route.continue();
    });
  }
  await page.goto('/search/');
  await field(page).fill('storage driver');
  await expect(status(page)).toHaveText(/found/);
  expect(['messages.json', 'pagefind-entry', 'wasm', 'pf_meta'].map(timesAsked)).toEqual([1, 1, 1, 1]);
});

test('a first search asks for nothing later than it could, and for the index after the errors @once', async ({
  page,
  context,
}) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const isAsked = (file: string) => asked.some((path) => path.includes(file));
  const heldUntilAsked = async (held: string, files: readonly string[]) => {
    await context.route(held, async (route) => {
      for (const file of files) await expect.poll(() => isAsked(file), file).toBe(true);
      if (held.includes('messages')) expect(isAsked('.wasm')).toBe(false);
      await route.continue();
    });
  };
  await heldUntilAsked('**/search-results.element*', ['messages.json', 'driver-kinds.']);
  await heldUntilAsked('**/messages.json', ['matcher.worker', 'pagefind.js', 'pagefind-entry']);
  await page.goto('/posts/mind-the-storage-driver/');
  await page.keyboard.press('Control+k');
  await field(page).fill('move the data directory');
  await expect(status(page)).toHaveText(/found/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  expect(asked.filter((path) => path.endsWith('messages.json'))).toHaveLength(1);
});

test('arrow keys go from result to result while the caret stays in the field, and Enter opens one', async ({
  page,
}) => {
  await page.goto('/search/');
  const box = page.getByRole('combobox', { name: question });
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  await box.fill(message);
  await expect(status(page)).toHaveText(/found/);
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await box.press('ArrowDown');
  await box.press('ArrowDown');
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(box).toHaveAttribute('aria-activedescendant', String(await options(page).nth(1).getAttribute('id')));
  await expect(box).toBeFocused();
  await options(page).first().hover();
  // The one that Enter opens does not look like the one that the pointer happens to rest on.
  await expect(options(page).first()).toHaveCSS('outline-style', 'none');
  await expect(options(page).nth(1)).toHaveCSS('outline-style', 'solid');
  await box.press('Escape');
  await expect(page.getByRole('option', { selected: true })).toHaveCount(0);
  await box.press('ArrowDown');
  const name = String(await options(page).first().locator('.title').textContent());
  await box.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('Enter opens the best answer, even before it is there, and Back finds the text and its results again', async ({
  page,
}) => {
  await page.goto('/');
  await field(page).fill(log);
  await field(page).press('Enter');
  await expect(page).toHaveURL(/\/errors\/no-space-data-root\//);
  await page.goBack();
  await expect(field(page)).toHaveValue(log);
  await expect(options(page).first()).toHaveAttribute('href', /^\/errors\/no-space-data-root\//);
});

test('the best answer is opened once, also when the rest is found while its page comes @once', async ({
  page,
  context,
}) => {
  const rest = Promise.withResolvers<undefined>();
  const opened = Promise.withResolvers<undefined>();
  await context.route('**/pagefind/**', async (route) => {
    await rest.promise;
    await route.continue();
  });
  const asked: string[] = [];
  await context.route('**/errors/*/', async (route) => {
    asked.push(route.request().url());
    await opened.promise;
    await route.continue();
  });
  await page.goto('/search/');
  await field(page).fill(message);
  await field(page).press('Enter', { noWaitAfter: true });
  await expect.poll(() => asked.length).toBe(1);
  rest.resolve(undefined);
  await page.waitForResponse('**/pagefind/fragment/**');
  await page.waitForTimeout(300); // in which it would be opened again
  opened.resolve(undefined);
  await expect(page).toHaveURL(/\/errors\//);
  expect(asked).toHaveLength(1);
});

test('whoever types on from an active result has none, and Enter opens what is best for the whole text @once', async ({
  page,
}) => {
  await page.goto('/search/');
  await field(page).fill('overlay2 moun');
  await expect(status(page)).toHaveText(/found/);
  await field(page).press('ArrowDown');
  await field(page).press('ArrowDown');
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.type('t');
  await expect(page).toHaveURL(/mount$/);
  await expect(page.getByRole('option', { selected: true })).toHaveCount(0);
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/docs/debug-mounts/');
});

test('whoever types on after Enter, or ends a composition with it, is not led away @once', async ({ page }) => {
  const held = Promise.withResolvers<unknown>();
  const isLedAway = () =>
    page.waitForURL((url) => url.pathname !== '/search/', { timeout: 1000 }).then(Boolean, () => false);
  const endComposition = () =>
    // Safari says of such a key that nothing is composed any more.
    field(page).dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: false });
  await page.route('**/search-results*', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto('/search/');
  await field(page).pressSequentially('no space');
  await field(page).press('Enter');
  await field(page).pressSequentially(' left');
  await endComposition();
  held.resolve(true);
  await expect(options(page).first()).toContainText('No space left on device');
  await endComposition();
  expect(await isLedAway()).toBe(false);
});

test('a browser that lets no page change its address so often searches all the same @once', async ({ page }) => {
  await page.addInitScript(() => {
    history.replaceState = () => {
      throw new DOMException(
        'Attempt to use history.replaceState() more than 100 times per 30 seconds',
        'SecurityError',
      );
    };
  });
  await page.goto('/search/');
  await field(page).fill(message);
  await expect(status(page)).toHaveText(/found/);
});

test('a result on the page that lies below the dialog closes it @once', async ({ page }) => {
  await page.goto('/errors/no-space-left-on-device/');
  await page.keyboard.press('Control+k');
  await field(page).fill('write /data/x: no space left on device');
  await expect(status(page)).toHaveText(/found/);
  await options(page).first().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(/\/errors\/no-space-left-on-device\/#with\?path=/);
});

test('a result opens its page at the passage', async ({ page }) => {
  await page.goto('/');
  await field(page).fill('"it was the wrong disk"');
  await expect(options(page).first()).toContainText('Mind the storage driver');
  await options(page).first().click();
  await expect(page).toHaveURL(/mind-the-storage-driver/);
  await expect(page.getByText('It was the wrong disk')).toBeInViewport();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300);
});

test('a paste makes the field of one line grow, and keeps its lines', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/search/');
  await page.getByRole('combobox', { name: question }).focus();
  await page.evaluate((text) => navigator.clipboard.writeText(text), log);
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('textbox', { name: question })).toHaveValue(log);
  await expect(page.getByRole('textbox', { name: question })).toBeFocused();
  await expect(options(page).first()).toHaveAttribute('href', /^\/errors\/no-space-data-root\//);
});

test('a paste from Windows leaves the caret where it ends @once', async ({ page }) => {
  await page.goto('/search/');
  await field(page).fill('before, after');
  await field(page).evaluate((input: HTMLInputElement) => {
    input.setSelectionRange(7, 7);
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'one\r\ntwo\r\nthree');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  const caret = await field(page).evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart));
  expect(caret).toBe(' after');
});

test('Shift breaks the line at the caret, and selects with the arrows @once', async ({ page }) => {
  await page.goto('/search/');
  await page.getByRole('combobox', { name: question }).fill('overlay2 aufs');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toHaveCount(0);
  const selected = () =>
    field(page).evaluate((text: HTMLInputElement) =>
      text.value.slice(text.selectionStart ?? 0, text.selectionEnd ?? 0),
    );
  expect(await selected()).toBe('overlay2 aufs');
  await field(page).evaluate((text: HTMLInputElement) => text.setSelectionRange(8, 8));
  await page.keyboard.press('Shift+Enter');
  await expect(field(page)).toHaveValue('overlay2\n aufs');
  await page.keyboard.type('x');
  await expect(field(page)).toHaveValue('overlay2\nx aufs');
});

test('an answer that comes while the focus is on the fold of drivers leaves it there @once', async ({ page }) => {
  await page.goto('/search/');
  await field(page).fill('overlay2');
  const fold = page.locator('result-filters summary');
  await expect(fold).toBeVisible();
  await fold.evaluate((old) => old.toggleAttribute('data-old'));
  await field(page).pressSequentially(' aufs');
  await fold.focus();
  await expect(page.locator('result-filters summary:not([data-old])')).toBeFocused();
});

test('every page opens the search by Ctrl-K and by its link, and Escape closes it', async ({ page }) => {
  await page.goto('/posts/mind-the-storage-driver/');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog.getByRole('combobox', { name: question })).toBeFocused();
  await page.keyboard.type('thin pool');
  await expect(dialog.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('link', { name: 'Search' }).click();
  await expect(dialog.getByRole('combobox', { name: question })).toHaveValue('thin pool');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
});

test('the key / opens the search until the reader switches it off', async ({ page }) => {
  await page.goto('/drivers/');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await expect(dialog.getByRole('combobox')).toHaveValue('');
  await dialog.getByRole('checkbox', { name: 'Open with the key / too' }).focus();
  await page.keyboard.press('Control+k');
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await dialog.getByRole('checkbox', { name: 'Open with the key / too' }).uncheck();
  await page.reload();
  await page.keyboard.press('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a search that is put away before its style is there stays away, however often the key was pressed @once', async ({
  page,
}) => {
  const style = Promise.withResolvers<unknown>();
  await page.route('**/search.css', async (route) => {
    await style.promise;
    await route.continue();
  });
  await page.goto('/docs/');
  await page.keyboard.press('/');
  await expect(page.locator('search-dialog')).toHaveCount(1);
  await page.keyboard.press('/');
  await page.keyboard.press('Escape');
  const loaded = page.waitForResponse('**/search.css');
  style.resolve(true);
  await loaded;
  await page.waitForTimeout(300); // in which it would open
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
});

test('Back opens the dialog again with what was found in it', async ({ page }) => {
  await page.goto('/docs/');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('combobox').fill('aufs');
  await dialog.getByRole('option').first().click();
  await expect(dialog).toBeHidden();
  await page.goBack();
  await expect(dialog.getByRole('combobox')).toHaveValue('aufs');
  await expect(dialog.getByRole('option').first()).toBeVisible();
});

test('results can be narrowed to one kind, and the address keeps it', async ({ page }) => {
  await page.goto('/search/');
  await field(page).fill('overlay2');
  await page.getByRole('radio', { name: /^Driver \d+$/ }).check();
  await expect(options(page).first()).toContainText('Docker overlay2');
  await expect(page.getByRole('group', { name: 'This looks like an error' })).toHaveCount(0);
  await expect(page).toHaveURL('/search/#q=overlay2&kind=driver');
  await page.reload();
  await expect(page.getByRole('radio', { name: /^Driver \d+$/ })).toBeChecked();
});

test('the driver that a paste names narrows the pages, and the reader can have all of them', async ({ page }) => {
  await page.goto('/search/');
  await field(page).fill('level=info 1 2 3 4 5 6 7 8 9 10 Storage Driver: devicemapper');
  await expect(status(page)).toHaveText(/All pages are about devicemapper\.$/);
  await page.getByText('About devicemapper only').click();
  await page.getByRole('radio', { name: 'Any' }).check();
  await expect(status(page)).not.toHaveText(/All pages are about/);
  await expect(page).toHaveURL(/&driver=$/);
  await expect(page.getByRole('radio', { name: 'Any' })).toBeFocused();
  await page.getByRole('radio', { name: /^overlay \d+$/ }).check();
  await expect(status(page)).toHaveText(/All pages are about overlay\.$/);
  await page.reload();
  await expect(page.getByText('About overlay only')).toBeVisible();
});

test('what a paste says of its machine is shown, doubts an answer, and can be taken away and set by hand', async ({
  page,
}) => {
  const paste = `$ docker version
Docker version 26.1.0, build 9714adc
level=error msg="devmapper: Error activating devmapper device for '1f3a': devicemapper: Error running deviceCreate dm_task_run failed"`;
  await page.goto('/search/');
  await field(page).fill(paste);
  const doubted = options(page).filter({ hasText: 'not in Docker 26.1.0' });
  await expect(doubted.first()).toBeVisible();
  await expect(status(page)).toContainText('Read for Docker 26.1.0');
  await expect(status(page)).toContainText(/answers? do(es)? not apply there/);
  const read = page.getByRole('list', { name: 'Your machine' });
  await expect(read.getByRole('listitem')).toContainText(['Docker 26.1.0']);

  await page.getByRole('button', { name: 'Take away Docker 26.1.0' }).press('Enter');
  await expect(status(page)).toContainText('Docker 26.1.0 was taken away.');
  await expect(doubted).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Take away' }).first()).toBeFocused();

  await page.getByText('Say what your machine has').click();
  await page.getByRole('combobox', { name: 'Engine', exact: true }).selectOption('Docker');
  await page.getByLabel('Version of the engine').fill('27.0');
  await page.getByLabel('Version of the engine').press('Enter');
  await expect(options(page).filter({ hasText: 'not in Docker 27.0' }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Take away Docker 27.0' })).toBeVisible();
});

test('what a reader sets of the machine by hand stays when the results are narrowed meanwhile @once', async ({
  page,
}) => {
  await page.goto('/search/');
  await field(page).fill('Docker 20.10 overlay2 no space left on device');
  await page.getByText('Say what your machine has').click();
  const form = page.locator('facet-list form');
  await form.getByRole('textbox').last().fill('22.04');
  const kinds = page.getByRole('group', { name: 'Kinds of results' });
  await kinds.getByRole('radio', { name: /^Articles? \d/ }).check();
  await expect(page).toHaveURL(/&kind=article/);
  await expect(page.locator('result-list')).toHaveAttribute('aria-busy', 'false');
  await expect(form.getByRole('textbox').last()).toHaveValue('22.04');
});

test('whoever types on where nothing is found is not told again that the index is loading @once', async ({ page }) => {
  await page.goto('/search/');
  await field(page).fill('qqqqqwwwww');
  await expect(status(page)).toHaveText(/^Nothing was found/);
  const heard = await status(page).evaluateHandle((place) => {
    const all: string[] = [];
    new MutationObserver(() => all.push(place.textContent)).observe(place, { childList: true });
    return all;
  });
  await field(page).fill('qqqqqwwwwwx');
  await expect.poll(() => heard.jsonValue()).toContainEqual(expect.stringContaining('qqqqqwwwwwx'));
  expect(await heard.jsonValue()).not.toContain('Loading the search index…');
});

test('a text that nothing is found for is answered with what to do', async ({ page }) => {
  await page.goto('/');
  await field(page).fill('jjjjjj qqqqqqq');
  await expect(status(page)).toHaveText('Nothing was found for “jjjjjj qqqqqqq”. “jjjjjj”, “qqqqqqq” are on no page.');
  await page.locator('search-results').getByRole('link', { name: 'list of all known messages' }).click();
  await expect(page).toHaveURL('/errors/');
});

test('a word that is nowhere is named, and does not hide what the others find', async ({ page }) => {
  await page.goto('/search/');
  await field(page).fill('btrfs overlayxyz');
  await expect(status(page)).toHaveText(/“overlayxyz” is on no page\.$/);
  await expect(options(page).first()).toContainText(/btrfs/i);
});

test('beside the keyboard of a phone the best answer is in sight, and what narrows it down comes back without it @once', async ({
  page,
}) => {
  await page.goto('/docs/');
  await page.getByRole('link', { name: 'Search' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Search' });
  const best = dialog.getByRole('option').first().locator('.title');
  await page.setViewportSize({ width: 360, height: 340 }); // as low as a keyboard leaves it
  await dialog.getByLabel(question).fill(message);
  await expect(dialog.getByRole('status')).toHaveText(/pages found/);
  await expect(best).toBeInViewport();
  await dialog.getByLabel(question).evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, log);
  await expect(dialog.getByLabel(question)).toHaveValue(/GetImageBlob731/);
  await expect(dialog.getByRole('status')).toHaveText(/found/);
  await expect(best).toBeInViewport();
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(dialog.getByRole('group', { name: 'Kinds of results' })).toBeVisible();
});

test('two fingers that magnify the page hide nothing of the results @once', async ({ page, context }) => {
  await page.goto('/search/');
  await field(page).fill('overlay2');
  await expect(page.locator('result-filters')).toBeVisible();
  const browser = await context.newCDPSession(page);
  await browser.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
  await page.waitForFunction(() => visualViewport?.scale === 2);
  await page.waitForTimeout(300); // in which the results would hear of it
  await expect(page.locator('result-filters')).toBeVisible();
});

test('a misspelt word finds what was meant, and says so', async ({ page }) => {
  await page.goto('/search/');
  await field(page).fill('devicemaper pool');
  await expect(status(page)).toHaveText(/“devicemaper” is on no page\. “devicemapper” was looked for instead\.$/);
  await expect(options(page).filter({ hasText: 'Docker devicemapper' }).first()).toBeVisible();
});

test('a long question finds what people ask by other words than those of the page', async ({ page }) => {
  await page.goto('/search/');
  await field(page).fill('Why does Docker never give back any of my disk space after I deleted all the old images?');
  await expect(options(page).filter({ hasText: 'Clean up without regret' }).first()).toBeVisible();
});

test('an unknown error can be reported with what its owner leaves in the form, and nothing goes before the click', async ({
  page,
}) => {
  await page.goto('/');
  await field(page).fill(unknown);
  await page.getByText('Report an error that is not known here').click();
  const form = page.getByRole('textbox', { name: /Only what stands here goes along/ });
  await expect(form).toHaveValue(/the flux of <email> at <ip>/);
  await expect(form).toHaveValue(/<host> frobnicator/);
  await form.fill('only this');
  const link = page.getByRole('link', { name: 'Open a new issue on GitHub with this text' });
  await expect(link).toHaveAttribute('href', /^https:\/\/github\.com\/.*only%20this/);
  await expect(link).not.toHaveAttribute('href', /frobnicator/);
});

test('what an owner left of a report stays so when the results are narrowed @once', async ({ page }) => {
  await page.goto('/search/');
  await field(page).fill(`${unknown}\nDriver: overlay2`);
  await page.getByText('Report an error that is not known here').click();
  const form = page.getByRole('textbox', { name: /Only what stands here goes along/ });
  await form.fill('only this');
  const kinds = page.getByRole('group', { name: 'Kinds of results' });
  await kinds.getByRole('radio', { name: /^Articles? \d/ }).check();
  await expect(page).toHaveURL(/&kind=article/);
  await expect(page.locator('result-list')).toHaveAttribute('aria-busy', 'false');
  await expect(form).toHaveValue('only this');
});

test('an index that cannot be loaded is said, and can be tried again @once', async ({ page, noise }) => {
  noise.expect(/ERR_FAILED/);
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/');
  await field(page).fill(message);
  await expect(status(page)).toHaveText(
    /^The search index could not be loaded\. Found without it: \d+ known errors?\.$/,
  );
  await page.unroute('**/pagefind/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(status(page)).toHaveText(/\d+ known errors? and \d+ pages? found/);
});

test('a part of the index that breaks off later is said as well @once', async ({ page, noise }) => {
  noise.expect(/ERR_FAILED/, /pagefind|fetch/i);
  await page.route('**/pagefind/index/**', (route) => route.abort());
  await page.goto('/');
  await field(page).fill('storage driver');
  await expect(status(page)).toHaveText(/^The search index could not be loaded\./);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('a list of known errors that cannot be loaded is said, and the pages are still found @once', async ({
  page,
  context,
  noise,
}) => {
  noise.expect(/ERR_FAILED/);
  await context.route('**/data/**', (route) => route.abort());
  await page.goto('/');
  await field(page).fill(message);
  await expect(status(page)).toHaveText(
    /^The list of known errors could not be loaded, so no message was recognised\. Found without it: \d+ pages?\.$/,
  );
});

test('a script that cannot be loaded is said, with the way without it @once', async ({ page, noise }) => {
  noise.expect(/ERR_FAILED/);
  await page.route('**/search-results*', (route) => route.abort());
  await page.goto('/');
  await field(page).fill(message);
  await expect(page.getByText('The search could not be loaded.')).toBeVisible();
  await page.locator('search-box').getByRole('link', { name: 'the list of all known messages' }).click();
  await expect(page).toHaveURL('/errors/');
});

test('a dialog that cannot be loaded leads to the search page @once', async ({ page, noise }) => {
  noise.expect(/ERR_FAILED/);
  await page.route('**/search-dialog*', (route) => route.abort());
  await page.goto('/docs/');
  await page.keyboard.press('Control+k');
  await expect(page).toHaveURL('/search/');
});

test('known errors are found without network once the box was used @once', async ({ page, context }) => {
  await page.goto('/');
  await field(page).fill('aufs');
  await expect(status(page)).toHaveText(/found/);
  await context.setOffline(true);
  await field(page).fill(log);
  await expect(options(page).first()).toHaveAttribute('href', /^\/errors\/no-space-data-root\//);
  await expect(status(page)).toHaveText(/The search index could not be loaded/);
});

test('whoever types before the index is there is told that it is loading', async ({ page, context }) => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await context.route(/\/(?:pagefind|data)\//, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('/');
  await field(page).fill('storage driver');
  await expect(status(page)).toHaveText('Loading the search index…');
  release();
  await expect(status(page)).toHaveText(/\d+ pages? found/);
});

test('nothing is loaded for the search before a reader turns to it, and nothing that is typed leaves the browser', async ({
  page,
  context,
}) => {
  const requests: { url: string; body: string }[] = [];
  context.on('request', (request) => requests.push({ url: request.url(), body: request.postData() ?? '' }));
  const forSearch = () => requests.filter(({ url }) => /\/(?:pagefind|data)\/|search-results|worker/.test(url));
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(forSearch()).toEqual([]);
  await field(page).pressSequentially('mysecretword no space left on device');
  await expect(status(page)).toHaveText(/found/);
  expect(forSearch().length).toBeGreaterThan(3);
  await field(page).press('Enter');
  await expect(page).toHaveURL(/\/errors\/|\/posts\//);
  const told = requests.filter(({ url, body }) =>
    /mysecretword|q=/i.test(new URL(url).pathname + new URL(url).search + body),
  );
  expect(told).toEqual([]);
  expect(requests.every(({ body }) => body === '')).toBe(true);
});

test('the search page keeps the text behind the hash, and finds it again after a reload @once', async ({ page }) => {
  await page.goto('/search/?q=no+space+left+on+device');
  await expect(page).toHaveURL('/search/#q=no+space+left+on+device');
  await expect(status(page)).toHaveText(/found/);
  await page.reload();
  await expect(field(page)).toHaveValue(message);
  await expect(options(page).first()).toHaveAttribute('href', /^\/errors\/no-space-left-on-device\//);
});

test('an example of the dialog is seen and searched with one click on any page @once', async ({ page }) => {
  await page.goto('/posts/mind-the-storage-driver/');
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('button', { name: 'a whole paste' }).click();
  await expect(dialog.getByRole('option').first()).toHaveAttribute('href', /^\/errors\/no-space-left-on-device\//);
});

test('a browser that resets the field as the reader comes back, as WebKit does, brings the text back @once', async ({
  page,
}) => {
  await page.goto('/search/');
  await field(page).pressSequentially('whiteout');
  await expect(status(page)).toHaveText(/found/);
  await field(page).evaluate((element) => (element as HTMLInputElement).form?.reset());
  await expect(field(page)).toHaveValue('whiteout');
});

test('an example of the home page is searched with one click @once', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'a whole paste' }).click();
  await expect(options(page).first()).toHaveAttribute('href', /^\/errors\/no-space-left-on-device\//);
});

test('the search works without a worker too @once', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
  await page.goto('/');
  await field(page).fill(log);
  await expect(status(page)).toHaveText(/\d+ known errors? and \d+ pages? found/);
});

test('hostile text is looked through in the time of a breath, and shown as text @once', async ({ page }) => {
  await page.goto('/');
  for (const text of [
    'a'.repeat(1_000_000),
    '[[{('.repeat(250_000),
    '\uD800'.repeat(1000),
    `<img src=x onerror=alert(1)>\n${message}`,
  ]) {
    await field(page).fill(text);
    await expect(status(page)).toHaveText(/found/);
  }
  await expect(page.locator('search-results img')).toHaveCount(0);
});

test('a pasted docker info is recognised, and says what to do first above the results', async ({ page }) => {
  await page.goto('/');
  await field(page).fill(
    'Server Version: 18.06.1-ce\nStorage Driver: devicemapper\n Pool Name: docker-8:1-131188-pool\n Data loop file: /var/lib/docker/devicemapper/devicemapper/data\n Data Space Used: 99 GB\n Data Space Total: 107.4 GB\nKernel Version: 3.10.0-862.el7.x86_64\nOperating System: CentOS Linux 7 (Core)',
  );
  await expect(status(page)).toHaveText(/^What this output says about your machine stands first\./);
  await expect(
    page
      .locator('advice-list')
      .getByText(/removed/)
      .first(),
  ).toBeVisible();
  await expect(page.locator('advice-list').getByRole('link', { name: 'source' }).first()).toBeVisible();
});
