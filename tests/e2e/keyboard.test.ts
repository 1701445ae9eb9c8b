import { expect, test } from '../quiet-page.ts';

test('the first Tab reaches the way past the header, and it works', async ({ page }) => {
  await page.goto('/posts/mind-the-storage-driver/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  const { width, height } = (await skip.boundingBox()) ?? { width: 0, height: 0 };
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
});

test('every stop of the Tab key is visible and has a visible outline', async ({ page }) => {
  await page.goto('/posts/mind-the-storage-driver/');
  for (let stop = 0; stop < 25; stop += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return { name: 'nothing', outline: 0, drawn: false };
      const { outlineWidth, outlineStyle } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      return {
        name: element.outerHTML.slice(0, 80),
        outline: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
        drawn: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight,
      };
    });
    expect(seen, seen.name).toMatchObject({ drawn: true });
    expect(seen.outline, seen.name).toBeGreaterThanOrEqual(2);
  }
});

test('what scrolls by itself can be reached and scrolled with keys', async ({ page }) => {
  for (const path of ['/posts/mind-the-storage-driver/', '/drivers/']) {
    await page.goto(path);
    const unreachable = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main *')]
        .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
        .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.tabIndex !== 0)
        .map((element) => element.outerHTML.slice(0, 100)),
    );
    expect(unreachable).toEqual([]);
  }
  const region = page.getByRole('region', { name: 'Storage drivers, fact by fact' });
  await region.focus();
  // A busy machine may lose a key that is pressed while the page is still being drawn.
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    expect(await region.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  }).toPass();
});

test('the question mark lists the keys while nothing has the focus, and a reader can switch it off @once', async ({
  page,
}) => {
  await page.goto('search/');
  const field = page.getByRole('combobox');
  await field.fill('');
  await field.press('Shift+?');
  await expect(field).toHaveValue('?');
  await page.goto('posts/');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Shift+?');
  const list = page.getByRole('dialog', { name: 'Keys' });
  await expect(list.getByRole('term')).toHaveCount(5);
  await list.getByRole('checkbox', { name: 'Use the keys / and ? by themselves' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await page.reload();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Shift+?');
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await expect(list).toHaveCount(0);
});

test('the list of keys is there once, and says what the search says of them @once', async ({ page }) => {
  await page.goto('/docs/');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('checkbox')).toBeChecked();
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.evaluate(() => {
    const key = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }));
    key();
    key();
  });
  await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveCount(1);
  await page.getByRole('dialog').getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('checkbox')).not.toBeChecked();
});

test('a way to the search that is taken out of its page hears no more keys, and hears them again when it is back @once', async ({
  page,
}) => {
  await page.goto('posts/');
  const isHeard = await page.locator('search-shortcut').evaluate((shortcut) => {
    const key = { key: 'k', ctrlKey: true, bubbles: true, cancelable: true };
    const isTaken = () => !document.body.dispatchEvent(new KeyboardEvent('keydown', key));
    const parent = shortcut.parentElement;
    shortcut.remove();
    const whileAway = isTaken();
    parent?.append(shortcut);
    return [whileAway, isTaken()];
  });
  expect(isHeard).toEqual([false, true]);
  await expect(page.getByRole('combobox')).toBeFocused();
});

test('no answer that the Tab key reaches lies under the headings of the table for the chooser @once', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('drivers/choose/');
  const table = page.locator('.decisions');
  await table.focus();
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press('Tab');
    await expect(table.locator('a:focus')).toHaveCount(1);
    // The table may still be on its way to the answer.
    await expect
      .poll(() =>
        page.evaluate(() => {
          const link = document.activeElement;
          const box = link?.getClientRects()[0];
          if (box === undefined) return 'nothing';
          const seen = document.elementFromPoint(box.left + 2, box.top + box.height / 2);
          return link?.contains(seen) === true ? 'the answer' : seen?.outerHTML.slice(0, 80);
        }),
      )
      .toBe('the answer');
  }
});
