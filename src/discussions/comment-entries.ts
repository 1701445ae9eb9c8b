import type { Thread, ThreadRemark } from './thread.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** A comment as a feed has it. */
export interface CommentEntry {
  /** Its address where it was written, which stays the same when the page is renamed or the thread is gone. */
  id: string;
  /** Its place on the page. */
  url: string;
  title: string;
  author: { name: string; url?: string };
  published: Date;
  updated: Date;
  html: string;
}

const maxEntries = 100; // a reader that asks once a week misses nothing, and the file stays small

/** What is said in a thread under the page at `pageUrl`, newest first; folded and deleted remarks are left out. */
export function commentEntries({ opening, question, answer, comments }: Thread, pageUrl: string): CommentEntry[] {
  const all: { kind: string; remark: ThreadRemark }[] = [];
  if (question !== undefined) all.push({ kind: opening, remark: question });
  for (const comment of answer === undefined ? comments : [answer, ...comments]) {
    all.push({ kind: comment === answer ? words.answer : words.comment, remark: comment });
    all.push(...comment.replies.map((remark) => ({ kind: words.reply, remark })));
  }
  return all
    .flatMap(({ kind, remark }) => toEntry(kind, remark, pageUrl))
    .toSorted((a, b) => b.updated.getTime() - a.updated.getTime())
    .slice(0, maxEntries);
}

function toEntry(kind: string, remark: ThreadRemark, pageUrl: string): CommentEntry[] {
  const { id, anchor, author, createdAt, editedAt = createdAt, content } = remark;
  if (content.kind !== 'shown') return [];
  return [
    {
      id,
      url: `${pageUrl}#${anchor}`,
      title: filled(words.commentTitle, { kind, author: author.name }),
      author,
      published: new Date(createdAt),
      updated: new Date(editedAt),
      html: content.html,
    },
  ];
}
