import { closeBidi } from './bidi.ts';
import type { Comment, Discussion, Remark } from './schema.ts';
import { filled } from '../site/filled.ts';
import { plural } from '../site/plural.ts';
import type { Forms } from '../site/plural.ts';
import * as words from '../site/words.ts';

/** What a place in a thread shows: its words, folded or not, or why they are not here. */
export type RemarkContent =
  | { kind: 'shown'; html: string }
  /** Folded by a moderator; `reason` is a phrase such as `off topic`. */
  | { kind: 'minimised'; reason: string; html: string }
  | { kind: 'deleted' }
  /** The words are the answer and stand at the top of the thread, under this anchor. */
  | { kind: 'moved'; anchor: string };

/** One remark as a page shows it. Dates are ISO 8601. */
export interface ThreadRemark {
  /** Its address where it was written, which tells it apart for good, whether it is still there or not. */
  id: string;
  /** Id on the page, such as `comment-5307`; empty for a moved one, whose id went with its words. */
  anchor: string;
  /** The same remark on GitHub; left out if the thread is not there, or no longer. */
  url?: string;
  author: { name: string; url?: string };
  createdAt: string;
  editedAt?: string;
  content: RemarkContent;
  /**
   * Signs that readers gave, votes first, with how often each was given: `12 thumbs up`. They are words, because many
   * machines have no pictures for them, and everyone can read or hear words.
   */
  reactions: string[];
  /** The comment to which an answer replied, if it is shown apart from it. */
  repliesTo?: { name: string; anchor: string };
}

export interface ThreadComment extends ThreadRemark {
  replies: ThreadRemark[];
}

/** A discussion in the order of reading. All `html` in it is what `toHtml` made. */
export interface Thread {
  title: string;
  /** Number and repository, `owner/name`. */
  number: number;
  repository: string;
  /** Where the discussion is read, and answered unless it is locked; left out if it is not there, or no longer. */
  url?: string;
  /** Whether nobody can reply: it is locked or not there. */
  isOver: boolean;
  /** What a reader should know of it, in phrases: `6 comments`, `answered`, `closed as a duplicate`. */
  facts: string[];
  /** What the opening text is: a question, or the first of many words. */
  opening: string;
  /** Names of its labels. */
  labels: string[];
  /** Set if it is no longer where it was: when that was noticed, and where it is now if that is known. */
  vanished?: { at: string; url?: string };
  /** A poll under the question. */
  poll?: { question: string; options: { text: string; votes: number }[]; total: number };
  /** Comments and replies whose words are on the page, folded ones among them; the question is not counted. */
  count: number;
  snapshotAt: string;
  example: boolean;
  /** Set if the words were written elsewhere than on GitHub. */
  origin?: 'disqus';
  /** Left out if the discussion was opened without a text. */
  question?: ThreadRemark;
  /** The comment or reply that was chosen as the answer; it is not among `comments` again. */
  answer?: ThreadComment;
  /** In GitHub's order, each with its replies. */
  comments: ThreadComment[];
}

/** Makes HTML for the page of the body of a remark, which nobody may trust. */
type ToHtml = (body: string, place: BodyPlace) => Promise<string>;

/** Where a body goes, for whatever makes it safe. */
export interface BodyPlace {
  anchor: string;
  url: string;
  /** Level of the remark's own heading: 3, or 4 for replies. */
  level: number;
}

/**
 * The thread of a discussion: question, answer, then the other comments in GitHub's order.
 * An answer that is a comment takes its replies along; one that is a reply leaves a pointer in its place.
 * Bodies go through `toHtml` one after the other.
 */
export async function toThread(discussion: Discussion, toHtml: ToHtml): Promise<Thread> {
  const { answer: answerId, number, repository, labels = [], poll, vanished, example, origin, snapshotAt } = discussion;
  const isThere = vanished === undefined && origin === undefined && !example;
  const show = async (remark: Remark & { upvotes?: number | undefined }, level: number): Promise<ThreadRemark> => {
    const shown = await toRemark(remark, level, isThere, toHtml);
    // An account of that name may be somebody's, who said nothing of it.
    return example ? { ...shown, author: { name: shown.author.name } } : shown;
  };
  const all: { comment: Comment; shown: ThreadComment }[] = [];
  for (const comment of discussion.comments) {
    const replies: ThreadRemark[] = [];
    for (const reply of comment.replies) replies.push(await show(reply, 4));
    all.push({ comment, shown: { ...(await show(comment, 3)), replies } });
  }
  const answer = answerId === undefined ? undefined : takeAnswer(all, answerId);
  const count = discussion.comments.flatMap((comment) => [comment, ...comment.replies]).filter(hasWords).length;
  return {
    title: closeBidi(discussion.title),
    number,
    repository,
    ...(isThere && { url: discussion.url }),
    isOver: discussion.locked || !isThere,
    facts: factsOf(discussion, count, answer !== undefined),
    opening: discussion.isAnswerable === true || answer !== undefined ? words.question : words.openingPost,
    labels: labels.map(closeBidi),
    ...(vanished !== undefined && {
      vanished: { at: vanished.at, ...(vanished.reason === 'transferred' && { url: vanished.url }) },
    }),
    ...(poll !== undefined && {
      poll: {
        question: closeBidi(poll.question),
        options: poll.options.map(({ text, votes }) => ({ text: closeBidi(text), votes })),
        total: poll.total,
      },
    }),
    count,
    snapshotAt,
    example,
    ...(origin !== undefined && { origin }),
    ...(discussion.body.trim() !== '' && {
      question: await show({ ...discussion, id: '', state: { kind: 'shown' } }, 3),
    }),
    ...(answer !== undefined && { answer }),
    comments: all.map(({ shown }) => shown).filter((shown) => shown !== answer),
  };
}

