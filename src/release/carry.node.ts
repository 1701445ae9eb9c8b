import { constants } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hashedFolders } from '../site/answers.ts';
import { errorCode } from './error-code.ts';
import { hashOf } from './manifest.node.ts';
import type { Manifest } from './manifest.node.ts';

/**
 * Puts the hashed files of the release before beside those of the site in `site`, and gives their paths. A reader who
 * opened a page before the switch loads its scripts and the parts of its search index from there. What that release has
 * carried itself is left behind, so that nothing piles up, and so is a file whose bytes are no longer its own.
 */
export async function carryOver(site: string, before: { site: string; manifest: Manifest }): Promise<Set<string>> {
  const carried = new Set<string>();
  for (const { path, sha256, carried: isOld } of before.manifest.files) {
    if (isOld === true || !hashedFolders.some((folder) => path.startsWith(folder))) continue;
    const from = join(before.site, path);
    const bytes = await readFile(from).catch(() => undefined);
    if (bytes === undefined || hashOf(bytes) !== sha256) continue;
    await mkdir(dirname(join(site, path)), { recursive: true });
    try {
      await copyFile(from, join(site, path), constants.COPYFILE_EXCL);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue; // The same name is the same content.
      throw error;
    }
    carried.add(path);
  }
  return carried;
}
