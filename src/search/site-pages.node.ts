import type { Root } from 'hast';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { visit } from 'unist-util-visit';
import { parsePage } from '../site/built-pages.node.ts';
import type { BuiltPage } from './index-pages.node.ts';
import type { ReadPage } from './remarks.node.ts';

/** The `pages` built below `root`, by path and without its base: `posts/x/index.html` is `/posts/x/`. Their HTML is read when it is asked for. */
export function builtPages(root: string, pages: Iterable<[file: string, { search: ReadPage }]>): BuiltPage[] {
  return Array.from(pages, ([file, { search }]) => ({
    url: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
    read: search,
    get html() {
      return readFileSync(join(root, file), 'utf8');
    },
  }));
}

/** More pages than any site that is written by hand; a link that makes ever new addresses ends here. */
const maxPages = 5000;

/**
 * The pages of a running site, found by following links from its home page; addresses are given without `base`.
 * `get` answers with the HTML under a path, or with nothing where there is no page, such as behind a broken link.
 */
export async function* linkedPages(
  base: string,
  get: (path: string) => Promise<string | undefined>,
): AsyncGenerator<BuiltPage> {
  const paths = new Set([base]);
  for (const path of paths) {
    const html = await get(path);
    if (html === undefined) continue;
    yield { url: `/${path.slice(base.length)}`, html };
    for (const next of linksIn(parsePage(html), path))
      if (next.startsWith(base) && paths.size < maxPages) paths.add(next);
  }
}

function linksIn(page: Root, path: string): string[] {
  const links: string[] = [];
  visit(page, 'element', ({ tagName, properties }) => {
    if (tagName !== 'a' || typeof properties.href !== 'string') return;
    const url = URL.parse(properties.href, new URL(path, 'http://site.invalid'));
    if (url?.hostname === 'site.invalid' && url.pathname.endsWith('/')) links.push(url.pathname);
  });
  return links;
}
