import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookAt } from '../../src/hosts/check.node.ts';
import { hosts, readAnswers, sizeOf } from '../../src/hosts/hosts.node.ts';
import { createSiteServer } from '../../src/site/server.node.ts';
import { ask, freePort, installed, runCaddy, runNginx } from '../running-hosts.ts';
import type { RunningHost } from '../running-hosts.ts';
import { BuiltSite } from '../built-site.ts';

const built = new BuiltSite();
const folder = mkdtempSync(join(tmpdir(), 'host ')); // a blank in its name, as some servers' folders have
const fragment = built.files().find((file) => file.startsWith('pagefind/fragment/')) ?? '';
const script = built.files().find((file) => /^_astro\/[^/]*element\.[^/]*\.js$/.test(file)) ?? '';
const worker = built.files().find((file) => /^_astro\/.*\.worker-.*\.js$/.test(file)) ?? '';
const shelf = built.files().find((file) => /^_astro\/offline-.*\.json$/.test(file)) ?? '';

/** The headers that the build gave to every answer. */
const everywhere = [...built.headers('/nowhere')];
const ofPages = ['content-security-policy', 'cross-origin-opener-policy', 'permissions-policy', 'speculation-rules'];

beforeAll(() => {
  cpSync(built.folder, folder, { recursive: true });
  for (const file of built.files().filter((name) => /\.(?:html|js|md)$/.test(name))) {
    const bytes = readFileSync(join(folder, file));
    if (!existsSync(join(folder, `${file}.br`)))
      writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes, { params: { 1: 1 } }));
    if (!existsSync(join(folder, `${file}.gz`)))
      writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 1 }));
  }
  for (const media of ['film.webm', 'film.mp4', 'film.vtt', 'sound.mp3', 'sound.ogg'])
    writeFileSync(join(folder, media), media);
  // What stands at old addresses for hosts that know no redirects.
  for (const old of ['blog/old one/index.html', 'blog/überlauf/index.html']) {
    mkdirSync(dirname(join(folder, old)), { recursive: true });
    writeFileSync(join(folder, old), 'moved');
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

for (const [name, isThere] of Object.entries(installed))
  if (!isThere)
    console.log(`The tests with ${name} did not run: it, or a module of it, is not installed. .ci/run says how.`);

const run = { nginx: runNginx, caddy: runCaddy };
const cases = (['nginx', 'caddy'] as const).flatMap((name) => ['/', '/docs/'].map((base) => ({ name, base })));

describe.each(cases)('$name, with the site under $base,', ({ name, base }) => {
  describe.skipIf(!installed[name])('as it is configured by us,', () => {
    let port = 0;
    let host: RunningHost | undefined;

    beforeAll(async () => {
      port = await freePort();
      const answers = {
        ...(await readAnswers(folder, '/')),
        base,
        redirects: [
          { from: `${base}blog/old one/`, to: `${base}drivers/` },
          { from: `${base}blog/überlauf/`, to: `${base}posts/` },
          { from: `${base}old.html`, to: `${base}errors/` },
          { from: `${base}old-part/`, to: `${base}errors/#a` },
        ],
      };
      const place = { host: 'localhost', folder, listen: `127.0.0.1:${port}` };
      const [text = ''] = Object.values(hosts[name]?.(answers, place, await sizeOf(folder)).files ?? {});
      host = await run[name](text, port);
    });
    afterAll(() => host?.stop());

    const get = (path: string, headers?: Record<string, string>) => ask(port, base + path, headers);
    const read = (file: string) => readFileSync(join(folder, file));
    /** Where a redirect leads, as a browser takes it. */
    const target = (location: string | undefined, from: string) => {
      const { origin, pathname, search, hash } = new URL(location ?? '', `http://127.0.0.1:${port}${base}${from}`);
      expect(origin).toBe(`http://127.0.0.1:${port}`);
      return pathname.slice(base.length - 1) + search + hash;
    };

    test('a page comes with its type, every header of the build, and is asked for again after a minute', async () => {
      const { status, headers, body } = await get('drivers/');
      expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(body.equals(read('drivers/index.html'))).toBe(true);
      for (const [header, value] of everywhere) expect([header, headers[header]]).toEqual([header, value]);
      expect(headers['cache-control']).toBe('public, max-age=60');
      expect(headers['server'] ?? '').not.toMatch(/\d/);
    });

    test.each([
      ['index.html', 'text/html; charset=utf-8'],
      ['drivers.md', 'text/markdown; charset=utf-8'],
      ['atom.xml', 'application/atom+xml; charset=utf-8'],
      ['rss.xml', 'application/rss+xml; charset=utf-8'],
      ['feed.json', 'application/feed+json'],
      ['sitemap-index.xml', 'application/xml; charset=utf-8'],
      ['data/drivers.json', 'application/json'],
      ['data/drivers.csv', 'text/csv; charset=utf-8'],
      ['site.webmanifest', 'application/manifest+json'],
      ['speculation-rules.json', 'application/speculationrules+json'],
      ['opensearch.xml', 'application/opensearchdescription+xml; charset=utf-8'],
      ['icon.svg', 'image/svg+xml; charset=utf-8'],
      ['icon-192.png', 'image/png'],
      ['robots.txt', 'text/plain; charset=utf-8'],
      ['llms.txt', 'text/plain; charset=utf-8'],
      ['.well-known/security.txt', 'text/plain; charset=utf-8'],
      ['search.css', 'text/css; charset=utf-8'],
      ['film.webm', 'video/webm'],
      ['film.mp4', 'video/mp4'],
      ['sound.mp3', 'audio/mpeg'],
      ['sound.ogg', 'audio/ogg'],
      ['film.vtt', 'text/vtt; charset=utf-8'],
    ])('%s has the type %s', async (file, type) => {
      const { status, headers } = await get(file.replace(/index\.html$/, ''));
      expect([status, headers['content-type']]).toEqual([200, type]);
    });

    test.each([script, fragment, 'speculation-rules.json'])(
      '%s, a part of pages, comes without the headers that only pages heed, and with all others',
      async (file) => {
        const { headers } = await get(file);
        const sent = everywhere.filter(([header, value]) => headers[header] === value).map(([header]) => header);
        expect(sent).toEqual(everywhere.map(([header]) => header).filter((header) => !ofPages.includes(header)));
        expect(ofPages.filter((header) => header in headers)).toEqual([]);
      },
    );

    test.each([worker, shelf, 'keeper.js', 'icon.svg', 'drivers.md'])(
      '%s, which runs or is shown by itself, has every header of the build',
      async (file) => {
        const { headers } = await get(file);
        for (const [header, value] of everywhere) expect([header, headers[header]]).toEqual([header, value]);
      },
    );

    test.each([script, fragment])('%s, whose name changes with its content, is kept for good', async (file) => {
      const { status, headers } = await get(file);
      expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    });

    test.each(['nowhere/', 'nowhere.md', '_astro/gone.js', 'drivers/nowhere', '_headers', '_redirects', 'cards/'])(
      '%s, which is not there, is answered with 404, the page for it, and is not kept',
      async (path) => {
        const { status, headers, body } = await get(path);
        expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
        expect(body.equals(read('404.html'))).toBe(true);
        expect(headers['cache-control']).toBe('public, max-age=60');
        for (const [header, value] of everywhere) expect([header, headers[header]]).toEqual([header, value]);
      },
    );

    test('the page for addresses that are not there comes whole, whatever a reader has of it', async () => {
      const { headers } = await get('nowhere/');
      const { etag = '"none"', 'last-modified': day = new Date().toUTCString() } = headers;
      const had: Record<string, string>[] = [
        { 'if-none-match': etag },
        { 'if-modified-since': day },
        { range: 'bytes=0-9' },
      ];
      for (const sent of had) {
        const { status, body } = await get('nowhere/', sent);
        expect([status, body.equals(read('404.html'))]).toEqual([404, true]);
      }
    });

    test.each([
      ['drivers', '/drivers/'],
      ['drivers?a=1&b=%20', '/drivers/?a=1&b=%20'],
      ['drivers/index.html', '/drivers/'],
      ['index.html', '/'],
    ])('%s leads to the one address of its page', async (path, to) => {
      const { status, headers } = await get(path);
      expect([301, 308]).toContain(status);
      expect(target(headers.location, path)).toBe(to);
    });

    test.each([
      ['blog/old%20one/', '/drivers/'],
      ['blog/old%20one', '/drivers/'],
      ['blog/old%20one/?utm=x&y', '/drivers/?utm=x&y'],
      ['blog/%C3%BCberlauf/', '/posts/'],
      ['old.html', '/errors/'],
      ['old-part', '/errors/#a'],
      ['old-part/?q=1', '/errors/?q=1#a'],
    ])('the old address %s leads on for good', async (path, to) => {
      const { status, headers } = await get(path);
      expect(status).toBe(301);
      expect(target(headers.location, path)).toBe(to);
    });

    test.each([
      ['br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
      ['identity', undefined, (bytes: Buffer) => bytes],
      ['', undefined, (bytes: Buffer) => bytes],
    ])('who accepts "%s" gets a page as %s, and it is the same page', async (accepted, encoding, unpack) => {
      const { headers, body } = await get('drivers/', { 'accept-encoding': accepted });
      expect(headers['content-encoding']).toBe(encoding);
      expect(unpack(body).equals(read('drivers/index.html'))).toBe(true);
      expect((headers.vary ?? '').toLowerCase()).toContain('accept-encoding');
    });

    test('it answers whatever name a server before it was asked by', async () => {
      const { status, headers, body } = await get('drivers/', { host: 'readers.example' });
      expect([status, body.length]).toEqual([200, read('drivers/index.html').length]);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    });

    test('what is known by its tag or day is not sent again', async () => {
      const { headers } = await get('drivers/');
      const { etag = '', 'last-modified': day = '' } = headers;
      const byTag = await get('drivers/', { 'if-none-match': etag });
      const byDay = await get('drivers/', { 'if-modified-since': day });
      expect([byTag.status, byDay.status, byTag.body.length + byDay.body.length]).toEqual([304, 304, 0]);
      expect(byTag.headers['cache-control']).toBe('public, max-age=60');
    });

    test('a part of a file can be asked for', async () => {
      const { status, headers, body } = await get('icon-192.png', { range: 'bytes=2-9' });
      expect([status, headers['content-range']]).toEqual([206, `bytes 2-9/${read('icon-192.png').length}`]);
      expect(body.equals(read('icon-192.png').subarray(2, 10))).toBe(true);
    });

    test('HEAD gives the headers of GET and no more; nothing can be written', async () => {
      const [head, whole] = [await get('drivers/', { method: 'HEAD' }), await get('drivers/')];
      expect([head.status, head.body.length]).toEqual([200, 0]);
      expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
      expect((await get('drivers/', { method: 'POST' })).status).toBe(405);
      expect((await get('drivers/', { method: 'DELETE' })).status).toBe(405);
    });

    test.each(['%64rivers/', 'posts/../drivers/', './drivers/'])(
      '%s is another way to write drivers/',
      async (path) => {
        const { status, headers } = await get(path);
        if (status === 200) return;
        expect([301, 308]).toContain(status);
        expect(target(headers.location, path)).toBe('/drivers/');
      },
    );

    test.each([
      '../../../../../../etc/passwd',
      '..%2f..%2f..%2f..%2f..%2fetc/passwd',
      '%2e%2e/%2e%2e/etc/passwd',
      '..\\..\\etc\\passwd',
      '%',
      '%zz',
      '%00',
      'drivers/%00.html',
      'a/'.repeat(1000),
      'a'.repeat(300),
      'a'.repeat(5000),
      '.git/config',
      '.env',
    ])('%s shows nothing and breaks nothing', async (path) => {
      const { status, body } = await get(path);
      expect([400, 404]).toContain(status);
      expect(body.toString()).not.toMatch(/root:x?:0|at Object\./);
      expect((await get('drivers/')).status).toBe(200);
    });

    test.each([
      '//evil.example',
      '//evil.example/',
      '//evil.example/index.html',
      '/\\evil.example/index.html',
      '//evil.example/%2e%2e',
      '/%5cevil.example/drivers',
      '//evil.example/..',
    ])('%s leads to no other host', async (path) => {
      const { headers } = await ask(port, path);
      if (headers.location !== undefined)
        expect(new URL(headers.location, `http://127.0.0.1:${port}/`).hostname).toBe('127.0.0.1');
    });

    if (base === '/')
      test('npm run check:host finds nothing to mend, and names an old address that leads elsewhere', async () => {
        const home = new URL(`http://127.0.0.1:${port}${base}`);
        const redirects = [{ from: `${base}blog/old one/`, to: `${base}drivers/` }];
        expect((await lookAt(home, { redirects })).faults).toEqual([]);
        const { kind, faults } = await lookAt(home, {
          redirects: [{ from: `${base}blog/old one/`, to: `${base}tags/` }],
        });
        expect([kind, ...faults.map(({ what }) => what)]).toEqual([
          name === 'caddy' ? 'unknown' : name,
          `The old address ${base}blog/old one/ answers 301 to ${base}drivers/, not 301 to ${base}tags/.`,
        ]);
      });

    if (base !== '/')
      test('the bare host leads to the site, and what lies beside it is not there', async () => {
        const root = await ask(port, '/');
        expect([root.status, root.headers.location]).toEqual([302, base]);
        expect((await ask(port, '/drivers/')).status).toBe(404);
        const bare = await ask(port, base.slice(0, -1));
        expect([bare.status, bare.headers.location]).toEqual([301, base]);
      });
  });
});

test.each(Object.entries(hosts))('this site fits into the limits of %s', async (_, write) => {
  const place = { host: 'example.org', folder: '/srv/example.org' };
  const { files, steps, tooMuch = [] } = write(await readAnswers(built.folder, '/'), place, await sizeOf(built.folder));
  expect(tooMuch).toEqual([]);
  expect([...Object.values(files), ...steps].join('')).not.toContain('undefined');
});

test('npm run check:host says of our own server that it is for looking at the site only', async () => {
  const server = createSiteServer(built.folder, '/');
  const port = await freePort();
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  try {
    const { faults } = await lookAt(new URL(`http://127.0.0.1:${port}/`));
    expect(faults.map(({ what }) => what)).toEqual([
      'Nothing says how long a page may be kept.',
      'A page has neither ETag nor Last-Modified.',
    ]);
  } finally {
    server.close();
  }
});
