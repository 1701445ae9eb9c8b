import type { Rule } from '../../content-check/content.ts';

/** Finds snapshots whose file has another number than the discussion in it. */
export const discussionName: Rule = {
  name: 'discussion-name',
  description: 'The snapshot of a discussion is named after its number.',
  check: ({ entries }) =>
    entries.flatMap(({ collection, id, source, data }) => {
      const { number } = (data.value ?? {}) as { number?: unknown };
      if (collection !== 'discussions' || typeof number !== 'number' || String(number) === id) return [];
      return [
        {
          source,
          offset: data.valueAt(['number']),
          message: `The file is named ${id}, and the discussion in it has the number ${number}.`,
          hint: `Rename the file to ${number}.json.`,
        },
      ];
    }),
};
