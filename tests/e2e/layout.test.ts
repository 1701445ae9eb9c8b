import type { Page } from '@playwright/test';
import { BuiltSite, inRuns } from '../built-site.ts';
import { expect, test } from '../quiet-page.ts';

const article = '/posts/mind-the-storage-driver/';
const known = '/errors/no-space-left-on-device/';
/** Has long options in its sentences, and links whose names have long words. */
const wide = '/errors/layer-not-known/';
const kinds = [article, '/', '/search/', '/docker-info/', '/drivers/', '/drivers/choose/', '/drivers/docker-overlay2/'];

declare global {
  interface Window {
    /** Layout shifts since the page began to load: how much, and of what. */
    shifts: { value: number; of: string[] }[];
  }
}

/** Records every layout shift from the first drawing on. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node?: Node }[] })[]) {
        const of = entry.sources.map(
          ({ node }) => `${node?.nodeName ?? 'gone'} ${node?.textContent?.slice(0, 40) ?? ''}`,
        );
        window.shifts.push({ value: entry.value, of });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Lets the page load over a line of 1.6 Mbit/s with 150 ms of delay, as on slow 4G. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const bytesPerSecond = (1.6 * 1024 * 1024) / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}

for (const path of [article, '/', '/drivers/', '/errors/no-space-left-on-device/']) {
  test(`nothing moves while ${path} loads over a slow line`, async ({ page }) => {
    await watchShifts(page);
    await slowDown(page);
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
  });
}

test('the text is drawn in our own faces', async ({ page }) => {
  await page.goto(article, { waitUntil: 'networkidle' });
  const faces = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
  });
  expect(new Set(faces).size).toBeGreaterThanOrEqual(2);
});

test('a reader whose line took long to connect does not wait for faces', async ({ page }) => {
  const waited = () => page.locator('link[rel="preload"][as="font"]').count();
  await page.goto('/posts/mind-the-storage-driver/');
  expect(await waited()).toBe(2);
  await page.addInitScript(() =>
    Object.defineProperty(performance, 'timing', { value: { connectStart: 1000, connectEnd: 1300 } }),
  );
  await page.reload();
  expect(await waited()).toBe(0);
});

test('without the faces the article can be read, and nothing moves', async ({ page, noise }) => {
  noise.expect(/ERR_FAILED/);
  await page.route('**/*.woff2', (route) => route.abort());
  await watchShifts(page);
  await page.goto(article, { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => window.shifts)).toEqual([]);
});

test('a shift is noticed @once', async ({ page }) => {
  await watchShifts(page);
  await page.goto(article, { waitUntil: 'networkidle' });
  await page.evaluate(() => {
    const block = document.createElement('p');
    block.append(...Array.from({ length: 9 }, () => document.createElement('br')));
    document.querySelector('h1')?.before(block);
  });
  await expect.poll(() => page.evaluate(() => window.shifts.length)).toBeGreaterThan(0);
});

/** What is wider than the page, outside of boxes that scroll by themselves. */
function widerThanPage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
    );
    return [`${root.scrollWidth} px`, ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 90))];
  });
}

test.describe('at 320 px, as at 400 % zoom on a wide screen,', () => {
  test.use({ viewport: { width: 320, height: 640 }, isMobile: false });

  for (const paths of inRuns([...new BuiltSite().sitemapPaths(), '/404.html'], 12)) {
    test(`no page from ${paths[0]} to ${paths.at(-1)} scrolls sideways @once`, async ({ page }) => {
      test.setTimeout(120_000);
      for (const path of paths) {
        await page.goto(path);
        expect.soft(await widerThanPage(page), path).toEqual([]);
        await expect.soft(page.getByRole('heading', { level: 1 }), path).toBeVisible();
      }
    });
  }

  test('neither does the page with results @once', async ({ page }) => {
    await page.goto('/');
    await page
      .getByRole('textbox')
      .fill(
        `${'get http://deb.debian.org stable InRelease '.repeat(9)}\nwrite /var/lib/docker/${'x'.repeat(200)}: no space left on device`,
      );
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await widerThanPage(page)).toEqual([]);
  });

  test('a page that is too wide is noticed @once', async ({ page }) => {
    await page.goto('/');
    await page.evaluate(() => {
      const wide = document.createElement('pre');
      wide.textContent = 'x'.repeat(200);
      document.body.append(wide);
    });
    expect(await widerThanPage(page)).not.toEqual([]);
  });
});

