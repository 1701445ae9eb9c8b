import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { BuiltSite } from '../built-site.ts';

/** Pages packed for one fetch: see `src/offline/shelf.ts`. */
interface Shelf {
  pieces: string[];
  pages: Record<string, number[]>;
  files: string[];
}

const site = new BuiltSite();
const shelfFiles = ['first', 'rest'].map((name) =>
  site.files().find((file) => file.startsWith(`_astro/offline-${name}.`)),
);
const [first, rest] = shelfFiles.map((file) => JSON.parse(site.text(String(file))) as Shelf) as [Shelf, Shelf];

/** Bytes as a host sends them that compresses on the way. */
function sent(file: string): number {
  const content = readFileSync(join(site.folder, file));
  if (/\.(?:woff2|pf_\w+|pagefind)$/.test(file)) return content.length;
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}

test('the worker is at most 2.5 kB, and names both shelves', () => {
  expect(sent('keeper.js')).toBeLessThanOrEqual(2_560);
  for (const file of shelfFiles) expect(site.text('keeper.js')).toContain(`"/${String(file)}"`);
});

test('what a reader is sent ahead after a first visit is at most 505 kB', () => {
  const bytes = [String(shelfFiles[0]), ...first.files.map((file) => file.slice(1))].map(sent);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(505_000);
});

test('each known error, the home page and the list of errors are on the first shelf', () => {
  const paths = site.sitemapPaths().filter((path) => path === '/' || path.startsWith('/errors/'));
  expect(paths.length).toBeGreaterThan(90);
  expect(Object.keys(first.pages)).toEqual(expect.arrayContaining(paths));
});

test('the two shelves together hold each page as it was built, but none that is for those who know its address', () => {
  const packed = [first, rest].flatMap(({ pages, pieces }) =>
    Object.entries(pages).map(([path, places]) => [path, places.map((place) => pieces[place]).join('')] as const),
  );
  const pages = site
    .pages()
    .filter(({ file, html }) => file.endsWith('index.html') && !html.includes('content="noindex'));
  expect(new Map(packed)).toEqual(new Map(pages.map(({ path, html }) => [encodeURI(path), html])));
});

test('the files of the shelves are there, with what the search for a message loads and the whole index', () => {
  const names = new Set(site.files().map((file) => `/${file}`));
  expect([...first.files, ...rest.files].filter((file) => !names.has(file))).toEqual([]);
  for (const part of [
    '/search.css',
    '/data/messages.json',
    '/_astro/matcher.worker',
    '/_astro/compare-controls.element',
  ])
    expect(first.files.filter((file) => file.startsWith(part))).toHaveLength(1);
  // Only a browser without workers loads it, and so one that keeps nothing.
  expect(first.files.filter((file) => file.startsWith('/_astro/error-finder.'))).toEqual([]);
  const index = site.files().filter((file) => /^pagefind\/|^_astro\/page-finder\./.test(file));
  expect(rest.files).toEqual(expect.arrayContaining(index.map((file) => `/${file}`)));
});
