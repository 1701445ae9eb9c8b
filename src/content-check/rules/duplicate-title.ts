import type { Entry, Rule } from '../content.ts';

/** Makes a rule that finds pages of one of the `collections` which have the title of another one in it. */
export const duplicateTitle = (collections: readonly string[]): Rule => ({
  name: 'duplicate-title',
  description: 'No two pages of a kind have one title, or lists and search results could not tell them apart.',
  warns: 'always',
  check: ({ entries }) => {
    const first = new Map<string, Entry>();
    // By path, so that the same file is named on every machine.
    return entries
      .toSorted((a, b) => (a.source.path < b.source.path ? -1 : 1))
      .flatMap((entry) => {
        const { title } = (entry.data.value ?? {}) as { title?: unknown };
        if (typeof title !== 'string' || !collections.includes(entry.collection)) return [];
        const key = `${entry.collection} ${title.trim().replace(/\s+/g, ' ').toLowerCase()}`;
        const other = first.get(key);
        if (other === undefined) {
          first.set(key, entry);
          return [];
        }
        // Files of one id are one page, and another rule names them.
        if (other.id === entry.id) return [];
        return [
          {
            source: entry.source,
            offset: entry.data.valueAt(['title']),
            message: `${other.source.path} has the same title.`,
            hint: 'Say in the title what only this page is about.',
          },
        ];
      });
  },
});
