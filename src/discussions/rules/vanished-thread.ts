import type { Rule } from '../../content-check/content.ts';
import type { Discussion } from '../schema.ts';

/** Finds snapshots of threads that were no longer at their address when they were last asked for. */
export const vanishedThread: Rule = {
  name: 'vanished-thread',
  description: 'Threads that pages show are still where readers can answer.',
  warns: 'always',
  check: ({ entries }) =>
    entries.flatMap(({ collection, source, data, value }) => {
      const gone = collection === 'discussions' ? (value as Discussion | undefined)?.vanished : undefined;
      if (gone === undefined) return [];
      const day = gone.at.slice(0, 10);
      const offset = data.keyAt(['vanished']);
      return gone.reason === 'transferred'
        ? [
            {
              source,
              offset,
              message: `The thread was moved to ${gone.url} by ${day}.`,
              hint: 'Link it under its new address, or open another one.',
            },
          ]
        : [
            {
              source,
              offset,
              message: `The thread was not found on ${day}: it was deleted, or nobody may see it.`,
              hint: 'Keep what was said as it is, or open another one with `npm run discussions create`.',
            },
          ];
    }),
};
