import type { Rule } from '../content.ts';

/** Makes a rule that finds titles of more characters than `most` says for the pages of a collection. */
export const longTitle = (most: Readonly<Record<string, number>>): Rule => ({
  name: 'long-title',
  description: 'Every title fits the line of a search result.',
  warns: 'always',
  check: ({ entries }) =>
    entries.flatMap(({ collection, source, data, value }) => {
      const { title } = (data.value ?? {}) as { title?: unknown };
      const limit = most[collection];
      // A title that the schema refuses is named already.
      if (typeof title !== 'string' || limit === undefined || value === undefined) return [];
      const { length } = title.trim();
      if (length <= limit) return [];
      return [
        {
          source,
          offset: data.valueAt(['title']),
          message: `The title has ${length} characters, and a search result shows about ${limit}.`,
          hint: `Shorten it by ${length - limit}, and put what tells the page from others first.`,
        },
      ];
    }),
});