test.describe('on paper', () => {
  test.use({ viewport: { width: 718, height: 1046 }, isMobile: false }); // A4 with 10 mm of margin, 96 px an inch

  test('there is no header, and the comparison has all its columns @once', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto('/drivers/');
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page.getByRole('navigation', { name: 'Site' })).toBeHidden();
    await expect(page.getByText('Show only what differs')).toBeHidden();
    const table = page.getByRole('table', { name: 'Storage drivers, fact by fact' });
    const cut = await table.evaluate((element) => {
      const limit = document.documentElement.clientWidth + 1;
      return [...element.querySelectorAll('th, td')].filter((cell) => cell.getBoundingClientRect().right > limit)
        .length;
    });
    expect(cut).toBe(0);
    const box = table.locator('xpath=..');
    expect(await box.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThanOrEqual(1);
  });

  test('the questions of a comparison in an article have room for their words @once', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto('/posts/mind-the-storage-driver/');
    const question = page.getByRole('rowheader', { name: /^Layer limit/ }).first();
    const { width, height } = (await question.boundingBox()) ?? { width: 0, height: 0 };
    expect(width).toBeGreaterThan(100);
    expect(height).toBeLessThan(400);
  });

  test('a long line of a terminal goes on below itself, not at the edge of its box @once', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto('/posts/move-to-another-driver/');
    const { wrapped, atEdge } = await page.evaluate(() => {
      const rows = [...document.querySelectorAll('.terminal .line')].map((line) => {
        const words = document.createRange();
        words.selectNodeContents(line);
        const starts = [...words.getClientRects()].filter(({ width }) => width > 0).map(({ left }) => left);
        const box = line.closest('figure')?.getBoundingClientRect().left ?? 0;
        const { height } = line.getBoundingClientRect();
        const isWrapped = height > 1.5 * Number.parseFloat(getComputedStyle(line).lineHeight);
        return { isWrapped, atEdge: starts.some((start) => start < box + 16) };
      });
      return { wrapped: rows.filter((row) => row.isWrapped).length, atEdge: rows.filter((row) => row.atEdge).length };
    });
    expect(wrapped).toBeGreaterThan(0);
    expect(atEdge).toBe(0);
  });

  test('what is folded on the screen is open, and buttons are gone @once', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(known);
    for (const folded of await page.locator('main details:not(.no-print, .no-print *)').all()) {
      await expect.soft(folded.locator('li').first()).toBeVisible();
    }
    await page.goto('/drivers/choose/');
    await expect(page.getByText('Why not the other')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Docker LCOW' })).toBeVisible();
    await expect(page.getByText('Show the answer')).toBeHidden();
  });

  test('each source that stands beside an answer has its address @once', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    for (const path of [article, '/drivers/docker-overlay2/', '/drivers/choose/', '/docker-info/']) {
      await page.goto(path);
      const link = page
        .locator('main')
        .getByRole('link', { name: /^source|^moby/ })
        .first();
      const address = await link.evaluate((element) => getComputedStyle(element, '::after').content);
      expect.soft(address, path).toContain('https://');
    }
  });

  test('a small comparison names its columns on each sheet, and none of its rows is torn @once', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(article);
    const table = page.getByRole('table').filter({ hasText: 'Layer limit' }).first();
    await expect(table.locator('thead')).toHaveCSS('display', 'table-header-group');
    await expect(table.locator('tbody tr').nth(1)).toHaveCSS('break-inside', 'avoid');
    await expect(page.locator('.comparison .sources ol').first()).toHaveCSS('column-width', 'auto');
  });

  test('the article takes several sheets @once', async ({ page }) => {
    await page.goto(article);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2);
  });
});

/** Texts that are cut off by their box, or lie over the next one, though they should have made it taller. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...[...document.querySelectorAll('svg text')]
      .filter((text) => {
        const drawing = text.closest('svg')?.getBoundingClientRect();
        return drawing && text.getBoundingClientRect().right > drawing.right + 1;
      })
      .map((text) => text.outerHTML.slice(0, 120)),
    ...[...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.innerText !== '')
      .filter((element) => {
        const { overflowX, overflowY, display, clipPath } = getComputedStyle(element);
        if (display === 'inline' || clipPath !== 'none' || element.clientHeight <= 1) return false;
        const cut = overflowY !== 'visible' && overflowY !== 'auto' && overflowY !== 'scroll';
        const cutAside = overflowX !== 'visible' && overflowX !== 'auto' && overflowX !== 'scroll';
        return (
          (cut && element.scrollHeight > element.clientHeight + 1) ||
          (cutAside && element.scrollWidth > element.clientWidth + 1)
        );
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  ]);
}

/** Styles that readers set for themselves: the values of WCAG 2.2, 1.4.12, and letters of twice their size. */
const ownStyles = {
  'set lines, words and letters further apart':
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
  'have letters twice as large': 'html { font-size: 200% }',
};

for (const [wish, style] of Object.entries(ownStyles)) {
  test(`readers who ${wish} lose no text, and no page scrolls sideways`, async ({ page }) => {
    test.setTimeout(60_000);
    for (const path of [...kinds, known, wide]) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.evaluate((own) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(own);
        document.adoptedStyleSheets.push(sheet);
      }, style);
      expect.soft(await cutTexts(page), path).toEqual([]);
      expect.soft(await widerThanPage(page), path).toEqual([]);
    }
  });
}

test('a text that its box cuts off is noticed @once', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => {
    const box = document.createElement('p');
    box.textContent = 'One line too many';
    box.style.cssText = 'block-size: 0.5em; overflow: clip';
    document.body.append(box);
  });
  expect(await cutTexts(page)).not.toEqual([]);
});

test('a task within a task stands further in @once', async ({ page }) => {
  await page.goto('/docs/write-a-page/');
  const [outer = 0, inner = 0] = await page.evaluate(() => {
    const list = document.querySelector('.contains-task-list');
    list?.querySelector('li')?.append(list.cloneNode(true));
    return [...document.querySelectorAll('.contains-task-list input')].map((box) => box.getBoundingClientRect().left);
  });
  expect(inner).toBeGreaterThan(outer + 10);
});
