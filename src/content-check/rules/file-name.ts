import type { Rule } from '../content.ts';

/** Signs at which the path of an address ends, so that Astro looks for the file by the part before them. */
const endings = /[#?]/;

/** Finds files whose name can't be the last part of an address. */
export const fileName: Rule = {
  name: 'file-name',
  description: 'The name of a file has a letter or a digit, and neither `#` nor `?`.',
  scope: 'file',
  check: ({ entries, folders }) =>
    entries.flatMap(({ id, collection, source }) => {
      const folder = folders.find((candidate) => candidate.collection === collection)?.path ?? '';
      if (folder === source.path) return [];
      const [sign] = endings.exec(source.path) ?? [];
      const message =
        sign !== undefined
          ? `An address ends at \`${sign}\`, so this file would be lost.`
          : !/[\p{Letter}\p{Number}]/u.test(id)
            ? 'No letter or digit of the name is left for an address.'
            : undefined;
      return message === undefined
        ? []
        : [{ source, offset: 0, message, hint: 'Rename the file to words with hyphens, such as `disk-full.md`.' }];
    }),
};
