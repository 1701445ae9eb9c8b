import type { Reference, Rule } from '../../content-check/content.ts';

/** Finds pages that show the thread of another page: readers would answer to what they can't see. */
export const duplicateDiscussion: Rule = {
  name: 'duplicate-discussion',
  description: 'A discussion belongs to one page.',
  check: ({ references }) => {
    const first = new Map<string, Reference>();
    return references
      .filter(({ collection }) => collection === 'discussions')
      .toSorted((a, b) => (a.source.path < b.source.path ? -1 : 1)) // the same page keeps it on every machine
      .flatMap((reference) => {
        const { name, source, offset } = reference;
        const other = first.get(name);
        if (other === undefined) {
          first.set(name, reference);
          return [];
        }
        return [
          {
            source,
            offset,
            message: `Discussion ${name} is already the one of ${other.source.path}.`,
            hint: 'Write the number of another one, or leave the key out: the page then asks to start one. To merge two pages, keep the key on one and link to it from the other.',
          },
        ];
      });
  },
};
