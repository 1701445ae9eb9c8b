import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import type { EndIntegration } from '../site/build-end.node.ts';
import { site } from '../site.config.ts';
import { absoluteUrl } from '../site/urls.ts';
import type { MachineView } from './markdown-view.node.ts';

/** As many addresses as the format allows in one file. */
const mostInFile = 50_000;

/** Whether an address is for those who were told it: that of an article which is not out yet. */
const isPreview = (url: string) => /\/preview\/[0-9a-f]{40}\/$/.test(url);

/**
 * Writes `sitemap-index.xml` and the files that it leads to, with the addresses of `pages` and when each of them changed last.
 * Format: https://www.sitemaps.org/protocol.html
 */
export function siteMap(pages: ReadonlyMap<string, { view: MachineView | undefined }>): EndIntegration {
  return {
    name: 'site-map',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const items = [...pages.values()]
          .flatMap(({ view }) => view ?? [])
          .map(({ url, changed }) => ({
            url,
            ...(changed !== undefined && { lastmod: new Date(changed).toISOString() }),
          }))
          .filter(({ url }) => !isPreview(url))
          .toSorted((a, b) => a.url.localeCompare(b.url, 'en', { numeric: true }));
        const index: { url: string; lastmod?: string }[] = [];
        const write = async (file: string, list: typeof items, stream: SitemapStream | SitemapIndexStream) =>
          writeFile(join(fileURLToPath(dir), file), await streamToPromise(Readable.from(list).pipe(stream)));
        for (let first = 0; first < items.length; first += mostInFile) {
          const part = items.slice(first, first + mostInFile);
          const file = `sitemap-${index.length}.xml`;
          await write(file, part, new SitemapStream({ hostname: site.origin }));
          const [lastmod] = part
            .flatMap((item) => item.lastmod ?? [])
            .toSorted()
            .toReversed();
          index.push({ url: absoluteUrl(`/${file}`), ...(lastmod !== undefined && { lastmod }) });
        }
        await write('sitemap-index.xml', index, new SitemapIndexStream());
      },
    },
  };
}
