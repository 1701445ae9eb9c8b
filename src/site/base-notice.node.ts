import type { AstroIntegration } from 'astro';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { site } from '../site.config.ts';
import type { SiteConfig } from '../site.config.ts';
import { editorPause } from './editor-pause.ts';

/**
 * Says in `npm run dev` that a changed base takes a new start: the links of all pages have it at once, and the server goes
 * on with the one that it began with.
 */
export function baseNotice(root: string): AstroIntegration {
  const file = join(root, 'src/site.config.ts');
  return {
    name: 'base-notice',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const look = async () => {
          await setTimeout(editorPause);
          // Node reads a file anew only under another address.
          const changed = (await import(`${pathToFileURL(file).href}?${Date.now()}`)) as { site: SiteConfig };
          const { base } = changed.site;
          if (base !== site.base)
            logger.warn(`The base is ${base} now, and this server serves ${site.base}. Start npm run dev anew.`);
        };
        server.watcher.on('change', (path) => {
          if (resolve(path) === file) look().catch(Boolean); // Where it can't be read, Vite says why.
        });
      },
    },
  };
}
