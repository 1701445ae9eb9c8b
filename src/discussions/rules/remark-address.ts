import type { Entry, Finding, Rule } from '../../content-check/content.ts';
import { anchorOf } from '../thread.ts';
import type { Discussion } from '../schema.ts';

/** Finds remarks in a snapshot without an address of their own: on the page they would share one. */
export const remarkAddress: Rule = {
  name: 'remark-address',
  description: 'Every comment and reply of a snapshot has its own address in its discussion.',
  check: ({ entries }) =>
    entries.flatMap((entry) =>
      entry.collection === 'discussions' && entry.value !== undefined ? wrongAddresses(entry) : [],
    ),
};

function wrongAddresses({ value, source, data }: Entry): Finding[] {
  const { comments } = value as Discussion;
  const addresses = comments.flatMap(({ url, replies }, place) => [
    { url, path: ['comments', place, 'url'] },
    ...replies.map((reply, inner) => ({ url: reply.url, path: ['comments', place, 'replies', inner, 'url'] })),
  ]);
  const seen = new Set([anchorOf('')]);
  return addresses.flatMap(({ url, path }) => {
    const anchor = anchorOf(url);
    if (!seen.has(anchor)) {
      seen.add(anchor);
      return [];
    }
    const none = anchor === anchorOf('');
    return [
      {
        source,
        offset: data.valueAt(path),
        message: none
          ? 'This is not the address of a comment.'
          : `Another comment has the address of ${anchor} already.`,
        hint: 'Fetch the snapshot again, or end the address in #discussioncomment-, with the number of the comment.',
      },
    ];
  });
}
