import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSiteServer } from './server.node.ts';

const parent = await mkdtemp(join(tmpdir(), 'site-'));
const root = join(parent, 'dist');
const server = createSiteServer(root, '/docs/');
let origin = '';

beforeAll(async () => {
  await mkdir(join(root, 'drivers'), { recursive: true });
  await writeFile(join(root, 'index.html'), 'home');
  await writeFile(join(root, '404.html'), 'nothing here');
  await writeFile(join(root, 'drivers/index.html'), 'drivers');
  await writeFile(join(root, 'a.woff2'), 'font');
  await mkdir(join(root, '_astro'));
  for (const name of ['box.AAA.js', 'box.worker-AAA.js']) await writeFile(join(root, '_astro', name), '');
  await writeFile(
    join(root, '_headers'),
    "/docs/*\n  X-Content-Type-Options: nosniff\n  Content-Security-Policy: default-src 'none'\n/docs/drivers/*\n  X-Deep: yes\n",
  );
  await writeFile(join(root, '_redirects'), '/docs/old%20one/ /docs/drivers/ 301\n/docs/part /docs/drivers/#a 301\n');
  await writeFile(join(parent, 'secret.txt'), 'secret');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  await rm(parent, { recursive: true });
});

async function get(path: string, accepted = 'identity') {
  const response = await fetch(origin + path, { redirect: 'manual', headers: { 'accept-encoding': accepted } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

test('a folder answers with its page and the headers of every rule that fits', async () => {
  const { status, headers, text } = await get('/docs/drivers/');
  expect([status, text]).toEqual([200, 'drivers']);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-deep')).toBe('yes');
});

test.each([
  ['drivers/', "default-src 'none'"],
  ['nowhere/', "default-src 'none'"],
  ['_astro/gone.js', "default-src 'none'"],
  ['_astro/box.worker-AAA.js', "default-src 'none'"],
  ['_astro/box.AAA.js', null],
])('of pages and workers alone the policy is sent: %s', async (path, policy) => {
  const { headers } = await get(`/docs/${path}`);
  expect([headers.get('content-security-policy'), headers.get('x-content-type-options')]).toEqual([policy, 'nosniff']);
});

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1.0', 'gzip'],
  ['identity', null],
])('a text for a browser that accepts %s comes as %s, and is the same text', async (accepted, encoding) => {
  const { headers, text } = await get('/docs/drivers/', accepted);
  expect([headers.get('content-encoding'), headers.get('vary'), text]).toEqual([
    encoding,
    'Accept-Encoding',
    'drivers',
  ]);
});

describe('a text with compressed forms beside it', () => {
  beforeAll(async () => {
    await writeFile(join(root, 'ready.txt'), 'ready');
    await writeFile(join(root, 'ready.txt.br'), brotliCompressSync('as brotli'));
    await writeFile(join(root, 'ready.txt.zst'), zstdCompressSync('as zstd'));
    await writeFile(join(root, 'ready.txt.gz'), gzipSync('as gzip'));
  });

  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['identity', null],
  ])('comes in the form that fits %s', async (accepted, encoding) => {
    const { headers, text } = await get('/docs/ready.txt', accepted);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect([headers.get('content-encoding'), headers.get('vary')]).toEqual([encoding, 'Accept-Encoding']);
    expect(text).toBe({ br: 'as brotli', gzip: 'as gzip' }[encoding ?? ''] ?? 'ready');
  });

  test('comes as zstd where a browser takes nothing smaller', async () => {
    const asked = request(`${origin}/docs/ready.txt`, { headers: { 'accept-encoding': 'zstd' } }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    const bytes = Buffer.concat(await Array.fromAsync(answer as AsyncIterable<Buffer>));
    expect([answer.statusCode, answer.headers['content-encoding']]).toEqual([200, 'zstd']);
    expect(zstdDecompressSync(bytes).toString()).toBe('as zstd');
  });
});

test('a font is sent as it is, since it is compressed in itself', async () => {
  const { headers, text } = await get('/docs/a.woff2', 'br');
  expect([headers.get('content-encoding'), headers.get('vary'), text]).toEqual([null, null, 'font']);
});

test.each([
  ['bytes=1-2', 206, 'on', 'bytes 1-2/4'],
  ['bytes=2-', 206, 'nt', 'bytes 2-3/4'],
  ['bytes=-3', 206, 'ont', 'bytes 1-3/4'],
  ['bytes=0-99', 206, 'font', 'bytes 0-3/4'],
  ['bytes=4-', 416, '', 'bytes */4'],
  ['bytes=3-1', 416, '', 'bytes */4'],
  ['bytes=0-0,2-3', 200, 'font', null],
  ['lines=1-2', 200, 'font', null],
])('of what is no text, %s is answered with %i', async (range, status, text, part) => {
  const response = await fetch(`${origin}/docs/a.woff2`, { headers: { range } });
  expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([status, text, part]);
});

test('a text is sent whole, since its parts would be those of its compressed form', async () => {
  const response = await fetch(`${origin}/docs/drivers/`, { headers: { range: 'bytes=0-1' } });
  expect([response.status, await response.text()]).toEqual([200, 'drivers']);
});

test('readers who go away in the middle of an answer leave the others theirs', async () => {
  for (let reader = 0; reader < 30; reader += 1) {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write('GET /docs/drivers/ HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\n\r\n');
    if (reader % 2 === 0) await once(socket, 'data');
    socket.resetAndDestroy();
  }
  expect((await get('/docs/drivers/')).text).toBe('drivers');
});

test('a folder without its slash is sent to the address with it', async () => {
  const { status, headers } = await get('/docs/drivers');
  expect([status, headers.get('location')]).toEqual([301, '/docs/drivers/']);
});

test.each([
  ['/docs/old%20one/', ''],
  ['/docs/old%20one', ''],
  ['/docs/old%20one/?utm=x', '?utm=x'],
  ['/docs/part/?utm=x', '?utm=x#a'],
])('the old address %s leads on, with what was asked', async (path, query) => {
  const { status, headers } = await get(path);
  expect([status, headers.get('location')]).toEqual([301, `/docs/drivers/${query}`]);
});

test('an address outside the base leads to the home page', async () => {
  const { status, headers } = await get('/');
  expect([status, headers.get('location')]).toEqual([302, '/docs/']);
});

test('an unknown address answers 404 with the page for it', async () => {
  expect(await get('/docs/nowhere/')).toMatchObject({ status: 404, text: 'nothing here' });
});

test.each(['/docs/..%2fsecret.txt', '/docs/%2e%2e/secret.txt', '/docs/..%5csecret.txt', '/docs/%'])(
  'nothing outside the site is served for %s',
  async (path) => {
    const { text } = await get(path);
    expect(text).not.toContain('secret');
  },
);
