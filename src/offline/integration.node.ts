import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askedPath } from '../site/asked-path.node.ts';
import type { EndIntegration } from '../site/build-end.node.ts';
import { href, pathOf } from '../site/urls.ts';
import { site } from '../site.config.ts';
import { packSite } from './pack-site.node.ts';
import { workerOf } from './worker-script.node.ts';

/**
 * Writes the worker that keeps pages for the time without network, and what it fetches ahead, beside the built pages. Where
 * the site keeps nothing, and in `npm run dev`, a worker stands there that takes an earlier one away.
 */
export function offlineKeeper(): EndIntegration {
  return {
    name: 'offline-keeper',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        const isOn = command === 'build' && site.offline;
        updateConfig({ vite: { define: { keeperAddress: JSON.stringify(isOn ? href(pathOf.keeper) : '') } } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        if (!site.offline) {
          await writeFile(join(root, pathOf.keeper), await remover());
          return;
        }
        const pages = await packSite(root);
        logger.info(`${pages} pages are kept for the time without network.`);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (askedPath(request) !== href(pathOf.keeper)) {
            next();
            return;
          }
          remover().then((code) => response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(code), next);
        });
      },
    },
  };
}

function remover(): Promise<string> {
  return workerOf('remover.worker.ts', { base: site.base });
}
