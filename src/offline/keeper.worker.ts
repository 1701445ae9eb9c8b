/**
 * Keeps pages for the time without network. Pages come from the network whenever it answers; files whose name changes with
 * their content come from what is kept. `integration.node.ts` makes one script of this, with the settings of the build.
 */
import { keptOn, keptPlaces, noticeOf, partsOf, wholeSite, withNotice } from './kept.ts';
import type { KeeperSettings, ShelfName } from './kept.ts';
import { networkFirst, realAnswer } from './network-first.ts';
import { pageOn } from './shelf.ts';
import type { Shelf } from './shelf.ts';
import * as words from '../site/words.ts';

// The browser's own names for these are in a library that does not go together with that of pages.
interface Task extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
interface Asked extends Task {
  request: Request;
  preloadResponse: Promise<Response | undefined>;
  respondWith: (answer: Promise<Response>) => void;
}
interface Told extends Task {
  /** `wholeSite`, or the address of a page that was made ready and that the reader opened now. */
  data: string;
  source: { postMessage: (message: string) => void };
}
interface Events {
  install: Task;
  activate: Task;
  fetch: Asked;
  message: Told;
}
declare const settings: KeeperSettings;
declare const registration: ServiceWorkerRegistration;
declare const clients: {
  claim: () => Promise<void>;
  matchAll: (options: { includeUncontrolled: boolean }) => Promise<{ url: string }[]>;
};
declare function skipWaiting(): Promise<void>;

const { base, language, shelves, offlinePage, style, facts, hashed } = settings;
const places = keptPlaces(base);
const isHashed = (path: string) => hashed.some((folder) => path.startsWith(folder));
const patience = 10_000; // ms; a first connection takes 8 s where each way there and back takes two
const maxPages = 100; // some 7 MB
const maxKept = 4 * maxPages; // with their pictures and scripts

function on<Name extends keyof Events>(name: Name, act: (event: Events[Name]) => void): void {
  addEventListener(name, act as unknown as EventListener);
}

on('install', (event) => {
  event.waitUntil(
    (async () => {
      await keepOpenPages();
      await keepAhead();
      await skipWaiting();
    })(),
  );
});

on('activate', (event) => {
  event.waitUntil(
    (async () => {
      await (registration.navigationPreload as NavigationPreloadManager | undefined)?.enable();
      await clients.claim();
      await keepOpenPages(); // what was opened while the shelf was fetched
    })(),
  );
});

on('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === location.origin && pathname.startsWith(base);
  if (!isOurs || request.method !== 'GET' || request.headers.has('range')) return;
  // Only kept pages have the notice, whose style is fetched with each build.
  if (isHashed(pathname) || pathname === style) event.respondWith(fileFor(event));
  else if (request.mode === 'navigate') event.respondWith(pageFor(event, pathname));
  else event.respondWith(newestFile(event));
});

on('message', (event) => {
  const { data, source } = event;
  event.waitUntil(
    data === wholeSite
      ? keep('rest').then(
          () => source.postMessage('kept'),
          () => source.postMessage('failed'),
        )
      : keepOpenPage(data),
  );
});

/** A file whose name changes with its content. */
async function fileFor(event: Asked): Promise<Response> {
  const { request } = event;
  // Where the browser's store is broken, the network still has it.
  const kept = await caches.match(request, { ignoreVary: true }).catch(() => undefined);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  event.waitUntil(storeFile(request, response.clone()));
  return response;
}

/** A file whose content may have changed, such as the list of messages. */
async function newestFile(event: Asked): Promise<Response> {
  const { request } = event;
  const network = fetch(request);
  const isPart =
    ['image', 'style', 'script', 'font'].includes(request.destination) || facts.includes(new URL(request.url).pathname);
  if (isPart) event.waitUntil(network.then((response) => storeFile(request, response.clone())).catch(Boolean));
  const leniently = { ignoreSearch: true, ignoreVary: true };
  const wholeSites = { ...leniently, cacheName: places.shelfCache('rest', shelves.rest) }; // as new as its pages
  const kept = async () => (await caches.match(request, wholeSites)) ?? caches.match(request, leniently);
  return networkFirst(network, kept, pause());
}

