/** What `npm run build` wrote, as tests read it: pages by address, their elements, files by path. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** A page of the built site. */
export interface BuiltPage {
  /** Path of its address, base included: `/drivers/`. */
  path: string;
  /** Path of its file within the site's folder: `drivers/index.html`. */
  file: string;
  html: string;
}

const parser = unified().use(rehypeParse);

/** `all` in runs of `size`, for tests that look at many pages in one window: opening windows would take most of the time. */
export function inRuns<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, run) => all.slice(run * size, (run + 1) * size));
}

/** Where the site stands that is tested: `npm run release` tests the one that it makes. */
export const builtFolder = process.env['BUILT_SITE'] ?? 'dist';

/** The folder of a built site, and the base path under which it is served. */
export class BuiltSite {
  readonly folder: string;
  readonly base: string;

  constructor(folder = builtFolder, base = '/') {
    this.folder = folder;
    this.base = base;
  }

  /** Text of a file. Throws with advice if there is none. */
  text(file: string): string {
    try {
      return readFileSync(join(this.folder, file), 'utf8');
    } catch (cause) {
      throw new Error(`There is no ${this.folder}/${file}. Run npm run build, then the tests again.`, { cause });
    }
  }

  /** Paths of all files, sorted. */
  files(): string[] {
    return globSync('**/*.*', { cwd: this.folder })
      .map((path) => path.replaceAll('\\', '/'))
      .toSorted();
  }

  /** All pages, whether the sitemap names them or not, sorted by path. */
  pages(): BuiltPage[] {
    const files = this.files().filter((file) => file.endsWith('.html'));
    if (files.length === 0)
      throw new Error(`There is no page in ${this.folder}/. Run npm run build, then the tests again.`);
    return files.map((file) => ({
      path: this.base + file.replace(/(^|\/)index\.html$/, '$1'),
      file,
      html: this.text(file),
    }));
  }

  /** Absolute addresses in the sitemap, in its order. */
  sitemap(): string[] {
    return locations(this.text('sitemap-index.xml')).flatMap((url) =>
      locations(this.text(new URL(url).pathname.slice(this.base.length))),
    );
  }

  /** Paths of the sitemap's pages, base included. */
  sitemapPaths(): string[] {
    return this.sitemap().map((url) => new URL(url).pathname);
  }

  /** The headers that `_headers` gives to `path`, by name in lower case. */
  headers(path: string): Map<string, string> {
    const headers = new Map<string, string>();
    let applies = false;
    for (const line of this.text('_headers').split('\n')) {
      const [, name, value] = /^\s+([\w-]+): (.*)$/.exec(line) ?? [];
      if (name === undefined || value === undefined) {
        applies = line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : line === path;
      } else if (applies) headers.set(name.toLowerCase(), value);
    }
    return headers;
  }
}

/** Addresses between `<loc>` and `</loc>`. */
function locations(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => String(url).replaceAll('&amp;', '&'));
}

/** The elements of a page or a piece of HTML in document order, or those that `wanted` accepts. */
export function elementsOf(
  html: string | Root | Element,
  wanted: (element: Element) => boolean = () => true,
): Element[] {
  const found: Element[] = [];
  visit(typeof html === 'string' ? parser.parse(html) : html, 'element', (element) => {
    if (wanted(element)) found.push(element);
  });
  return found;
}

/** Text of a property as HTML writes it: lists are joined by blanks. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** Whether an element has a class. */
export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'className') ?? '').split(' ').includes(name);
}

/** All text below an element. */
export function textOf(element: Element | Root): string {
  return toString(element);
}
