import type { Rule } from '../content.ts';

/**
 * Finds code between the tags of a script. It would run, since the build names all that is inline in the one security
 * policy of the site: whatever slips into a text would be let in by it, and each edit would be one of the server's headers.
 */
export const inlineScript: Rule = {
  name: 'inline-script',
  description: 'Scripts of a page are files of their own.',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.inlineScripts ?? []).map(({ offset }) => ({
        source,
        offset,
        message:
          'The code of this script stands in the page, and the security policy of every page would have to let it in.',
        hint: 'Put it into a file in public/, and write `<script src="/name.js" type="module"></script>`.',
      })),
    ),
};
