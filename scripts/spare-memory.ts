/** What has to be said before Astro is imported, so that a build of a large archive takes less memory. */
import { setFlagsFromString } from 'node:v8';

// The bundler's allocator looks for these when it is loaded. By itself it holds pages of 2 MB for as long as anything in
// them is used, and gives back nothing while it has nothing to do.
process.env['MIMALLOC_ALLOW_THP'] ??= '0';
process.env['MIMALLOC_PURGE_DELAY'] ??= '0';

// V8 collects when there is twice as much as after the last time, where it would wait for four times as much.
setFlagsFromString('--heap-growing-percent=100');
