import { fileOf } from '../../site/redirects.ts';
import type { Rule } from '../content.ts';

/** What an owner may write by hand: nothing else depends on these. */
const mayBeOwn = ['/robots.txt', '/404.html'];

/** Finds files of public/ at the address of a page or of a file that the site makes, of which readers get only one. */
export const hiddenPage: Rule = {
  name: 'hidden-page',
  description: 'No file of public/ has the address of a page, or of a file that the build writes.',
  scope: 'site',
  check: ({ pages, files }) =>
    [...pages].flatMap(([path, { file, draft }]) => {
      const own = `public/${fileOf(path)}`;
      if (draft || mayBeOwn.includes(path) || !files.has(own)) return [];
      const maker = file === undefined ? 'The build makes' : `${file} makes`;
      const message = `${maker} what stands at this address, and readers would get only one of the two.`;
      return [{ source: { path: own, text: '' }, offset: 0, message, hint: 'Rename, move or delete this file.' }];
    }),
};
