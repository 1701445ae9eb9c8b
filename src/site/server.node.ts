import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { PassThrough, pipeline } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { BrotliCompress, Gzip } from 'node:zlib';

const types: Record<string, string> = {
  '.atom': 'application/atom+xml; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * A server of the built site in `root` under `base`, with the headers that its `_headers` file gives
 * and the redirects of its `_redirects` file, so that a reader at home and every test meet the same policy as on the real host.
 * It is for looking at the site, not for the public: it knows no ranges, and compresses anew each time what has no
 * compressed form beside it.
 */
export function createSiteServer(root: string, base: string): Server {
  return createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end();
      if (!pathname.startsWith(base)) return response.writeHead(302, { location: base }).end();
      // The file is read on each request, since a new build may have taken the old one's place.
      const rules = parseHeaders(await readFile(join(root, '_headers'), 'utf8').catch(() => ''));
      for (const [name, value] of headersOf(rules, pathname)) response.setHeader(name, value);
      const redirects = parseRedirects(await readFile(join(root, '_redirects'), 'utf8').catch(() => ''));
      const moved = redirects.get(withoutSlash(decode(pathname)));
      if (moved !== undefined) return response.writeHead(301, { location: moved }).end();
      const found = await fileAt(root, decode(pathname.slice(base.length)));
      if (found.kind === 'folder') return response.writeHead(301, { location: `${pathname}/` }).end();
      const path = found.kind === 'file' ? found.path : join(root, '404.html');
      const type = types[extname(path)] ?? 'application/octet-stream';
      const accepted = isText(type) ? acceptedOf(String(request.headers['accept-encoding'])) : [];
      const ready = await compressedForm(path, accepted);
      const encoding = ready?.encoding ?? accepted.find((one) => one in squeezers);
      if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', type);
      if (isText(type)) response.setHeader('Vary', 'Accept-Encoding');
      if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
      response.writeHead(found.kind === 'file' ? 200 : 404);
      // A reader who has gone on meanwhile wants nothing any more.
      if (request.method === 'HEAD' || response.destroyed) return response.end();
      const squeeze = ready === undefined && encoding !== undefined ? squeezers[encoding] : undefined;
      return pipeline(createReadStream(ready?.path ?? path), squeeze?.() ?? new PassThrough(), response, () =>
        response.end(),
      );
    })();
  });
}

/** Forms that `npm run release` leaves beside a file, by what browsers call them, smallest first. */
const endings: Readonly<Record<string, string>> = { br: '.br', zstd: '.zst', gzip: '.gz' };

/** As quick as a host that has compressed its files beforehand, and nearly as small. */
const squeezers: Readonly<Record<string, () => BrotliCompress | Gzip>> = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: () => createGzip(),
};

function isText(type: string): boolean {
  return type.includes('charset') || type === 'image/svg+xml';
}

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

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // An escape that means nothing names no file either, and is answered with 404.
  }
}

async function fileAt(
  root: string,
  path: string,
): Promise<{ kind: 'file'; path: string } | { kind: 'folder' | 'none' }> {
  const absolute = join(root, normalize(`/${path}`));
  const file = path === '' || path.endsWith('/') ? join(absolute, 'index.html') : absolute;
  const found = await stat(file).catch(() => undefined); // Not there is the usual case of a wrong address.
  if (found?.isFile() === true) return { kind: 'file', path: file };
  return { kind: found?.isDirectory() === true ? 'folder' : 'none' };
}

/** Where the old addresses of a `_redirects` file lead, by path without escapes and last slash. */
function parseRedirects(text: string): Map<string, string> {
  const lines = text.split('\n').map((line) => line.trim().split(/\s+/));
  return new Map(
    lines.flatMap(([from = '', to]) => (to === undefined ? [] : [[withoutSlash(decode(from)), to] as const])),
  );
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '');
}

/** The rules of a `_headers` file: a pattern that ends in `*` or is a whole path, and the headers under it. */
function parseHeaders(text: string): { pattern: string; headers: [string, string][] }[] {
  const rules: { pattern: string; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+): (.*)$/.exec(line);
    if (header?.[1] !== undefined && header[2] !== undefined) rules.at(-1)?.headers.push([header[1], header[2]]);
    else if (line.trim() !== '') rules.push({ pattern: line.trim(), headers: [] });
  }
  return rules;
}

function headersOf(rules: ReturnType<typeof parseHeaders>, path: string): [string, string][] {
  return rules
    .filter(({ pattern }) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern))
    .flatMap(({ headers }) => headers);
}