async function pageFor(event: Asked, path: string): Promise<Response> {
  const { request } = event;
  const network = event.preloadResponse.then((early) => (early ? realAnswer(early) : fetch(request)));
  event.waitUntil(
    network
      .then(async (response) => {
        // What a browser makes ready before a click may never be opened.
        if (!request.headers.has('Sec-Purpose')) await storePage(path, response.clone());
        await keepAhead();
      })
      .catch(Boolean), // There is no network, or no room: nothing is kept.
  );
  return networkFirst(network, () => keptPage(path.replace(/\/?$/, '/')), pause()).catch(async (cause: unknown) => {
    const html = await onShelf(offlinePage);
    if (html === undefined) throw cause;
    return said(html, words.pageNotKept);
  });
}

/** The kept page at `path` that is the newest, with a line that says so. */
async function keptPage(path: string): Promise<Response | undefined> {
  const visited = await caches.match(path, { cacheName: places.visited, ignoreVary: true, ignoreSearch: true });
  const [newest] = [visited, await onShelf(path)]
    .filter((page) => page !== undefined)
    .toSorted((a, b) => keptAt(b) - keptAt(a));
  if (newest === undefined) return undefined;
  const day = new Date(keptAt(newest)).toLocaleDateString(language, { dateStyle: 'long' });
  return said(newest, noticeOf(navigator.onLine ? 'silent' : 'offline', day));
}

function keptAt({ headers }: Response): number {
  return Date.parse(headers.get(keptOn) ?? '');
}

/** A page of a shelf. It has the headers with which the shelf came, the policy among them. */
async function onShelf(path: string): Promise<Response | undefined> {
  for (const name of ['first', 'rest'] as const) {
    const response = await caches.match(places.shelf(name));
    if (response === undefined) continue;
    const html = pageOn((await response.clone().json()) as Shelf, path);
    if (html !== undefined) return new Response(html, { headers: pageHeaders(response) });
  }
  return undefined;
}

async function said(page: Response, notice: string): Promise<Response> {
  return new Response(withNotice(await page.text(), notice, style), { headers: pageHeaders(page) });
}

/** The headers of a page that we make of an answer. */
function pageHeaders({ headers }: Response): Headers {
  const own = new Headers(headers);
  own.set('Content-Type', 'text/html; charset=utf-8');
  own.delete('Content-Encoding');
  own.delete('Content-Length');
  own.delete('Speculation-Rules'); // Without network no page is fetched before a click.
  return own;
}

/** Keeps a page that the reader opened, with the day. Errors and what is no page are not kept. */
async function storePage(path: string, response: Response): Promise<void> {
  if (!response.ok || response.headers.get('Content-Type')?.startsWith('text/html') !== true) return;
  const cache = await caches.open(places.visited);
  await cache.put(path, dated(response));
  if ((await cache.keys()).length > maxKept) await tidy();
}

/** Keeps a part of a page that the reader opened. */
async function storeFile(request: Request | string, response: Response): Promise<void> {
  if (response.ok) await (await caches.open(places.visited)).put(request, response);
}

function dated(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set(keptOn, new Date().toUTCString());
  return new Response(response.body, { headers });
}

/**
 * Keeps the pages that were opened before there was a worker, with their parts. All of it is in the browser already, so
 * nothing is fetched.
 */
async function keepOpenPages(): Promise<void> {
  const visited = await caches.open(places.visited);
  for (const { url } of await clients.matchAll({ includeUncontrolled: true })) {
    const { origin, pathname } = new URL(url);
    if (origin !== location.origin || !pathname.startsWith(base)) continue;
    if ((await visited.match(pathname, { ignoreVary: true })) === undefined) await keepOpenPage(url);
  }
}

