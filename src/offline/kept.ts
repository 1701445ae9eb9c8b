import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** Where a browser keeps what, for the site under `base`: other sites may live on the same host. */
export function keptPlaces(base: string) {
  const prefix = `offline ${base} `;
  return {
    /** What all names of caches begin with. */
    prefix,
    /** The cache of what the reader opened. */
    visited: `${prefix}visited`,
    /** The cache of a shelf of this build, and of the files that its pages need. */
    shelfCache: (name: ShelfName, file: string) => `${prefix}${name} ${file}`,
    /** What every build calls that shelf. */
    shelf: (name: ShelfName) => `${base}offline/${name}`,
  };
}

/** What the worker is told by a reader who asks for the whole site. */
export const wholeSite = 'keep';

/** What is kept for every reader, and what for those who ask for it. */
export type ShelfName = 'first' | 'rest';

/** What the worker that keeps pages is told by the build. */
export interface KeeperSettings {
  /** The site's base path. */
  base: string;
  /** Language in which days are written. */
  language: string;
  /** Paths of the two shelves; their names change with what is on them. */
  shelves: Record<ShelfName, string>;
  /** Path of the page for what is not kept. */
  offlinePage: string;
  /** Path of the style of notices. */
  style: string;
  /** Paths of what pages read beside them and nobody fetches ahead: kept when it was read. */
  facts: readonly string[];
  /** Paths of the folders whose files have other names when they change. */
  hashed: readonly string[];
}

/** Header of a kept page: the moment at which it was kept, as HTTP writes dates. */
export const keptOn = 'date';

/** Why a page does not come from the network: there is none, or it does not answer. */
type Silence = 'offline' | 'silent';

/** The line that a kept page says about itself; `day` is written for the reader. */
export function noticeOf(why: Silence, day: string): string {
  return filled(why === 'offline' ? words.pageKept : words.pageKeptSilent, { day });
}

/** `html` with `notice`, a plain text, before all else that is in `<main>`. `style` is the address of its style. */
export function withNotice(html: string, notice: string, style: string): string {
  return html.replace(
    /<main\b[^>]*>/,
    (main) => `${main}<link rel="stylesheet" href="${style}"><p class="offline-notice">${notice}</p>`,
  );
}

/** Addresses of what a page shows and runs, as they stand in its HTML: names below `folders`, and all that has a `src`. */
export function partsOf(html: string, folders: readonly string[]): string[] {
  const found = html.matchAll(/\bsrc="([^"]+)"|["'(\s,](\/[^"'()\s,]+)/g);
  const parts = [...found].flatMap(([, src, path]) =>
    path === undefined || folders.some((folder) => path.startsWith(folder)) ? [src ?? path] : [],
  );
  return [...new Set(parts.filter((part) => part !== undefined))];
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** The title of a page, with what HTML must escape as text; empty if it has none. */
export function titleOf(html: string): string {
  const [, title = ''] = /<title>([^<]*)/.exec(html) ?? [];
  return title.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}
