import type { Rule } from '../content.ts';

/** Finds signs in code that nobody sees: copied out of an office program or a web page, they make a command another one. */
export const hiddenCharacter: Rule = {
  name: 'hidden-character',
  description: 'Code holds no signs that nobody sees, such as blanks that do not break or turn the direction of text.',
  warns: 'imported',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.code ?? []).flatMap(({ code, offset }) => {
        const [found] = hidden.exec(code) ?? [];
        if (found === undefined) return [];
        const number = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
        return {
          source,
          offset: source.text.indexOf(found, offset),
          message: `Code holds the sign U+${number}, which nobody sees and a shell does not take for a blank.`,
          hint: 'Delete it, or type a blank.',
        };
      }),
    ),
};

/** Other blanks, blanks without width, hyphens that show at ends of lines, and what turns the direction of text. */
const hidden = /[\u00A0\u00AD\u2000-\u200B\u200E\u200F\u2028-\u202F\u205F-\u2069\u3000\uFEFF]/;
