import { relative } from 'node:path';

/** Folders that builds, releases and tests make in the project. */
const folders = /^(?:dist|\.dist-[^/\\]*|\.cache|releases|shares|test-results)(?:[/\\]|$)/;

/**
 * Tells of an absolute path whether a build made it in the project in `root`. `npm run dev` watches none of it: for a large
 * archive it is ten thousands of files, and a system allows so many watches and no more.
 */
export function madeByBuilds(root: string): (path: string) => boolean {
  return (path) => folders.test(relative(root, path));
}
