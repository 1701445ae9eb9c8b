import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { writeSearchIndex } from '../../src/search/write-index.node.ts';
import { createSiteServer } from '../../src/site/server.node.ts';
import { BuiltSite, elementsOf, textOf } from '../built-site.ts';
import { expect, test } from '../quiet-page.ts';

/** Bytes of what a page receives from now on, as a host sends them: text by brotli, the rest as it is. */
function bytesOf(page: Page, folder: string): () => number {
  const files: string[] = [];
  page.context().on('response', (response) => files.push(decodeURIComponent(new URL(response.url()).pathname)));
  return () => {
    const sizes = [...new Set(files)].map((file) => {
      const content = readFileSync(join(folder, file.endsWith('/') ? `${file}index.html` : file));
      return /\.(?:pf_\w+|pagefind|woff2)$/.test(file) ? content.length : brotliCompressSync(content).length;
    });
    return sizes.reduce((sum, size) => sum + size, 0);
  };
}

test('the first known error does not wait for the index, and costs at most 110 kB with page and fonts @once', async ({
  page,
}) => {
  await page.context().route('**/pagefind/**', () => undefined); // never answered
  const bytes = bytesOf(page, 'dist');
  await page.goto('/');
  await page.getByLabel('What did your terminal print?').fill('write /x: no space left on device');
  await page.getByRole('option').first().waitFor();
  expect(bytes()).toBeLessThanOrEqual(110_000);
});

test('the first page among a thousand articles costs at most 168 kB for two words @once', async ({ browser }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'thousand-'));
  cpSync('dist', folder, { recursive: true });
  rmSync(join(folder, 'pagefind'), { recursive: true });
  await writeSearchIndex(articles(1000), join(folder, 'pagefind'), 'en', join(folder, '.cache'));
  const server = createSiteServer(folder, '/').listen(0);
  try {
    const { port } = server.address() as AddressInfo;
    const costs: number[] = [];
    for (const words of ['storage driver', 'thin pool', 'image layer', 'overlay2 inodes', 'btrfs subvolume']) {
      const context = await browser.newContext(); // with a cache of its own
      const page = await context.newPage();
      await page.goto(`http://localhost:${port}/search/`);
      const bytes = bytesOf(page, folder);
      // Only what the first result waits for: the texts of the others are held back.
      let texts = 0;
      await page.route('**/fragment/**', (route) => (texts++ === 0 ? route.continue() : undefined));
      await page.getByRole('combobox').fill(words);
      costs.push(await page.getByRole('group', { name: 'Pages' }).getByRole('option').first().waitFor().then(bytes));
      await context.close();
    }
    const least = Math.min(...costs);
    expect(least).toBeGreaterThan(60_000); // Pagefind's own program alone
    // A word that stands at the end of a part of the index asks for the next one too, which is some 6 kB.
    expect(Math.max(...costs)).toBeLessThanOrEqual(168_000);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});

/** Invented articles of 800 words of this site, the frequent ones as frequent as they are here; the same in every run. */
function articles(count: number): { url: string; html: string }[] {
  const site = new BuiltSite();
  const words = site
    .files()
    .filter((file) => /^(?:errors|posts|docs)\/[^/]+\/index\.html$/.test(file))
    .flatMap((file) =>
      elementsOf(site.text(file), ({ tagName }) => tagName === 'p').flatMap((p) => textOf(p).split(/\s+/)),
    )
    .filter((word) => /^[\w./-]{1,30}$/.test(word));
  let seed = 7;
  const word = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return words[Math.floor((seed / 2 ** 31) * words.length)] ?? '';
  };
  const run = (length: number) => Array.from({ length }, word).join(' ');
  return Array.from({ length: count }, (_, place) => ({
    url: `/posts/a-${place}/`,
    html: `<html lang="en"><body><article data-pagefind-body data-kind="article" data-pagefind-filter="kind[data-kind]"><h1>${run(4)} ${place}</h1>${Array.from({ length: 8 }, (__, part) => `<h2 id="h${part}">${run(3)}</h2><p>${run(100)}</p>`).join('')}</article></body></html>`,
  }));
}
