/**
 * The part of `npm run build` that Astro does, in a process of its own: it gives back all that it took before anything is
 * made of the pages. Its one argument is the folder of the pages; without its channel to `build.ts` it ends.
 */
import './spare-memory.ts';
import { build } from 'astro';
import { fail, reasonsOf } from './fail.ts';
import { previewsName } from '../src/posts/preview.node.ts';

process.on('disconnect', () => process.exit(1));
process.channel?.unref();

// Astro prints the address of each page that it makes. Those of previews are for nobody who can read the log of a build.
const isPreview = process.env[previewsName] !== undefined;
try {
  await build({ outDir: process.argv[2] ?? '', ...(isPreview && { logLevel: 'warn' }) });
} catch (error) {
  fail(...reasonsOf(error));
}
