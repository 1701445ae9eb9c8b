/** The door for GitHub's JSON: the shapes that we ask for, and the one place that turns them into our snapshot. */
import { z } from 'astro/zod';
import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { limitNesting } from '../nesting.ts';
import { discussionSchema, reactionKinds } from '../schema.ts';
import type { Discussion, Remark } from '../schema.ts';
import { isPrivateImage } from '../web-address.node.ts';

const actor = z.object({ login: z.string(), url: z.string() }).nullable();
const reactionGroups = z
  .array(z.object({ content: z.string(), reactors: z.object({ totalCount: z.number() }) }))
  .nullable();

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

const remarkNode = z.object({
  id: z.string(),
  url: z.string(),
  author: actor,
  createdAt: z.string(),
  lastEditedAt: z.string().nullable(),
  deletedAt: z.string().nullable(),
  isMinimized: z.boolean(),
  minimizedReason: z.string().nullable(),
  upvoteCount: z.number(),
  bodyHTML: z.string(),
  reactionGroups,
});

/** A page of replies. */
export const repliesPage = z.object({ pageInfo, nodes: z.array(remarkNode) });

/** A page of comments, each with its first page of replies. */
export const commentsPage = z.object({ pageInfo, nodes: z.array(remarkNode.extend({ replies: repliesPage })) });

/** A discussion with its first page of comments. A null that GitHub's schema doesn't allow is no answer. */
export const discussionNode = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  url: z.string(),
  repository: z.object({ nameWithOwner: z.string() }),
  category: z.object({ name: z.string(), isAnswerable: z.boolean() }),
  author: actor,
  createdAt: z.string(),
  lastEditedAt: z.string().nullable(),
  updatedAt: z.string(),
  bodyHTML: z.string(),
  upvoteCount: z.number(),
  reactionGroups,
  locked: z.boolean(),
  activeLockReason: z.string().nullable(),
  closed: z.boolean(),
  closedAt: z.string().nullable(),
  stateReason: z.string().nullable(),
  answer: z.object({ id: z.string() }).nullable(),
  labels: z.object({ nodes: z.array(z.object({ name: z.string() })) }).nullable(),
  poll: z
    .object({
      question: z.string(),
      totalVoteCount: z.number(),
      options: z.object({ nodes: z.array(z.object({ option: z.string(), totalVoteCount: z.number() })) }).nullable(),
    })
    .nullable(),
  comments: commentsPage,
});

/** What tells whether a snapshot is current, and where the discussion is. */
export const discussionState = z.object({
  number: z.number(),
  title: z.string(),
  updatedAt: z.string(),
  answer: z.object({ id: z.string() }).nullable(),
  locked: z.boolean(),
  closed: z.boolean(),
  url: z.string(),
  repository: z.object({ nameWithOwner: z.string() }),
  category: z.object({ name: z.string() }),
  comments: z.object({ totalCount: z.number() }),
});

export type DiscussionNode = z.output<typeof discussionNode>;
export type DiscussionState = z.output<typeof discussionState>;
export type CommentsPage = z.output<typeof commentsPage>;
type RemarkNode = z.output<typeof remarkNode>;

/**
 * The snapshot of a discussion whose `comments` and their replies are complete, taken at `takenAt` (ISO 8601).
 * Deleted accounts, deleted and folded remarks become our kinds; addresses that GitHub signs for some minutes, avatars
 * and quoted mail are left out of bodies. Throws a ZodError if what GitHub says does not fit our schema.
 */
export function toSnapshot(node: DiscussionNode, takenAt: string): Discussion {
  const { closedAt, labels, poll } = node;
  const labelNames = labels?.nodes.map(({ name }) => name) ?? [];
  return discussionSchema.parse({
    number: node.number,
    url: node.url,
    title: node.title,
    repository: node.repository.nameWithOwner,
    category: node.category.name,
    ...(node.category.isAnswerable && { isAnswerable: true }),
    ...(labelNames.length > 0 && { labels: labelNames }),
    author: toAuthor(node.author),
    createdAt: node.createdAt,
    body: cleanBody(node.bodyHTML, node.url),
    ...(node.lastEditedAt !== null && { editedAt: node.lastEditedAt }),
    ...toVotes(node),
    ...toReactions(node),
    ...(poll !== null && {
      poll: {
        question: poll.question,
        options: (poll.options?.nodes ?? []).map(({ option, totalVoteCount }) => ({
          text: option,
          votes: totalVoteCount,
        })),
        total: poll.totalVoteCount,
      },
    }),
    locked: node.locked,
    ...ifKnown('lockReason', discussionSchema.shape.lockReason, node.locked ? node.activeLockReason : null),
    ...(node.closed &&
      closedAt !== null && { closed: { at: closedAt, ...ifKnown('reason', closeReason, node.stateReason) } }),
    ...(node.answer !== null && { answer: node.answer.id }),
    comments: node.comments.nodes.map((comment) => ({
      ...toRemark(comment),
      ...(comment.deletedAt === null && toVotes(comment)),
      replies: comment.replies.nodes.map(toRemark),
    })),
    snapshotAt: takenAt,
    updatedAt: node.updatedAt,
  });
}

