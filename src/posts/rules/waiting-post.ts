import { isLater } from '../../content-check/published.ts';
import type { Entry, Rule } from '../../content-check/content.ts';
import { counted } from '../../site/counted.ts';
import type { Post } from '../schema.ts';

/** Counts the articles that wait for a day to come: only a build after it brings them out. */
export const waitingPost: Rule = {
  name: 'waiting-post',
  description: 'Every article that is no draft is out.',
  warns: 'always',
  check: ({ entries, today }) => {
    const waiting = entries
      .filter((entry) => entry.collection === 'posts' && isLater(entry, today) && !postOf(entry).draft)
      .toSorted((a, b) => postOf(a).date.getTime() - postOf(b).date.getTime());
    const [next] = waiting;
    if (next === undefined) return [];
    const moment = postOf(next).date.toISOString().slice(0, 16).replace('T', ' ');
    return [
      {
        source: next.source,
        offset: next.data.valueAt(['date']),
        message: `${counted(waiting.length, 'article')} ${waiting.length === 1 ? 'waits' : 'wait'}, ${waiting.length === 1 ? 'until' : 'this one first, until'} ${moment} UTC.`,
        hint: 'Build the site after that moment, since nothing comes out by itself.',
      },
    ];
  },
};

/** The article of an entry whose date could be read, so that its schema had no objection. */
function postOf({ value }: Entry): Post {
  return value as Post;
}
