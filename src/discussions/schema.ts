import { z } from 'astro/zod';

/** Who wrote something. GitHub keeps the text of deleted accounts, without a name. */
const author = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('account'), login: z.string().min(1), url: z.url({ protocol: /^https$/ }) }),
  z.strictObject({ kind: z.literal('deleted') }),
]);

/** Whether a remark is shown: folded ones say why, deleted ones leave a gap that keeps their replies. */
const state = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shown') }),
  z.strictObject({ kind: z.literal('minimised'), reason: z.string().min(1) }),
  z.strictObject({ kind: z.literal('deleted') }),
]);

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
});

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
  /** Who opened it. */
  author,
  /** When it was opened. */
  createdAt: z.iso.datetime(),
  /** The opening text, HTML as GitHub renders it: never trusted; empty if there is none. */
  body: z.string(),
  /** True if nobody can reply any more. */
  locked: z.boolean(),
  /** Node id of the comment or reply that was chosen as the answer; left out if there is none. */
  answer: z.string().optional(),
  /** Top-level comments in GitHub's order, each with its replies. */
  comments: z.array(remark.extend({ replies: z.array(remark) })),
  /** When the snapshot was taken. */
  snapshotAt: z.iso.datetime(),
  /** True if the thread was invented to show how threads look; the page says so. */
  example: z.boolean().default(false),
});

/** A thread as pages see it. */
export type Discussion = z.output<typeof discussionSchema>;
/** A top-level comment with its replies. */
export type Comment = Discussion['comments'][number];
/** A comment without its replies, or a reply. */
export type Remark = Comment['replies'][number];
