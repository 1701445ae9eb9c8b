/**
 * `npm run build [-- --out FOLDER] [--previews]`: builds into a folder beside `dist/`, which takes its place only when all
 * went well, so the last good site stays as it was if this one can't be built. With `--out` the site is left in that folder.
 * With `--previews`, articles that are not out yet get pages too, at addresses that nobody guesses; `npm run previews`
 * prints them.
 */
import { build } from 'astro';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { previewSecret, previewsName } from '../src/posts/preview.node.ts';
import { buildTime } from '../src/site/build-time.node.ts';
import { missingAssets } from '../src/site/missing-assets.node.ts';

const { out, previews } = parseArgs({ options: { out: { type: 'string' }, previews: { type: 'boolean' } } }).values;
const next = out ?? '.cache/next';
const last = '.cache/last';
const kept = '.cache/astro'; // what Astro keeps between builds

// Astro takes DEV from the environment too, and would then publish drafts.
delete process.env['DEV'];
delete process.env[previewsName];
if (previews === true) {
  const found = previewSecret(process.env);
  if ('problem' in found) {
    console.error(found.problem);
    process.exit(1);
  }
  process.env[previewsName] = 'yes';
}

// Astro prints the address of each page that it makes. Those of previews are for nobody who can read the log of a build.
const options = { outDir: next, ...(previews === true && { logLevel: 'warn' as const }) };

const { problem } = buildTime(process.env, new Date());
if (problem !== undefined) {
  console.error(problem);
  process.exit(1);
}

// A release that is killed takes the build that it started with it.
process.on('disconnect', () => process.exit(1));
process.channel?.unref();

await rm(next, { recursive: true, force: true });
try {
  await build(options);
  const missing = await missingAssets(next);
  if (missing.length > 0) {
    console.log(
      `Pages of the last build ask for ${missing.join(', ')}, which changed since: all pages are built anew.`,
    );
    await rm(kept, { recursive: true, force: true });
    await rm(next, { recursive: true, force: true });
    await build(options);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(
    `The site was not built.${out === undefined && existsSync('dist') ? ' The last good one is still in dist/.' : ''}`,
  );
  process.exit(1);
}
if (out === undefined) {
  await rm(last, { recursive: true, force: true });
  if (existsSync('dist')) await rename('dist', last);
  await rename(next, 'dist');
  await rm(last, { recursive: true, force: true });
}
