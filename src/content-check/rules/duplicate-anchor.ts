import type { Rule } from '../content.ts';
import { lineAt } from '../position.ts';

/** Finds headings with the same anchor of their own: links lead to the first of them. */
export const duplicateAnchor: Rule = {
  name: 'duplicate-anchor',
  description: 'No two headings of a page have the same anchor.',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) => {
      const first = new Map<string, number>();
      return (body?.headings ?? []).flatMap(({ anchor, offset }) => {
        const before = anchor === undefined ? undefined : first.get(anchor);
        if (anchor === undefined || before === undefined) {
          if (anchor !== undefined) first.set(anchor, offset);
          return [];
        }
        const message = `The heading in line ${lineAt(source.text, before)} has the anchor \`#${anchor}\` already, and links lead there.`;
        return [{ source, offset, message, hint: 'Give this one another anchor.' }];
      });
    }),
};
