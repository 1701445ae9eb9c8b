import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { join, normalize } from 'node:path';
import { PassThrough, pipeline } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { BrotliCompress, Gzip } from 'node:zlib';
import { hostFiles, isPackable, isPart, notFoundPage, pageHeaders, typeOf } from './answers.ts';
import { decoded } from './decoded.ts';
import { headersOf, parseHeaders } from './headers-file.ts';
import { parseRedirects } from './redirects.ts';

/**
 * A server of the built site in `root` under `base`, with the headers that its `_headers` file gives, as nginx and Caddy
 * send them, and the redirects of its `_redirects` file, so that a reader at home and every test meet the same policy as
 * on the real host.
 * It is for looking at the site, not for the public: it compresses anew each time what has no compressed form beside it.
 */
export function createSiteServer(root: string, base: string): Server {
  return createServer((request, response) => {
    void (async () => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end();
      const [, pathname = '/', query = ''] = /^([^?]*)(.*)$/.exec(request.url ?? '/') ?? [];
      if (!pathname.startsWith(base)) return response.writeHead(302, { location: base }).end();
      // The file is read on each request, since a new build may have taken the old one's place.
      const rules = parseHeaders(await readFile(join(root, '_headers'), 'utf8').catch(() => ''));
      for (const [name, value] of headersOf(rules, pathname)) response.setHeader(name, value);
      const redirects = parseRedirects(await readFile(join(root, '_redirects'), 'utf8').catch(() => ''));
      const address = withoutSlash(decoded(pathname));
      const moved = redirects.find(({ from }) => withoutSlash(from) === address);
      if (moved !== undefined) {
        const location = encodeURI(moved.to).replace(/#|$/, (end) => query + end);
        return response.writeHead(301, { location }).end();
      }
      const found = await fileAt(root, decoded(pathname.slice(base.length)));
      if (found.kind === 'folder') return response.writeHead(301, { location: `${oneSlash(pathname)}/${query}` }).end();
      const path = found.kind === 'file' ? found.path : join(root, notFoundPage);
      const type = typeOf(path);
      const accepted = isPackable(type) ? acceptedOf(String(request.headers['accept-encoding'])) : [];
      const ready = await compressedForm(path, accepted);
      const encoding = ready?.encoding ?? accepted.find((one) => one in squeezers);
      response.setHeader('Content-Type', type);
      if (!isPackable(type)) response.setHeader('Accept-Ranges', 'bytes');
      if (isPackable(type)) response.setHeader('Vary', 'Accept-Encoding');
      if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
      if (found.kind !== 'file') response.removeHeader('Cache-Control');
      else if (isPart(pathname.slice(base.length))) for (const name of pageHeaders) response.removeHeader(name);
      // Safari plays no film, and Chromium goes to no place in one, without parts of it.
      const size = found.kind === 'file' ? found.size : 0;
      const part = found.kind === 'file' && !isPackable(type) ? partOf(request.headers.range, size) : undefined;
      if (part === 'none') return response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
      if (part !== undefined) {
        response.setHeader('Content-Range', `bytes ${part.start}-${part.end}/${size}`);
        response.setHeader('Content-Length', part.end - part.start + 1);
      }
      response.writeHead(found.kind !== 'file' ? 404 : part === undefined ? 200 : 206);
      // A reader who has gone on meanwhile wants nothing any more.
      if (request.method === 'HEAD' || response.destroyed) return response.end();
      const squeeze = ready === undefined && encoding !== undefined ? squeezers[encoding] : undefined;
      return pipeline(createReadStream(ready?.path ?? path, part), squeeze?.() ?? new PassThrough(), response, () =>
        response.end(),
      );
    })();
  });
}

/** The bytes of a file of `size` bytes that a `Range` asks for; undefined if it asks for all, or for several parts. */
function partOf(range: string | undefined, size: number): { start: number; end: number } | 'none' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end ? 'none' : { start, end };
}

/** Forms that `npm run release` leaves beside a file, by what browsers call them, smallest first. */
const endings: Readonly<Record<string, string>> = { br: '.br', zstd: '.zst', gzip: '.gz' };

/** As quick as a host that has compressed its files beforehand, and nearly as small. */
const squeezers: Readonly<Record<string, () => BrotliCompress | Gzip>> = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: () => createGzip(),
};

/** Those of our encodings that a browser accepts, the smallest first; weights are of no use between them, but for none. */
function acceptedOf(header: string): string[] {
  const parts = header.split(',').map((part) => part.split(';').map((one) => one.trim()));
  const refused = (weight?: string): boolean => /^q=0(?:\.0*)?$/.test(weight ?? '');
  const names = parts.flatMap(([name, weight]) => (refused(weight) ? [] : [name]));
  return Object.keys(endings).filter((encoding) => names.includes(encoding));
}

/** The smallest accepted form of a file that is there beside it. */
async function compressedForm(
  file: string,
  accepted: readonly string[],
): Promise<{ path: string; encoding: string } | undefined> {
  for (const encoding of accepted) {
    const path = `${file}${endings[encoding] ?? ''}`;
    const found = await stat(path).catch(() => undefined); // Most sites are served as they were built.
    if (found?.isFile() === true) return { path, encoding };
  }
  return undefined;
}

async function fileAt(
  root: string,
  path: string,
): Promise<{ kind: 'file'; path: string; size: number } | { kind: 'folder' | 'none' }> {
  if (path.includes('\0') || (hostFiles as readonly string[]).includes(path)) return { kind: 'none' };
  const absolute = join(root, normalize(`/${path}`));
  const file = path === '' || path.endsWith('/') ? join(absolute, 'index.html') : absolute;
  const found = await stat(file).catch(() => undefined); // Not there is the usual case of a wrong address.
  if (found?.isFile() === true) return { kind: 'file', path: file, size: found.size };
  return { kind: found?.isDirectory() === true ? 'folder' : 'none' };
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '');
}

/** An address that begins with two slashes would name another host. */
function oneSlash(path: string): string {
  return path.replace(/^[/\\]+/, '/');
}
