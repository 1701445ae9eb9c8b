import type { Entry, Rule } from '../content.ts';

/** Finds files whose names give one id: `a.md` and `a.mdx`, or `A.md` and `a.md`. */
export const duplicateSlug: Rule = {
  name: 'duplicate-slug',
  description: 'No two files of a collection have one id, which is the name without ending in lower case.',
  check: ({ entries }) => {
    const first = new Map<string, Entry>();
    // By path, so that the first file keeps the address on every machine.
    return entries
      .toSorted((a, b) => (a.source.path < b.source.path ? -1 : 1))
      .flatMap((entry) => {
        const key = `${entry.collection} ${entry.id}`;
        const other = first.get(key);
        if (other === undefined) {
          first.set(key, entry);
          return [];
        }
        return [
          {
            source: entry.source,
            offset: 0,
            message: `This file and ${other.source.path} have the same id \`${entry.id}\`, so one would replace the other.`,
            hint: 'Rename one of them.',
          },
        ];
      });
  },
};
