import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * Paths of all files below `folder`, from `root`, with `/`, sorted; none if there is no such folder. Links count as files,
 * also those that lead nowhere, and not those to folders. Dotfiles are left out.
 */
export async function listFiles(root: string, folder: string): Promise<string[]> {
  const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new Error(`The folder ${folder}/ can't be read.`, { cause: error });
  });
  const shown = found.filter(({ name }) => !name.startsWith('.'));
  const isFile = await Promise.all(
    shown.map(async (file) => file.isFile() || (file.isSymbolicLink() && (await isNoFolder(file)))),
  );
  return shown
    .filter((_, place) => isFile[place])
    .map((file) => relative(root, join(file.parentPath, file.name)).replaceAll(sep, '/'))
    .toSorted();
}

async function isNoFolder({ parentPath, name }: Dirent): Promise<boolean> {
  return stat(join(parentPath, name)).then(
    (target) => !target.isDirectory(),
    () => true, // A link to nothing: whoever reads it says so.
  );
}
