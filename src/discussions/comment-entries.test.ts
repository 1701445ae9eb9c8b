import { expect, test } from 'vitest';
import { commentEntries } from './comment-entries.ts';
import type { Thread, ThreadComment } from './thread.ts';

const page = 'https://site.example/posts/a/';

function said(number: number, changes: Partial<ThreadComment> = {}): ThreadComment {
  return {
    id: `https://github.com/o/r/discussions/1#discussioncomment-${String(number)}`,
    anchor: `comment-${String(number)}`,
    author: { name: 'octocat' },
    createdAt: `2026-11-${String(number).padStart(2, '0')}T00:00:00Z`,
    content: { kind: 'shown', html: `<p>${String(number)}</p>` },
    reactions: [],
    replies: [],
    ...changes,
  };
}

function thread(changes: Partial<Thread>): Thread {
  return {
    title: 'T',
    number: 1,
    repository: 'o/r',
    isOver: false,
    facts: [],
    opening: 'Question',
    labels: [],
    count: 0,
    snapshotAt: '2026-11-24T00:00:00Z',
    example: false,
    comments: [],
    ...changes,
  };
}

const titles = (changes: Partial<Thread>): string[] => commentEntries(thread(changes), page).map(({ title }) => title);

test('all that is said is there, newest first, an edit counting as new', () => {
  const edited = said(2, { editedAt: '2026-11-30T00:00:00Z' });
  const entries = commentEntries(
    thread({ question: said(1), answer: said(5, { replies: [said(6)] }), comments: [edited, said(3)] }),
    page,
  );
  expect(entries.map(({ title, html }) => [title, html])).toEqual([
    ['Comment by octocat', '<p>2</p>'],
    ['Reply by octocat', '<p>6</p>'],
    ['Answer by octocat', '<p>5</p>'],
    ['Comment by octocat', '<p>3</p>'],
    ['Question by octocat', '<p>1</p>'],
  ]);
});

test('an entry leads to its place on the page, and stays the same entry when the page is renamed or the thread gone', () => {
  const [entry] = commentEntries(thread({ comments: [said(7)] }), page);
  expect(entry).toMatchObject({ id: said(7).id, url: `${page}#comment-7` });
});

test('what is hidden, deleted or moved to the top is not sent to readers', () => {
  expect(
    titles({
      comments: [
        said(1, { content: { kind: 'minimised', reason: 'spam', html: '<p>Buy</p>' } }),
        said(2, { content: { kind: 'deleted' } }),
        said(3, { content: { kind: 'moved', anchor: 'comment-9' } }),
      ],
    }),
  ).toEqual([]);
});

test('the newest hundred are enough', () => {
  const comments = Array.from({ length: 28 }, (_, place) =>
    said(place + 1, { replies: Array(4).fill(said(place + 1)) as ThreadComment[] }),
  );
  expect(titles({ comments })).toHaveLength(100);
});
