import type { Rule } from '../content.ts';

/** Finds links without words, which nobody sees and a screen reader spells out as an address, and links to nowhere. */
export const emptyLink: Rule = {
  name: 'empty-link',
  description: 'Every link has an address, and words or a picture with a text that stands in for it.',
  warns: 'imported',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) => [
      ...(body?.linkWords ?? [])
        .filter(({ words }) => words === '')
        .map(({ offset }) => ({
          source,
          offset,
          message: 'The link has no words.',
          hint: 'Say where it leads, or remove it.',
        })),
      ...(body?.links ?? [])
        .filter(({ url }) => url === '')
        .map(({ offset }) => ({
          source,
          offset,
          message: 'The link has no address.',
          hint: 'Write one, such as `/docs/`, or leave only the words.',
        })),
      ...(body?.links ?? [])
        .filter(({ url }) => /^(?:javascript|vbscript):/i.test(url))
        .map(({ url, offset }) => ({
          source,
          offset,
          message: `This link does nothing: the site's security policy runs no code in addresses (\`${url.replace(/:.*/s, ':')}\`).`,
          hint: 'Write the address of a page, or leave only the words.',
        })),
    ]),
};
