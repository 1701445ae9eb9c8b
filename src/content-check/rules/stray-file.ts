import { pictureEnding } from '../../markdown/picture-versions.ts';
import type { Folder, Rule } from '../content.ts';
import { anyOf, nearest } from '../nearest.ts';

/** Finds files of content that nothing reads, because of where they lie or what their names end in. */
export const strayFile: Rule = {
  name: 'stray-file',
  description: 'A folder of content holds files of its own kind, and images where there is prose to show them.',
  check: ({ files, folders }) =>
    [...files].flatMap((path) => {
      const folder = folders.find((candidate) => path === candidate.path || path.startsWith(`${candidate.path}/`));
      const hint = folder === undefined ? hintOutside(path, folders) : hintWithin(path, folder);
      return hint === undefined
        ? []
        : [{ source: { path, text: '' }, offset: 0, message: 'Nothing reads this file.', hint }];
    }),
};

function hintWithin(path: string, folder: Folder): string | undefined {
  if (path === folder.path || isWelcome(path, folder)) return undefined;
  const endings = anyOf(folder.endings.map((ending) => `.${ending}`));
  return `Files of ${folder.path}/ end in ${endings} and lie in no subfolder. Rename, move or delete this one.`;
}

/** What has the ending of content, and lies beside the folders of content. */
function hintOutside(path: string, folders: readonly Folder[]): string | undefined {
  const [, name] = /^content\/((?!README)[^./]+)(?:\/.+)?\.(?:mdx?|markdown|ya?ml|json)$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  const places = folders.map((folder) => folder.path);
  const names = places.map((place) => place.replace(/^content\/|\.\w+$/g, ''));
  const near = places[names.indexOf(nearest(name, names) ?? '')];
  return near === undefined ? `Content is in ${anyOf(places, 'and')}. Move this file.` : `Move it to \`${near}\`.`;
}

function isWelcome(path: string, folder: Folder): boolean {
  const name = path.slice(folder.path.length + 1);
  if (!name.includes('/') && folder.endings.some((ending) => name.endsWith(`.${ending}`))) return true;
  return folder.endings.includes('md') && pictureEnding.test(name);
}