function takeAnswer(all: { comment: Comment; shown: ThreadComment }[], id: string): ThreadComment | undefined {
  for (const { comment, shown } of all) {
    if (comment.id === id) return hasWords(comment) ? shown : undefined;
    const place = comment.replies.findIndex((reply) => reply.id === id);
    const answer = shown.replies[place];
    if (answer === undefined) continue;
    if (answer.content.kind === 'deleted') return undefined;
    shown.replies[place] = { ...answer, anchor: '', content: { kind: 'moved', anchor: answer.anchor } };
    return { ...answer, replies: [], repliesTo: { name: shown.author.name, anchor: shown.anchor } };
  }
  return undefined;
}

function hasWords({ state }: Remark): boolean {
  return state.kind !== 'deleted';
}

async function toRemark(
  remark: Remark & { upvotes?: number | undefined },
  level: number,
  isThere: boolean,
  toHtml: ToHtml,
): Promise<ThreadRemark> {
  const { url, author, createdAt, editedAt, state, body, upvotes, reactions = [] } = remark;
  const anchor = anchorOf(url);
  const html = state.kind === 'deleted' ? '' : await toHtml(body, { anchor, url, level });
  return {
    id: url,
    anchor,
    ...(isThere && { url }),
    author: shownAuthor(author),
    createdAt,
    ...(editedAt !== undefined && { editedAt }),
    reactions: [
      ...(upvotes === undefined ? [] : [plural(upvotes, words.votes)]),
      ...reactions.map(({ kind, count }) => plural(count, reactionWords[kind])),
    ],
    content: contentOf(state, html),
  };
}

function shownAuthor(author: Remark['author']): ThreadRemark['author'] {
  switch (author.kind) {
    case 'account':
      return { name: closeBidi(author.login), url: author.url };
    case 'named':
      return { name: closeBidi(author.name) };
    case 'deleted':
      return { name: words.deletedUser };
  }
}

function contentOf(state: Remark['state'], html: string): RemarkContent {
  switch (state.kind) {
    case 'shown':
      return { kind: 'shown', html };
    case 'minimised':
      return { kind: 'minimised', reason: closeBidi(state.reason.replaceAll('-', ' ')), html };
    case 'deleted':
      return { kind: 'deleted' };
  }
}

/** The place on the page of the comment or reply that was chosen as the answer, if there is one that can be read. */
export function answerAnchor({ answer, comments }: Discussion): string | undefined {
  const remarks = comments.flatMap((comment) => [comment, ...comment.replies]);
  const found = remarks.find(({ id, state }) => id === answer && state.kind === 'shown');
  return found && anchorOf(found.url);
}

/** `comment-5307` for an address that ends in `#discussioncomment-5307`; `discussion-question` for the discussion itself. */
export function anchorOf(url: string): string {
  const digits = /#.*?(\d+)$/.exec(url)?.[1];
  return digits === undefined ? 'discussion-question' : `comment-${digits}`;
}

const reactionWords: Readonly<Record<NonNullable<Remark['reactions']>[number]['kind'], Forms>> = {
  'thumbs-up': words.thumbsUp,
  'thumbs-down': words.thumbsDown,
  laugh: words.laughs,
  hooray: words.hoorays,
  confused: words.confused,
  heart: words.hearts,
  rocket: words.rockets,
  eyes: words.eyes,
};

const closings = {
  resolved: words.asResolved,
  outdated: words.asOutdated,
  duplicate: words.asDuplicate,
} as const;
const locks = {
  'off-topic': words.asOffTopic,
  'too-heated': words.asTooHeated,
  resolved: words.asResolved,
  spam: words.asSpam,
} as const;

function factsOf({ isAnswerable, closed, locked, lockReason }: Discussion, count: number, isAnswered: boolean) {
  return [
    count === 0 ? words.noComments : plural(count, words.comments),
    ...(isAnswered ? [words.answered] : isAnswerable === true ? [words.notAnswered] : []),
    ...(closed === undefined
      ? []
      : [closed.reason ? filled(words.closedAs, { reason: closings[closed.reason] }) : words.closed]),
    ...(locked ? [lockReason ? filled(words.lockedAs, { reason: locks[lockReason] }) : words.locked] : []),
  ];
}

/** Comments that are seen at once, and the rest in parts to open. */
export interface Folded<Item> {
  shown: Item[];
  /** `from` and `to` count all items from 1. */
  parts: { from: number; to: number; items: Item[] }[];
}

/**
 * The first `shown` of `items`, and the rest in parts of `part`: a thread of five hundred comments is a page that
 * a phone lays out at once. Nothing is folded for the sake of a few.
 */
export function foldLong<Item>(items: readonly Item[], shown: number, part: number): Folded<Item> {
  if (items.length <= shown * 1.25) return { shown: [...items], parts: [] };
  const parts = [];
  for (let from = shown; from < items.length; from += part) {
    const inside = items.slice(from, from + part);
    parts.push({ from: from + 1, to: from + inside.length, items: inside });
  }
  return { shown: items.slice(0, shown), parts };
}
