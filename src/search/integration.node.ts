import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { site } from '../site.config.ts';
import { typeOf } from '../site/answers.ts';
import { askedPath } from '../site/asked-path.node.ts';
import type { EndIntegration } from '../site/build-end.node.ts';
import { buildSearchIndex } from './index-pages.node.ts';
import type { SearchIndex } from './index-pages.node.ts';
import type { ReadPage } from './remarks.node.ts';
import { builtPages, linkedPages } from './site-pages.node.ts';
import { writeSearchIndex } from './write-index.node.ts';

/** Folder of the index, under the site's base. */
const folder = 'pagefind/';

/**
 * Writes the search index of the project in `root` beside the built pages. In `npm run dev` the index is made of the
 * running site's own pages when a search asks for it first, and again after a change.
 */
export function searchIndex(root: string, builtOnes: ReadonlyMap<string, { search: ReadPage }>): EndIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plainImports] } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const built = fileURLToPath(dir);
        const { pages, remarks } = await writeSearchIndex(
          builtPages(built, builtOnes),
          join(built, folder),
          site.language,
          join(root, '.cache/search'),
        );
        logger.info(`${pages} pages and ${remarks} remarks can be searched.`);
      },
      'astro:server:setup': ({ server, logger }) => {
        let index: Promise<SearchIndex> | undefined;
        server.watcher.on('all', () => (index = undefined));
        server.middlewares.use((request, response, next) => {
          const path = askedPath(request);
          const [origin] = server.resolvedUrls?.local ?? [];
          if (origin === undefined || !path.startsWith(site.base + folder)) {
            next();
            return;
          }
          const current = (index ??= buildSearchIndex(linkedPages(site.base, pageOf(origin)), site.language));
          current
            .then(({ files }) => {
              const file = files.find((one) => one.path === path.slice(site.base.length + folder.length));
              // Never kept: the next change of a page makes another index.
              response.writeHead(file === undefined ? 404 : 200, {
                'Content-Type': typeOf(path),
                'Cache-Control': 'no-store',
              });
              response.end(file?.content);
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

/**
 * Vite wraps each `import()` in 2 kB of script that loads styles first. Scripts here bring no styles, and all of it would
 * run before the first key, so the plugin that does it is taken out.
 */
const plainImports = {
  name: 'plain-imports',
  configResolved: ({ plugins }: { plugins: readonly { name: string }[] }) => {
    const others = plugins.filter(({ name }) => !/import-analysis-build|build-import-analysis/.test(name));
    (plugins as { name: string }[]).splice(0, plugins.length, ...others);
  },
};

/** Reads pages of the server that is asked, and takes only those that are there and are HTML. */
function pageOf(origin: string) {
  return async (path: string): Promise<string | undefined> => {
    const response = await fetch(new URL(path, origin));
    const html = response.ok && response.headers.get('content-type')?.startsWith('text/html') === true;
    return html ? response.text() : undefined;
  };
}
