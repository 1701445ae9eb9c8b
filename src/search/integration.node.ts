import type { AstroIntegration } from 'astro';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { site } from '../site.config.ts';
import { buildSearchIndex } from './index-pages.node.ts';
import type { SearchIndex } from './index-pages.node.ts';
import { builtPages, linkedPages } from './site-pages.node.ts';

/** Folder of the index, under the site's base. */
const folder = 'pagefind/';

const types: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

/**
 * Writes the search index beside the built pages. In `npm run dev` the index is made of the running site's own pages
 * when a search asks for it first, and again after a change.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const { files, pages, remarks } = await buildSearchIndex(builtPages(root), site.language);
        for (const { path, content } of files) {
          const file = join(root, folder, path);
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, content);
        }
        logger.info(`${pages} pages and ${remarks} remarks can be searched.`);
      },
      'astro:server:setup': ({ server, logger }) => {
        let index: Promise<SearchIndex> | undefined;
        server.watcher.on('all', () => (index = undefined));
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname;
          if (!path.startsWith(site.base + folder)) { next(); return; }
          const [origin] = server.resolvedUrls?.local ?? [];
          if (origin === undefined) { next(); return; } // Nobody can ask a server that has no address.
          const current = (index ??= buildSearchIndex(linkedPages(site.base, pageOf(origin)), site.language));
          current
            .then(({ files }) => {
              const file = files.find((one) => one.path === path.slice(site.base.length + folder.length));
              if (file === undefined) return response.writeHead(404).end();
              response.setHeader('Content-Type', types[extname(file.path)] ?? 'application/octet-stream');
              // The next change of a page makes another index.
              response.setHeader('Cache-Control', 'no-store');
              return response.end(file.content);
            })
            .catch((cause: unknown) => {
              if (index === current) index = undefined;
              logger.error(cause instanceof Error ? cause.message : String(cause));
              response.writeHead(500).end();
            });
        });
      },
    },
  };
}

/** Reads pages of the server that is asked, and takes only those that are there and are HTML. */
function pageOf(origin: string) {
  return async (path: string): Promise<string | undefined> => {
    const response = await fetch(new URL(path, origin));
    const html = response.ok && response.headers.get('content-type')?.startsWith('text/html') === true;
    return html ? response.text() : undefined;
  };
}
