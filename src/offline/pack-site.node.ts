import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { globSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { hashedFolders } from '../site/answers.ts';
import { dayLanguage } from '../site/dates.ts';
import { href, pathOf } from '../site/urls.ts';
import { site } from '../site.config.ts';
import { writeParts } from '../site/write-parts.node.ts';
import type { KeeperSettings, ShelfName } from './kept.ts';
import { shelfText } from './shelf.ts';
import { workerOf } from './worker-script.node.ts';

/** Folder of the files whose names change with their content, in the built site. */
const assets = '_astro/';

/** Pages that every reader has after a visit, besides those that they opened; the known errors come to it. */
const firstPages: readonly string[] = [pathOf.home, pathOf.errors, pathOf.search, pathOf.dockerInfo, pathOf.offline];

/** The two that list all messages: they come last, where what they repeat is near, which packs 3 kB smaller. */
const listings: readonly string[] = [pathOf.errors, pathOf.search];

/** What the search for what a terminal printed loads by names that stand in no page. */
const searchFiles: readonly string[] = [
  pathOf.searchStyle,
  pathOf.errorMessages,
  pathOf.errorScopes,
  pathOf.adviceData,
  '/icon.svg',
];

/** Facts that the chooser and a comparison read beside their page: a reader has them who opened it, or keeps all. */
const factFiles: readonly string[] = ['drivers', 'facts', 'engines', 'distributions', 'history'].map(
  (name) => `${pathOf.data}${name}.json`,
);

/** What no page of the first shelf names, and an article with a comparison loads when a reader turns to it. */
const isControl = (name: string) => name.startsWith('compare-controls.');

/** What looks for words reads the index, which is on the other shelf. */
const isFinder = (name: string) => name.startsWith('page-finder.');

/** What looks for errors where a browser has no workers; one that keeps pages has them. */
const isSpare = (name: string) => /^(?:error-finder|translated)\./.test(name);

const styleFile = 'offline.css';

/** Pictures are many and large: a reader has those of the pages that they opened. */
const isPicture = (file: string) => /\.(?:avif|gif|jpe?g|png|webp)$/.test(file);

/** Whether a page is for those who know its address, such as a draft that is shown to a friend. */
const isHidden = (html: string) => html.includes('<meta name="robots" content="noindex');

/**
 * Writes the worker that keeps pages, and the two files that it fetches ahead, into the site that was built in `root`; those
 * of before go. How many pages each reader has after a visit.
 */
export async function packSite(root: string): Promise<number> {
  for (const old of globSync(`${assets}offline-*.json`, { cwd: root })) rmSync(join(root, old));
  await writeFile(join(root, styleFile), await readFile(new URL('../styles/offline.css', import.meta.url)));
  const { first, rest, kept } = fillShelves(root);
  const shelves = { first: writeShelf(root, 'first', first), rest: writeShelf(root, 'rest', rest) };
  const offlinePage = href(pathOf.offline);
  const { base } = site;
  const settings: KeeperSettings = {
    base,
    language: dayLanguage(),
    shelves,
    offlinePage,
    style: href(styleFile),
    facts: factFiles.map(nameOf),
    hashed: hashedFolders.map((folder) => base + folder),
  };
  await writeFile(join(root, pathOf.keeper), await workerOf('keeper.worker.ts', settings));
  return kept;
}

/** What goes on a shelf: paths of pages and of files, both without the base. */
interface Contents {
  pages: string[];
  files: string[];
}

/** What every reader has after a visit, of which `kept` are pages, and the rest of the site for those who ask for it. */
function fillShelves(root: string): Record<ShelfName, Contents> & { kept: number } {
  const found = globSync('**/index.html', { cwd: root });
  const paths = found.map((file) => `/${file.split(sep).join('/')}`.replace(/index\.html$/, '')).toSorted();
  const names = readdirSync(join(root, assets))
    .filter((name) => !isPicture(name))
    .toSorted();
  const isFirst = (path: string) => firstPages.includes(path) || path.startsWith(pathOf.errors);
  const isListing = (path: string) => Number(listings.includes(path));
  const firstPaths = paths.filter(isFirst).toSorted((a, b) => isListing(a) - isListing(b));
  const first = [...read(root, firstPaths)];
  const texts = [...first.map(([, html]) => html), ...names.filter(isControl)];
  const firstFiles = namedIn(root, names, new Set(texts)).filter((name) => !isFinder(name) && !isSpare(name));
  const restFiles = names.filter((name) => !firstFiles.includes(name)).map((name) => `/${assets}${name}`);
  restFiles.push(...factFiles);
  for (const file of globSync('pagefind/**/*.*', { cwd: root })) restFiles.push(`/${file.split(sep).join('/')}`);
  return {
    first: {
      pages: firstPaths,
      files: [...firstFiles.map((name) => `/${assets}${name}`), ...searchFiles, `/${styleFile}`],
    },
    rest: { pages: paths.filter((path) => !isFirst(path)), files: restFiles.toSorted() },
    kept: first.length,
  };
}

/** The pages at `paths` by name, without those that are hidden, one after the other. */
function* read(root: string, paths: readonly string[]): Generator<readonly [name: string, html: string]> {
  for (const path of paths) {
    const html = readFileSync(join(root, path, 'index.html'), 'utf8');
    if (!isHidden(html)) yield [nameOf(path), html];
  }
}

/** A path as browsers name it, with the base. */
function nameOf(path: string): string {
  return encodeURI(href(path));
}

/** Those of `names` that stand in `texts`, or in the scripts and styles that stand there, and so on. */
function namedIn(root: string, names: readonly string[], texts: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  const unread = new Set(texts);
  for (const text of unread) {
    for (const name of names) {
      if (found.has(name) || !text.includes(name)) continue;
      found.add(name);
      if (/\.(?:js|css)$/.test(name)) unread.add(readFileSync(join(root, assets, name), 'utf8'));
    }
  }
  return [...found];
}

/** Writes a shelf under a name that changes with its pages and with the content of its files; its path, base included. */
function writeShelf(root: string, name: ShelfName, { pages, files }: Contents): string {
  const hash = createHash('sha256');
  const draft = join(root, assets, `offline-${name}.json`);
  writeParts(draft, hashed(shelfText(read(root, pages), files.map(nameOf), digest), hash));
  for (const file of files) hash.update(readFileSync(join(root, file)));
  const path = `${assets}offline-${name}.${hash.digest('base64url').slice(0, 8)}.json`;
  renameSync(draft, join(root, path));
  return href(path);
}

function* hashed(parts: Iterable<string>, hash: Hash): Generator<string> {
  for (const part of parts) {
    hash.update(part);
    yield part;
  }
}

function digest(piece: string): string {
  return createHash('sha256').update(piece).digest('base64url');
}
