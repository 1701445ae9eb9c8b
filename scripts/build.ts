/**
 * `npm run build`: builds into a folder beside `dist/`, which takes its place only when all went well,
 * so the last good site stays as it was if this one can't be built.
 */
import { build } from 'astro';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { missingAssets } from '../src/site/missing-assets.node.ts';

const next = '.cache/next';
const last = '.cache/last';
const kept = '.cache/astro'; // what Astro keeps between builds

// Astro takes DEV from the environment too, and would then publish drafts.
delete process.env['DEV'];

await rm(next, { recursive: true, force: true });
try {
  await build({ outDir: next });
  const missing = await missingAssets(next);
  if (missing.length > 0) {
    console.log(
      `Pages of the last build ask for ${missing.join(', ')}, which changed since: all pages are built anew.`,
    );
    await rm(kept, { recursive: true, force: true });
    await rm(next, { recursive: true, force: true });
    await build({ outDir: next });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`The site was not built.${existsSync('dist') ? ' The last good one is still in dist/.' : ''}`);
  process.exit(1);
}
await rm(last, { recursive: true, force: true });
if (existsSync('dist')) await rename('dist', last);
await rename(next, 'dist');
await rm(last, { recursive: true, force: true });
