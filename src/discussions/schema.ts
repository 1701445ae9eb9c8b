import { z } from 'astro/zod';
import { discussionAddress } from './link.ts';
import type { DiscussionLink } from './link.ts';

/** A place elsewhere where a page is talked about: a thread of a forum, a post, a mailing list. */
const place = z.strictObject({
  /** Its address; `mailto:` too. */
  url: z.url({ protocol: /^(?:https?|mailto)$/ }),
  /** What it is called within a sentence: `the forum`. */
  label: z.string().trim().min(1).max(80),
});

/**
 * Where a page is talked about, as its author writes it: the number of a GitHub discussion, `42`; its address; or
 * another place, `{ url: https://forum.example/t/7, label: the forum }`. None of them depends on the page's name;
 * `linkedTalk` says what it means on a site.
 */
export const discussionLink = z.unknown().transform((link, context): DiscussionLink => {
  if (typeof link === 'number' && Number.isInteger(link) && link > 0) return link;
  if (typeof link === 'string' && discussionAddress.test(link)) return link;
  if (typeof link === 'object' && link !== null && !Array.isArray(link)) {
    const { data, error } = place.safeParse(link);
    if (data !== undefined) return data;
    context.issues.push(...(error.issues as typeof context.issues)); // a place knows best what is wrong with it
    return z.NEVER;
  }
  context.addIssue({
    code: 'custom',
    message: `${JSON.stringify(link)} is not a discussion. Write its number, its address https://github.com/OWNER/NAME/discussions/42, or { url: https://forum.example/t/7, label: the forum }.`,
  });
  return z.NEVER;
});

/** Who wrote something. GitHub keeps the text of deleted accounts, without a name. */
const author = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('account'), login: z.string().min(1), url: z.url({ protocol: /^https$/ }) }),
  /** Somebody without an account here, as in an imported thread: a name is all that is known. */
  z.strictObject({ kind: z.literal('named'), name: z.string().min(1) }),
  z.strictObject({ kind: z.literal('deleted') }),
]);

/** Whether a remark is shown: folded ones say why, deleted ones leave a gap that keeps their replies. */
const state = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shown') }),
  z.strictObject({ kind: z.literal('minimised'), reason: z.string().min(1) }),
  z.strictObject({ kind: z.literal('deleted') }),
]);

/** Names of GitHub's eight reactions, in its order. */
export const reactionKinds = [
  'thumbs-up',
  'thumbs-down',
  'laugh',
  'hooray',
  'confused',
  'heart',
  'rocket',
  'eyes',
] as const;

/** Signs that readers gave, in GitHub's order; kinds that nobody gave are left out, as is an empty list. */
const reactions = z.array(z.strictObject({ kind: z.enum(reactionKinds), count: z.int().positive() })).min(1);

/** Votes for it, with the author's own, which everyone begins with; left out if that is the only one. */
const upvotes = z.int().min(2);

/** What a comment and a reply have in common. */
const remark = z.strictObject({
  /** GitHub's node id; stable, and the same one for an answer. */
  id: z.string().min(1),
  /** Address of the remark on GitHub. */
  url: z.url({ protocol: /^https$/ }),
  /** Who wrote it. */
  author,
  /** When it was written, as GitHub says it: `2025-03-03T08:07:00Z`. */
  createdAt: z.iso.datetime(),
  /** When its text was last changed; left out if never. */
  editedAt: z.iso.datetime().optional(),
  /** Whether it is shown. */
  state,
  /** HTML as GitHub renders it: never trusted, sanitised wherever it is shown. */
  body: z.string(),
  /** Signs that readers gave; left out if there are none. */
  reactions: reactions.optional(),
});

/** A question with counted answers. All its words are plain text. */
const poll = z.strictObject({
  /** What was asked. */
  question: z.string(),
  /** In GitHub's order, also those that nobody chose. */
  options: z.array(z.strictObject({ text: z.string(), votes: z.int().nonnegative() })),
  /** Votes for all options together. */
  total: z.int().nonnegative(),
});

/** Why the thread is no longer at its address; what is in the snapshot is the last that was seen. */
const vanished = z.discriminatedUnion('reason', [
  /** Deleted, or hidden: GitHub doesn't tell which. */
  z.strictObject({ reason: z.literal('not-found'), at: z.iso.datetime() }),
  /** In another repository now, at `url`. */
  z.strictObject({ reason: z.literal('transferred'), at: z.iso.datetime(), url: z.url({ protocol: /^https$/ }) }),
]);

/** A snapshot of a GitHub discussion: `content/discussions/NUMBER.json`. */
export const discussionSchema = z.strictObject({
  /** Number of the discussion; the file has the same name. */
  number: z.int().positive(),
  /** Address of the thread on GitHub, where replies are written. */
  url: z.url({ protocol: /^https$/ }),
  /** Its title: plain text, whatever it looks like. */
  title: z.string().min(1),
  /** `owner/name` of the repository that holds the discussion. */
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  /** Name of its category: `Q&A`. */
  category: z.string().min(1),
  /** True if the category's threads have answers; left out if not, or if the snapshot doesn't know. */
  isAnswerable: z.boolean().optional(),
  /** Names of its labels, plain text; left out if there are none. */
  labels: z.array(z.string().min(1)).min(1).optional(),
  /** Who opened it. */
  author,
  /** When it was opened. */
  createdAt: z.iso.datetime(),
  /** The opening text, HTML as GitHub renders it: never trusted; empty if there is none. */
  body: z.string(),
  /** When the opening text was last changed; left out if never. */
  editedAt: z.iso.datetime().optional(),
  /** Votes for the thread; left out if only its author's. */
  upvotes: upvotes.optional(),
  /** Signs that readers gave to the opening text; left out if there are none. */
  reactions: reactions.optional(),
  /** A poll that stands under the opening text. */
  poll: poll.optional(),
  /** True if nobody can reply any more. */
  locked: z.boolean(),
  /** Why it was locked; left out if nobody said. */
  lockReason: z.enum(['off-topic', 'too-heated', 'resolved', 'spam']).optional(),
  /** When and why it was closed; left out if it is open. Closed threads take replies, unless they are locked too. */
  closed: z
    .strictObject({
      at: z.iso.datetime(),
      reason: z.enum(['resolved', 'outdated', 'duplicate']).optional(),
    })
    .optional(),
  /** Node id of the comment or reply that was chosen as the answer; left out if there is none. */
  answer: z.string().optional(),
  /** Top-level comments in GitHub's order, each with its replies. */
  comments: z.array(remark.extend({ upvotes: upvotes.optional(), replies: z.array(remark) })),
  /** When the snapshot was taken. */
  snapshotAt: z.iso.datetime(),
  /** When the thread last changed by GitHub's count; a sync asks again for threads whose time is another. */
  updatedAt: z.iso.datetime().optional(),
  /** Set if the thread is no longer there: the rest is its last snapshot. */
  vanished: vanished.optional(),
  /** True if the thread was invented to show how threads look; the page says so. */
  example: z.boolean().default(false),
  /** Set if the words were written elsewhere and imported, so that nobody can add to them; left out for GitHub's own. */
  origin: z.literal('disqus').optional(),
});

/** A thread as pages see it. */
export type Discussion = z.output<typeof discussionSchema>;
/** A top-level comment with its replies. */
export type Comment = Discussion['comments'][number];
/** A comment without its replies, or a reply. */
export type Remark = Comment['replies'][number];
