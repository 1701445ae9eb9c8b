import type { AstroIntegration } from 'astro';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Forgets the pages that Astro keeps between builds if the last build did not come to its end. Astro keeps a page when it
 * is rendered, and notes of which state it is at the end only: whoever stops a build and takes the edit back would get the
 * page of the edit from then on.
 */
export function unfinishedBuild(root: string): AstroIntegration {
  const mark = join(root, '.cache/unfinished');
  return {
    name: 'unfinished-build',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        if (command !== 'build' || !existsSync(mark)) return;
        await rm(new URL('incremental-build.json', config.cacheDir), { force: true });
        logger.info('The last build did not come to its end: all pages are made anew.');
      },
      'astro:build:start': async () => {
        await mkdir(join(root, '.cache'), { recursive: true });
        await writeFile(mark, '');
      },
      // All pages are written by now, and so is Astro's note.
      'astro:build:generated': async () => {
        await rm(mark, { force: true });
      },
    },
  };
}
