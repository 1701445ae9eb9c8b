import type { Page } from '@playwright/test';
import { expect, test } from '../quiet-page.ts';
import { Comparison } from './comparison-page.ts';

const two = '/drivers/?drivers=docker-overlay2,docker-btrfs';

/** The text of the cell that has the focus, or what else has it. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const cell = document.activeElement?.closest('th, td');
    return (cell?.querySelector('b, a') ?? cell?.firstChild ?? document.activeElement)?.textContent?.trim() ?? '';
  });
}

/** A comparison with two columns, whose first head cell has the focus. */
async function walkIn(page: Page): Promise<Comparison> {
  const comparison = new Comparison(page);
  await page.goto(two);
  await expect(comparison.status).toHaveText(/ 2 of 29 drivers/);
  await comparison.grid.getByRole('columnheader', { name: 'Fact' }).focus();
  return comparison;
}

test('arrow keys go from cell to cell, past headings of groups, and stay in the table', async ({ page }) => {
  await walkIn(page);
  const walk = async (...steps: [key: string, cell: string][]): Promise<void> => {
    for (const [key, cell] of steps) {
      await page.keyboard.press(key);
      expect(await focused(page), key).toBe(cell);
    }
  };
  await walk(
    ['ArrowLeft', 'Fact'],
    ['ArrowUp', 'Fact'],
    ['ArrowRight', 'Docker overlay2'],
    ['ArrowRight', 'Docker btrfs'],
    ['ArrowRight', 'Docker btrfs'],
    ['ArrowDown', 'Status'], // a heading over all columns
    ['ArrowDown', 'legacy'],
    ['ArrowDown', '0.8.0'], // the column is remembered
    ['ArrowLeft', '1.12.0'],
    ['Home', 'Introduced'],
    ['End', '0.8.0'],
    ['ArrowUp', 'legacy'],
    ['ArrowUp', 'Status'],
    ['ArrowUp', 'Docker btrfs'],
    ['Control+End', 'shifted-unpack'],
    ['ArrowDown', 'shifted-unpack'],
    ['Control+Home', 'Fact'],
  );
});

test('a cell that has the focus is in sight, and not below the heads @once', async ({ page }) => {
  const comparison = await walkIn(page);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowUp');
  const cell = page.locator(':focus');
  await expect(cell).toBeInViewport();
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowUp');
  const [top, heads] = await Promise.all([
    cell.evaluate((element) => element.getBoundingClientRect().top),
    comparison.grid.locator('thead').evaluate((element) => element.getBoundingClientRect().bottom),
  ]);
  expect(top).toBeGreaterThanOrEqual(heads - 1);
});

test('the table is one stop of the Tab key, which goes through it and comes back to the same cell', async ({
  page,
}) => {
  const comparison = await walkIn(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(comparison.grid.locator('[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('Sources, with the day on which each was read');
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe('legacy');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Change this table' })).toBeFocused();
});

test('the stop of the Tab key moves to a head when its cell is hidden @once', async ({ page }) => {
  const comparison = await walkIn(page);
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  await (await comparison.control('checkbox', 'Docker overlay2')).uncheck();
  await expect(comparison.drivers).toHaveText(['Docker btrfs']);
  await expect(comparison.grid.locator('[tabindex="0"]')).toHaveText('Fact');
});

test('Enter on a cell opens its source and day, and Escape gives the focus back', async ({ page }) => {
  const comparison = await walkIn(page);
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  const card = comparison.root.getByRole('dialog', { name: 'Docker overlay2: Introduced' });
  await expect(card).toBeVisible();
  await expect(card.getByRole('time')).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\d$/);
  const source = card.getByRole('link').first();
  await expect(source).toBeFocused();
  await expect(source).toHaveAttribute('href', /^https:\/\//);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  expect(await focused(page)).toBe('1.12.0');
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe('none');
});

test('a click on the number of a source opens the card with a report that has everything filled in @once', async ({
  page,
}) => {
  const comparison = new Comparison(page);
  await page.goto(two);
  await expect(comparison.status).toHaveText(/ 2 of 29 drivers/);
  await comparison.row('Copy-up unit').getByRole('gridcell').first().getByRole('link').click();
  const card = comparison.root.locator('fact-source');
  const source = (await card.getByRole('link').first().getAttribute('href')) ?? '';
  const report = new URL((await card.getByRole('link', { name: 'Report this fact' }).getAttribute('href')) ?? '');
  expect(report.href).toMatch(/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/issues\/new\?/);
  expect(report.searchParams.get('title')).toBe('docker-overlay2: Copy-up unit');
  const body = report.searchParams.get('body') ?? '';
  expect(body).toContain(`${page.url()} says “file”.`);
  expect(body).toContain(`Source given: ${source}`);
  await expect(card.getByRole('link', { name: 'Edit this fact' })).toHaveAttribute(
    'href',
    /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/edit\/main\/content\/drivers\/docker-overlay2\.yaml$/,
  );
  await expect(page).toHaveURL(two);
  await page.mouse.click(5, 5);
  await expect(card).toBeHidden();
});

test('a cell of the past has its own source and day in the card @once', async ({ page }) => {
  const comparison = new Comparison(page);
  await page.goto(`${two}&asof=Docker+17.06`);
  const cell = comparison.row('Status').getByRole('gridcell').first();
  await expect(cell.locator('b')).toHaveText('supported');
  await cell.getByRole('link').click();
  const card = comparison.root.locator('fact-source');
  await expect(card.getByRole('link').first()).toHaveAttribute('href', /^https:\/\//);
  await expect(card).toContainText(/read \d{1,2} \p{L}+ \d{4}/u);
});

for (const view of ['', '&view=cards']) {
  test(`a screen reader gets heads and cells of the table${view && ' as cards'} with their names @once`, async ({
    page,
    context,
  }) => {
    const comparison = new Comparison(page);
    await page.goto(`${two}&find=layer+limit${view}`);
    await expect(comparison.status).toHaveText('1 of 34 facts, 2 of 29 drivers.');
    await comparison.grid.scrollIntoViewIfNeeded();
    const session = await context.newCDPSession(page);
    const tree = async (): Promise<string[]> => {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      return nodes
        .filter(({ ignored, role }) => !ignored && /^(?:grid|.*header|.*cell)$/.test(String(role?.value)))
        .map(({ role, name }) => `${role?.value}: ${name?.value}`.slice(0, 60));
    };
    const heads = [/^columnheader: Fact$/, /^columnheader: Docker overlay2\b/, /^columnheader: Docker btrfs\b/];
    const expected = [
      /^grid: Storage drivers, fact by fact$/,
      ...(view === '' ? heads : []),
      /^rowheader: Limits$/i,
      /^rowheader: Layer limit How many layers/,
      /^gridcell: .*125 layers/,
      /^gridcell: .*125 layers/,
    ];
    // The tree comes in no order that means anything.
    const named = expected.map((pattern) => expect.stringMatching(pattern) as unknown);
    await expect.poll(tree).toEqual(expect.arrayContaining(named));
    expect(await tree()).toHaveLength(expected.length);
  });
}
