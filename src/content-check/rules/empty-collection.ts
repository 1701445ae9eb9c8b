import type { Rule } from '../content.ts';
import { anyOf } from '../nearest.ts';

/** Finds collections without any file. */
export const emptyCollection: Rule = {
  name: 'empty-collection',
  description: 'Every collection that the site is built from has at least one file.',
  check: ({ files, folders }) =>
    folders
      .filter(({ path, endings, mayBeEmpty }) => {
        const own = (file: string) =>
          file === path || (file.startsWith(`${path}/`) && endings.some((end) => file.endsWith(`.${end}`)));
        return !mayBeEmpty && ![...files].some(own);
      })
      .map(({ path, endings }) => ({
        source: { path, text: '' },
        offset: 0,
        message: 'There is nothing here, and pages are made from it.',
        hint: path.includes('.')
          ? 'Write the file.'
          : `Add a file that ends in ${anyOf(endings.map((ending) => `.${ending}`))}.`,
      })),
};
