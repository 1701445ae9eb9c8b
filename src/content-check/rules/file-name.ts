import type { Rule } from '../content.ts';

/** Signs at which the path of an address ends, so that Astro looks for the file by the part before them. */
const endings = /[#?]/;

/** Finds files whose name can't be the last part of an address. */
export const fileName: Rule = {
  name: 'file-name',
  description: 'The name of a file has a letter or a digit, and neither `#` nor `?`.',
  check: ({ entries, folders }) =>
    entries.flatMap(({ id, collection, source }) => {
      // One file may hold a whole collection, and its name is in no address.
      const isAlone = folders.some((folder) => folder.collection === collection && folder.path === source.path);
      const message = isAlone ? undefined : faultOf(source.path, id);
      return message === undefined
        ? []
        : [{ source, offset: 0, message, hint: 'Rename the file to words with hyphens, such as `disk-full.md`.' }];
    }),
};

function faultOf(path: string, id: string): string | undefined {
  const [sign] = endings.exec(path) ?? [];
  if (sign !== undefined) return `An address ends at \`${sign}\`, so this file would be lost.`;
  if (!/[\p{Letter}\p{Number}]/u.test(id)) return 'No letter or digit of the name is left for an address.';
  return undefined;
}
