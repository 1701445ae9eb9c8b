import { glob, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { BuiltPage } from './index-pages.node.ts';

/** The pages of a built site, by path and without its base: `posts/x/index.html` is `/posts/x/`. */
export async function* builtPages(root: string): AsyncGenerator<BuiltPage> {
  const files = await Array.fromAsync(glob('**/*.html', { cwd: root }));
  // Sorted, so that the same site gives the same index on every machine.
  for (const file of files.toSorted()) {
    const path = file.split(sep).join('/');
    yield { url: `/${path.replace(/(^|\/)index\.html$/, '$1')}`, html: await readFile(join(root, file), 'utf8') };
  }
}

const parser = unified().use(rehypeParse);

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
    for (const next of linksIn(html, path)) if (next.startsWith(base) && paths.size < maxPages) paths.add(next);
  }
}

function linksIn(html: string, path: string): string[] {
  const links: string[] = [];
  visit(parser.parse(html), 'element', ({ tagName, properties }) => {
    if (tagName !== 'a' || typeof properties.href !== 'string') return;
    const url = URL.parse(properties.href, new URL(path, 'http://site.invalid'));
    if (url?.hostname === 'site.invalid' && url.pathname.endsWith('/')) links.push(url.pathname);
  });
  return links;
}
