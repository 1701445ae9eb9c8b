import type { Redirect } from './redirects.ts';

/** A header of an answer: its name and its value. */
export type Header = readonly [name: string, value: string];

/**
 * How the site wants to be answered for, whoever serves it. All configurations of hosts, our own server and the look at
 * a running host are made from this one table.
 */
export interface Answers {
  /** Path under which the site is served, with both slashes. */
  base: string;
  /** Headers of every answer, of pages that are not there too; a host may leave `pageHeaders` out of those for `parts`. */
  everywhere: readonly Header[];
  /** Old addresses and where they lead, both with the base and without escapes. */
  redirects: readonly Redirect[];
}

/** Folders below the base whose files have a hash of their content in the name: another content is another address. */
export const hashedFolders = [
  '_astro/',
  'pagefind/fragment/',
  'pagefind/index/',
  'pagefind/filter/',
  'pagefind/older/',
  'pictures/',
] as const;

/**
 * Headers that only what is shown in a window or runs as a worker heeds. They are three times as long as all others
 * together, and nginx and HTTP/1.1 send them whole each time, so parts of pages come without.
 */
export const pageHeaders: readonly string[] = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Permissions-Policy',
  'Speculation-Rules',
];

/** `Cache-Control` of files in `hashedFolders`, and of all else: a reader meets a new release after a minute. */
export const caching = { hashed: 'public, max-age=31536000, immutable', others: 'public, max-age=60' } as const;

/** Files beside the pages that are for hosts and for nobody else. */
export const hostFiles = ['_headers', '_redirects'] as const;

/** The page of addresses that are not there. */
export const notFoundPage = '404.html';

/** The file that tells browsers which pages to fetch before a click. */
export const speculationRules = 'speculation-rules.json';

/**
 * Where files lie that are parts of pages: how their paths below the base begin, and what in such a path, as a regular
 * expression, tells that a file is not: a worker, a shelf of pages, or a picture that may hold a script.
 */
export const parts = {
  beginnings: ['_astro/', 'pagefind/', 'pictures/', speculationRules],
  exceptions: '\\.worker-|/offline-|\\.svg$',
} as const;

/** Types of files by the end of the name, without a dot. What is not here is bytes to whoever asks. */
export const types: Readonly<Record<string, string>> = {
  atom: 'application/atom+xml',
  avif: 'image/avif',
  css: 'text/css',
  csv: 'text/csv',
  gif: 'image/gif',
  html: 'text/html',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  m4a: 'audio/mp4',
  md: 'text/markdown',
  mjs: 'text/javascript',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  vtt: 'text/vtt',
  wasm: 'application/wasm',
  wav: 'audio/wav',
  webm: 'video/webm',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: 'application/xml',
};

/** Types of files by their whole name, in any folder, where the end of the name says too little. */
export const typesByName: Readonly<Record<string, string>> = {
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
  'opensearch.xml': 'application/opensearchdescription+xml',
  'rss.xml': 'application/rss+xml',
  [speculationRules]: 'application/speculationrules+json',
};

/** Whether a file of this type is text, which says how it is encoded. */
function isText(type: string): boolean {
  return type.startsWith('text/') || /^(?:application\/(?:.+\+)?(?:json|xml)|image\/svg\+xml)(?:;|$)/.test(type);
}

/** Whether a file of this type is worth compressing; pictures and fonts are compressed in themselves. */
export function isPackable(type: string): boolean {
  return isText(type) || type === 'application/wasm';
}

/** `type` as a header gives it: text names its encoding. JSON has only one, and its types no parameter. */
export function contentType(type: string): string {
  return isText(type) && !type.endsWith('json') ? `${type}; charset=utf-8` : type;
}

/** `Content-Type` of the file at `path`. */
export function typeOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const end = name.slice(name.lastIndexOf('.') + 1);
  const type = typesByName[name] ?? (name.includes('.') ? types[end] : undefined) ?? 'application/octet-stream';
  return contentType(type);
}

/** `Cache-Control` of the file at `path` below the base. */
export function cachingOf(path: string): string {
  return hashedFolders.some((folder) => path.startsWith(folder)) ? caching.hashed : caching.others;
}

/** Whether the file at `path` below the base is only ever a part of pages, and so needs none of `pageHeaders`. */
export function isPart(path: string): boolean {
  return parts.beginnings.some((beginning) => path.startsWith(beginning)) && !new RegExp(parts.exceptions).test(path);
}
