import { closeBidi } from './bidi.ts';
import type { Comment, Discussion, Remark } from './schema.ts';

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
  /** Id on the page, such as `comment-5307`; empty for a moved one, whose id went with its words. */
  anchor: string;
  /** The same remark on GitHub. */
  url: string;
  author: { name: string; url?: string };
  createdAt: string;
  editedAt?: string;
  content: RemarkContent;
  /** The comment to which an answer replied, if it is shown apart from it. */
  repliesTo?: { name: string; anchor: string };
}

export interface ThreadComment extends ThreadRemark {
  replies: ThreadRemark[];
}

/** A discussion in the order of reading. All `html` in it is what `toHtml` made. */
export interface Thread {
  title: string;
  /** Where the discussion is read, and answered unless it is locked. */
  url: string;
  locked: boolean;
  /** Comments and replies whose words are on the page, folded ones among them; the question is not counted. */
  count: number;
  snapshotAt: string;
  example: boolean;
  /** Left out if the discussion was opened without a text. */
  question?: ThreadRemark;
  /** The comment or reply that was chosen as the answer; it is not among `comments` again. */
  answer?: ThreadComment;
  /** In GitHub's order, each with its replies. */
  comments: ThreadComment[];
}

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
 * `toHtml` turns the body of a remark, which nobody may trust, into HTML for the page.
 */
export function toThread(discussion: Discussion, toHtml: (body: string, place: BodyPlace) => string): Thread {
  const { answer: answerId, locked, example, snapshotAt } = discussion;
  const url = discussion.url;
  const show = (remark: Remark, level: number): ThreadRemark => toRemark(remark, level, toHtml);
  const all = discussion.comments.map((comment) => ({
    comment,
    shown: { ...show(comment, 3), replies: comment.replies.map((reply) => show(reply, 4)) },
  }));
  const answer = answerId === undefined ? undefined : takeAnswer(all, answerId);
  return {
    title: closeBidi(discussion.title.toWellFormed()),
    url,
    locked,
    count: discussion.comments.flatMap((comment) => [comment, ...comment.replies]).filter(hasWords).length,
    snapshotAt,
    example,
    ...(discussion.body.trim() !== '' && {
      question: show({ ...discussion, id: '', state: { kind: 'shown' } }, 3),
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

function toRemark(remark: Remark, level: number, toHtml: (body: string, place: BodyPlace) => string): ThreadRemark {
  const { url, author, createdAt, editedAt, state, body } = remark;
  const anchor = anchorOf(url);
  const html = state.kind === 'deleted' ? '' : toHtml(body, { anchor, url, level });
  return {
    anchor,
    url,
    author: author.kind === 'account' ? { name: closeBidi(author.login), url: author.url } : { name: 'deleted user' },
    createdAt,
    ...(editedAt !== undefined && { editedAt }),
    content: contentOf(state, html),
  };
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

/** `comment-5307` for an address that ends in `#discussioncomment-5307`; `discussion-question` for the discussion itself. */
export function anchorOf(url: string): string {
  const digits = /#.*?(\d+)$/.exec(url)?.[1];
  return digits === undefined ? 'discussion-question' : `comment-${digits}`;
}
