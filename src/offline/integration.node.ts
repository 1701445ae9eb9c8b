import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { glob, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
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
const searchFiles: readonly string[] = [pathOf.searchStyle, pathOf.errorMessages, pathOf.adviceData, '/icon.svg'];

const styleFile = 'offline.css';

/** Pictures are many and large: a reader has those of the pages that they opened. */
const isPicture = (file: string) => /\.(?:avif|gif|jpe?g|png|webp)$/.test(file);

/**
 * Writes the worker that keeps pages for the time without network, and what it fetches ahead, beside the built pages. Where
 * the site keeps nothing, and in `npm run dev`, a worker stands there that takes an earlier one away.
 */
export function offlineKeeper(): AstroIntegration {
  return {
    name: 'offline-keeper',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        const isOn = command === 'build' && site.offline;
        updateConfig({ vite: { define: { keeper: JSON.stringify(isOn ? href(pathOf.keeper) : '') } } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        if (!site.offline) {
          await writeFile(join(root, pathOf.keeper), await remover());
          return;
        }
        await writeFile(join(root, styleFile), await readFile(new URL('../styles/offline.css', import.meta.url)));
        const { first, rest } = await fillShelves(root);
        const shelves = { first: await writeShelf(root, 'first', first), rest: await writeShelf(root, 'rest', rest) };
        const offlinePage = href(pathOf.offline);
        const { base, language } = site;
        const settings: KeeperSettings = { base, language, shelves, offlinePage, style: href(styleFile) };
        await writeFile(join(root, pathOf.keeper), await workerOf('keeper.worker.ts', settings));
        logger.info(`${Object.keys(first.pages).length} pages are kept for the time without network.`);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          // `url` has lost the base already when it comes here.
          const { pathname } = new URL(request.originalUrl ?? '/', 'http://localhost');
          if (pathname !== href(pathOf.keeper)) {
            next();
            return;
          }
          remover().then((code) => response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(code), next);
        });
      },
    },
  };
}

function remover(): Promise<string> {
  return workerOf('remover.worker.ts', { base: site.base });
}

/** What every reader has after a visit, and the rest of the site for those who ask for it. */
async function fillShelves(root: string): Promise<Record<ShelfName, Shelf>> {
  const pages = new Map<string, string>();
  for await (const file of glob('**/index.html', { cwd: root })) {
    const path = `/${file.split(sep).join('/')}`.replace(/index\.html$/, '');
    pages.set(path, await readFile(join(root, file), 'utf8'));
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
