import { createHash } from 'node:crypto';
import { glob, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { dayLanguage } from '../site/dates.ts';
import { href, pathOf } from '../site/urls.ts';
import { site } from '../site.config.ts';
import type { KeeperSettings, ShelfName } from './kept.ts';
import { shelve } from './shelf.ts';
import type { Shelf } from './shelf.ts';
import { workerOf } from './worker-script.node.ts';

/** Folder of the files whose names change with their content, in the built site. */
const assets = '_astro/';

/** Pages that every reader has after a visit, besides those that they opened; the known errors come to it. */
const firstPages: readonly string[] = [pathOf.home, pathOf.errors, pathOf.search, pathOf.dockerInfo, pathOf.offline];

/** What the search for what a terminal printed loads by names that stand in no page. */
const searchFiles: readonly string[] = [
  pathOf.searchStyle,
  pathOf.errorMessages,
  pathOf.errorScopes,
  pathOf.adviceData,
  '/icon.svg',
];

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
  for await (const old of glob(`${assets}offline-*.json`, { cwd: root })) await rm(join(root, old));
  await writeFile(join(root, styleFile), await readFile(new URL('../styles/offline.css', import.meta.url)));
  const { first, rest } = await fillShelves(root);
  const shelves = { first: await writeShelf(root, 'first', first), rest: await writeShelf(root, 'rest', rest) };
  const offlinePage = href(pathOf.offline);
  const { base } = site;
  const settings: KeeperSettings = { base, language: dayLanguage(), shelves, offlinePage, style: href(styleFile) };
  await writeFile(join(root, pathOf.keeper), await workerOf('keeper.worker.ts', settings));
  return Object.keys(first.pages).length;
}

/** What every reader has after a visit, and the rest of the site for those who ask for it. */
async function fillShelves(root: string): Promise<Record<ShelfName, Shelf>> {
  const pages = new Map<string, string>();
  for await (const file of glob('**/index.html', { cwd: root })) {
    const path = `/${file.split(sep).join('/')}`.replace(/index\.html$/, '');
    const html = await readFile(join(root, file), 'utf8');
    if (!isHidden(html)) pages.set(path, html);
  }
  const names = (await readdir(join(root, assets))).filter((name) => !isPicture(name)).toSorted();
  const isFirst = (path: string) => firstPages.includes(path) || path.startsWith(pathOf.errors);
  const sorted = [...pages].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const first = sorted.filter(([path]) => isFirst(path));
  const rest = sorted.filter(([path]) => !isFirst(path));
  const firstFiles = await namedIn(root, names, new Set(first.map(([, html]) => html)));
  const restFiles = names.filter((name) => !firstFiles.includes(name)).map((name) => `/${assets}${name}`);
  for await (const file of glob('pagefind/**/*.*', { cwd: root })) restFiles.push(`/${file.split(sep).join('/')}`);
  return {
    first: shelfOf(first, [...firstFiles.map((name) => `/${assets}${name}`), ...searchFiles, `/${styleFile}`]),
    rest: shelfOf(rest, restFiles.toSorted()),
  };
}

function shelfOf(pages: readonly (readonly [path: string, html: string])[], files: readonly string[]): Shelf {
  return shelve(
    new Map(pages.map(([path, html]) => [encodeURI(href(path)), html])), // as browsers name them
    files.map((file) => encodeURI(href(file))),
  );
}

/** Those of `names` that stand in `texts`, or in the scripts and styles that stand there, and so on. */
async function namedIn(root: string, names: readonly string[], texts: ReadonlySet<string>): Promise<string[]> {
  const found = new Set<string>();
  const unread = new Set(texts);
  for (const text of unread) {
    for (const name of names) {
      if (found.has(name) || !text.includes(name)) continue;
      found.add(name);
      if (/\.(?:js|css)$/.test(name)) unread.add(await readFile(join(root, assets, name), 'utf8'));
    }
  }
  return [...found];
}

/** Writes a shelf under a name that changes with its pages and with the content of its files; its path, base included. */
async function writeShelf(root: string, name: ShelfName, shelf: Shelf): Promise<string> {
  const json = JSON.stringify(shelf);
  const hash = createHash('sha256').update(json);
  for (const file of shelf.files) hash.update(await readFile(join(root, decodeURI(file).slice(site.base.length))));
  const path = `${assets}offline-${name}.${hash.digest('base64url').slice(0, 8)}.json`;
  await writeFile(join(root, path), json);
  return href(path);
}
