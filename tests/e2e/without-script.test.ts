import { BuiltSite, inRuns } from '../built-site.ts';
import { expect, test } from '../quiet-page.ts';

test.use({ javaScriptEnabled: false });

test('the comparison is complete without script: every answer with the way to its source and day @once', async ({
  page,
}) => {
  await page.goto('/drivers/');
  const table = page.getByRole('table', { name: 'Storage drivers, fact by fact' });
  const drivers = (await table.getByRole('columnheader').count()) - 1;
  expect(drivers).toBeGreaterThanOrEqual(29);
  const rows = await table.locator('[data-fact]').evaluateAll((all) =>
    all.map((row) =>
      [...row.querySelectorAll('td')].map((cell) => ({
        answer: cell.querySelector('b')?.textContent ?? '',
        source: cell.querySelector('a')?.hash.slice(1),
        none: cell.querySelector('i')?.textContent,
      })),
    ),
  );
  expect(rows.length).toBeGreaterThanOrEqual(30);
  expect(rows.every((cells) => cells.length === drivers)).toBe(true);
  const cells = rows.flat();
  expect(cells.filter(({ answer }) => answer === '')).toEqual([]);
  expect(cells.filter(({ source, none }) => source === undefined && none !== 'no source found')).toEqual([]);
  const notes = await page.locator('.sources li').evaluateAll((all) =>
    all.map((note) => ({
      id: note.id,
      to: note.querySelector('a')?.href,
      day: note.querySelector('time')?.dateTime,
    })),
  );
  for (const { to, day } of notes) {
    expect(to).toMatch(/^https?:\/\/.+/);
    expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
  const ids = new Set(notes.map(({ id }) => id));
  expect(cells.filter(({ source }) => source !== undefined && !ids.has(source))).toEqual([]);
});

test('a source is reached with one click, and its list opens for it', async ({ page }) => {
  await page.goto('/drivers/');
  const cell = page.locator('[data-fact=size_limit]').getByRole('cell').first();
  await cell.getByRole('link').click();
  await expect(page).toHaveURL(/#compare-source-\d+$/);
  await expect(page.locator(':target')).toBeInViewport();
  await expect(page.locator(':target').getByRole('link').first()).toBeVisible();
});

test('the question of the home page leads to all known messages, and carries nothing there', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('.examples')).toBeHidden(); // Its links need script.
  await page.getByRole('textbox', { name: 'What did your terminal print?' }).fill('secret');
  await page.getByRole('button', { name: 'Find the way out' }).click();
  await expect(page).toHaveURL(/\/search\/\??$/);
  await expect(page.getByText('no space left on device').first()).toBeVisible();
});

test('a letter leads to the known messages that begin with it', async ({ page }) => {
  await page.goto('/search/');
  await page.getByRole('navigation', { name: 'Letters' }).getByRole('link', { name: 'N', exact: true }).click();
  await expect(page).toHaveURL(/#n$/);
  await expect(page.getByRole('heading', { name: 'N', exact: true })).toBeInViewport();
});

test('where only a script would read what is typed there is no field, and the way on is said @once', async ({
  page,
}) => {
  for (const [path, way] of [
    ['/search/', 'Search needs JavaScript.'],
    ['/offline/', 'Search needs JavaScript.'],
    ['/docker-info/', 'The form needs JavaScript.'],
  ] as const) {
    await page.goto(path);
    await expect(page.locator('input:visible, textarea:visible')).toHaveCount(0);
    expect(await page.getByRole('main').innerText(), path).toContain(way);
  }
});

test('of what a script would keep nothing is promised where there is none @once', async ({ page }) => {
  await page.goto('/offline/');
  const text = await page.getByRole('main').innerText();
  expect(text).toContain('Pages are kept by a script, and scripts are switched off here.');
  expect(text).not.toMatch(/field above|is kept/);
});

for (const paths of inRuns(new BuiltSite().sitemapPaths(), 12)) {
  test(`every page from ${paths[0]} to ${paths.at(-1)} is whole without script @once`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const path of paths) {
      await page.goto(path);
      await expect.soft(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
      const text = await page.getByRole('main').innerText();
      expect.soft(text.length, path).toBeGreaterThan(100);
      expect.soft(text, path).not.toMatch(/loading(?:…|\.\.\.)/i);
      // A button that only a script could serve is not shown; one that sends a form works.
      const dead = page.locator('button:visible:not([type=submit]):not(form button:not([type]))');
      await expect.soft(dead, path).toHaveCount(0);
    }
  });
}
