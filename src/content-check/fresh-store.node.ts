import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { listFiles } from './files.node.ts';

/**
 * Forgets the parsed content that Astro keeps between builds as soon as a schema, the Markdown pipeline, a package or
 * `others` has changed. Astro looks for changes in `content.config.ts` alone, and would hand pages what older code made of
 * files that have not changed since. `others` is whatever else the HTML of a file depends on, as text.
 */
export function freshStore(root: string, others: string): AstroIntegration {
  return {
    name: 'fresh-store',
    hooks: {
      'astro:config:setup': async ({ config, logger }) => {
        const digest = await codeDigest(root, others);
        const note = join(root, '.cache/schemas');
        const last = await readFile(note, 'utf8').catch(() => undefined);
        if (last === digest) return;
        const stores = [config.cacheDir, new URL('.astro/', config.root)].map(
          (folder) => new URL('data-store.json', folder),
        );
        await Promise.all(stores.map((store) => rm(store, { force: true })));
        await mkdir(join(root, '.cache'), { recursive: true });
        await writeFile(note, digest);
        if (last !== undefined) logger.info('What reads the content has changed: all of it is read again.');
      },
    },
  };
}

/** A digest of `others`, of the versions of all packages, and of every file whose code loads entries, a schema runs, or Markdown goes through. */
async function codeDigest(root: string, others: string): Promise<string> {
  const files = new Map<string, string>();
  const waiting = (await listFiles(root, 'src')).filter((path) =>
    /^src\/content\.config\.ts$|\/schema\.ts$|\/markdown\/[\w.-]+(?<!\.test)\.ts$/.test(path),
  );
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    const text = await readFile(join(root, file), 'utf8');
    files.set(file, text);
    for (const [, to = ''] of text.matchAll(/ from '(\.[^']+\.ts)'/g))
      waiting.push(posix.join(posix.dirname(file), to));
  }
  const packages = await readFile(join(root, 'package-lock.json')).catch(() => '');
  const hash = createHash('sha256').update(others).update(packages);
  for (const [file, text] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) hash.update(file).update(text);
  return hash.digest('base64url');
}
