import type { Page } from '@playwright/test';
import { BrowserTab } from '../browser-tab.ts';
import { expect, test } from '../quiet-page.ts';

/** Lightness of the page's ground from 0 to 1, as it is drawn. */
function lightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    if (canvas === null) throw new Error('There is no canvas.');
    canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / (3 * 255);
  });
}

test('the theme follows the system, before and after it changes @once', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  expect(await lightness(page)).toBeGreaterThan(0.8);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await lightness(page)).toBeLessThan(0.3);
});

test('a theme that was chosen stays over a reload, and against the system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const button = page.getByRole('button', { name: /^Theme/ });
  await expect(button).toHaveAccessibleName('Theme: system');
  await expect(button).toHaveAccessibleDescription('Change the theme');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAccessibleName('Theme: light');
  await page.keyboard.press('Space');
  await expect(button).toHaveAccessibleName('Theme: dark');
  expect(await lightness(page)).toBeLessThan(0.3);
  await page.reload();
  await expect(button).toHaveAccessibleName('Theme: dark');
  expect(await lightness(page)).toBeLessThan(0.3);
  await button.click();
  await expect(button).toHaveAccessibleName('Theme: system');
  expect(await lightness(page)).toBeGreaterThan(0.8);
});

test('a theme that is chosen in one tab is there in the others @once', async ({ page, context }) => {
  await page.goto('/');
  const other = await context.newPage();
  await other.goto('/posts/');
  await other.getByRole('button', { name: /^Theme/ }).click();
  await expect(page.getByRole('button', { name: /^Theme/ })).toHaveAccessibleName('Theme: light');
});

test('a page that the browser kept whole has the theme that was chosen since @once', async ({ baseURL }) => {
  const tab = await BrowserTab.open();
  try {
    await tab.goto(`${baseURL}posts/`);
    await tab.evaluate('document.body.dataset.kept = ""');
    await tab.goto(`${baseURL}docs/`);
    await tab.evaluate(`document.querySelector('theme-toggle').click()`);
    await tab.until(`localStorage.theme === 'light'`);
    await tab.evaluate('history.back()');
    await tab.until(`'kept' in document.body.dataset && document.documentElement.dataset.theme === 'light'`);
  } finally {
    await tab.close();
  }
});

test('a chosen theme is there before the page is first drawn @once', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.evaluate(() => localStorage.setItem('theme', 'dark'));
  await page.route('**/*.js', (route) => route.fulfill({ body: '', contentType: 'text/javascript' }));
  await page.reload();
  expect(await lightness(page)).toBeLessThan(0.3);
});

test('where storage is switched off, the theme still changes @once', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('Storage is off.', 'SecurityError');
      },
    });
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/');
  const button = page.getByRole('button', { name: /^Theme/ });
  await button.click();
  await expect(button).toHaveAccessibleName('Theme: light');
  expect(await lightness(page)).toBeGreaterThan(0.8);
});

test('a passage that a link leads to is marked as the site marks, and hints in fields are its quiet ink @once', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/drivers/choose/');
  const colours = await page.evaluate(() => {
    const main = document.querySelector('main') as HTMLElement;
    const made = (tag: string, className: string): Element => {
      const element = document.createElement(tag);
      element.className = className;
      main.append(element);
      return element;
    };
    const drawn = (element: Element, part?: string) => {
      const { color, backgroundColor, opacity } = getComputedStyle(element, part);
      return { color, backgroundColor, opacity };
    };
    const hint = drawn(document.querySelector('input[placeholder]') as Element, '::placeholder');
    return {
      hint,
      quiet: drawn(made('p', 'quiet')),
      passage: drawn(main, '::target-text'),
      mark: drawn(made('mark', '')),
    };
  });
  expect(colours.hint).toMatchObject({ color: colours.quiet.color, opacity: '1' });
  expect(colours.passage).toMatchObject(colours.mark);
});