async function keepOpenPage(url: string): Promise<void> {
  const { pathname } = new URL(url);
  const page = await had(pathname);
  if (page === undefined) return;
  const html = await page.clone().text();
  await storePage(pathname, page);
  for (const part of partsOf(html, hashed)) {
    const address = new URL(part, url).href;
    const file = address.startsWith(location.origin) ? await had(address) : undefined;
    if (file !== undefined) await storeFile(address, file);
  }
}

/** What the browser has of this site, without asking the network. */
async function had(address: string): Promise<Response | undefined> {
  const found = await fetch(address, { cache: 'only-if-cached', mode: 'same-origin' }).catch(() => undefined);
  return found?.ok === true ? found : undefined;
}

/** Keeps what every reader has, and the rest for those who asked for it; nothing where the reader saves data. */
async function keepAhead(): Promise<void> {
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true) return;
  await keep('first');
  if ((await caches.match(places.shelf('rest'))) !== undefined) await keep('rest');
}

const underWay: Partial<Record<ShelfName, Promise<void>>> = {};

/** Keeps a shelf of this build with its files, and lets that of another build go when this one is whole. */
function keep(name: ShelfName): Promise<void> {
  const file = shelves[name];
  const own = places.shelfCache(name, file);
  return (underWay[name] ??= keepShelf(name, file, own)
    .catch(async (cause: unknown) => {
      await caches.delete(own); // A part of it is of no use, and there may be no room.
      throw cause;
    })
    .finally(() => delete underWay[name]));
}

async function keepShelf(name: ShelfName, file: string, own: string): Promise<void> {
  const cache = await caches.open(own);
  if ((await cache.match(places.shelf(name))) !== undefined) return;
  const response = await asked(file);
  const { files } = (await response.clone().json()) as Shelf;
  await Promise.all(
    files.map(async (path) => {
      const kept = isHashed(path) ? await caches.match(path, { ignoreVary: true }) : undefined;
      await cache.put(path, kept ?? (await asked(path)));
    }),
  );
  await cache.put(places.shelf(name), dated(response));
  for (const other of await caches.keys()) {
    if (!other.startsWith(places.shelfCache(name, '')) || other === own) continue;
    // Pages that were opened before need files of their build.
    const old = await caches.open(other);
    for (const request of await old.keys()) {
      const response = await old.match(request, { ignoreVary: true });
      if (response && !(await cache.match(request, { ignoreVary: true }))) await storeFile(request, response);
    }
    await caches.delete(other);
    await tidy();
  }
}

/** Fetches a file when the line has nothing better to do. */
async function asked(path: string): Promise<Response> {
  const response = await fetch(path, { priority: 'low', ...(!isHashed(path) && { cache: 'no-cache' }) });
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}.`);
  return response;
}

/** Lets pages go that were opened long ago, and what neither a kept page nor a script has in it. */
async function tidy(): Promise<void> {
  const cache = await caches.open(places.visited);
  const all = (await cache.keys()).map((request) => new URL(request.url).pathname);
  const pages = all.filter((path) => path.endsWith('/')).slice(-maxPages);
  const naming = [...pages, ...all.filter((path) => path.endsWith('.js'))];
  const texts = await Promise.all(naming.map(async (path) => (await cache.match(path, { ignoreVary: true }))?.text()));
  const isNeeded = (path: string) => {
    const [name] = /[^/]+$/.exec(path) ?? []; // Scripts call each other by their names alone.
    return [...pages, ...facts].includes(path) || (name !== undefined && texts.some((text) => text?.includes(name)));
  };
  await Promise.all(
    all.filter((path) => !isNeeded(path)).map((path) => cache.delete(path, { ignoreVary: true, ignoreSearch: true })),
  );
}

function pause(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, patience));
}
