import type { AstroIntegrationLogger } from 'astro';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import { searchIndex } from './integration.node.ts';
import { searchMarks } from './marks.ts';

vi.mock('../site.config.ts', () => ({ site: { base: '/docs/', language: 'en' } }));

type Middleware = (
  request: IncomingMessage & { originalUrl?: string },
  response: ServerResponse,
  next: () => void,
) => void;

/** A running site under `/docs/` whose one page is `html`, with our middleware before it, as Vite calls it. */
async function devServer(site: { html: string }) {
  const [middlewares, watchers, errors]: [Middleware[], (() => void)[], string[]] = [[], [], []];
  const http = createServer((request, response) => {
    const url = request.url ?? '/';
    middlewares[0]?.(Object.assign(request, { originalUrl: url, url: url.replace(/^\/docs/, '') }), response, () => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(site.html);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, 'localhost', resolve));
  onTestFinished(() => void http.close());
  const origin = `http://localhost:${(http.address() as AddressInfo).port}/docs/`;
  const server = {
    resolvedUrls: { local: [origin] },
    middlewares: { use: (middleware: Middleware) => middlewares.push(middleware) },
    watcher: { on: (_: string, listener: () => void) => watchers.push(listener) },
  };
  const logger = { error: (message: string) => errors.push(message) } as unknown as AstroIntegrationLogger;
  const setup = searchIndex('.', new Map()).hooks['astro:server:setup'] as (options: object) => void;
  setup({ server, logger });
  return {
    errors,
    get: (path: string) => fetch(new URL(path, origin)),
    change: () => watchers.forEach((listener) => listener()),
  };
}

const marks = Object.entries(searchMarks({ kind: 'guide' }))
  .map(([name, value]) => `${name}="${value}"`)
  .join(' ');
const page = `<html lang="en"><body><article ${marks}><h1>Title</h1></article></body></html>`;

test('the index of a running site is served under its base, whatever query a browser adds', async () => {
  const { get } = await devServer({ html: page });
  const entry = (await (await get('pagefind/pagefind-entry.json')).json()) as {
    languages: { en: { page_count: number } };
  };
  expect(entry.languages.en.page_count).toBe(1);
  const script = await get('pagefind/pagefind.js?import');
  expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
});

test('a file that the index does not have is not found, and other paths go on to the site', async () => {
  const { get } = await devServer({ html: page });
  expect((await get('pagefind/none.js')).status).toBe(404);
  expect(await (await get('posts/')).text()).toBe(page);
});

test('a change of the content makes another index', async () => {
  const site = { html: page };
  const { get, change } = await devServer(site);
  const first = await (await get('pagefind/pagefind-entry.json')).text();
  site.html = page.replace('Title', 'Other words');
  expect(await (await get('pagefind/pagefind-entry.json')).text()).toBe(first);
  change();
  expect(await (await get('pagefind/pagefind-entry.json')).text()).not.toBe(first);
});

test('an index that fails is said in the terminal, and made anew when asked for again', async () => {
  const site = { html: '<p>No marks</p>' };
  const { get, errors } = await devServer(site);
  expect((await get('pagefind/pagefind-entry.json')).status).toBe(500);
  expect(errors.join()).toContain('The search index would be empty');
  site.html = page;
  expect((await get('pagefind/pagefind-entry.json')).status).toBe(200);
});
