import type { BrowserContext, Route } from '@playwright/test';
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSearchIndex } from '../../src/search/write-index.node.ts';
import { expect, test } from '../quiet-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'older-'));

/** An index that has 2,000 pages of 2014 apart from one of 2015. */
test.beforeAll(async () => {
  const pages = Array.from({ length: 2000 }, (_, number) => page(2014, number, 'Notes on a quokka.'));
  pages.push(page(2015, 1, 'Notes on a quokka and a wombat.'));
  await writeSearchIndex(pages, join(folder, 'pagefind'), 'en', join(folder, 'cache'));
});

test.afterAll(() => rmSync(folder, { recursive: true }));

function page(year: number, number: number, text: string) {
  const marks = `data-pagefind-body data-kind="article" data-year="${year}" data-pagefind-filter="kind[data-kind]"`;
  const html = `<html lang="en"><body><main><article ${marks}><h1>Day ${number} of ${year}</h1><p>${text}</p></article></main></body></html>`;
  return { url: `/posts/${year}-${number}/`, html };
}

/** Has the site answer with this index in place of its own; the paths that it was asked for. */
async function answerWithIndex(context: BrowserContext): Promise<string[]> {
  const asked: string[] = [];
  await context.route('**/pagefind/**', (route, request) => {
    const { pathname } = new URL(request.url());
    asked.push(pathname);
    const file = join(folder, pathname);
    return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
  });
  return asked;
}

test('a search looks through newest and older pages, which have indexes of their own, and fetches nothing twice @once', async ({
  page,
}) => {
  const asked = await answerWithIndex(page.context());
  await page.goto('/search/?q=quokka');
  const pages = page.getByRole('group', { name: 'Pages' });
  await expect(pages.getByRole('option')).toHaveCount(10);
  await expect(page.getByText(/2,?001/).first()).toBeVisible();
  await page.getByRole('combobox').fill('wombat');
  await expect(pages.getByRole('option', { name: 'Day 1 of 2015' })).toBeVisible();
  await page.getByRole('combobox').fill('"Day 1234 of 2014"');
  await expect(pages.getByRole('option', { name: 'Day 1234 of 2014' })).toBeVisible();
  expect(asked.filter((path) => /\/older\/[^/]+\/pagefind-entry\.json$/.test(path))).toHaveLength(1);
  expect(asked.filter((path, place) => asked.indexOf(path) !== place)).toEqual([]);
});

test('the best of the newest pages is shown before the index of older ones is asked for @once', async ({ page }) => {
  await answerWithIndex(page.context());
  const older: Route[] = [];
  await page.context().route('**/pagefind/older/**', (route) => void older.push(route));
  await page.goto('/search/?q=quokka');
  const options = page.getByRole('group', { name: 'Pages' }).getByRole('option');
  await expect(options).toHaveText([/^Day 1 of 2015/]);
  for (const route of older) await route.fallback();
  await page.context().unroute('**/pagefind/older/**');
  await expect(options).toHaveCount(10);
});

test('an index of older pages that does not come is said, and what the newest have stays @once', async ({ page }) => {
  for (const file of globSync('pagefind/older/*/pagefind-entry.json', { cwd: folder })) rmSync(join(folder, file));
  await answerWithIndex(page.context());
  await page.goto('/search/?q=wombat');
  await expect(page.getByRole('status').first()).toHaveText(/^The search index could not be loaded/);
  await expect(page.getByRole('option', { name: 'Day 1 of 2015' })).toBeVisible();
});
