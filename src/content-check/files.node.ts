import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Paths of all files below `folder`, from `root`, with `/`, sorted; none if there is no such folder. Dotfiles are left out. */
export async function listFiles(root: string, folder: string): Promise<string[]> {
  const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new Error(`The folder ${folder}/ can't be read.`, { cause: error });
  });
  return found
    .filter((file) => file.isFile() && !file.name.startsWith('.'))
    .map((file) => relative(root, join(file.parentPath, file.name)).replaceAll(sep, '/'))
    .toSorted();
}
