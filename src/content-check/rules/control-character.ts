import type { Rule } from '../content.ts';

/** Finds what a terminal obeys and no page shows, such as the colours of a pasted output: the first one of each file. */
export const controlCharacter: Rule = {
  name: 'control-character',
  description: 'Texts hold no control characters but tabs and line ends.',
  warns: 'imported',
  check: ({ entries }) =>
    entries.flatMap(({ source }) => {
      const [first, ...others] = source.text.matchAll(control);
      if (first === undefined) return [];
      const code = first[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      const more = others.length === 0 ? '' : `, the first of ${others.length + 1} in this file`;
      return [
        {
          source,
          offset: first.index,
          message: `Here is the control character U+${code}${more}, which pages can't show.`,
          hint: 'Delete it, and the rest of its colour code such as `[31m` if a terminal printed it.',
        },
      ];
    }),
};

const control = /(?![\t\n\r\u0080-\u009F])\p{Cc}/gu;