const closeReason = discussionSchema.shape.closed.unwrap().shape.reason;

function toRemark(node: RemarkNode): Remark {
  const { id, url, createdAt, lastEditedAt } = node;
  // What its author took back is not kept, whatever GitHub still sends along.
  if (node.deletedAt !== null) {
    return { id, url, author: { kind: 'deleted' }, createdAt, state: { kind: 'deleted' }, body: '' };
  }
  return {
    id,
    url,
    author: toAuthor(node.author),
    createdAt,
    ...(lastEditedAt !== null && { editedAt: lastEditedAt }),
    state: node.isMinimized
      ? { kind: 'minimised', reason: spelled(node.minimizedReason ?? '') || 'no-reason-given' }
      : { kind: 'shown' },
    body: cleanBody(node.bodyHTML, url),
    ...toReactions(node),
  };
}

/** Null is a deleted account; there is a real account `ghost`, so no name is made up for it. */
function toAuthor(who: z.output<typeof actor>): Discussion['author'] {
  return who === null ? { kind: 'deleted' } : { kind: 'account', login: who.login, url: who.url };
}

function toVotes({ upvoteCount }: { upvoteCount: number }): { upvotes?: number } {
  return upvoteCount > 1 ? { upvotes: upvoteCount } : {};
}

function toReactions(node: Pick<RemarkNode, 'reactionGroups'>): Pick<Remark, 'reactions'> {
  const counts = new Map(
    (node.reactionGroups ?? []).map(({ content, reactors }) => [spelled(content), reactors.totalCount]),
  );
  const reactions = reactionKinds.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
  return reactions.length > 0 ? { reactions } : {};
}

/** A word of GitHub's as ours, left out if there is none or if it is one that we do not know. */
function ifKnown(key: string, words: z.ZodType, value: string | null): Record<string, string> {
  const word = spelled(value ?? '');
  return word !== '' && words.safeParse(word).success ? { [key]: word } : {};
}

/** `OFF_TOPIC` and `off-topic` are the same word in two of GitHub's spellings. */
function spelled(word: string): string {
  return word.toLowerCase().replaceAll('_', '-');
}

const parser = unified().use(rehypeParse, { fragment: true });
const writer = unified().use(rehypeStringify);
const maxNesting = 500; // the writer works recursively; what is deeper is shown as text, as on the page
const avatars = 'avatars.githubusercontent.com';
const mail = ['email-hidden-reply', 'email-hidden-toggle'];

/**
 * The body of a remark without what must not be kept: private images and links to them lead to the remark instead,
 * since their addresses are keys for some minutes; avatars and quoted mail go. Other bodies stay letter by letter.
 */
function cleanBody(html: string, remarkUrl: string): string {
  if (!/jwt|private-|email-hidden|avatars/i.test(html)) return html;
  const tree: Root = parser.parse(limitNesting(html, maxNesting).html);
  const removed = { count: 0 };
  visit(tree, 'element', (element, index, parent) => {
    if (parent !== undefined && index !== undefined && isUnwanted(element)) {
      parent.children.splice(index, 1);
      removed.count += 1;
      return [SKIP, index];
    }
    for (const [name, value] of Object.entries(element.properties)) {
      const written = Array.isArray(value) ? value.join(' ') : String(value);
      if (!isPrivate(written)) continue;
      removed.count += 1;
      if (name === 'src' || name === 'href') element.properties[name] = remarkUrl;
      else delete element.properties[name];
    }
    return undefined;
  });
  return removed.count > 0 ? writer.stringify(tree) : html;
}

function isUnwanted({ tagName, properties }: Element): boolean {
  const classes = [properties['className']].flat().map(String);
  const { src } = properties;
  return (
    mail.some((name) => classes.includes(name)) || (tagName === 'img' && URL.parse(String(src))?.hostname === avatars)
  );
}

/** Whether an attribute holds a signed address, alone or in a list of them. */
function isPrivate(value: string): boolean {
  return value.split(/[\s,]+/).some((part) => /^(?:https?:)?\/\//i.test(part) && isPrivateImage(part));
}
