/**
 * What the first page of a search costs a reader, when the site has few articles and when it has many: in a browser, with
 * the index that a build makes of our own pages and of the invented archive beside them.
 */
import { cp, glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import type { Browser } from '@playwright/test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { driverKindsIn } from '../src/errors/driver-kinds.ts';
import { renderMarkdown } from '../src/markdown/pipeline.node.ts';
import type { BuiltPage } from '../src/search/index-pages.node.ts';
import { searchMarks } from '../src/search/marks.ts';
import { writeSearchIndex } from '../src/search/write-index.node.ts';
import { site } from '../src/site.config.ts';
import { inventArticles } from './archive.ts';
import { bytesOf, openBrowser, serve, untilQuiet } from './slow-browser.ts';
import type { Served } from './slow-browser.ts';
import { kilobytes, table } from './table.ts';

const [oldest] = inventArticles(1);

/**
 * What a test asks a thousand articles as well, words of most of them; the name of one host, which few have in each year;
 * and the number of a container, which the oldest article alone has.
 */
const questions = [
  ...['storage driver', 'thin pool', 'image layer', 'overlay2 inodes', 'btrfs subvolume'],
  oldest?.title.split(/ /).at(-2) ?? '',
  /[a-z]+-[\da-f]{12}/.exec(oldest?.errorLine ?? '')?.[0] ?? '',
];

/** Kinds of files that are fetched, by their addresses; the first that fits counts. */
const parts: readonly (readonly [name: string, path: RegExp])[] = [
  ['program', /\/pagefind\/[^/]+\.(?:js|json|wasm)$/],
  ['list of pages', /\.pf_meta$/],
  ['kinds', /\.pf_filter$/],
  ['words', /\.pf_index$/],
  ['page', /\.pf_fragment$/],
  ['ours', /./],
];

/** Measures the sizes that `npm run bench -- search-bytes` is asked for, and prints them. */
export async function printSearchBytes(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { sizes: { type: 'string', default: '100,1000,10000' } } });
  const browser = await openBrowser();
  const rows: (string | number)[][] = [];
  const least = new Map<string, number>();
  try {
    for (const articles of values.sizes.split(',').map(Number)) {
      for (const { question, all, shares } of await measure(browser, articles)) {
        least.set(question, least.get(question) ?? all);
        const growth = (all / (least.get(question) ?? NaN)).toFixed(2);
        rows.push([articles, question, kilobytes(all), growth, ...shares.map(kilobytes)]);
      }
    }
  } finally {
    await browser.close();
  }
  console.log('\nFrom the first key to the first page (kB, and how many times that of the first size):\n');
  table(['articles', 'question', 'kB', 'growth', ...parts.map(([name]) => name)], rows);
}

interface Asked {
  question: string;
  all: number;
  /** In the order of `parts`. */
  shares: number[];
}

async function measure(browser: Browser, articles: number): Promise<Asked[]> {
  const folder = await mkdtemp(join(tmpdir(), 'search-bytes-'));
  try {
    await cp('dist', folder, { recursive: true });
    await rm(join(folder, 'pagefind'), { recursive: true });
    const built = await Array.fromAsync(pages(articles));
    await writeSearchIndex(built, join(folder, 'pagefind'), site.language, join(folder, '.cache'));
    const served = await serve('ours', folder);
    try {
      const asked: Asked[] = [];
      for (const question of questions) asked.push(await ask(browser, served, question));
      return asked;
    } finally {
      served.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Asks as a reader who just came to the page of the search. */
async function ask(browser: Browser, served: Served, question: string): Promise<Asked> {
  const { origin, sent } = served;
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/search/`);
    await untilQuiet(served);
    const before = sent.length;
    await page.getByRole('combobox').fill(question);
    await page.getByRole('group', { name: 'Pages' }).getByRole('option').first().waitFor();
    // The text of the first page is the last that it waits for; longer words and other pages come after it.
    const answers = sent.slice(before);
    answers.length = answers.findIndex(({ path }) => path.endsWith('.pf_fragment')) + 1;
    const shares = parts.map(([name]) =>
      bytesOf(answers.filter(({ path }) => parts.find(([, kind]) => kind.test(path))?.[0] === name)),
    );
    return { question, all: bytesOf(answers).all, shares: shares.map(({ all }) => all) };
  } finally {
    await context.close();
  }
}

/** Our own pages as they are built, and invented articles with the marks that the index reads. */
async function* pages(articles: number): AsyncGenerator<BuiltPage> {
  for await (const file of glob('**/index.html', { cwd: 'dist' })) {
    yield { url: `/${file.replace(/index\.html$/, '')}`, html: await readFile(join('dist', file), 'utf8') };
  }
  const last = [...inventArticles(articles)].at(-1)?.date ?? '';
  // The last year has all of its articles, which is the most that the newest index can have.
  const later = Date.UTC(new Date().getUTCFullYear(), 11, 31) - Date.parse(last);
  for (const { id, title, description, date, tags, body } of inventArticles(articles)) {
    const drivers = driverKindsIn([title, description, ...tags].join(' '));
    const marks = Object.entries(
      searchMarks({ kind: 'article', tags, drivers, date: new Date(Date.parse(date) + later) }),
    );
    const attributes = marks.map(([name, value]) => `${name}="${value}"`).join(' ');
    const text = await renderMarkdown(body);
    yield {
      url: `/posts/${id}/`,
      html: `<html lang="${site.language}"><body><article ${attributes}><h1>${title}</h1>${text}</article></body></html>`,
    };
  }
}
