import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { machineViews } from './integration.node.ts';

/** What `npm run dev` answers under `path` of a site whose pages are `pages`: our middleware, then the site, as Vite calls them. */
async function inDev(pages: Readonly<Record<string, string>>, path: string): Promise<Response> {
  type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  const middlewares: Middleware[] = [];
  const http = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    middlewares[0]?.(Object.assign(request, { originalUrl: request.url }), response, () => {
      response.writeHead(page === undefined ? 404 : 200).end(page);
    });
  }).listen(0, 'localhost');
  onTestFinished(() => void http.close());
  await once(http, 'listening');
  const origin = `http://localhost:${(http.address() as AddressInfo).port}/`;
  const setup = machineViews('.', new Map()).hooks['astro:server:setup'] as (options: object) => void;
  const use = (middleware: Middleware) => middlewares.push(middleware);
  setup({ server: { resolvedUrls: { local: [origin] }, middlewares: { use } } });
  return fetch(origin + path);
}

test.each([
  ['index.md', '/'],
  ['posts/a.md', '/posts/a/'],
])('%s is the page at %s as Markdown while it is written', async (path, page) => {
  const html = '<link rel="canonical" href="https://mind.example/a/"><main><h1>Layers</h1></main>';
  const answer = await inDev({ [page]: html }, path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/markdown; charset=utf-8']);
  expect(await answer.text()).toContain('# Layers');
});

test('there is no Markdown of a page that is not there, and other addresses go on to the site', async () => {
  expect((await inDev({}, 'posts/none.md')).status).toBe(404);
  expect(await (await inDev({ '/posts/a/': 'A page' }, 'posts/a/')).text()).toBe('A page');
});

test('a preview of a link that another version of a library drew is drawn anew, and once', () => {
  const root = mkdtempSync(join(tmpdir(), 'cards-'));
  const drawn = (before = '') =>
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `${before}
        const { previewCards } = await import(${JSON.stringify(new URL('integration.node.ts', import.meta.url).href)});
        const view = { title: 'Layers', url: 'https://mind.example/a/', card: 'https://mind.example/a.png' };
        await previewCards(${JSON.stringify(root)}, new Map([['a', { view }]])).hooks['astro:build:done']({
          dir: new URL(${JSON.stringify(`${pathToFileURL(root).href}/built/`)}),
          logger: console,
        });`,
      ],
      { encoding: 'utf8' },
    );
  try {
    cpSync('public/icon.svg', join(root, 'public/icon.svg'));
    drawn("const { default: sharp } = await import('sharp'); sharp.versions.pango = '0.1.0';");
    expect(drawn()).toContain('1 picture for previews of links drawn anew.');
    expect(drawn()).toContain('0 pictures for previews of links drawn anew.');
  } finally {
    rmSync(root, { recursive: true });
  }
});
