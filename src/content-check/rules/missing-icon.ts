import type { Rule } from '../content.ts';

const icon = 'public/icon.svg';

/** Finds a site without its sign, which all pages name and all other icons and the pictures for previews are drawn from. */
export const missingIcon: Rule = {
  name: 'missing-icon',
  description: 'The site has its sign in public/icon.svg.',
  check: ({ files }) =>
    files.has(icon)
      ? []
      : [
          {
            source: { path: icon, text: '' },
            offset: 0,
            message:
              'There is no such file, and the other icons and the pictures for previews of links are drawn from it.',
            hint: 'Put the sign of the site there, as SVG.',
          },
        ],
};
