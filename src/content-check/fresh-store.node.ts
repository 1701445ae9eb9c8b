import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from './files.node.ts';

/**
 * Forgets the parsed content that Astro keeps between builds as soon as a schema has changed. Astro looks for changes in
 * `content.config.ts` alone, and would hand pages what an older schema made of files that have not changed since.
 */
export function freshStore(root: string): AstroIntegration {
  return {
    name: 'fresh-store',
    hooks: {
      'astro:config:setup': async ({ config, logger }) => {
        const digest = await schemaDigest(root);
        const note = join(root, '.cache/schemas');
        const last = await readFile(note, 'utf8').catch(() => undefined);
        if (last === digest) return;
        const stores = [config.cacheDir, new URL('.astro/', config.root)].map(
          (folder) => new URL('data-store.json', folder),
        );
        await Promise.all(stores.map((store) => rm(store, { force: true })));
        await mkdir(join(root, '.cache'), { recursive: true });
        await writeFile(note, digest);
        if (last !== undefined) logger.info('A schema has changed: all content is read again.');
      },
    },
  };
}

/** A digest of every file whose code a schema runs: the schemas, and the pure files beside them. */
async function schemaDigest(root: string): Promise<string> {
  const files = (await listFiles(root, 'src')).filter((path) =>
    /\/(?:schema|version-pattern|link|old-path)\.ts$/.test(path),
  );
  const hash = createHash('sha256');
  for (const file of files.toSorted()) hash.update(file).update(await readFile(join(root, file)));
  return hash.digest('base64url');
}
