import { pictureEnding } from '../../markdown/picture-versions.ts';
import type { Folder, Rule } from '../content.ts';
import { anyOf } from '../nearest.ts';

/** Finds files that lie in a collection's folder and that nothing reads. */
export const strayFile: Rule = {
  name: 'stray-file',
  description: 'A folder of content holds files of its own kind, and images where there is prose to show them.',
  scope: 'site',
  check: ({ files, folders }) =>
    [...files].flatMap((path) => {
      const folder = folders.find((candidate) => path.startsWith(`${candidate.path}/`));
      if (folder === undefined || isWelcome(path, folder)) return [];
      const endings = anyOf(folder.endings.map((ending) => `.${ending}`));
      return [
        {
          source: { path, text: '' },
          offset: 0,
          message: 'Nothing reads this file.',
          hint: `Files of ${folder.path}/ end in ${endings} and lie in no subfolder. Rename, move or delete this one.`,
        },
      ];
    }),
};

function isWelcome(path: string, folder: Folder): boolean {
  const name = path.slice(folder.path.length + 1);
  if (!name.includes('/') && folder.endings.some((ending) => name.endsWith(`.${ending}`))) return true;
  return folder.endings.includes('md') && pictureEnding.test(name);
}
